/** What may follow a reporting verb as the words that it reports. */
export interface Frame {
  /** A clause, with "that" or bare: "said the dam would hold". */
  readonly clause: boolean;
  /** "promised to pay", "urged them to leave". */
  readonly infinitive: boolean;
  /** A thing: "announced a truce", "cited the weather". */
  readonly noun: boolean;
  /** The one spoken to stands first: "told reporters that". */
  readonly addressee: boolean;
  /** Words that belong to the verb before its content: "called for", "warned of". */
  readonly particles: ReadonlySet<string>;
  /** Reports words only where they stand in quotation marks: "called it “a joke”". */
  readonly marked: boolean;
}

/**
 * Reporting verbs by dictionary form, each with what may follow. A verb is on
 * the list when its subject utters or writes the content; thinking, wanting
 * and doing are not reported speech.
 */
const VERB_TABLE = `
say clause infinitive
tell clause infinitive addressee
add clause
announce clause noun infinitive
argue clause
ask clause infinitive noun addressee for
assert clause noun
assure clause addressee
claim clause infinitive noun
comment clause on
concede clause noun
conclude clause
confess clause to
confirm clause noun
contend clause
counter clause
declare clause noun
deny clause noun
disclose clause noun
emphasize clause noun
emphasise clause noun
exclaim clause
explain clause noun
insist clause on
joke clause about
lament clause noun
mention clause noun
note clause noun
observe clause
pledge clause infinitive noun
put clause it
predict clause noun
promise clause infinitive noun
propose clause infinitive noun
quip clause
recall clause noun
recount clause noun
reiterate clause noun
remark clause on
remind clause infinitive addressee of
repeat clause noun
reply clause
report clause noun
respond clause
retort clause
reveal clause noun
state clause noun
stress clause noun
suggest clause noun
testify clause
tweet clause noun
urge clause infinitive addressee noun
vow clause infinitive noun
warn clause infinitive addressee of about against
write clause
accuse noun
acknowledge clause noun
admit clause noun
advise clause infinitive addressee against
affirm clause noun
reaffirm clause noun
agree clause infinitive
allege clause noun
answer clause
apologize clause for
apologise clause for
boast clause about of
caution clause infinitive addressee against
complain clause about of
criticize noun
criticise noun
condemn noun
denounce noun
demand clause infinitive noun
dismiss noun
dispute clause noun
estimate clause noun
forecast clause noun
indicate clause
inform clause addressee of
maintain clause
muse clause
opine clause
order infinitive addressee noun
point out to
praise noun
proclaim clause noun
question clause noun
quote marked
read marked
recommend clause noun
refuse infinitive
rule clause
scoff clause
shout clause noun
speculate clause
summarize marked
swear clause infinitive
theorize clause
theorise clause
threaten infinitive noun
underline clause noun
underscore clause noun
wonder clause
whisper clause
yell clause
call for on marked
cite noun
describe noun as
discuss noun
speak of about
talk about
decline infinitive
continue marked
cry marked
chant marked
sing marked
post marked
publish marked
brand marked
label marked
dub marked
deride marked
decry noun
mock noun
slam noun
blast noun
attack noun
rip marked
hail marked
liken marked
scold marked
characterize marked
characterise marked
refer to
defend noun
challenge noun
begin marked
start marked
interject clause
plead infinitive with
instruct infinitive addressee
encourage infinitive addressee
notify clause addressee of
signal clause noun
imply clause
hint clause at
outline noun
echo noun
express noun
tout noun
blame noun
charge clause
detail noun
learn clause
find marked
show marked
`;

/** Irregular forms, to the dictionary form. */
const IRREGULAR: readonly (readonly [string, string, VerbForm])[] = [
  ['said', 'say', 'past'],
  ['told', 'tell', 'past'],
  ['wrote', 'write', 'past'],
  ['written', 'write', 'participle'],
  ['swore', 'swear', 'past'],
  ['sworn', 'swear', 'participle'],
  ['spoke', 'speak', 'past'],
  ['spoken', 'speak', 'participle'],
  ['sang', 'sing', 'past'],
  ['began', 'begin', 'past'],
  ['read', 'read', 'past'],
  ['put', 'put', 'past'],
  ['found', 'find', 'past'],
  ['forecast', 'forecast', 'past'],
  ['pled', 'plead', 'past'],
];

export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'ing';

/** A form of a reporting verb: "adding" -> add, ing. */
export interface CueForm {
  readonly lemma: string;
  readonly form: VerbForm;
}

const FLAGS = new Set(['clause', 'infinitive', 'noun', 'addressee', 'marked']);

