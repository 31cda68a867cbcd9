import type { FollowUpFeatures } from './follow-up-features.ts';

/**
 * What each feature counts when the blocks that go on with a conversation are put in order: softmax regression over
 * conversations whose paragraphs were scattered, so that nothing is learnt from their order. Fitted by
 * `bench/fit-follow-up.ts`, which also prints the figures out of fold.
 */
export const FOLLOW_UP_WEIGHTS: FollowUpFeatures = {
  alone: 1.32,
  leaning: -0.75,
  block: 1.65,
  article: 2.36,
  title: 2.93,
  missing: -0.34,
  kind: 1.07,
  field: 1.02,
  long: -0.46,
  lastArticle: 2.16,
  anyArticle: 2.12,
  leaningArticle: 1.8,
  elsewhere: 1,
  shown: -3.96,
  shownLast: -0.22,
  shownFurther: -1.09,
  shownLeaning: -0.51,
  shownLead: 1.08,
  likeLast: 0.64,
  likeShown: 0.35,
  shared: -0.47,
  later: -0.87,
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
