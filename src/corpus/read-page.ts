import type { ReadFile } from './corpus-file.ts';
import type { UnlabelledBlock } from './label-blocks.ts';
import { withoutFurniture } from './page/furniture.ts';
import { findHeadline, type Headline } from './page/headline.ts';
import { mainContent, type MainContent } from './page/main-content.ts';
import { isStandfirst, pageBlocks } from './page/page-blocks.ts';
import { pageFacts } from './page/page-facts.ts';
import { elementsOf, parsePage, textOf, type PageElement } from './page/parse-page.ts';

/** The way out that every refusal of a page ends with. */
const WAY_OUT = 'save the page of the article itself ("complete" where "HTML only" has no text), or paste its text into a .txt file';

/** Text that a page behind a paywall has at least when it is shown whole, in UTF-16 code units. */
const MORE_THAN_A_TEASER = 1500;

/**
 * Reads a news page that was saved from a browser: its article, without what stands around it.
 *
 * Text is as in `readMarkdown`: what a reader sees, runs of white space as one space.
 */
export function readPage(html: string): ReadFile {
  const page = parsePage(html);
  if (page === null) return refused('the page has more in it than an article could have');
  const facts = pageFacts(page);
  const shown = withoutFurniture(page.root);
  const headline = findHeadline(shown, facts);
  if (headline === null) return refused('the page has no headline');
  const main = mainContent(shown, headline);
  if (main.kind === 'several') return refused(`the page holds ${main.count} articles; expected one`);

  const blocks = articleBlocks(shown, main, headline);
  const prose = blocks.filter(({ kind }) => kind === 'paragraph');
  if (prose.length === 0) return refused('there is no article in the page; expected paragraphs below a headline');
  const length = prose.reduce((sum, { text }) => sum + text.length, 0);
  if (facts.behindPaywall && length < MORE_THAN_A_TEASER) {
    return refused('the page shows only the beginning of an article for subscribers; sign in first');
  }
  if (blocks.some(({ text }) => text.includes('\uFFFD'))) {
    return refused('the page has characters that cannot be read (\uFFFD)'); // REPLACEMENT CHARACTER
  }
  const { source, author, url, published } = facts;
  return { kind: 'read', head: { title: headline.text, source, author, url, published }, blocks, languageTag: languageTag(page.root, main.element) };
}

function refused(found: string): ReadFile {
  return { kind: 'problems', problems: [{ line: 1, message: `${found}; ${WAY_OUT}` }] };
}

function articleBlocks(shown: PageElement, { element, skipped }: MainContent, headline: Headline): readonly UnlabelledBlock[] {
  const blocks = pageBlocks(element, headline.element, skipped).filter(({ kind, text }) => kind !== 'heading' || text !== headline.text);
  if (headline.element === null || blocks.some(({ kind }) => kind === 'standfirst')) return blocks;
  // Some pages have the headline and the lines under it above the element that holds the text.
  const elements = [...elementsOf(shown)];
  const between = elements.slice(elements.indexOf(headline.element) + 1, Math.max(0, elements.indexOf(element)));
  const standfirst = between.filter(isStandfirst).map(textOf)[0] ?? '';
  return standfirst === '' ? blocks : [{ kind: 'standfirst', text: standfirst }, ...blocks];
}

/** The language that the page says its article is in, "en-GB". */
function languageTag(root: PageElement, main: PageElement): string | null {
  const html = [...elementsOf(root)].find(({ name }) => name === 'html');
  return main.attributes['lang'] ?? html?.attributes['lang'] ?? null;
}
