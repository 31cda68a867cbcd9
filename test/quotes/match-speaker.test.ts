import { describe, expect, it } from 'vitest';
import { speakerMatches } from '../../src/quotes/people/match-speaker.ts';
import { quotationsIn } from './attributions.ts';

const NAMED = 'Kremlin spokesperson Pavel Sokol said talks were under way.';

describe('a speaker asked for', () => {
  it.each<[string, string, string, 0 | 1 | 2]>([
    ['by surname', 'sokol', NAMED, 2],
    ['by full name', 'Pavel Sokol', NAMED, 2],
    ['with a typing error', 'pavel sokl', NAMED, 2],
    ['by role', 'kremlin spokesman', NAMED, 2],
    ['by whom they speak for', 'the kremlin', NAMED, 1],
    ['as a body that speaks for itself', 'kremlin', 'The Kremlin said talks were under way.', 2],
    ['by the name of the one they speak for', 'ana silva', 'A spokesman for Ana Silva said the port was open.', 1],
    ['by an office', 'foreign minister', 'Norwegian Foreign Minister Ana Silva said the port was open.', 2],
    ['by the place of an office', 'oslo', 'Oslo\u2019s mayor said the port was open.', 0],
    ['by a body they only criticise', 'kremlin', 'Kremlin critic Ana Silva said the port was open.', 0],
    ['who is somebody else', 'doyle', NAMED, 0],
    ['with no words', 'the', NAMED, 0],
  ])('%s', (_case, asked, paragraph, expected) => {
    expect(quotationsIn(paragraph).map((quotation) => speakerMatches(quotation, asked))).toEqual([expected]);
  });
});
