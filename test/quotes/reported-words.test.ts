import { describe, expect, it } from 'vitest';
import { attributions } from './attributions.ts';

describe('of what somebody says, this is reported', () => {
  it.each<[string, string | string[], string[]]>([
    [
      'no dateline',
      'HULL \u2014 The wall is an insult to sailors, two councillors said on Friday.',
      ['The wall is an insult to sailors ← two councillors'],
    ],
    [
      'no word that joins the sentence to the one before',
      'But the boats the port has, he added, are like "ships of paper".',
      ['the boats the port has / are like "ships of paper" ← he'],
    ],
    [
      'no phrase that joins it either',
      'By contrast, he said, exports were "pouring in".',
      ['exports were "pouring in" ← he'],
    ],
    ['nothing of an aside before "that"', 'Berg has said, however, that the dam holds.', ['the dam holds ← Berg']],
    [
      'the adverb that says how much',
      'Jonas Berg says too much is made of the leak.',
      ['too much is made of the leak ← Jonas Berg'],
    ],
    ['no place where it was said', 'Berg says at a stop in Ashton, Ohio, that nobody paid.', ['nobody paid ← Berg']],
    [
      'the condition that goes before it',
      'If this fails, Mr. Berg argues, there are other tools.',
      ['If this fails / there are other tools ← Berg'],
    ],
    ['not what was asked', 'When asked about it, Berg said, it would hold.', ['it would hold ← Berg']],
    [
      'the subject before an aside',
      'Hawaii, as one of his advisers pointed out, has few storms.',
      ['Hawaii / has few storms ← one of his advisers'],
    ],
    [
      '"that\u2019s", whole',
      'That\u2019s why, Berg argued, the port must close.',
      ['That\u2019s why / the port must close ← Berg'],
    ],
    [
      'nothing behind the one dash',
      'Berg likened the rules to "burning the law" \u2014 a charge that stung.',
      ['the rules to "burning the law" ← Berg'],
    ],
    [
      'what stands between two dashes',
      'Berg said the wall \u2014 built in 1950 \u2014 would hold.',
      ['the wall \u2014 built in 1950 \u2014 would hold ← Berg'],
    ],
    [
      'to where the same speaker says more',
      'Berg said that the town would vote by March and suggested that it would be close.',
      ['the town would vote by March ← Berg', 'it would be close ← Berg'],
    ],
    [
      'to where another says something',
      'Traders said the port was failing and critics accused the mayor of hiding it.',
      ['the port was failing ← Traders', 'the mayor of hiding it ← critics'],
    ],
    [
      'to where a participle goes on',
      'Berg complained about the noise, even suggesting it had been planned.',
      ['the noise ← Berg', 'it had been planned ← Berg'],
    ],
    ['a quotation to its comma', 'She then says, "Do not touch it," until a bell rings.', ['"Do not touch it," ← She']],
    [
      'what stands in marks behind a colon',
      'The letter praised the mayor: \u201CNobody has done more for us,\u201D the union wrote.',
      ['\u201CNobody has done more for us,\u201D ← the union'],
    ],
    [
      'a promise to where what became of it begins',
      'Berg\u2019s promise that the debt would be paid by May was broken.',
      ['the debt would be paid by May ← Berg'],
    ],
    ['an order not to do something', 'Berg told them never to speak of it.', ['never to speak of it ← Berg']],
    ['what is praised in passing', 'Mr. Berg spoke warmly of his years at sea.', ['his years at sea ← Berg']],
    [
      'what he goes on to say',
      'Berg went on to explain how the pumps had failed.',
      ['how the pumps had failed ← Berg'],
    ],
    [
      'a dash of any kind, alike',
      'Berg noted that the wall was old \u2015 as is well known \u2015 Okafor boasted, \u201CWe paid.\u201D',
      ['the wall was old \u2015 as is well known ← Berg', '\u201CWe paid.\u201D ← Okafor'],
    ],
  ])('%s', (_case, paragraphs, expected) => {
    expect(attributions(paragraphs)).toEqual(expected);
  });
});

