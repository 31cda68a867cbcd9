import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseArticle } from '../../src/corpus/analysed-article.ts';
import { findQuotations } from '../../src/quotes/find-quotations.ts';
import { anArticle } from '../support/an-article.ts';
import { aText } from '../support/arbitraries.ts';
import { attributions, quotationsIn } from './attributions.ts';

describe('a direct quotation is attributed to', () => {
  it.each<[string, string | string[], string[]]>([
    [
      'the name before \u201Csaid\u201D',
      '\u201CIt will not hold,\u201D Maria Ruiz said.',
      ['\u201CIt will not hold,\u201D ← Maria Ruiz'],
    ],
    [
      'the name after \u201Csaid\u201D',
      '\u201CIt will not hold,\u201D said Maria Ruiz.',
      ['\u201CIt will not hold,\u201D ← Maria Ruiz'],
    ],
    [
      'the name that introduces it with a colon',
      'Tom Okafor said: \u201CShow us the price.\u201D',
      ['\u201CShow us the price.\u201D ← Tom Okafor'],
    ],
    [
      'the name that introduces it with a comma',
      'Tom Okafor said, "Show us the price."',
      ['"Show us the price." ← Tom Okafor'],
    ],
    [
      'the name that introduces it with "that"',
      'Tom Okafor wrote that "the price was never shown".',
      ['"the price was never shown" ← Tom Okafor'],
    ],
    [
      'the name between its parts',
      '"The wall," Tom Okafor said, "will be rebuilt by May."',
      ['"The wall," / "will be rebuilt by May." ← Tom Okafor'],
    ],
    [
      'the name before its second sentence',
      '"The wall is sound," Tom Okafor said. "We looked at it twice."',
      ['"The wall is sound," / "We looked at it twice." ← Tom Okafor'],
    ],
    [
      'the name behind a dash',
      '"The wall will be rebuilt in time." \u2014 Tom Okafor',
      ['"The wall will be rebuilt in time." ← Tom Okafor'],
    ],
    ['who asked it', '"Who pays for the wall?" Maria Ruiz asked.', ['"Who pays for the wall?" ← Maria Ruiz']],
    ['who shouted it', '"Stop the work!" shouted Maria Ruiz.', ['"Stop the work!" ← Maria Ruiz']],
    ['the one with a title', '"It is over," said Sen. Ana Lopes (D-Ohio).', ['"It is over," ← Ana Lopes']],
    [
      'the one with an age and a role',
      '"I saw smoke," said Samir Haddad, 41, a baker from Hull.',
      ['"I saw smoke," ← Samir Haddad'],
    ],
    [
      'the one whom a relative clause describes',
      '"I saw smoke," said Samir Haddad, who lives next door.',
      ['"I saw smoke," ← Samir Haddad'],
    ],
    [
      'the one who told somebody else',
      '"I saw smoke," Samir Haddad told reporters on Monday.',
      ['"I saw smoke," ← Samir Haddad'],
    ],
    [
      'the one who said it at an occasion',
      '"I saw smoke," Samir Haddad said in a statement before the hearing.',
      ['"I saw smoke," ← Samir Haddad'],
    ],
    [
      'the one who says it in an aside',
      '"It is," Samir Haddad said, pointing at the sea, "a quiet place."',
      ['"It is," / "a quiet place." ← Samir Haddad'],
    ],
    [
      'a name that taggers take for a verb',
      '"We will build," Lynch said. Carol Lynch leads the council.',
      ['"We will build," ← Carol Lynch'],
    ],
    [
      'the one who says it in the middle of a sentence of quotation and narration',
      'The plan is "a present to smugglers," Karin Falk said.',
      ['The plan is "a present to smugglers," ← Karin Falk'],
    ],
    [
      'a quotation inside marks of another kind',
      '\u201CHe told me \u2018go home\u2019 and shut the door,\u201D Samir Haddad said.',
      ['\u201CHe told me \u2018go home\u2019 and shut the door,\u201D ← Samir Haddad'],
    ],
    ['two apostrophes for marks', "''It will hold,'' said Maria Ruiz.", ["''It will hold,'' ← Maria Ruiz"]],
    ['guillemets', '\u00ABIt will hold,\u00BB said Maria Ruiz.', ['\u00ABIt will hold,\u00BB ← Maria Ruiz']],
    ['low-9 marks', '\u201EIt will hold,\u201C said Maria Ruiz.', ['\u201EIt will hold,\u201C ← Maria Ruiz']],
    [
      'single marks where the article has no others',
      "'It will hold,' said Maria Ruiz.",
      ["'It will hold,' ← Maria Ruiz"],
    ],
    ['marks of two styles', '"It will hold,\u201D said Maria Ruiz.', ['"It will hold,\u201D ← Maria Ruiz']],
    [
      'a participle',
      'Falk attacked the plan, calling it "a present to smugglers".',
      ['"a present to smugglers" ← Falk'],
    ],
    ['a passive', 'The idea was dismissed by Karin Falk as "a bad joke".', ['"a bad joke" ← Karin Falk']],
  ])('%s', (_case, paragraphs, expected) => {
    expect(attributions(paragraphs).filter((line) => !line.startsWith('the plan '))).toEqual(expected);
  });
});