const FRAMES: ReadonlyMap<string, Frame> = new Map(
  VERB_TABLE.trim()
    .split('\n')
    .map((line): readonly [string, Frame] => {
      const [lemma = '', ...rest] = line.split(' ');
      const has = (flag: string): boolean => rest.includes(flag);
      return [
        lemma,
        {
          clause: has('clause') || rest.includes('out'),
          infinitive: has('infinitive'),
          noun: has('noun'),
          addressee: has('addressee'),
          particles: new Set(rest.filter((word) => !FLAGS.has(word))),
          marked: has('marked'),
        },
      ];
    }),
);

const FORMS: ReadonlyMap<string, CueForm> = new Map([
  ...[...FRAMES.keys()].flatMap(regularForms),
  ...IRREGULAR.map(([word, lemma, form]): readonly [string, CueForm] => [word, { lemma, form }]),
]);

function regularForms(lemma: string): (readonly [string, CueForm])[] {
  const stem = lemma.replace(/e$/, '');
  const doubled = /^(?:quip|rip|admit|dub|slam|begin|refer|plan)$/.test(lemma) ? lemma + lemma.slice(-1) : stem;
  const consonantY = /[^aeiou]y$/.test(lemma);
  const third = consonantY ? lemma.replace(/y$/, 'ies') : /(?:s|sh|ch|x)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  const past = consonantY ? lemma.replace(/y$/, 'ied') : `${doubled}ed`;
  return [
    [lemma, { lemma, form: 'base' }],
    [third, { lemma, form: 'third' }],
    [past, { lemma, form: 'past' }],
    [`${doubled}ing`, { lemma, form: 'ing' }],
  ];
}

/** The reporting verb that `word` (lower case) is a form of. */
export function cueForm(word: string): CueForm | null {
  return FORMS.get(word) ?? null;
}

const NO_FRAME: Frame = {
  clause: false,
  infinitive: false,
  noun: false,
  addressee: false,
  particles: new Set(),
  marked: true,
};

export function frameOf(lemma: string): Frame {
  return FRAMES.get(lemma) ?? NO_FRAME;
}

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Forms that are a reporting verb whatever the tagger makes of them. */
export const CERTAIN_FORMS = list(`said says told tells wrote writes added adds argued argues insisted insists replied
  explained explains tweeted tweets asserted noted`);

/** Verbs that may stand before their subject behind a comma: "the dam held, said Ruiz". */
export const INVERTING = list(`say add write ask explain note argue warn report reply announce declare insist tweet
  recall conclude continue joke respond state quip observe remark exclaim claim confirm shout suggest`);

/** Verbs whose participle goes on with what the same speaker says: "he said it held, adding that". */
export const CONTINUING =
  list(`add say call note argue insist warn claim explain tell accuse describe promise urge ask write
  suggest stress emphasize cite declare assert vow sing chant shout encourage predict recall recommend demand`);

/** Verbs with which another report begins behind "and" or "but" even without a comma: "and said", "but called". */
export const COORDINATED =
  list(`say add call urge accuse note argue acknowledge insist claim warn promise pledge vow ask deny
  announce predict blame`);

/** Nouns for what somebody says: "the mayor's claim that". */
export const SAYING_NOUNS = list(`claim claims statement assertion assertions warning warnings promise pledge vow
  allegation allegations suggestion suggestions comment comments remark remarks insistence argument accusation
  accusations prediction announcement denial contention admission assurance assurances`);

/** Occasions and texts in which people speak: "in a statement", "at a briefing". */
export const OCCASIONS = list(`statement interview interviews speech speeches tweet tweets letter letters email e-mail
  memo briefing conference rally debate report post blog column essay call message news testimony hearing event filing
  article editorial broadcast address remarks release video book appearance meeting court`);

/** Days, months and other words that say when, never who. */
export const CALENDAR = list(`
  monday tuesday wednesday thursday friday saturday sunday january february april june july august september
  october november december today yesterday tomorrow tonight jan. feb. aug. sept. oct. nov. dec. week month year
  morning afternoon evening night weekend`);

/** Words that begin a clause which says when or why, not what was said. */
export const SUBORDINATORS = list(
  'when after before while as if because although though since until once unless whereas amid despite',
);

/** Small words and phrases that join a sentence to the one before and are the article's own. */
export const CONNECTIVES: ReadonlySet<string> = new Set([
  ...list(`but and so yet or instead still however meanwhile also then nevertheless moreover
  furthermore separately later earlier indeed rather besides nonetheless otherwise`),
  ...['by contrast', 'in contrast', 'in addition', 'for instance', 'for example', 'on the other hand'],
  ...['at the same time', 'as a result', 'in other words', 'in fact', 'in short', 'of course', 'after all', 'even so'],
]);

/** People who speak for somebody else; they are not the one they speak for. */
export const DEPUTIES = list(`
  spokesman spokeswoman spokesperson spokespeople spokesmen aide aides adviser advisor advisers advisors lawyer lawyers
  attorney attorneys representative representatives official officials source sources office campaign team`);
