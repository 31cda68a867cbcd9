import { fold } from '../text/fold.ts';
import { stem } from '../text/stem.ts';
import { sensesOf, type WordClass } from '../wordnet/senses.ts';
import { termsOf } from './terms.ts';

/**
 * Words that say the same, a group a line: what is asked with one is often answered with another. Of one meaning each,
 * as news uses them; a word may stand in several groups. For English.
 */
const GROUPS: readonly string[] = [
  `start begin beginning launch commence`,
  `end finish conclude conclusion`,
  `stop halt cease`,
  `buy purchase acquire acquisition`,
  `sell sale`,
  `get obtain receive gain`,
  `give provide supply`,
  `send deliver delivery dispatch ship supply`,
  `offer propose proposal`,
  `ask request`,
  `answer reply respond response`,
  `say tell state statement`,
  `promise pledge vow commit commitment`,
  `warn warning caution`,
  `deny denial`,
  `claim allege allegation`,
  `accuse accusation blame`,
  `criticise criticize criticism deride mock condemn`,
  `praise hail applaud`,
  `announce announcement declare declaration`,
  `discuss discussion talk`,
  `meet meeting talk summit`,
  `agree agreement deal accord pact`,
  `decide decision`,
  `reject rejection refuse refusal decline`,
  `allow permit let`,
  `ban forbid prohibit bar`,
  `stop prevent block`,
  `demand insist`,
  `want wish seek`,
  `hope expect expectation`,
  `plan intend intention`,
  `try attempt effort`,
  `help aid assist assistance support`,
  `show demonstrate`,
  `think believe belief consider opinion view`,
  `know aware`,
  `fear worry concern`,
  `cause reason`,
  `lead leader leadership head`,
  `boss chief head`,
  `rule govern government`,
  `elect election vote`,
  `appoint appointment name`,
  `resign resignation quit`,
  `minister secretary`,
  `spokesman spokeswoman spokesperson`,
  `kill death die dead`,
  `die death dead perish`,
  `kill murder slay`,
  `injure injury wound hurt`,
  `attack assault strike raid`,
  `invade invasion incursion`,
  `fight battle combat`,
  `soldier troop serviceman`,
  `army military forces`,
  `border frontier`,
  `arrest detain detention custody`,
  `jail prison imprison`,
  `trial court`,
  `lawyer attorney`,
  `thief robber burglar`,
  `steal theft rob`,
  `win victory triumph`,
  `beat defeat`,
  `lose loss defeat`,
  `rise increase grow growth climb`,
  `fall decrease decline drop`,
  `cut reduce reduction`,
  `big large great huge`,
  `small little tiny`,
  `many numerous`,
  `main chief principal primary`,
  `important significant key major`,
  `famous known renowned`,
  `whole entire`,
  `rich wealthy`,
  `quick fast rapid`,
  `hard difficult`,
  `wrong mistaken`,
  `build construct construction erect`,
  `create creation make establish found`,
  `found establish set`,
  `destroy destruction demolish`,
  `damage harm`,
  `repair fix restore restoration`,
  `rebuild reconstruct reconstruction`,
  `move transfer shift`,
  `leave depart departure`,
  `arrive arrival come reach`,
  `travel trip journey visit fly`,
  `visit tour trip`,
  `flee escape`,
  `live reside resident inhabitant`,
  `home house`,
  `work job employ employment`,
  `worker employee staff`,
  `hire employ recruit`,
  `fire dismiss sack`,
  `pay salary wage`,
  `cost price`,
  `money fund funding finance`,
  `company firm business corporation`,
  `shop store`,
  `car vehicle automobile`,
  `plane aircraft airplane`,
  `ship boat vessel`,
  `road street`,
  `town city`,
  `country nation state`,
  `world globe global worldwide`,
  `area region zone territory`,
  `place location site`,
  `part section portion`,
  `group organisation organization body`,
  `member membership`,
  `join joining accession`,
  `people population inhabitant`,
  `child kid`,
  `doctor physician`,
  `illness disease sickness`,
  `drug medicine medication`,
  `school education`,
  `teach teacher teaching`,
  `student pupil`,
  `write author writer`,
  `film movie`,
  `picture photo photograph image`,
  `play perform performance`,
  `name call title`,
  `kind type sort`,
  `way method manner`,
  `result outcome consequence`,
  `effect impact influence`,
  `change alter alteration`,
  `use employ usage`,
  `need require requirement necessary`,
  `keep retain maintain`,
  `hold contain include`,
  `consist comprise contain include`,
  `happen occur occurrence`,
  `remain stay`,
  `become turn`,
  `find discover discovery`,
  `invent invention inventor`,
  `measure step`,
  `aim goal objective purpose target`,
  `problem trouble difficulty`,
  `danger threat risk`,
  `protect protection defend defence defense`,
  `safe safety secure security`,
  `rule regulation law`,
  `fuel petrol gasoline`,
  `storm hurricane cyclone`,
  `flood flooding`,
  `rain rainfall`,
  `wood timber`,
  `year annual annually`,
  `day daily`,
  `percent percentage share`,
  `previous former earlier`,
  `current present`,
  `yearly annual`,
];

const SYNONYMS = new Map<string, Set<string>>();
for (const group of GROUPS) {
  const terms = new Set(termsOf(group, 'en'));
  for (const term of terms) {
    const others = SYNONYMS.get(term) ?? new Set();
    for (const other of terms) if (other !== term) others.add(other);
    SYNONYMS.set(term, others);
  }
}

/** Meanings of a word that are looked at, the most frequent first: rare ones are seldom meant. */
const MEANINGS = 2;

const CLASSES: readonly WordClass[] = ['noun', 'verb', 'adj', 'adv'];

/**
 * The terms of words that say the same as a word of an English text, by the groups above and by WordNet: whatever class
 * it stands in, since a short question gives the tagger little to go by.
 *
 * @param lemma its dictionary form, in lower case.
 */
export function synonymsOf(term: string, lemma: string): readonly string[] {
  const found = new Set(SYNONYMS.get(term));
  for (const { words, derived, similar } of CLASSES.flatMap((one) => sensesOf(lemma, one).slice(0, MEANINGS))) {
    for (const word of [...words, ...derived, ...similar]) found.add(stem(fold(word)));
  }
  found.delete(term);
  return [...found];
}