describe('over several paragraphs', () => {
  it.each<[string, string[], string[]]>([
    [
      'a quotation reopened is one',
      [
        '"The east is dry," Ana Prado said. "The pumps held.',
        '"I ask everybody to stay at home."',
        'The council meets on Tuesday.',
      ],
      ['"The east is dry," / "The pumps held. / "I ask everybody to stay at home." ← Ana Prado'],
    ],
    [
      'a quotation goes on behind a colon',
      ['Ana Prado said in a statement:', '"The pumps held through the night."'],
      ['"The pumps held through the night." ← Ana Prado'],
    ],
    [
      'speakers alternate',
      ['"Will you resign?" Karin Falk asked.', '"No," Jonas Berg replied. "Not today."'],
      ['"Will you resign?" ← Karin Falk', '"No," / "Not today." ← Jonas Berg'],
    ],
    [
      'a transcript names its speakers',
      ['RUIZ: The wall will hold.', 'OKAFOR: For how long?', 'RUIZ: Ten years.'],
      ['The wall will hold. ← RUIZ', 'For how long? ← OKAFOR', 'Ten years. ← RUIZ'],
    ],
  ])('%s', (_case, paragraphs, expected) => {
    expect(attributions(paragraphs)).toEqual(expected);
  });
});

describe('indirect speech', () => {
  it.each<[string, string | string[], string[]]>([
    ['behind "said"', 'Jonas Berg said the count was honest.', ['the count was honest ← Jonas Berg']],
    [
      'behind "said that"',
      'Jonas Berg said on Monday that the count was honest.',
      ['the count was honest ← Jonas Berg'],
    ],
    [
      'before "said"',
      'Rents rose by a tenth in June, the central bank said on Monday.',
      ['Rents rose by a tenth in June ← the central bank'],
    ],
    [
      'before "said" with its subject behind',
      'Rents rose by a tenth, said the central bank.',
      ['Rents rose by a tenth ← the central bank'],
    ],
    ['around "said"', 'Rents, the bank said, had risen by a tenth.', ['Rents / had risen by a tenth ← the bank']],
    [
      'behind an explained subject',
      'Jonas Berg, 54, the harbour master, said the dam was old.',
      ['the dam was old ← Jonas Berg'],
    ],
    [
      'behind a relative clause',
      'Jonas Berg, who runs the harbour, said the dam was old.',
      ['the dam was old ← Jonas Berg'],
    ],
    ['behind a participle', 'Jonas Berg, speaking in Hull, said the dam was old.', ['the dam was old ← Jonas Berg']],
    ['behind a day', 'Jonas Berg on Friday said the dam was old.', ['the dam was old ← Jonas Berg']],
    [
      'to somebody',
      'Jonas Berg told the BBC\u2019s Anna Field that he would not stand again.',
      ['he would not stand again ← Jonas Berg'],
    ],
    [
      'with words in marks',
      'Karin Falk said the plan was "a present to smugglers" and must be withdrawn.',
      ['the plan was "a present to smugglers" and must be withdrawn ← Karin Falk'],
    ],
    [
      'ends where another speaker begins',
      'Berg said the count was honest, but Falk said three ballots were lost.',
      ['the count was honest ← Berg', 'three ballots were lost ← Falk'],
    ],
    [
      'ends where the same speaker adds',
      'Jonas Berg said the count was honest, adding that it was close.',
      ['the count was honest ← Jonas Berg', 'it was close ← Jonas Berg'],
    ],
    [
      'ends before the article\u2019s own aside',
      'Norway said it would send boats - an offer derided by a rival as "a joke".',
      ['it would send boats ← Norway', '"a joke" ← a rival'],
    ],
    [
      'ends with the clause it stands in',
      'With the mayor saying the dam could burst, the council closed the road.',
      ['the dam could burst ← the mayor'],
    ],
    [
      'holds what somebody says in it',
      'Jonas Berg said the mayor had promised that the dam would hold.',
      ['the mayor had promised that the dam would hold ← Jonas Berg'],
    ],
    [
      'of the last one to speak',
      'The mayor had told police that she was safe, a witness added.',
      ['The mayor had told police that she was safe ← a witness'],
    ],
    [
      'according to somebody, behind',
      'The brakes were never checked, according to a report by the regulator.',
      ['The brakes were never checked ← a report by the regulator'],
    ],
    [
      'according to somebody, before',
      'According to Jonas Berg, the brakes were never checked.',
      ['the brakes were never checked ← Jonas Berg'],
    ],
    [
      'a promise of a thing',
      'Jonas Berg promised swift repairs to the dam on Monday.',
      ['swift repairs to the dam ← Jonas Berg'],
    ],
    ['a promise to act', 'Jonas Berg promised to repair the dam.', ['to repair the dam ← Jonas Berg']],
    ['a denial', 'Jonas Berg denied breaking the rules.', ['breaking the rules ← Jonas Berg']],
    ['a question', 'Jonas Berg asked whether the dam would hold.', ['whether the dam would hold ← Jonas Berg']],
    ['a warning', 'Jonas Berg warned of floods in the east.', ['floods in the east ← Jonas Berg']],
    ['a demand', 'Jonas Berg called for more money.', ['more money ← Jonas Berg']],
    ['an urging', 'Jonas Berg urged residents to leave.', ['to leave ← Jonas Berg']],
    [
      'a claim as a noun',
      'Jonas Berg\u2019s claim that the dam was safe surprised nobody.',
      ['the dam was safe ← Jonas Berg'],
    ],
    [
      'in the present perfect',
      'Norwegian officials have said they think the dam is safe.',
      ['they think the dam is safe ← Norwegian officials'],
    ],
    ['as somebody noted', 'As Jonas Berg noted, the dam is old.', ['the dam is old ← Jonas Berg']],
    [
      'of a person behind another verb',
      'Jonas Berg visited the dam and said it was safe.',
      ['it was safe ← Jonas Berg'],
    ],
    [
      'of those described',
      'Those close to the mayor say she will resign.',
      ['she will resign ← Those close to the mayor'],
    ],
  ])('%s', (_case, paragraphs, expected) => {
    expect(attributions(paragraphs)).toEqual(expected);
  });
});

