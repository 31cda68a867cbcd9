import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SummaryAnswer, SummaryLength } from '../../src/answers/answer.ts';
import { buildLibrary } from '../../src/answers/library.ts';
import { summarise } from '../../src/answers/summary.ts';
import type { Article } from '../../src/corpus/article.ts';
import { labelBlocks } from '../../src/corpus/label-blocks.ts';
import { anArticle } from '../support/an-article.ts';
import { aText } from '../support/arbitraries.ts';

/** The points of a summary as a reader sees them: "paragraph 1: The council met on Monday." */
function pointsOf(answer: SummaryAnswer): string[] {
  if (answer.kind === 'none') return [];
  return answer.points.map(({ passage }) => `${passage.label}: ${passage.text}`);
}

function summary(
  articles: Article | readonly Article[],
  options: { readonly focus?: string; readonly length?: SummaryLength; readonly article?: string } = {},
): SummaryAnswer {
  const { focus = null, length = 'short', article = null } = options;
  return summarise(buildLibrary([articles].flat()), { article, focus, length });
}

const wordsOf = (answer: SummaryAnswer): number =>
  pointsOf(answer).reduce((sum, point) => sum + point.replace(/^.*?: /u, '').split(/\s+/u).length, 0);

const HARBOUR = anArticle({
  title: 'Council votes to rebuild the harbour wall',
  paragraphs: [
    'Saltmarsh council voted on Monday to rebuild the harbour wall at a cost of 4 million pounds.',
    'The harbour wall has stood for ninety years. It was last repaired after the storm of 1987.',
    'Harbour master Maria Ruiz said the wall would not hold through another winter.',
    'But she warned that the work would close the harbour to fishing boats until May.',
    'Tom Okafor, who speaks for the fishing crews, said the closure would ruin the herring season.',
    'The council will ask the county for a grant to pay for half of the wall.',
    'Rain is forecast for the rest of the week.',
  ],
});

describe('a summary shows', () => {
  it('the key points of the editors first, and says that they are', () => {
    const article = anArticle({
      keyPoints: ['Harbour wall to be rebuilt', 'Fishing crews fear for the season'],
      paragraphs: HARBOUR.blocks.slice(1).map(({ text }) => text),
    });

    expect(pointsOf(summary(article)).slice(0, 2)).toEqual([
      'key point 1: Harbour wall to be rebuilt',
      'key point 2: Fishing crews fear for the season',
    ]);
  });

  it('whole sentences in the order of the article', () => {
    const blocks = pointsOf(summary(HARBOUR, { length: 'long' })).map((point) => Number(/\d+/.exec(point)?.[0]));

    expect(blocks.length).toBeGreaterThan(3);
    expect(blocks).toEqual([...blocks].sort((a, b) => a - b));
  });

  it('how many paragraphs its sentences come from, key points apart', () => {
    const article = anArticle({
      keyPoints: ['Wall to be rebuilt'],
      paragraphs: ['The council met.', 'Nobody else came.'],
    });

    expect(summary(article)).toMatchObject({ kind: 'answered', coverage: { paragraphs: 2, of: 2 } });
  });

  it('the shortest sentence where none is short enough', () => {
    const long = `The council talked about ${'the wall and '.repeat(40)}the harbour.`;

    expect(pointsOf(summary(anArticle({ paragraphs: [`${long.slice(0, -1)} again.`, long] })))).toEqual([
      `paragraph 2: ${long}`,
    ]);
  });

  it('more the longer it may be', () => {
    const paragraphs = Array.from(
      { length: 60 },
      (_, n) => `Speaker${n} told the meeting${n} about topic${n} and harbour${n} again.`,
    );
    const words = (['short', 'medium', 'long'] as const).map((length) =>
      wordsOf(summary(anArticle({ paragraphs }), { length })),
    );

    expect(words).toEqual([63, 135, 288]);
  });
});

it('shows a sentence that says much more than the key point that it takes up', () => {
  const keyPoint = 'Harbour master to meet mayor';
  const sentence =
    'The harbour master, who took office last year after long repairs, will meet the mayor at noon and visit the school.';

  expect(pointsOf(summary(anArticle({ keyPoints: [keyPoint], paragraphs: [sentence] })))).toEqual([
    `key point 1: ${keyPoint}`,
    `paragraph 1: ${sentence}`,
  ]);
});

