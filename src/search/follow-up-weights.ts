import type { FollowUpFeatures } from './follow-up-features.ts';

/**
 * What each feature counts when the blocks that go on with a conversation are put in order: softmax regression over
 * conversations whose paragraphs were scattered, so that nothing is learnt from their order. Fitted by
 * `bench/fit-follow-up.ts`, which also prints the figures out of fold.
 *
 * `carried` is set by hand: the conversations are each about one person, whose name tells their paragraphs apart badly;
 * in the news it tells whose doings are asked for.
 */
export const FOLLOW_UP_WEIGHTS: FollowUpFeatures = {
  alone: 1.22,
  leaning: -0.56,
  block: 1.52,
  article: 2.21,
  title: 2.88,
  missing: -1,
  kind: 1.01,
  field: 1.01,
  carried: 1,
  long: -0.42,
  lastArticle: 2.13,
  anyArticle: 2.12,
  leaningArticle: 1.7,
  elsewhere: 1.27,
  shown: -3.75,
  shownLast: -0.41,
  shownFurther: -1.08,
  shownLeaning: -0.51,
  shownLead: 1.32,
  likeLast: 0.58,
  likeShown: 0.4,
  shared: -0.48,
  later: -0.88,
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
  'carried',
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
