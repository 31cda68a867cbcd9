import type { AnsweringPassage, QuotationMatch, SummaryPoint } from '../../answers/answer.ts';
import { blockOf } from '../../answers/block-of.ts';
import type { Library } from '../../answers/library.ts';
import { passageAt, type Passage } from '../../corpus/passage.ts';
import { fitsAlone } from './card.ts';
import { address, blockQuote, bold, escape, lines, md, small, type Markdown } from './escape.ts';

type Attribution = AnsweringPassage['attribution'];
type Quotation = QuotationMatch['quotation'];

/** "**Dmitry Peskov** · Kremlin spokesperson", or openly nobody. */
export function speakerLine(attribution: Attribution): Markdown {
  if (attribution.kind === 'not-stated') return md`_Speaker not stated_`;
  const { name, role } = attribution.speaker;
  return role === null ? bold(oneLine(name)) : md`${bold(oneLine(name))} · ${escape(oneLine(role))}`;
}

/** Where a passage stands: "paragraph 3 · Russia plays down hope … · Reuters <url>". */
export function placeLine(library: Library, passage: Passage, label: Markdown = escape(passage.label)): Markdown {
  const article = library.entries.get(passage.article)?.article;
  const facts = [article?.title, article?.source].flatMap((fact) =>
    fact == null ? [] : [md` · ${escape(oneLine(fact))}`],
  );
  const link = article?.url == null ? [] : [md` ${address(article.url)}`];
  return small([label, ...facts, ...link].reduce((line, fact) => md`${line}${fact}`));
}

/**
 * A passage with its place below it. A passage too long for a card is shown by its `marked` sentences, each whole, and says so.
 */
export function placed(library: Library, passage: Passage, marks: readonly Passage[]): Markdown {
  const whole = blockQuote(passage, marks);
  if (fitsAlone(whole)) return lines(whole, placeLine(library, passage));
  const { shown, of } = markedSentences(library, passage, marks);
  const label = md`${shown.length} of ${of} sentences of ${escape(passage.label)}`;
  return lines(...shown.map((sentence) => blockQuote(sentence, marks)), placeLine(library, passage, label));
}

/** Those sentences of a long block that hold what was asked for, as many as a card has room for; the first where nothing is marked. */
function markedSentences(
  library: Library,
  passage: Passage,
  marks: readonly Passage[],
): { shown: readonly Passage[]; of: number } {
  const entry = library.entries.get(passage.article);
  const sentences = entry?.analysed.texts[passage.block]?.sentences ?? [];
  const cut = sentences.flatMap(({ start, end }) =>
    entry === undefined ? [] : [passageAt(entry.article, { block: passage.block, start, end })],
  );
  const holding = cut.filter((sentence) =>
    marks.some((mark) => mark.block === sentence.block && mark.start < sentence.end && mark.end > sentence.start),
  );
  const shown: Passage[] = [];
  for (const sentence of holding.length > 0 ? holding : cut) {
    if (!fitsAlone(lines(...[...shown, sentence].map((one) => blockQuote(one, marks))))) break;
    shown.push(sentence);
  }
  return { shown, of: sentences.length };
}

/** A quotation that was found, with how it differs from what was asked. */
export function matchPart(library: Library, match: QuotationMatch): Markdown {
  const { quotation, passage, changes, matched, elsewhere } = match;
  const more =
    elsewhere.length === 0
      ? []
      : [small(elsewhere.length === 1 ? md`and in one other place` : md`and in ${elsewhere.length} other places`)];
  return lines(
    speakerLine(quotation.attribution),
    placed(library, passage, matched.length > 0 ? matched : quotation.spans),
    ...more,
    ...(match.match === 'altered' && changes.length > 0 ? [md``, md`You asked for: ${changesLine(changes)}`] : []),
  );
}

/** What was asked is struck through where the article does not have it; what the article has instead is bold. */
function changesLine(changes: QuotationMatch['changes']): Markdown {
  return changes
    .map(({ kind, text }) => {
      const words = oneLine(text);
      return kind === 'removed' ? md`~~${escape(words)}~~` : kind === 'added' ? bold(words) : escape(words);
    })
    .reduce((line, part) => md`${line} ${part}`);
}

export function answeringPart(library: Library, { passage, highlight, attribution }: AnsweringPassage): Markdown {
  const said = attribution.kind === 'stated' ? [speakerLine(attribution)] : [];
  return lines(...said, placed(library, passage, highlight));
}

export function pointPart({ passage, attribution }: SummaryPoint): Markdown {
  const said = attribution.kind === 'stated' ? md`${escape(oneLine(attribution.speaker.name))}, ` : md``;
  return lines(blockQuote(passage), small(md`${said}${escape(passage.label)}`));
}

export function quotationPart(library: Library, quotation: Quotation): Markdown {
  const how = quotation.kind === 'indirect' ? [small(md`reported, not word for word`)] : [];
  const [first, ...rest] = blocksOf(library, quotation);
  const blocks = first === undefined ? [] : [first, ...rest].map((block) => placed(library, block, quotation.spans));
  return lines(speakerLine(quotation.attribution), ...how, ...blocks);
}

function blocksOf(library: Library, quotation: Quotation): readonly Passage[] {
  const seen = new Map(quotation.spans.map((span) => [span.block, blockOf(library, span)]));
  return [...seen.values()];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
