const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Words inside a name: "Bank of England", "Journal du Dimanche", "Smith & Sons". */
export const NAME_LINKS = words(`of the de du des von van der den la le al bin ibn & - ' 's`);

/** Before a name, these make it a place. */
export const PLACE_PREPOSITIONS = words(
  'in at from to near across over into through outside inside around throughout on',
);

/** Words that say when: alone or with numbers they are a time. Folded. "may" and "march" are told by their capitals. */
export const TIME_WORDS = words(
  `january february april june july august september october november december jan feb apr jun jul aug sep sept oct nov
  dec monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight century centuries decade
  decades gmt am pm bc ad bce ce noon midnight spring summer autumn winter year years month months week weeks day days
  hour hours minutes ago a.m. p.m. morning afternoon evening night weekend`,
);

/** Words inside a time: "the end of last month", "between 1990 and 1995", "10th and 11th centuries". */
export const TIME_LINKS = words(
  `of the and to in - \u2013 , last next early late mid first second third half this ago about`,
); // EN DASH

/** Numbers that the tagger takes for other words. Folded. */
export const QUANTITY_WORDS = words(
  `half twice once dozen dozens hundreds thousands millions billions hundred thousand million billion trillion two three
  four five six seven eight nine ten eleven twelve zero double triple quarter percent`,
);

/** What belongs to the number before it. Folded. */
export const UNIT_MARKS = words('% percent per cent bn m km million billion trillion');

/** With a number they are a quantity of time. Folded. */
export const DURATION_UNITS = words(
  'minute minutes second seconds hour hours day days night nights week weeks month months year years decade decades centuries',
);

/** Words that tie a quantity of time to the calendar. Folded. */
export const NOT_IN_A_DURATION = words('last next early late mid ago this first second third');

/** The last word of a share of a hundred. Folded. */
export const PERCENT = words('% percent cent');

/** What money is counted in, after the number. Folded. */
export const CURRENCIES = words(
  `dollar dollars cent cents euro euros pound pounds pence yen yuan renminbi rouble roubles ruble rubles rupee rupees franc
  francs peso pesos real reais rand krona kronor krone kroner lira liras zloty shekel shekels won baht dinar dinars dirham
  dirhams riyal riyals bitcoin bitcoins`,
);

/** What goes on after a hyphen with the number before it: "2.5-million". Folded. */
export const NUMBER_ENDINGS = words('hundred thousand million billion trillion percent');

/** Words that a month follows. Folded. */
export const BEFORE_A_MONTH = words(
  'in of since until till by last next early late mid this from to through and or for',
);
