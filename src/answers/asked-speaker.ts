/** Verbs that ask for somebody's words. */
const SAYING =
  'say|said|saying|tell|told|claim|claimed|argue|argued|warn|warned|promise|promised|announce|announced|call|called|describe|described|comment|commented|respond|responded|reply|replied|answer|answered|declare|declared|state|stated|ask|asked|deny|denied';

const QUESTIONS = [
  /\baccording to\s+(.+?)(?=[,?.!]|\s+(?:what|who|when|where|why|how|is|are|was|were|did|does|has)\b|$)/iu,
  new RegExp(
    String.raw`\b(?:what|how|why)(?:\s+else)?\s+(?:did|does|do|has|have|had)\s+(.+?)\s+(?:also\s+)?(?:${SAYING})\b`,
    'iu',
  ),
];

/** Longest name of a speaker, in words: "the German foreign minister". */
const LONGEST = 6;

/** Whose words a question asks for, as it names them: "what did Kuleba say about weapons" asks for those of "Kuleba". */
export function askedSpeaker(question: string): string | null {
  for (const pattern of QUESTIONS) {
    const name = pattern
      .exec(question)?.[1]
      ?.replace(/^(?:what|how|was|is|were|are)\s+/iu, '')
      .trim();
    if (name !== undefined && name !== '' && name.split(/\s+/).length <= LONGEST && !PRONOUN.test(name))
      return name.replace(/^the\s+/iu, '');
  }
  return null;
}

const PRONOUN = /^(?:he|she|they|it|you|we|i|people|anyone|anybody|someone|the articles?)$/iu;
