import { describe, expect, it } from 'vitest';
import { sensesOf } from '../../src/wordnet/senses.ts';

describe('WordNet gives', () => {
  it('the words that share a meaning', () => {
    expect(sensesOf('buy', 'verb')[0]?.words).toEqual(['buy', 'purchase']);
  });

  it('what is derived from a word', () => {
    expect(sensesOf('emigrate', 'verb')[0]?.derived).toContain('emigration');
  });

  it('adjectives of nearly the same meaning', () => {
    expect(sensesOf('big', 'adj').flatMap(({ similar }) => similar)).toContain('huge');
  });

  it('the field of a meaning: 18 is people', () => {
    expect(sensesOf('player', 'noun')[0]?.field).toBe(18);
  });

  it('the first and the last word of its lists', () => {
    expect(sensesOf('abandon', 'verb')).not.toEqual([]);
    expect(sensesOf('zymotic', 'adj')).not.toEqual([]);
  });

  it.each(['', ' ', 'wordless-ness', 'Buy', '\u{1F600}', 'a'.repeat(10_000)])(
    'nothing for what it does not know: %j',
    (word) => {
      expect(sensesOf(word, 'verb')).toEqual([]);
    },
  );
});
