import type { AnalysedArticle } from '../corpus/analysed-article.ts';
import { passageAt, type Passage } from '../corpus/passage.ts';
import { fold } from '../text/fold.ts';
import { DEPUTIES } from './cues.ts';
import type { Gender } from './given-names.ts';
import { HER_TITLES, HIS_TITLES } from './name-words.ts';
import { isNoPersons, isTitle, nameRuns, withoutTitles, type NameRun } from './names.ts';
import { isRole, personOf, type Person, type Registry } from './people.ts';
import type { Attribution, Speaker } from './quotation.ts';

type Stated = Extract<Attribution, { kind: 'stated' }>;

/** Who is known when a quotation is read: the article's people, and who has spoken so far, in reading order. */
export interface Knowledge {
  readonly analysed: AnalysedArticle;
  readonly registry: Registry;
  readonly spoken: readonly Spoken[];
}

/** Somebody who spoke earlier in the article, and the words that say so. */
export interface Spoken {
  readonly speaker: Speaker;
  /** Null for bodies and the unnamed. */
  readonly person: Person | null;
  readonly mention: Passage;
  readonly evidence: Passage | null;
}

/** How many blocks back a pronoun may reach. */
const REACH = 3;

/** Finds the full name behind the words beside a quotation, or keeps those words. */
export function resolveSpeaker(known: Knowledge, mention: Passage): Spoken {
  const text = mention.text.replace(/[,\s]+$/u, '');
  if (/^(?:he|she)$/i.test(text))
    return pronoun(known, mention, fold(text) === 'he' ? 'he' : 'she') ?? asWritten(mention, text);
  if (/^(?:his|her)$/i.test(text))
    return pronoun(known, mention, fold(text) === 'his' ? 'he' : 'she') ?? asWritten(mention, text);
  if (/^(?:[Ww]ho|[Ww]hich)$/.test(text)) return antecedent(known, mention) ?? asWritten(mention, text);
  if (/^(?:[Ii]t|[Tt]hey)$/.test(text))
    return sameBody(known, mention) ?? bodyBefore(known, mention) ?? asWritten(mention, text);
  const named = namedIn(known, mention, text);
  if (named !== null) return named;
  return byRole(known, mention, text) ?? byBody(known, mention, text) ?? asWritten(mention, text);
}

/** The article's own words as the name: "Kyiv's mayor", "French officials". */
function asWritten(mention: Passage, text: string): Spoken {
  const core = (text.split(/,\s/u)[0] ?? text).trim();
  return { speaker: { name: core === '' ? text : core, role: null }, person: null, mention, evidence: null };
}

function asPerson(person: Person, mention: Passage, role: string | null): Spoken {
  const inside = mention.text.includes(person.name);
  return {
    speaker: { name: person.name, role: role ?? person.roles[0] ?? null },
    person,
    mention,
    evidence: inside ? null : person.named,
  };
}

/** The person whose name is the head of the phrase; null where a name only says whose spokesman it is. */
function namedIn({ analysed, registry }: Knowledge, mention: Passage, text: string): Spoken | null {
  const runs = nameRuns(text);
  const run = runs.find((one) => isHead(text, one, runs));
  if (run === undefined) return null;
  const person = personOf(registry.people, run);
  const role = roleIn(text, run);
  if (person !== null) return asPerson(person, mention, role);
  const words = withoutTitles(run);
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined || words.length < 2 || words.some((word) => isNoPersons(word.text)))
    return null;
  if (words.length === run.words.length && role === null && /^the\s/i.test(text)) return null;
  const { text: name } = passageAt(analysed.article, {
    block: mention.block,
    start: mention.start + first.start,
    end: mention.start + last.end,
  });
  return { speaker: { name, role }, person: null, mention, evidence: null };
}

