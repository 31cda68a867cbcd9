import type { AnsweringPassage, QuotationMatch, SummaryPoint } from '../../answers/answer.ts';
import { blockOf } from '../../answers/block-of.ts';
import type { Library } from '../../answers/library.ts';
import { isNamed } from '../../answers/named-speaker.ts';
import type { Article } from '../../corpus/article.ts';
import type { Passage } from '../../corpus/passage.ts';
import { spaced } from './card.ts';
import {
  address,
  askedWords,
  blockQuote,
  bold,
  escape,
  lines,
  md,
  small,
  spacedWords,
  type Markdown,
} from './escape.ts';
import { sentencesIn, takeRuns, type SentenceRun } from './long-passage.ts';

type Attribution = AnsweringPassage['attribution'];
type Quotation = QuotationMatch['quotation'];

/** Whether a card has room for a part beside all else that stands on it. */
export type Fit = (part: Markdown) => boolean;

/** Longest headline, outlet or difference that a card has room for beside a passage, in UTF-16 code units; a longer one is left out. */
const LONGEST_ASIDE = 500;

/** "**Dmitry Peskov** · Kremlin spokesperson", or openly nobody. */
export function speakerLine(attribution: Attribution): Markdown {
  if (attribution.kind === 'not-stated' || !isNamed(attribution.speaker)) return md`_Speaker not stated_`;
  const { name, role } = attribution.speaker;
  return role === null ? bold(spacedWords(name)) : md`${bold(spacedWords(name))} · ${escape(spacedWords(role))}`;
}

/** The article's headline, or its id where the headline is too long for a card. */
export function headline({ id, title }: Article): Markdown {
  return bold(title.length > LONGEST_ASIDE ? id : spacedWords(title));
}

/** Where a passage stands: "paragraph 3 · Russia plays down hope … · Reuters <url>". */
export function placeLine(library: Library, passage: Passage, label: Markdown = escape(passage.label)): Markdown {
  const article = library.entries.get(passage.article)?.article;
  const facts = [article?.title, article?.source].flatMap((fact) =>
    fact == null || fact.length > LONGEST_ASIDE ? [] : [md` · ${escape(spacedWords(fact))}`],
  );
  const link = article?.url == null || article.url.length > LONGEST_ASIDE ? [] : [md` ${address(article.url)}`];
  return small([label, ...facts, ...link].reduce((line, fact) => md`${line}${fact}`));
}

/**
 * A passage with its place below it. A passage too long for the card is shown by its `marked` sentences, each whole, and says so.
 */
export function placed(library: Library, passage: Passage, marks: readonly Passage[], fit: Fit): Markdown {
  const whole = lines(blockQuote(passage, marks), placeLine(library, passage));
  if (fit(whole)) return whole;
  const sentences = sentencesIn(library, passage);
  const marked = sentences.filter((sentence) => marks.some((mark) => overlap(mark, sentence)));
  const partly = (runs: readonly SentenceRun[]): Markdown => {
    const count = runs.reduce((sum, run) => sum + run.count, 0);
    const label = md`${count} of ${sentences.length} sentences of ${escape(passage.label)}`;
    return lines(...spaced(runs.map((run) => blockQuote(run.passage, marks))), placeLine(library, passage, label));
  };
  const wanted = new Set(marked.length > 0 ? marked : sentences);
  const runs = takeRuns(library, sentences, wanted, (some) => fit(partly(some)));
  return runs.length > 0
    ? partly(runs)
    : placeLine(library, passage, md`${escape(passage.label)} is too long for a card`);
}

function overlap(a: Passage, b: Passage): boolean {
  return a.article === b.article && a.block === b.block && a.start < b.end && a.end > b.start;
}

/** A quotation that was found, with how it differs from what was asked. */
export function matchPart(library: Library, match: QuotationMatch, fit: Fit): Markdown {
  const { quotation, changes, matched, elsewhere } = match;
  const marks = matched.length > 0 ? matched : quotation.spans;
  const after = [
    ...evidenceLine(quotation),
    ...(elsewhere.length === 0
      ? []
      : [small(elsewhere.length === 1 ? md`and in one other place` : md`and in ${elsewhere.length} other places`)]),
    ...(match.match === 'altered' ? changesLines(changes) : []),
  ];
  const around = (words: Markdown): Markdown =>
    lines(...callOut(match.alterations), speakerLine(quotation.attribution), words, ...after);
  return around(quotationWords(library, quotation, marks, (words) => fit(around(words))));
}