describe('a speaker is named in full', () => {
  it.each<[string, string | string[], string]>([
    ['behind a surname', ['Petra Novak runs the plant.', '"It was an accident," Novak said.'], 'Petra Novak'],
    ['behind a pronoun', 'Petra Novak runs the plant. "It was an accident," she said.', 'Petra Novak'],
    [
      'behind a pronoun of the other gender than the nearest name',
      'Petra Novak met Martin Doyle on Monday. "He was calm," she said.',
      'Petra Novak',
    ],
    [
      'behind a pronoun in the next paragraph',
      ['Martin Doyle met the council.', '"It was calm," he said.'],
      'Martin Doyle',
    ],
    [
      'behind a title and a surname',
      'Clara Webb and her husband Simon Webb spoke in turn. "We will rebuild," Mrs. Webb said.',
      'Clara Webb',
    ],
    [
      'behind a role',
      [
        'Pavel Sokol, the Kremlin spokesman, arrived in Geneva.',
        '"There is nothing to announce," the Kremlin spokesman said.',
      ],
      'Pavel Sokol',
    ],
    [
      'behind a role before the name',
      ['The harbour master, Ana Silva, closed the port.', '"The storm is near," the harbour master said.'],
      'Ana Silva',
    ],
    [
      'where the name comes later',
      ['"The storm is near," Silva said.', 'Ana Silva has run the port for years.'],
      'Ana Silva',
    ],
    ['in an apposition', '"The storm is near," the harbour master, Ana Silva, said.', 'Ana Silva'],
    ['behind "who"', 'The council chose Ana Silva, who said she would serve.', 'Ana Silva'],
    ['behind a country that "it" stands for', 'Norway has closed the port. It denies planning a blockade.', 'Norway'],
    [
      'behind letters',
      ['The World Health Organization met in Geneva.', 'The WHO said the outbreak was over.'],
      'World Health Organization',
    ],
    ['with a particle', 'Ursula von der Leyen came. "We are ready," von der Leyen said.', 'Ursula von der Leyen'],
  ])('%s', (_case, paragraphs, name) => {
    expect(attributions(paragraphs).map((line) => line.split(' \u2190 ')[1])).toEqual([name]);
  });
});

