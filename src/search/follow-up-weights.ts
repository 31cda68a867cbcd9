import type { FollowUpFeatures } from './follow-up-features.ts';

/**
 * What each feature counts when the blocks that go on with a conversation are put in order: softmax regression over
 * conversations whose paragraphs were scattered, so that nothing is learnt from their order. Fitted by
 * `bench/fit-follow-up.ts`, which also prints the figures out of fold.
 */
export const FOLLOW_UP_WEIGHTS: FollowUpFeatures = {
  alone: 2.06,
  leaning: -0.61,
  block: 2.32,
  article: 3.77,
  title: 3.88,
  missing: -0.52,
  kind: 0.5,
  neighbour: -0.86,
  length: 0.06,
  window: -1.81,
  field: 1.13,
  long: -1.02,
  lastArticle: 2.39,
  anyArticle: 2.11,
  leaningArticle: 1.91,
  elsewhere: 1.98,
  shown: -4.41,
  shownLast: -0.19,
  shownFurther: -1.39,
  shownLeaning: -0.61,
  shownLead: 1.74,
  likeLast: 0.72,
  likeShown: 0.29,
  shared: -0.6,
  later: -1.09,
};

export const FOLLOW_UP_FEATURES = [
  'alone',
  'leaning',
  'block',
  'article',
  'title',
  'missing',
  'kind',
  'neighbour',
  'length',
  'window',
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
