import { ButtonStyle, type APIButtonComponent } from 'discord.js';
import { ask } from '../../answers/ask.ts';
import type { Library } from '../../answers/library.ts';
import { quotesOf } from '../../answers/quotes-of.ts';
import { summarise } from '../../answers/summary.ts';
import { whoSaid } from '../../answers/who-said.ts';
import { wholeBlock, type Passage } from '../../corpus/passage.ts';
import { customId, type View } from '../view.ts';
import { passageLink } from './article-link.ts';
import { button, card, linkButton, paginate, type Card } from './card.ts';
import { bold, escape, lines, md, type Markdown } from './escape.ts';
import { answeringPart, matchPart, placed, pointPart, quotationPart } from './passages.ts';

/** 24-bit RGB; colour supports a verdict and never carries it alone. */
const COLOURS = { answered: 0x2e7d32, altered: 0xb26a00, nothing: 0x616161, plain: 0x3949ab } as const;

/** Most answers that somebody pages through. */
const MOST_PAGES = 10;

/** One page of an answer, before its buttons. */
interface Page {
  readonly head: readonly Markdown[];
  readonly parts: readonly Markdown[];
  readonly foot: readonly Markdown[];
  /** The passage that Context and Open article lead to. */
  readonly passage: Passage | null;
  readonly colour: number;
}

/** Works out what a view shows and puts it on a card. A page behind the last is the last. */
export function answerCard(library: Library, view: View, hidden: boolean): Card {
  const pages = pagesOf(library, view);
  const at = Math.min(view.page, pages.length - 1);
  const page = pages[at];
  if (page === undefined) throw new RangeError(`a view of ${view.op} has no page`);
  const asked = 'text' in view && view.text !== null ? escape(view.text.replace(/\s+/g, ' ').trim()) : null;
  return card({ ...page, asked }, buttons(library, { ...view, page: at }, page, pages.length, hidden), hidden);
}

function buttons(
  library: Library,
  view: View,
  page: Page,
  pages: number,
  hidden: boolean,
): readonly APIButtonComponent[] {
  const { passage } = page;
  const turn = (label: string, to: number): APIButtonComponent =>
    button(`${label} ${to + 1}/${pages}`, customId(library, 'show', { ...view, page: to }));
  const url = passage === null ? null : (library.entries.get(passage.article)?.article.url ?? null);
  const link = url === null || passage === null ? null : passageLink(url, passage);
  return [
    ...(passage === null || view.op === 'context'
      ? []
      : [
          button(
            'Context',
            customId(library, 'open', { op: 'context', article: passage.article, block: passage.block, page: 0 }),
          ),
        ]),
    ...(view.page > 0 ? [turn('Previous', view.page - 1)] : []),
    ...(view.page < pages - 1 ? [turn('Next', view.page + 1)] : []),
    ...(hidden ? [button('Share', customId(library, 'share', view))] : []),
    ...(link === null ? [] : [linkButton('Open article', link)]),
    button('Delete', customId(library, 'delete', view), ButtonStyle.Danger),
  ];
}

function pagesOf(library: Library, view: View): readonly [Page, ...Page[]] {
  switch (view.op) {
    case 'who-said':
      return whoSaidPages(library, view);
    case 'ask':
      return askPages(library, view);
    case 'summary':
      return summaryPages(library, view);
    case 'quotes':
      return quotesPages(library, view);
    case 'context':
      return [contextPage(library, view)];
  }
}

function onePage(head: Markdown, colour: number = COLOURS.nothing): readonly [Page, ...Page[]] {
  return [{ head: [head], parts: [], foot: [], passage: null, colour }];
}

function atLeastOne(pages: readonly Page[], otherwise: Markdown): readonly [Page, ...Page[]] {
  const [first, ...rest] = pages;
  return first === undefined ? onePage(otherwise) : [first, ...rest];
}

function whoSaidPages(
  library: Library,
  { text, speaker, article }: Extract<View, { op: 'who-said' }>,
): readonly [Page, ...Page[]] {
  const answer = whoSaid(library, { text, speaker, article, limit: MOST_PAGES });
  switch (answer.kind) {
    case 'answered':
      return atLeastOne(
        answer.matches.map((match) => ({
          head: match.match === 'altered' ? [md`Not quite. The article has it like this:`] : [],
          parts: [matchPart(library, match)],
          foot: [],
          passage: match.passage,
          colour: match.match === 'exact' ? COLOURS.answered : COLOURS.altered,
        })),
        md`Nobody is quoted saying that.`,
      );
    case 'not-quoted':
      return nearestPages(
        library,
        md`The article says this in its own voice, not as a quotation:`,
        answer.nearest.map((passage) => [passage, [passage]]),
        COLOURS.altered,
      );
    case 'no-match': {
      const near = answer.near.map((match): Page => ({
        head: [md`Nobody is quoted saying that. Nearest:`],
        parts: [matchPart(library, match)],
        foot: [],
        passage: match.passage,
        colour: COLOURS.nothing,
      }));
      const places = answer.nearest.map((passage): Page => ({
        head: [md`Nobody is quoted saying that. Nearest:`],
        parts: [placed(library, passage, [])],
        foot: [],
        passage,
        colour: COLOURS.nothing,
      }));
      return atLeastOne(
        [...near, ...places],
        md`Nobody is quoted saying that, and nothing in the articles comes close. Try fewer words, or other ones.`,
      );
    }
  }
}

