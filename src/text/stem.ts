import porter2 from 'wink-porter2-stemmer';

/** The Porter2 stem of a folded English word. http://snowball.tartarus.org/algorithms/english/stemmer.html */
export function stem(word: string): string {
  return porter2(word);
}