describe('a speaker keeps the article\u2019s words', () => {
  it.each<[string, string | string[], string[]]>([
    [
      'a spokesman is not the one he speaks for',
      'A spokesman for Prime Minister Ana Silva said the port was open. He said it would stay so.',
      ['A spokesman for Prime Minister Ana Silva', 'A spokesman for Prime Minister Ana Silva'],
    ],
    ['a body\u2019s mayor is not the body', 'Oslo\u2019s mayor said the port was open.', ['Oslo\u2019s mayor']],
    ['officials', 'French officials said the port was open.', ['French officials']],
    ['a place that speaks', 'Moscow says this does not go far enough.', ['Moscow']],
    [
      'a house that speaks',
      'Ana Silva is the Kremlin spokeswoman. The Kremlin said talks were under way.',
      ['The Kremlin'],
    ],
    ['two bear the surname', 'Maria Ruiz and Juan Ruiz came. "It will not hold," Ruiz said.', ['Ruiz']],
    ['nobody can be "she"', '"It will not hold," she said.', ['she']],
    [
      'a campaign is not the candidate',
      'Ana Silva spoke. The Silva campaign said the port was open.',
      ['The Silva campaign'],
    ],
  ])('%s', (_case, paragraphs, expected) => {
    expect(attributions(paragraphs).map((line) => line.split(' \u2190 ')[1])).toEqual(expected);
  });
});

describe('nobody is said to have said', () => {
  it.each<[string, string | string[]]>([
    ['a term in scare quotes', 'The so-called "smart" meter was removed in March.'],
    ['a title', 'His first novel, "A Winter in Oslo", sold 2,000 copies.'],
    ['the name of an event', 'The meeting after the "Taste of Summer" evening was short.'],
    [
      'what somebody sees, hopes or rejects',
      'Norway sees the plan as a threat. It hopes for calm and has rejected demands to leave.',
    ],
    ['what somebody was due to do', 'Ana Silva was due to meet Martin Doyle on Monday for talks.'],
    ['what could be said', 'Critics could say that the plan failed.'],
    ['what was not said', 'The mayor has not said why the road was closed.'],
    ['an order on a signpost', 'Turn left at the station.'],
  ])('%s', (_case, paragraphs) => {
    expect(attributions(paragraphs)).toEqual([]);
  });

  it('words in marks with no speaker near them', () => {
    expect(attributions('"Save our old library" was painted on the wall.')).toEqual([
      '"Save our old library" \u2190 ?',
    ]);
  });
});

describe('evidence', () => {
  it('is where the full name stands, and none where the mention holds it', () => {
    const [first, second] = quotationsIn([
      'Ana Silva, the harbour master, said the port was open.',
      '"It is calm," she said.',
    ]);

    expect(first?.attribution).toMatchObject({
      evidence: null,
      mention: { text: 'Ana Silva, the harbour master' },
      speaker: { role: 'harbour master' },
    });
    expect(second?.attribution).toMatchObject({
      mention: { text: 'she' },
      speaker: { name: 'Ana Silva', role: 'harbour master' },
    });
    expect(second?.attribution.kind === 'stated' && second.attribution.evidence?.block).toBe(1);
  });
});

describe('in any text', () => {
  it('every passage is a slice of its block, and spans are in order', () => {
    fc.assert(
      fc.property(
        fc.array(aText, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('en' as const, 'und' as const),
        (paragraphs, language) => {
          const article = anArticle({ paragraphs, language });
          for (const { spans, cue, attribution } of findQuotations(analyseArticle(article))) {
            const beside = attribution.kind === 'stated' ? [attribution.mention, attribution.evidence] : [];
            for (const passage of [...spans, cue, ...beside]) {
              if (passage !== null)
                expect(article.blocks[passage.block]?.text.slice(passage.start, passage.end)).toBe(passage.text);
            }
            const places = spans.map((span) => span.block * 1e6 + span.start);
            expect(places).toEqual([...places].sort((a, b) => a - b));
          }
        },
      ),
    );
  });

  it('quotations of other languages are found by their marks', () => {
    const article = anArticle({ language: 'und', paragraphs: ['\u00ABIl est parti\u00BB, a dit le maire.'] });

    expect(findQuotations(analyseArticle(article)).map((one) => one.spans[0].text)).toEqual([
      '\u00ABIl est parti\u00BB',
    ]);
  });

  it.each([
    ['marks that nothing closes', '"He said that "they said, '],
    ['a sentence without an end', 'He said that they said, '],
    ['quotations without an end', '"It will hold," Ana Silva said. '],
  ])(
    'takes no longer than a moment for %s',
    (_case, text) => {
      expect(() => quotationsIn(text.repeat(3000))).not.toThrow();
    },
    10_000,
  );
});
