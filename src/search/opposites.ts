/**
 * Words that deny each other, a pair each: what is said of "the largest" is not said of "the smallest", what came
 * "before" did not come "after". Dictionary forms, and the forms of adjectives that are compared; folded.
 */
const PAIRS = `
  above/below over/under up/down inside/outside in/out before/after with/without more/less more/fewer most/least many/few
  all/none everyone/nobody always/never often/rarely often/seldom frequently/rarely usually/rarely ever/never also/only
  first/last early/late earlier/later earliest/latest past/future begin/end beginning/end start/stop start/finish
  start/end open/close open/shut arrive/leave arrive/depart enter/leave enter/exit come/go day/night summer/winter
  high/low higher/lower highest/lowest top/bottom large/small larger/smaller largest/smallest big/small bigger/smaller
  biggest/smallest great/little greater/lesser greatest/least long/short longer/shorter longest/shortest tall/short wide/narrow
  deep/shallow heavy/light thick/thin full/empty maximum/minimum major/minor majority/minority single/multiple one/many
  increase/decrease increase/decline increase/reduce increase/fall rise/fall rise/drop grow/shrink grow/decline raise/lower
  raise/cut raise/reduce expand/shrink strengthen/weaken improve/worsen accelerate/slow gain/lose win/lose victory/defeat
  success/failure succeed/fail profit/loss surplus/deficit
  north/south northern/southern northeast/southwest northwest/southeast east/west eastern/western left/right upper/lower
  inner/outer internal/external near/far nearest/farthest close/distant front/back
  accept/reject accept/refuse accept/decline allow/forbid allow/ban allow/prevent allow/prohibit permit/prohibit permit/ban
  grant/deny admit/deny confirm/deny agree/disagree support/oppose back/oppose approve/reject approve/disapprove
  encourage/discourage praise/criticise praise/criticize praise/condemn help/hinder cause/prevent include/exclude join/leave
  attack/defend advance/retreat cooperate/compete unite/divide create/destroy build/destroy build/demolish keep/abandon
  remember/forget remove/add appoint/dismiss hire/fire arrest/release convict/acquit guilty/innocent legal/illegal
  war/peace friend/enemy ally/enemy ally/opponent winner/loser buyer/seller buy/sell purchase/sell borrow/lend lend/borrow
  import/export give/take send/receive teach/learn pass/fail love/hate
  old/new old/young older/younger oldest/youngest oldest/newest ancient/modern modern/traditional good/bad better/worse
  best/worst strong/weak stronger/weaker strongest/weakest hot/cold warm/cool wet/dry rich/poor wealthy/poor public/private
  domestic/foreign national/international local/global local/national urban/rural male/female man/woman boy/girl
  father/mother son/daughter brother/sister husband/wife king/queen positive/negative active/passive easy/hard
  easy/difficult easier/harder easiest/hardest simple/complex fast/slow faster/slower fastest/slowest quick/slow true/false
  real/fake real/imaginary same/different similar/different alike/different together/apart direct/indirect general/specific
  general/special permanent/temporary natural/artificial conservative/liberal cheap/expensive safe/dangerous hard/soft
  rough/smooth attract/repel possible/impossible constant/variable dead/alive live/die birth/death bear/die
  present/absent common/rare frequent/rare popular/unpopular civilian/military offensive/defensive voluntary/compulsory
  optional/mandatory partial/complete partial/total`;

const OPPOSITES = new Map<string, Set<string>>();
for (const pair of PAIRS.trim().split(/\s+/u)) {
  const [one = '', other = ''] = pair.split('/');
  OPPOSITES.set(one, (OPPOSITES.get(one) ?? new Set()).add(other));
  OPPOSITES.set(other, (OPPOSITES.get(other) ?? new Set()).add(one));
}

/** Beginnings that turn a word into its opposite: "un-able", "non-members", "dis-agree". */
const DENYING = ['un', 'in', 'im', 'il', 'ir', 'non', 'dis', 'anti', 'de', 'mis'];

/** Shortest word, in letters, that is looked at for such a beginning; shorter ones are other words, "in-form". */
const SHORTEST_DENIED = 4;

/** Words by which a sentence denies; with an apostrophe as a question writes it: "didn't". Folded. */
const DENIALS = new Set('not never no none nobody nothing neither nor without except besides cannot nt'.split(' '));

/** Whether a folded word denies: "never", "n't", "weren't". */
export const isDenial = (form: string): boolean => DENIALS.has(form) || form.endsWith("n't");

/** Whether an opposite of a folded word is among the others. */
export function hasOpposite(form: string, others: ReadonlySet<string>): boolean {
  for (const opposite of OPPOSITES.get(form) ?? []) if (others.has(opposite)) return true;
  return DENYING.some((beginning) => {
    const bare = form.startsWith(beginning) ? form.slice(beginning.length) : '';
    return (
      (form.length >= SHORTEST_DENIED && others.has(beginning + form)) ||
      (bare.length >= SHORTEST_DENIED && others.has(bare))
    );
  });
}