describe('a summary does not say twice', () => {
  it.each([
    [
      'a standfirst that stands again as a paragraph',
      'standfirst',
      'The wall will be rebuilt',
      'paragraph 1: The wall will be rebuilt.',
    ],
    [
      'a key point that stands again as a paragraph',
      'key-point',
      'The wall will be rebuilt',
      'key point 1: The wall will be rebuilt',
    ],
  ] as const)('%s', (_case, kind, text, expected) => {
    const blocks = labelBlocks('Council meets', [
      { kind, text },
      { kind: 'paragraph', text: 'The wall will be rebuilt.' },
    ]);

    expect(pointsOf(summary({ ...anArticle(), title: 'Council meets', blocks }))).toEqual([expected]);
  });

  it('a sentence in other words of the same kind', () => {
    const paragraphs = [
      'The council will rebuild the harbour wall.',
      'The harbour wall, the council said, it will rebuild.',
      'Boats stay out until May.',
    ];

    expect(pointsOf(summary(anArticle({ title: 'Council meets', paragraphs })))).toHaveLength(2);
  });

  it('what two articles share', () => {
    const one = anArticle({ id: 'one', paragraphs: ['The council met on Monday.', 'Boats stay out until May.'] });
    const other = anArticle({ id: 'two', paragraphs: ['The council met on Monday.', 'Herring is dear this year.'] });

    expect(pointsOf(summary([one, other])).sort()).toEqual([
      'paragraph 1: The council met on Monday.',
      'paragraph 2: Boats stay out until May.',
      'paragraph 2: Herring is dear this year.',
    ]);
  });
});

describe('a sentence is left out when', () => {
  it.each([
    ['nothing tells who “he” is', ['He will not come to the council.']],
    ['nothing tells who “she” is', ['In recent days she has been away.']],
    ['nothing tells what “but” answers', ['But the wall will not hold.']],
    ['nothing tells what “this” is', ['This was a mistake of the council.']],
    ['“however” stands inside it', ['The wall, however, will not hold.']],
    ['nothing tells which offer it is', ['The mayor of Saltmarsh mocked the offer as “a joke”.']],
    ['nothing tells which growth it is', ['The harbour master sees this growth as a danger.']],
    ['nothing tells which plans they are', ['Fishing crews fear these new plans.']],
    ['nothing tells what “this” is inside it', ['Engineers say this could be dear.']],
    ['a heading stands between it and what it refers to', ['Maria Ruiz spoke', 'She voted against the wall.']],
    ['it is a heading or a byline', ['By Maria Ruiz', 'Harbour news']],
    ['it is the piece of a quotation whose speaker is not known', ['\u201CThe wall holds. It is a good wall.\u201D']],
  ])('%s', (_case, paragraphs) => {
    expect(summary(anArticle({ title: 'Council meets', paragraphs }))).toEqual({ kind: 'none' });
  });
});

describe('a sentence is shown on its own where', () => {
  it.each([
    ['“this” is a time', 'The council will meet again this winter.'],
    ['it goes on to say which', 'The mayor mocked the offer of help.'],
    ['it says who “those” are', 'The council will pay those crews who lose a season.'],
    ['it has named the thing itself', 'Engineers made offers, but the council turned the offer down.'],
    ['the headline has the thing', 'The council made the move on Monday.'],
    ['somebody is quoted with it', '“We will not pay for this wall,” said Maria Ruiz.'],
  ])('%s', (_case, sentence) => {
    const article = anArticle({ title: 'A move against the storm', paragraphs: [sentence] });
    expect(pointsOf(summary(article))).toEqual([`paragraph 1: ${sentence}`]);
  });
});

describe('a sentence that refers to the one before is shown with it when', () => {
  it.each([
    ['it begins with “she”', 'Maria Ruiz spoke first.', 'She voted against the wall.', 'She voted'],
    ['it begins with “but”', 'The wall is old.', 'But the council voted for the harbour.', 'council voted'],
    ['it begins with “such”', 'The wall is old.', 'Such walls do not hold in a winter storm.', 'winter storm'],
  ])('%s', (_case, before, sentence, focus) => {
    expect(pointsOf(summary(anArticle({ title: 'Meeting', paragraphs: [before, sentence] }), { focus }))).toEqual([
      `paragraph 1: ${before}`,
      `paragraph 2: ${sentence}`,
    ]);
  });
});

describe('a sentence that calls somebody by the last name', () => {
  const paragraphs = [
    'Maria Ruiz, a baker, came early.',
    'Rain fell on the town.',
    'In the end Ruiz voted for the pier.',
  ];

  it('is shown with the one that gives the full name', () => {
    expect(pointsOf(summary(anArticle({ title: 'Meeting', paragraphs }), { focus: 'pier' }))).toEqual([
      'paragraph 1: Maria Ruiz, a baker, came early.',
      'paragraph 3: In the end Ruiz voted for the pier.',
    ]);
  });

  it('is shown alone where the headline has the name', () => {
    expect(pointsOf(summary(anArticle({ title: 'Ruiz at the meeting', paragraphs }), { focus: 'pier' }))).toEqual([
      'paragraph 3: In the end Ruiz voted for the pier.',
    ]);
  });
});

