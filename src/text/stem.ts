import porter2 from 'wink-porter2-stemmer';
import { IRREGULAR_FORMS } from './irregular-forms.ts';

/**
 * The Porter2 stem of a folded English word, of an irregular form that of its dictionary form: "led" as "lead".
 * http://snowball.tartarus.org/algorithms/english/stemmer.html
 */
export function stem(word: string): string {
  return porter2(IRREGULAR_FORMS.get(word) ?? word);
}
