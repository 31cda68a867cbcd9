import { passageAt, type Passage } from '../../corpus/passage.ts';
import { fold } from '../../text/fold.ts';
import type { Attribution } from '../quotation.ts';
import { DEPUTIES } from '../reports/cues.ts';
import { isNoPersons, isTitle, nameRuns, withoutTitles, type NameRun } from './names.ts';
import { antecedent, bodyBefore, candidates, pronoun, sameBody } from './pronouns.ts';
import { isRole, personOf } from './registry.ts';
import { asPerson, type Knowledge, type Spoken } from './spoken.ts';

type Stated = Extract<Attribution, { kind: 'stated' }>;

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
    .flatMap((block) => candidates(known, block, block < mention.block ? Infinity : mention.start))
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

/** Nouns for texts and fields, which journals and institutes have at the end of their names. */
const NO_BODY =
  /^(?:research|report|study|review|survey|poll|data|analysis|news|science|medicine|health|education|story|article)$/;

/** "the fund" where the article names one International Monetary Fund; "WHO" where it names the World Health Organisation. */
function byBody({ registry }: Knowledge, mention: Passage, text: string): Spoken | null {
  const core = text.replace(/^the\s/iu, '');
  const definite = /^the\s\p{Ll}+$/iu.test(text) && !NO_BODY.test(core);
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
