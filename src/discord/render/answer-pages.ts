import type { AnsweringPassage, EarlierTurn, QuotationMatch, SummaryPoint } from '../../answers/answer.ts';
import { ask } from '../../answers/ask.ts';
import { blockOf } from '../../answers/block-of.ts';
import type { Library } from '../../answers/library.ts';
import { quotesOf } from '../../answers/quotes-of.ts';
import { summarise } from '../../answers/summary.ts';
import { whoSaid } from '../../answers/who-said.ts';
import type { ArticleId } from '../../corpus/article.ts';
import type { Passage } from '../../corpus/passage.ts';
import { mostArticles, type View } from '../view.ts';
import { fits, paginate, type CardText, type Frame } from './card.ts';
import { contextPages } from './context-pages.ts';
import { askedWords, bold, escape, lines, md, type Markdown } from './escape.ts';
import { answeringPart, headline, matchPart, placed, pointPart, statementsPart, type Fit } from './passages.ts';

/** One page of an answer, before its buttons. */
export interface Page extends CardText {
  /** The passage that Context and Open article lead to. */
  readonly passage: Passage | null;
  /** Articles whose words the page shows, by which its buttons notice that one has changed. */
  readonly articles: readonly ArticleId[];
}

type Pages = readonly [Page, ...Page[]];

/** 24-bit RGB; colour supports a verdict and never carries it alone. */
const COLOURS = { answered: 0x2e7d32, altered: 0xb26a00, nothing: 0x616161, plain: 0x3949ab } as const;

/** Most answers that somebody pages through. */
const MOST_PAGES = 10;

/**
 * Works out what a view shows, page by page. `asked` stands above each of them.
 *
 * @param history what was asked before in the same thread, oldest first.
 */
export function pagesOf(library: Library, view: View, asked: Markdown | null, history: readonly EarlierTurn[]): Pages {
  switch (view.op) {
    case 'who-said':
      return whoSaidPages(library, view, asked);
    case 'ask':
      return askPages(library, view, asked, view.alone ? [] : history);
    case 'summary':
      return summaryPages(library, view, asked);
    case 'quotes':
      return quotesPages(library, view, asked);
    case 'context':
      return atLeastOne(
        contextPages(library, view).map((page) => ({ ...page, articles: [view.article], colour: COLOURS.plain })),
        { asked, head: md`This paragraph is not in the article any more.` },
      );
  }
}

function atLeastOne(pages: readonly Page[], otherwise: Frame, colour: number = COLOURS.nothing): Pages {
  const [first, ...rest] = pages;
  return first === undefined ? [{ ...otherwise, parts: [], passage: null, articles: [], colour }] : [first, ...rest];
}

/** A page with one part, which is made to fit. */
function single(frame: Frame, passage: Passage, colour: number, part: (fit: Fit) => Markdown): Page {
  return { ...frame, parts: [part((some) => fits(frame, [some]))], passage, articles: [passage.article], colour };
}

function whoSaidPages(library: Library, view: Extract<View, { op: 'who-said' }>, asked: Markdown | null): Pages {
  const { text, speaker, article } = view;
  const answer = whoSaid(library, { text, speaker, article, limit: MOST_PAGES });
  const matchPage = (head: Markdown | null, match: QuotationMatch, colour: number): Page =>
    single({ asked, head }, match.passage, colour, (fit) => matchPart(library, match, fit));
  const blockPage = (head: Markdown, passage: Passage, colour: number): Page =>
    single({ asked, head }, passage, colour, (fit) => placed(library, blockOf(library, passage), [passage], fit));
  switch (answer.kind) {
    case 'answered': {
      const altered = md`Not quite. The article has it like this:`;
      return atLeastOne(
        answer.matches.map((match) =>
          match.match === 'exact'
            ? matchPage(null, match, COLOURS.answered)
            : matchPage(match.match === 'altered' ? altered : md`On the same topic:`, match, COLOURS.altered),
        ),
        { asked, head: altered },
      );
    }
    case 'not-quoted': {
      const head = md`The article says this in its own voice, not as a quotation:`;
      return atLeastOne(
        answer.nearest.map((passage) => blockPage(head, passage, COLOURS.altered)),
        { asked, head },
      );
    }
    case 'no-match': {
      const head = md`Nobody is quoted saying that. Nearest:`;
      const near = answer.near.map((match) => matchPage(head, match, COLOURS.nothing));
      const places = answer.nearest.map((passage) => blockPage(head, passage, COLOURS.nothing));
      const nothing = md`Nobody is quoted saying that, and nothing in the articles comes close. Try fewer words, or other ones.`;
      return atLeastOne([...near, ...places], { asked, head: nothing });
    }
  }
}

