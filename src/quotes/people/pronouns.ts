import { passageAt, type Passage } from '../../corpus/passage.ts';
import { fold } from '../../text/fold.ts';
import type { Gender } from './given-names.ts';
import { HER_TITLES, HIS_TITLES } from './name-words.ts';
import { isNoPersons, nameRuns } from './names.ts';
import { isRole, personOf } from './registry.ts';
import { asPerson, type Knowledge, type Spoken } from './spoken.ts';

/** How many blocks back a pronoun may reach. */
const REACH = 3;

/** Somebody a pronoun may stand for, and where. */
interface Candidate {
  readonly start: number;
  readonly possessive: boolean;
  /** Whether they spoke here. */
  readonly spoke: boolean;
  readonly gender: Gender | null;
  readonly speaker: Pick<Spoken, 'speaker' | 'person' | 'evidence'>;
}

/**
 * "he", "she": the nearest person of that gender, whoever spoke in a sentence before its subject, and that before its
 * objects: "Russia knew that Brandt hoped, Okafor said, but he added …" is Okafor twice.
 */
export function pronoun(known: Knowledge, mention: Passage, gender: Gender): Spoken | null {
  const certain = (one: Candidate): boolean => one.gender === gender;
  const open = (one: Candidate): boolean => one.gender === null;
  const sentence = known.analysed.texts[mention.block]?.sentences.findLast(({ start }) => start <= mention.start);
  const found =
    nearest(
      known,
      mention,
      0,
      (one) => one.start >= (sentence?.start ?? 0) && one.spoke && (certain(one) || open(one)),
    ) ??
    nearest(known, mention, 1, certain) ??
    only(known, mention, 1, open) ??
    nearest(known, mention, REACH, certain) ??
    only(known, mention, REACH, open);
  if (found !== null) return { ...found.speaker, mention };
  const alone = known.registry.people.filter((person) => person.gender === gender);
  const [person] = alone;
  return person !== undefined && alone.length === 1 ? asPerson(person, mention, null) : null;
}

/** The nearest of those who fit, where they are all one: of two who may be "she", neither is. */
function only(known: Knowledge, mention: Passage, reach: number, fits: (one: Candidate) => boolean): Candidate | null {
  const found = nearest(known, mention, reach, fits);
  if (found === null) return null;
  const { name } = found.speaker.speaker;
  const other = nearest(known, mention, reach, (one) => fits(one) && one.speaker.speaker.name !== name);
  return other !== null || isUnclear(known, mention, reach) ? null : found;
}

/** Whether a name stands near that may be a person's. */
function isUnclear({ registry }: Knowledge, mention: Passage, reach: number): boolean {
  for (let block = mention.block; block >= Math.max(0, mention.block - reach); block--)
    if (registry.unclear[block]?.some((start) => block < mention.block || start < mention.start) === true) return true;
  return false;
}

function nearest(
  known: Knowledge,
  mention: Passage,
  reach: number,
  fits: (one: Candidate) => boolean,
): Candidate | null {
  for (let block = mention.block; block >= Math.max(0, mention.block - reach); block--) {
    const { sentences = [] } = known.analysed.texts[block] ?? {};
    const here = candidates(known, block, block < mention.block ? Infinity : mention.start).filter(fits);
    if (here.length === 0) continue;
    for (const sentence of sentences.toReversed()) {
      const found = here.filter((one) => one.start >= sentence.start && one.start < sentence.end);
      const [first] = [...found.filter((one) => one.spoke), ...found.filter((one) => !one.possessive), ...found];
      if (first !== undefined) return first;
    }
  }
  return null;
}

/** Most speakers and names of a block that are looked at, the last ones: no pronoun reaches past so many. */
const RECENT = 60;

/**
 * Who stands in a block before the offset `until`: the named, and speakers behind a pronoun, a role, or words like "a
 * spokesman for Ruiz".
 */
