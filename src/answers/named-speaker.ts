import type { Speaker } from '../quotes/quotation.ts';

/** Whether a speaker has a name or a description: a bare "he" that the article does not resolve is nobody's name. */
export function isNamed({ name }: Speaker): boolean {
  return !/^(?:he|she|it|they|we|i|who|which|his|her)(?:['\u2019]\p{L}+)?$/iu.test(name.trim());
}