function nearestPages(
  library: Library,
  head: Markdown,
  passages: readonly (readonly [Passage, readonly Passage[]])[],
  colour: number,
): readonly [Page, ...Page[]] {
  return atLeastOne(
    passages.map(([passage, marks]) => {
      const article = library.entries.get(passage.article)?.article;
      const block = article === undefined ? passage : wholeBlock(article, passage.block);
      return { head: [head], parts: [placed(library, block, marks)], foot: [], passage: block, colour };
    }),
    head,
  );
}

function askPages(library: Library, { text, article }: Extract<View, { op: 'ask' }>): readonly [Page, ...Page[]] {
  const answer = ask(library, { question: text, article, limit: MOST_PAGES, history: [] });
  const answered = answer.kind === 'answered';
  const passages = answered ? answer.answers : answer.nearest;
  return atLeastOne(
    passages.map((one) => ({
      head: answered ? [] : [md`The articles do not say. The nearest they come:`],
      parts: [answeringPart(library, one)],
      foot: [],
      passage: one.passage,
      colour: answered ? COLOURS.answered : COLOURS.nothing,
    })),
    md`The articles do not say.`,
  );
}

function summaryPages(
  library: Library,
  { article, text, length }: Extract<View, { op: 'summary' }>,
): readonly [Page, ...Page[]] {
  const answer = summarise(library, { article, focus: text, length });
  if (answer.kind === 'none') return onePage(md`There is nothing to summarise. Try another focus, or leave it out.`);
  const ids = new Set(answer.points.map((point) => point.passage.article));
  const { paragraphs, of } = answer.coverage;
  const covered = md`${paragraphs} of ${of} paragraphs`;
  const head = (id: string): Markdown => bold(library.entries.get(id)?.article.title.replace(/\s+/g, ' ') ?? id);
  const [first] = answer.points;
  const parts = answer.points.map((point, n) =>
    ids.size > 1 && answer.points[n - 1]?.passage.article !== point.passage.article
      ? lines(head(point.passage.article), pointPart(point))
      : pointPart(point),
  );
  return atLeastOne(
    paginate(parts).map((some) => ({
      head: ids.size > 1 ? [md`${ids.size} articles · ${covered}`] : [md`${head(first.passage.article)} · ${covered}`],
      parts: some,
      foot: [],
      passage: ids.size > 1 ? null : first.passage,
      colour: COLOURS.plain,
    })),
    covered,
  );
}

function quotesPages(
  library: Library,
  { article, speaker, text }: Extract<View, { op: 'quotes' }>,
): readonly [Page, ...Page[]] {
  const answer = quotesOf(library, { article, speaker, topic: text });
  if (answer.kind === 'none') {
    const whom = speaker === null ? md`Nobody is quoted like that.` : md`${escape(speaker)} is not quoted like that.`;
    return onePage(md`${whom} Try another topic, or leave it out.`);
  }
  const count = answer.quotations.length;
  const head = count === 1 ? md`1 statement` : md`${count} statements`;
  return atLeastOne(
    paginate(answer.quotations.map((quotation) => quotationPart(library, quotation))).map((parts) => ({
      head: [head],
      parts,
      foot: [],
      passage: null,
      colour: COLOURS.plain,
    })),
    head,
  );
}

function contextPage(library: Library, { article, block }: Extract<View, { op: 'context' }>): Page {
  const found = library.entries.get(article)?.article;
  const around = [block - 1, block, block + 1].filter((n) => n >= 1 && n < (found?.blocks.length ?? 0));
  const parts = found === undefined ? [] : around.map((n) => placed(library, wholeBlock(found, n), []));
  const here = around.indexOf(block);
  const focus = found === undefined || here < 0 ? null : wholeBlock(found, block);
  return {
    head: [md`What stands around it:`],
    parts,
    foot: [],
    passage: focus,
    colour: COLOURS.plain,
  };
}