describe('a summary about', () => {
  it.each([
    ['a topic', 'herring season', ['paragraph 5: Tom Okafor, who speaks']],
    ['a person', 'Maria Ruiz', ['paragraph 3: Harbour master Maria Ruiz', 'paragraph 4: But she warned that']],
    ['a person by surname', 'okafor', ['paragraph 5: Tom Okafor, who speaks']],
    ['a word in another form', 'repairs', ['paragraph 2: The harbour wall has', 'paragraph 2: It was last repaired']],
  ])('%s shows what the article says about it', (_case, focus, expected) => {
    const points = pointsOf(summary(HARBOUR, { focus }));

    expect(points.map((point) => point.split(' ').slice(0, 6).join(' '))).toEqual(expected);
  });

  it.each(['the economy', 'council of Norway', '...', 'the'])('%s is none', (focus) => {
    expect(summary(HARBOUR, { focus })).toEqual({ kind: 'none' });
  });
});

describe('a summary about somebody', () => {
  const RUIZ = 'The harbour master, Maria Ruiz, opened the meeting.';
  const OTHER = 'Juan Ruiz, a baker, brought bread for the crews.';

  it.each([
    ['by the last name, in any case', 'ruiz', [RUIZ, 'Nobody asked Ruiz about the price.']],
    ['by a title and the last name', 'Mrs Ruiz', [RUIZ, 'Mrs Ruiz left at noon.']],
    ['by a role that nobody else has', 'Maria Ruiz', [RUIZ, 'The harbour master left at noon.']],
    ['in what they say', 'Ruiz', [RUIZ, '“The wall will not hold another winter,” she said.']],
  ])('finds them %s', (_case, focus, expected) => {
    const paragraphs = [...expected, 'Rain fell on the town all day.'];
    const texts = pointsOf(summary(anArticle({ title: 'Meeting', paragraphs }), { focus }));

    expect(texts.map((text) => text.replace(/^.*?: /u, ''))).toEqual(expected);
  });

  it.each([
    ['somebody else of the same name', 'Maria Ruiz', [OTHER]],
    ['the same role elsewhere', 'Maria Ruiz', ["Denmark's harbour master sent a letter."]],
    ['a word that is only like the name', 'Maria Ruiz', ['The ruizes of the coast are old boats.']],
  ])('leaves out %s', (_case, focus, others) => {
    const article = anArticle({ title: 'Meeting', paragraphs: [RUIZ, ...others] });

    expect(pointsOf(summary(article, { focus }))).toEqual([`paragraph 1: ${RUIZ}`]);
  });

  it('wants the name of a body whole', () => {
    const paragraphs = [
      'The Harbour Board met on Monday.',
      'The board of the ship was wet.',
      'A harbour is a good place.',
    ];

    expect(pointsOf(summary(anArticle({ title: 'Meeting', paragraphs }), { focus: 'harbour board' }))).toEqual([
      'paragraph 1: The Harbour Board met on Monday.',
    ]);
  });
});

describe('a digest of several articles', () => {
  const library = [
    HARBOUR,
    anArticle({
      id: 'school',
      title: 'School opens',
      paragraphs: ['A school for sailors opened in Saltmarsh on Friday.'],
    }),
  ];

  it('has points of each, in the order of the library', () => {
    const answer = summary(library);
    const articles = answer.kind === 'none' ? [] : answer.points.map(({ passage }) => passage.article);

    expect(new Set(articles)).toEqual(new Set(['harbour-vote', 'school']));
    expect(articles).toEqual([...articles].sort());
    expect(answer).toMatchObject({ coverage: { of: 8 } });
  });

  it('leaves out the articles that do not speak of the focus', () => {
    expect(pointsOf(summary(library, { focus: 'sailors' }))).toEqual([
      'paragraph 1: A school for sailors opened in Saltmarsh on Friday.',
    ]);
  });

  it('is a summary of one where one is named', () => {
    expect(pointsOf(summary(library, { article: 'school' }))).toHaveLength(1);
  });
});

it('has nothing to say about no articles', () => {
  expect(summary([])).toEqual({ kind: 'none' });
});

it('is made of different whole sentences, in order, within its room, whatever the article holds', () => {
  const anyArticle = fc
    .tuple(fc.array(aText, { maxLength: 12 }), fc.array(aText, { maxLength: 3 }), fc.constantFrom('en', 'und'))
    .map(([paragraphs, keyPoints, language]) => anArticle({ paragraphs, keyPoints, language }));
  fc.assert(
    fc.property(anyArticle, fc.option(aText), (article, focus) => {
      const library = buildLibrary([article]);
      const answer = summarise(library, { article: article.id, focus, length: 'short' });
      if (answer.kind === 'none') return;
      const passages = answer.points.map(({ passage }) => passage);
      const texts = library.entries.get(article.id)?.analysed.texts ?? [];

      for (const { block, start, end, text } of passages) {
        expect(article.blocks[block]?.text.slice(start, end)).toBe(text);
        const isKeyPoint = article.blocks[block]?.kind === 'key-point';
        const isSentence = texts[block]?.sentences.some((sentence) => sentence.start === start && sentence.end === end);
        expect(isKeyPoint || isSentence).toBe(true);
      }
      expect(new Set(passages.map(({ text }) => text)).size).toBe(passages.length);
      const places = passages.map(({ block, start }) => block * 1e6 + start);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(passages.length === 1 || wordsOf(answer) <= 80).toBe(true);
    }),
  );
});
