/** Words for somebody named before. */
export const PERSONS: ReadonlySet<string> = new Set(
  'he she they him her them his hers their theirs himself herself themselves'.split(' '),
);

/** Words for somebody or something named before, with which a sentence may begin. */
export const PRONOUNS: ReadonlySet<string> = new Set([
  ...PERSONS,
  ...'it its itself both neither another others'.split(' '),
]);

/** Words that point at what was just said. */
export const DEMONSTRATIVES: ReadonlySet<string> = new Set('this that these those such'.split(' '));

/** Words that join a sentence to the one before it. */
export const CONNECTIVES: ReadonlySet<string> = new Set(
  `but and or nor so yet then however instead meanwhile also therefore thus hence besides moreover furthermore
  nevertheless nonetheless otherwise likewise similarly conversely consequently additionally though rather still
  indeed accordingly afterward afterwards`.split(/\s+/),
);

/** The same in several words. */
export const CONNECTIVE_PHRASES: readonly string[] = [
  'by contrast',
  'in contrast',
  'on the contrary',
  'on the other',
  'for example',
  'for instance',
  'in addition',
  'in turn',
  'in response',
  'as a result',
  'as a consequence',
  'at the same',
  'at that point',
  'after that',
  'because of this',
  'because of that',
  'even so',
  'not only that',
  'the latter',
  'the former',
  'the same',
];

/** Words for times: "this week" points at the calendar, not at the sentence before, and "Monday" is nobody's name. */
export const TIMES: ReadonlySet<string> = new Set(
  `moment morning afternoon evening night day week weekend month quarter year season summer autumn fall winter spring
  decade century monday tuesday wednesday thursday friday saturday sunday january february march april may june july
  august september october november december today yesterday tomorrow`.split(/\s+/),
);

/** Times and places of writer and reader: "this country" points at them, not at the sentence before. */
export const HERE_AND_NOW: ReadonlySet<string> = new Set([
  ...TIMES,
  ...'time times era age generation country nation planet world'.split(' '),
]);

/** Nouns that, after "the" and without more, stand for something said before: "the offer", "the matter". */
export const SHELL_NOUNS: ReadonlySet<string> = new Set(
  `accusation accusations allegation allegations announcement claim claims comment comments decision episode finding
  findings gesture idea incident issue matter move offer outcome proposal question remark remarks request step subject
  suggestion topic`.split(/\s+/),
);

/** Words that go on to say which: "the offer of help", "those people who came". */
export const SAYING_WHICH: ReadonlySet<string> = new Set(
  'about against behind between by for from in on of over that to toward towards whether which who whose with'.split(
    ' ',
  ),
);
