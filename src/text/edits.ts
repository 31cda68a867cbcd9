/** Whether `typed` begins like `word` with at most one letter wrong, missing, too many, or two neighbours swapped. */
export function withinOneEdit(word: string, typed: string): boolean {
  let from = 0;
  while (from < typed.length && word[from] === typed[from]) from++;
  const rest = (text: string, skip: number): string => text.slice(from + skip);
  const swapped = word[from] === typed[from + 1] && word[from + 1] === typed[from];
  return (
    rest(word, 1).startsWith(rest(typed, 1)) ||
    rest(word, 1).startsWith(rest(typed, 0)) ||
    rest(word, 0).startsWith(rest(typed, 1)) ||
    (swapped && rest(word, 2).startsWith(rest(typed, 2)))
  );
}
