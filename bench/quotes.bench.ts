import { bench, describe } from 'vitest';
import { analyseArticle } from '../src/corpus/analysed-article.ts';
import { labelBlocks } from '../src/corpus/label-blocks.ts';
import { findQuotations } from '../src/quotes/find-quotations.ts';

/** Characters of a common news article. */
const LENGTH = 4_600;

const PARAGRAPHS = [
  '“The wall will not hold another winter,” said Maria Ruiz, the harbour master. “We have measured it 12 times, and it has moved each time.”',
  'Tom Okafor, who leads the council, said the money was there, but the builders warned that work could not begin before May.',
  'According to a report by the regulator, the pumps were never checked. Officials in Ashton have denied breaking the rules.',
  'Helen Brandt called the plan “an insult to the islanders”, adding that she would vote against it when it came back in June.',
  'The boats lay still on Monday. Nobody had come to look at the gate that the storm had torn away on the night before the vote.',
];

const text: string[] = [];
for (let n = 0; text.join('\n\n').length < LENGTH; n++) text.push(PARAGRAPHS[n % PARAGRAPHS.length] ?? '');
const title = 'Council votes on the harbour wall';
const nowhere = { source: null, author: null, url: null, published: null };
const blocks = labelBlocks(
  title,
  text.map((paragraph) => ({ kind: 'paragraph' as const, text: paragraph })),
);
const article = { id: 'wall', title, ...nowhere, language: 'en' as const, blocks };
const analysed = analyseArticle(article);

describe(`quotations of an article of ${LENGTH} characters, when it arrives`, () => {
  bench('its words taken apart by wink-nlp', () => {
    analyseArticle(article);
  });
  bench('its quotations found in them', () => {
    findQuotations(analysed);
  });
});
