import model from 'wink-eng-lite-web-model';
import winkNLP, { type PartOfSpeech } from 'wink-nlp';
import { sentencesOf, type Sentence } from './sentences.ts';

/** A word or a mark. Offsets are UTF-16 code units from the start of the analysed text; `end` is exclusive. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Universal part of speech; `X` in languages without English rules. https://universaldependencies.org/u/pos/ */
  readonly pos: PartOfSpeech;
  /** Dictionary form in lower case, "said" -> "say". The word itself, in lower case, where no English rules apply. */
  readonly lemma: string;
}

/** A text taken apart once, when it arrives; everything later works on this. */
export interface AnalysedText {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
}

const nlp = winkNLP(model, ['sbd', 'pos']);

/** Farthest that a token may stand from where it is looked for, in UTF-16 code units: wink drops some invisible characters. */
const SEARCH_AHEAD = 16;

/** Takes `text` apart into tokens and sentences, each with its place in it. */
export function analyse(text: string, language: 'en' | 'und'): AnalysedText {
  const tokens = language === 'en' ? englishTokens(text) : wordsOf(text);
  return { text, tokens, sentences: sentencesOf(text, tokens, language) };
}

function englishTokens(text: string): Token[] {
  const doc = nlp.readDoc(text);
  /* eslint-disable @typescript-eslint/unbound-method -- wink's readers are plain functions, declared as methods */
  const values = doc.tokens().out(nlp.its.value);
  const tags = doc.tokens().out(nlp.its.pos);
  // @ts-expect-error wink's own types give `lemma` a parameter that `out` does not pass.
  const lemmas = doc.tokens().out(nlp.its.lemma);
  /* eslint-enable @typescript-eslint/unbound-method */
  const tokens: Token[] = [];
  let from = 0;
  for (const [n, value] of values.entries()) {
    const start = text.indexOf(value, from);
    const gap = text.slice(from, Math.max(from, start)).trim();
    if (value.trim() === '' || start < 0 || gap.length > SEARCH_AHEAD) continue;
    from = start + value.length;
    tokens.push({ start, end: from, text: value, pos: asTag(tags[n]), lemma: lemmas[n] ?? value.toLowerCase() });
  }
  return tokens;
}

/** Words and marks by Unicode's own word boundaries. https://www.unicode.org/reports/tr29/ */
function wordsOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { segment, index, isWordLike } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)) {
    if (segment.trim() === '') continue;
    const pos = isWordLike === true ? 'X' : 'PUNCT';
    tokens.push({ start: index, end: index + segment.length, text: segment, pos, lemma: segment.toLowerCase() });
  }
  return tokens;
}

const TAGS = new Map<string, PartOfSpeech>(
  (
    [
      'ADJ',
      'ADP',
      'ADV',
      'AUX',
      'CCONJ',
      'DET',
      'INTJ',
      'NOUN',
      'NUM',
      'PART',
      'PRON',
      'PROPN',
      'PUNCT',
      'SCONJ',
      'SYM',
      'VERB',
      'X',
    ] as const
  ).map((tag) => [tag, tag]),
);

function asTag(tag: string | undefined): PartOfSpeech {
  return TAGS.get(tag ?? '') ?? 'X';
}