export function candidates({ registry, spoken }: Knowledge, block: number, until: number): readonly Candidate[] {
  const earlier = (place: { start: number }): boolean => place.start < until;
  const speakers = spoken.filter(({ mention }) => mention.block === block && earlier(mention)).slice(-RECENT);
  const speaking = speakers.flatMap((one): Candidate[] => {
    const gender = one.person === null ? genderOfWords(one.speaker.name) : one.person.gender;
    const human = one.person !== null || gender !== 'nobody';
    if (!human || gender === 'nobody') return [];
    const evidence = one.evidence ?? one.mention;
    return [{ start: one.mention.start, possessive: false, spoke: true, gender, speaker: { ...one, evidence } }];
  });
  const named = (registry.occurrences[block] ?? [])
    .filter(earlier)
    .slice(-RECENT)
    .filter((place) => !speakers.some(({ mention }) => place.start >= mention.start && place.end <= mention.end))
    .map(({ person, start, possessive }): Candidate => ({
      start,
      possessive,
      spoke: false,
      gender: person.gender,
      speaker: { speaker: { name: person.name, role: person.roles[0] ?? null }, person, evidence: person.named },
    }));
  return [...named, ...speaking].sort((a, b) => a.start - b.start);
}

/** Whether an unnamed speaker, "a spokesman for Ruiz", can be "he" or "she": null for either. */
function genderOfWords(name: string): Gender | null | 'nobody' {
  const head = name.split(/\s(?:of|for|at|in|from|to|with|who)\s|,/u)[0] ?? name;
  const noun = fold(head.split(/\s+/).at(-1) ?? '');
  if (HIS_TITLES.has(noun) || /[^o]man$/.test(noun)) return 'he';
  if (HER_TITLES.has(noun) || noun.endsWith('woman')) return 'she';
  // "Spar said": one capitalised word that only people are known to bear may be a surname.
  const surname = /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u.test(name) && !isNoPersons(name);
  return surname || isRole(noun) || /^(?:source|official|neighbour|neighbor)$/.test(noun) ? null : 'nobody';
}

/** "who": the person named last before it in the sentence, else the phrase that it stands behind, "sailors who said". */
export function antecedent({ analysed, registry }: Knowledge, mention: Passage): Spoken | null {
  const before = (registry.occurrences[mention.block] ?? []).filter(
    (place) => place.end <= mention.start && mention.start - place.end < 120,
  );
  const last = before.at(-1);
  if (last !== undefined && !last.possessive) return asPerson(last.person, mention, null);
  const tokens = analysed.texts[mention.block]?.tokens ?? [];
  const end = tokens.findIndex((token) => token.start >= mention.start);
  let first = end;
  while (/^(?:NOUN|PROPN|ADJ|NUM|DET)$/.test(tokens[first - 1]?.pos ?? '')) first--;
  const [head, tail] = [tokens[first], tokens[end - 1]];
  if (last !== undefined || head === undefined || tail?.pos !== 'NOUN' || first >= end) return null;
  const evidence = passageAt(analysed.article, { block: mention.block, start: head.start, end: tail.end });
  return { speaker: { name: evidence.text, role: null }, person: null, mention, evidence };
}

/** "it", "they": the body that spoke in the sentence before, where no person has spoken since. */
export function sameBody({ spoken }: Knowledge, mention: Passage): Spoken | null {
  const last = spoken.at(-1);
  if (last === undefined || last.person !== null || mention.block - last.mention.block > 1) return null;
  const plural = /^they$/i.test(mention.text);
  const many = /s$/.test(last.speaker.name) && !/^the\s.*(?:times|news|states)$/i.test(last.speaker.name);
  if (plural !== many) return null;
  return { ...last, mention, evidence: last.evidence ?? last.mention };
}

/** "It" behind a sentence that begins with a country or a body: "Norway has … It denies …". */
export function bodyBefore({ analysed, registry }: Knowledge, mention: Passage): Spoken | null {
  if (!/^it$/i.test(mention.text)) return null;
  const text = analysed.texts[mention.block];
  const at =
    text?.sentences.findIndex((sentence) => mention.start >= sentence.start && mention.start < sentence.end) ?? -1;
  const before = text?.sentences[at - 1];
  if (text === undefined || before === undefined) return null;
  const [run] = nameRuns(text.text.slice(before.start, before.end));
  if (run === undefined || run.start > 4 || run.possessive || personOf(registry.people, run) !== null) return null;
  const next = text.tokens.find((token) => token.start >= before.start + run.end);
  if (next?.pos !== 'AUX' && next?.pos !== 'VERB') return null;
  const evidence = passageAt(analysed.article, {
    block: mention.block,
    start: before.start + run.start,
    end: before.start + run.end,
  });
  return { speaker: { name: evidence.text, role: null }, person: null, mention, evidence };
}
