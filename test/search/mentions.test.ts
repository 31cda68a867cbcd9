import { describe, expect, it } from 'vitest';
import { mentionsIn } from '../../src/search/mentions.ts';
import { analyse } from '../../src/text/analyse.ts';

function mentionsOf(text: string): string[] {
  const { tokens } = analyse(text, 'en');
  return mentionsIn(tokens).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

describe('what could be the whole of a short answer is', () => {
  it.each([
    ['It cost US$30 billion.', 'money: US$30 billion'],
    ['They paid 4.8 million euros.', 'money: 4.8 million euros'],
    ['The house was sold for a $2.5-million profit.', 'money: $2.5-million'],
    ['About 49% of the voters stayed away.', 'percentage: 49%'],
    ['A 13-year-old girl was found.', 'age: 13-year-old'],
    ['Ann Bell, 46, lives here.', 'age: 46'],
    ['The singer was 12 years old.', 'age: 12 years old'],
    ['Last year she turned 98.', 'age: 98'],
    ['The talks went on for three weeks.', 'duration: three weeks'],
    ['It took two-and-a-half hours.', 'duration: two-and-a-half hours'],
    ['The airport counts six and a half million passengers.', 'number: six and a half million'],
    ['The work will begin in May.', 'time: May'],
    ['They met at 3 p.m. that day.', 'time: 3 p.m.'],
    ['It was written in the 16th century.', 'time: 16th century'],
  ])('%s', (text, mention) => {
    expect(mentionsOf(text)).toContain(mention);
  });

  it('no month where “may” is a verb', () => {
    expect(mentionsOf('The work may begin soon.')).toEqual([]);
  });
});