function askPages(
  library: Library,
  { text: question, article }: Extract<View, { op: 'ask' }>,
  asked: Markdown | null,
  history: readonly EarlierTurn[],
): Pages {
  const answer = ask(library, { question, article, limit: MOST_PAGES, history });
  const reading = answer.reading === question ? null : escape(askedWords(answer.reading));
  const page = (head: Markdown | null, one: AnsweringPassage, colour: number): Page =>
    single({ asked, reading, head }, one.passage, colour, (fit) => answeringPart(library, one, fit));
  const silence = md`The articles do not say.`;
  switch (answer.kind) {
    case 'answered':
      return atLeastOne(
        answer.answers.map((one) => page(null, one, COLOURS.answered)),
        { asked, reading, head: silence },
      );
    case 'no-answer':
      return atLeastOne(
        answer.nearest.map((one) => page(md`${silence} The nearest they come:`, one, COLOURS.nothing)),
        { asked, reading, head: md`${silence} Try other words.` },
      );
  }
}

function summaryPages(library: Library, view: Extract<View, { op: 'summary' }>, asked: Markdown | null): Pages {
  const answer = summarise(library, { article: view.article, focus: view.text, length: view.length });
  switch (answer.kind) {
    case 'none':
      return atLeastOne([], { asked, head: md`There is nothing to summarise. Try another focus, or leave it out.` });
    case 'answered': {
      const [first] = answer.points;
      const isDigest = articlesOf(answer.points).length > 1;
      const { paragraphs, of } = answer.coverage;
      const subject = isDigest ? md`**Several articles**` : headlineOf(library, first.passage);
      const frame = { asked, head: md`${subject} · ${paragraphs} of ${of} paragraphs` };
      const partsOf = isDigest ? (some: readonly SummaryPoint[]) => digestParts(library, some) : pointParts;
      const pages = paginate(
        answer.points,
        (some) => articlesOf(some).length <= mostArticles(view) && fits(frame, partsOf(some)),
      );
      return atLeastOne(
        pages.map((some) => ({
          ...frame,
          parts: partsOf(some),
          passage: isDigest ? null : first.passage,
          articles: articlesOf(some),
          colour: COLOURS.plain,
        })),
        frame,
      );
    }
  }
}

function articlesOf(items: readonly { readonly passage: Passage }[]): readonly ArticleId[] {
  return [...new Set(items.map(({ passage }) => passage.article))];
}

function pointParts(points: readonly SummaryPoint[]): readonly Markdown[] {
  return points.map((point) => pointPart(point));
}

/** The first point of each article with the headline above it. */
function digestParts(library: Library, points: readonly SummaryPoint[]): readonly Markdown[] {
  return points.map((point, n) =>
    points[n - 1]?.passage.article === point.passage.article
      ? pointPart(point)
      : lines(headlineOf(library, point.passage), pointPart(point)),
  );
}

function headlineOf(library: Library, { article }: Passage): Markdown {
  const found = library.entries.get(article)?.article;
  return found === undefined ? bold(article) : headline(found);
}

function quotesPages(library: Library, view: Extract<View, { op: 'quotes' }>, asked: Markdown | null): Pages {
  const { article, speaker, text: topic } = view;
  const answer = quotesOf(library, { article, speaker, topic });
  switch (answer.kind) {
    case 'none': {
      const whom = speaker === null ? md`Nobody is quoted like that.` : md`${escape(speaker)} is not quoted like that.`;
      return atLeastOne([], { asked, head: md`${whom} Try another topic, or leave it out.` });
    }
    case 'answered': {
      const count = answer.quotations.length;
      const frame = { asked, head: count === 1 ? md`1 statement` : md`${count} statements` };
      const items = together(answer.quotations).map((some) => ({
        passage: some[0].spans[0],
        part: statementsPart(library, some, (part) => fits(frame, [part])),
      }));
      const partsOf = (some: Readonly<typeof items>): readonly Markdown[] => some.map(({ part }) => part);
      const pages = paginate(
        items,
        (some) => articlesOf(some).length <= mostArticles(view) && fits(frame, partsOf(some)),
      );
      return atLeastOne(
        pages.map((some) => ({
          ...frame,
          parts: partsOf(some),
          passage: null,
          articles: articlesOf(some),
          colour: COLOURS.plain,
        })),
        frame,
      );
    }
  }
}

type Statements = readonly [QuotationMatch['quotation'], ...QuotationMatch['quotation'][]];

/** Puts statements together that follow each other, are of one speaker and stand in one block: it is shown once. */
function together(quotations: readonly QuotationMatch['quotation'][]): readonly Statements[] {
  const groups: [QuotationMatch['quotation'], ...QuotationMatch['quotation'][]][] = [];
  for (const quotation of quotations) {
    const group = groups.at(-1);
    if (group !== undefined && placeAndSpeaker(group[0]) === placeAndSpeaker(quotation)) group.push(quotation);
    else groups.push([quotation]);
  }
  return groups;
}

function placeAndSpeaker({ article, spans, attribution }: QuotationMatch['quotation']): string {
  const blocks = [...new Set(spans.map((span) => span.block))];
  return JSON.stringify([article, blocks, attribution.kind === 'stated' ? attribution.speaker.name : null]);
}
