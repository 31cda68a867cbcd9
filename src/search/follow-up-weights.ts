import type { FollowUpFeatures } from './follow-up-features.ts';

/**
 * What each feature counts when the blocks that go on with a conversation are put in order: softmax regression over
 * conversations whose paragraphs were scattered, so that nothing is learnt from their order. Fitted by
 * `bench/fit-follow-up.ts`, which also prints the figures out of fold.
 */
export const FOLLOW_UP_WEIGHTS: FollowUpFeatures = {
  alone: 1.31,
  leaning: -0.68,
  block: 1.62,
  article: 2.26,
  title: 2.95,
  missing: -0.39,
  kind: 1.1,
  field: 1.05,
  long: -0.43,
  lastArticle: 2.15,
  anyArticle: 2.15,
  leaningArticle: 1.8,
  elsewhere: 1.05,
  shown: -3.95,
  shownLast: -0.22,
  shownFurther: -1.06,
  shownLeaning: -0.56,
  shownLead: 1.08,
  likeLast: 0.64,
  likeShown: 0.34,
  shared: -0.48,
  later: -0.9,
};

export const FOLLOW_UP_FEATURES = [
  'alone',
  'leaning',
  'block',
  'article',
  'title',
  'missing',
  'kind',
  'field',
  'long',
  'lastArticle',
  'anyArticle',
  'leaningArticle',
  'elsewhere',
  'shown',
  'shownLast',
  'shownFurther',
  'shownLeaning',
  'shownLead',
  'likeLast',
  'likeShown',
  'shared',
  'later',
] as const satisfies readonly (keyof FollowUpFeatures)[];