/** Whether a name is what the phrase is about: at its end or before its first comma, not behind "for" or before "'s". */
function isHead(text: string, run: NameRun, runs: readonly NameRun[]): boolean {
  if (run.possessive || withoutTitles(run).length === 0) return false;
  const before = text.slice(0, run.start);
  const behind = text.slice(run.end);
  if (/^\s\p{Ll}+/u.test(behind) && !/^\s(?:of|in|at|from|for|who|whose|on|and|with|to|as)\b/u.test(behind))
    return false;
  const apposed = /,\s(?:\p{L}+\.?\s)?$/u.test(before);
  const link = /\b(?:of|for|to|at|from|in|with|by)\s(?!.*,)(?:(?!,).)*$/u.exec(before);
  if (link === null) return true;
  if (apposed) return !/\b(?:of|for|to|at|from|in|with|by)\s[^,]*$/u.test(before);
  const head = before.slice(0, link.index).trim();
  const noun = head.split(/\s+/).at(-1) ?? '';
  // "Minister of Education Ana Ruiz": a role without an article goes with the name at the end.
  const ends = run === runs.at(-1) && (behind === '' || /^\s?[,(]/u.test(behind)) && withoutTitles(run).length >= 2;
  return (
    ends &&
    !/^(?:a|an|the|one|another)\s/i.test(head) &&
    !DEPUTIES.has(noun.toLowerCase()) &&
    (isRole(noun) || isTitle(noun))
  );
}

/** What the phrase says somebody is: "Kremlin spokesperson" of "Kremlin spokesperson Dmitry Peskov". */
function roleIn(text: string, run: NameRun): string | null {
  const name = withoutTitles(run)[0]?.start ?? run.start;
  const before = text
    .slice(0, name)
    .replace(/^(?:the|a|an)\s/iu, '')
    .replace(/[\s,]+$/u, '');
  if (before !== '' && !/^(?:mr|mrs|ms|miss|dr|sen|rep|gov)\.?$/i.test(before)) return before;
  const behind = /^,\s(?:\d{1,3},\s)?(?:the |a |an )?([^,]{3,80})/u.exec(text.slice(run.end))?.[1];
  return behind !== undefined && !/^(?:who|whose|which|of|\d)/.test(behind) && !/^\d+$/.test(behind) ? behind : null;
}

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
function pronoun(known: Knowledge, mention: Passage, gender: Gender): Spoken | null {
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
    nearest(known, mention, 1, (one) => open(one) && one.spoke) ??
    nearest(known, mention, REACH, certain) ??
    nearest(known, mention, REACH, open);
  if (found !== null) return { ...found.speaker, mention };
  const alone = known.registry.people.filter((person) => person.gender === gender);
  const [only] = alone;
  return only !== undefined && alone.length === 1 ? asPerson(only, mention, null) : null;
}

function nearest(
  known: Knowledge,
  mention: Passage,
  reach: number,
  fits: (one: Candidate) => boolean,
): Candidate | null {
  for (let block = mention.block; block >= Math.max(0, mention.block - reach); block--) {
    const { sentences = [] } = known.analysed.texts[block] ?? {};
    const here = candidates(known, block).filter(
      (one) => (block < mention.block || one.start < mention.start) && fits(one),
    );
    if (here.length === 0) continue;
    for (const sentence of sentences.toReversed()) {
      const found = here.filter((one) => one.start >= sentence.start && one.start < sentence.end);
      const [first] = [...found.filter((one) => one.spoke), ...found.filter((one) => !one.possessive), ...found];
      if (first !== undefined) return first;
    }
  }
  return null;
}

/** Who stands in a block: the named, and speakers behind a pronoun, a role, or words like "a spokesman for Ruiz". */
function candidates({ registry, spoken }: Knowledge, block: number): readonly Candidate[] {
  const speakers = spoken.filter(({ mention }) => mention.block === block);
  const speaking = speakers.flatMap((one): Candidate[] => {
    const gender = one.person === null ? genderOfWords(one.speaker.name) : one.person.gender;
    const human = one.person !== null || gender !== 'nobody';
    if (!human || gender === 'nobody') return [];
    const evidence = one.evidence ?? one.mention;
    return [{ start: one.mention.start, possessive: false, spoke: true, gender, speaker: { ...one, evidence } }];
  });
  const named = (registry.occurrences[block] ?? [])
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
  return isRole(noun) || /^(?:source|official|neighbour|neighbor)$/.test(noun) ? null : 'nobody';
}

/** "who": the person named last before it in the sentence, else the phrase that it stands behind, "sailors who said". */
function antecedent({ analysed, registry }: Knowledge, mention: Passage): Spoken | null {
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
function sameBody({ spoken }: Knowledge, mention: Passage): Spoken | null {
  const last = spoken.at(-1);
  if (last === undefined || last.person !== null || mention.block - last.mention.block > 1) return null;
  const plural = /^they$/i.test(mention.text);
  const many = /s$/.test(last.speaker.name) && !/^the\s.*(?:times|news|states)$/i.test(last.speaker.name);
  if (plural !== many) return null;
  return { ...last, mention, evidence: last.evidence ?? last.mention };
}

/** "It" behind a sentence that begins with a country or a body: "Norway has … It denies …". */
function bodyBefore({ analysed, registry }: Knowledge, mention: Passage): Spoken | null {
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

/** "the Kremlin spokesman": the one person of whom the article says so. */
function byRole(known: Knowledge, mention: Passage, text: string): Spoken | null {
  const core = text.split(/,\s|\s(?:who|which|that)\s/u)[0] ?? text;
  if (!/^(?:the|his|her|its|their)\s|['\u2019]s\s/iu.test(core)) return null;
  const asked = roleWords(core);
  const noun = asked.at(-1);
  if (noun === undefined || !(isRole(noun) || isTitle(noun))) return null;
  const holders = known.registry.people.filter((person) => person.roles.some((role) => covers(roleWords(role), asked)));
  const [only] = holders;
  if (only !== undefined && holders.length === 1) return asPerson(only, mention, null);
  // Several bear it: the one who has it plainly, else the one who was named or spoke last in this block or the one before.
  const plain = holders.filter((person) => person.roles.some((role) => roleWords(role).join(' ') === asked.join(' ')));
  if (plain.length === 1 && plain[0] !== undefined) return asPerson(plain[0], mention, null);
  const near = [mention.block, mention.block - 1]
    .flatMap((block) => candidates(known, block).filter((one) => block < mention.block || one.start < mention.start))
    .flatMap(({ speaker }) => (speaker.person !== null && holders.includes(speaker.person) ? [speaker.person] : []));
  const [one, other] = [...new Set(near)];
  return one !== undefined && other === undefined ? asPerson(one, mention, null) : null;
}

/** The words of a role that must agree, folded: no articles, no "of". */
function roleWords(role: string): readonly string[] {
  return fold(role)
    .replace(/'s\b/g, '')
    .replace(
      /\b(?:sen|rep|gov)\b\.?/g,
      (short) => ({ sen: 'senator', rep: 'representative', gov: 'governor' })[short.replace('.', '')] ?? short,
    )
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((word) => word !== '' && !/^(?:the|a|an|of|for|his|her|its|their|at|to|in)$/.test(word))
    .map((word) => word.replace(/^spokes(?:wo)?man$|^spokesperson$/, 'spokesperson'));
}

const covers = (held: readonly string[], asked: readonly string[]): boolean =>
  asked.every((word) => held.includes(word));

/** Last words of companies' names, left out when they are named again. */
const COMPANY =
  /^(?:Energy|Inc|Corp|Corporation|Company|Co|Group|Holdings|Industries|Motors|Airlines|Airways|Partners|Ltd|Limited|Bank|Oil|Gas|Electric|Steel|Mining|Foods|Pharmaceuticals|Technologies|Systems)$/;

/** "the fund" where the article names one International Monetary Fund; "WHO" where it names the World Health Organisation. */
function byBody({ registry }: Knowledge, mention: Passage, text: string): Spoken | null {
  const core = text.replace(/^the\s/iu, '');
  const definite = /^the\s\p{Ll}+$/iu.test(text);
  const acronym = /^\p{Lu}{2,6}$/u.test(core.replaceAll('.', '')) ? core.replaceAll('.', '') : null;
  const short = /^\p{Lu}\p{Ll}+$/u.test(text);
  if (!definite && !short && acronym === null) return null;
  const fitting = registry.bodies.filter(({ name }) => {
    const words = name.split(/\s+/);
    if (acronym !== null)
      return (
        words.length > 1 &&
        words
          .filter((word) => /^\p{Lu}/u.test(word))
          .map((word) => word[0])
          .join('') === acronym
      );
    if (definite) return fold(words.at(-1) ?? '') === fold(core);
    return words[0] === core && COMPANY.test(words.at(-1) ?? '');
  });
  const [body] = fitting;
  if (body === undefined || fitting.length > 1) return null;
  return { speaker: { name: body.name, role: null }, person: null, mention, evidence: body.named };
}

export function attributionOf({ speaker, mention, evidence }: Spoken): Stated {
  return { kind: 'stated', speaker, mention, evidence };
}