/** What can reverse a statement is said before everything else. */
function callOut(alterations: QuotationMatch['alterations']): readonly Markdown[] {
  const words = { negation: md`a “not”`, number: md`a number`, name: md`a name` } as const;
  const [first, ...rest] = alterations.map((one) => words[one]);
  return first === undefined
    ? []
    : [md`**It differs in ${rest.reduce((text, word) => md`${text} and ${word}`, first)}.**`];
}

/** Where the speaker's name stands, when that is another paragraph than the quotation's. */
function evidenceLine({ attribution, spans }: Quotation): readonly Markdown[] {
  const evidence = attribution.kind === 'stated' ? attribution.evidence : null;
  return evidence === null || spans.some((span) => span.block === evidence.block)
    ? []
    : [small(md`named in ${escape(evidence.label)}`)];
}

/** The blocks that a quotation runs through; the one with the first mark where a card has no room for all. */
function quotationWords(library: Library, quotation: Quotation, marks: readonly Passage[], fit: Fit): Markdown {
  const blocks = [...new Map(quotation.spans.map((span) => [span.block, blockOf(library, span)])).values()];
  const all = lines(...spaced(blocks.map((block) => placed(library, block, marks, () => true))));
  if (blocks.length > 1 && fit(all)) return all;
  const here = blocks.find((block) => block.block === marks[0]?.block) ?? blockOf(library, quotation.spans[0]);
  const others = blocks.filter((block) => block.block !== here.block);
  const rest =
    others.length === 0
      ? []
      : [small(md`the quotation also runs through ${list(others.map((block) => escape(block.label)))}`)];
  const around = (words: Markdown): Markdown => lines(words, ...rest);
  return around(placed(library, here, marks, (words) => fit(around(words))));
}

function list(words: readonly Markdown[]): Markdown {
  return words.reduce((text, word) => md`${text}, ${word}`);
}

/** What was asked is struck through where the article does not have it; what the article has instead is bold. */
function changesLines(changes: QuotationMatch['changes']): readonly Markdown[] {
  if (changes.length === 0 || changes.reduce((sum, { text }) => sum + text.length, 0) > LONGEST_ASIDE) return [];
  const line = changes
    .map(({ kind, text }) => {
      const words = spacedWords(text);
      return kind === 'removed' ? md`~~${escape(askedWords(text))}~~` : kind === 'added' ? bold(words) : escape(words);
    })
    .reduce((before, part) => md`${before} ${part}`);
  return [md``, md`You asked for: ${line}`];
}

export function answeringPart(
  library: Library,
  { passage, highlight, attribution }: AnsweringPassage,
  fit: Fit,
): Markdown {
  const said = attribution.kind === 'stated' ? [speakerLine(attribution)] : [];
  const around = (words: Markdown): Markdown => lines(...said, words);
  return around(placed(library, passage, highlight, (words) => fit(around(words))));
}

export function pointPart({ passage, attribution }: SummaryPoint): Markdown {
  const said =
    attribution.kind === 'stated' && isNamed(attribution.speaker)
      ? md`${escape(spacedWords(attribution.speaker.name))}, `
      : md``;
  return lines(blockQuote(passage), small(md`${said}${escape(passage.label)}`));
}

/** Statements of one speaker that stand in the same blocks, each in bold. */
export function statementsPart(library: Library, statements: readonly [Quotation, ...Quotation[]], fit: Fit): Markdown {
  const [first] = statements;
  const spans = statements.flatMap((statement) => statement.spans);
  const how = statements.every(({ kind }) => kind === 'indirect') ? [small(md`reported, not word for word`)] : [];
  const around = (words: Markdown): Markdown => lines(speakerLine(first.attribution), ...how, words);
  return around(quotationWords(library, first, spans, (words) => fit(around(words))));
}