describe('it is said by', () => {
  it.each<[string, string | string[], string[]]>([
    [
      'the one who opens the sentence, whoever follows',
      '"These are strange days," said Petra Novak, a lawyer who has run the port for years. "Nobody knows who pays."',
      ['"These are strange days," / "Nobody knows who pays." ← Petra Novak'],
    ],
    [
      'each one with a clause of their own',
      'The clerk said: "It is late."\n"It is early." Okafor said.',
      ['"It is late." ← The clerk', '"It is early." ← Okafor'],
    ],
    [
      'the signer of each line',
      '\u201CIt holds well enough.\u201D \u2014 Petra Novak\n\u201CNobody has looked at it.\u201D \u2014 Jonas Berg',
      ['\u201CIt holds well enough.\u201D ← Petra Novak', '\u201CNobody has looked at it.\u201D ← Jonas Berg'],
    ],
    ['as somebody put it', 'The port is, as The Courier put it in May, "a maze".', ['"a maze" ← The Courier']],
    [
      'the one whom a clause without "whom" describes',
      'All the sailors I met said the pier was rotten.',
      ['the pier was rotten ← the sailors I met'],
    ],
    [
      'the ones whom a relative clause describes',
      'One of those who signed the letter called it "a last hope".',
      ['"a last hope" ← One of those who signed the letter'],
    ],
    [
      'the ones who do it all',
      'The square was full of sailors who have marched and called for a new pier.',
      ['a new pier ← sailors'],
    ],
    [
      'the one in the clause beside it',
      'Mr. Berg praised the vote after she attacked the port and blamed delays on "greed".',
      ['the vote ← Berg', 'the port ← she', 'delays on "greed" ← she'],
    ],
    [
      'the one who is seen saying it',
      'The film ends with footage of Petra Novak saying, \u201CI am glad.\u201D',
      ['\u201CI am glad.\u201D ← Petra Novak'],
    ],
    [
      'the speaker of a main clause behind "with"',
      'With traders worried about the port, Mayor Berg has a new message: "It is up to me."',
      ['"It is up to me." ← Berg'],
    ],
    [
      'an envoy to somewhere',
      'According to Ambassador to Norway Petra Novak, the pier is safe.',
      ['the pier is safe ← Petra Novak'],
    ],
    [
      'a body with a compound before its name',
      'The port grows, according to the reform-leaning Harbour Institute.',
      ['The port grows ← the reform-leaning Harbour Institute'],
    ],
    [
      'a paper called Today',
      'A reporter for Coast Today reported that she had left.',
      ['she had left ← A reporter for Coast Today'],
    ],
    [
      'one with a nickname',
      '"It is our year!" Berg\u2019s niece, Petra "Pip" Novak (D-Hull), shouted. "Hull is watching."',
      ['"It is our year!" / "Hull is watching." ← Petra "Pip" Novak'],
    ],
    [
      'the one whose claim it is',
      'The clerk did a check on Jonas Berg\u2019s claim that the dam was safe.',
      ['the dam was safe ← Jonas Berg'],
    ],
    [
      'a father, not the son with his surname',
      ['Tariq Haddad fixed the clock.', 'His father Samir Ali Haddad said he was proud.'],
      ['he was proud ← Samir Ali Haddad'],
    ],
  ])('%s', (_case, paragraphs, expected) => {
    expect(attributions(paragraphs)).toEqual(expected);
  });
});

describe('nobody is reported', () => {
  it.each([
    ['where a court ruled on it', 'The case on which the court has ruled was about the pier.'],
    ['where something is denied to somebody', 'The port was sorry for denying them entry.'],
    ['where something goes on', 'Standard checks will continue, workers will close the "old" gate.'],
    ['where a noun looks like a verb', 'Sailors made the following comment and left.'],
    ['where somebody is asked to do something', 'Berg left the car when asked to do so.'],
    ['in the title of a work', 'She sang, at the end of her song \u201CA Wall Of Sand,\u201D of the sea.'],
    ['where something is put somewhere', 'Berg put it on the table.'],
    ['where a clause hangs on a preposition', 'The court ruled against the port, ending a long fight over "fees".'],
  ])('%s', (_case, paragraph) => {
    expect(attributions(paragraph)).toEqual([]);
  });
});
