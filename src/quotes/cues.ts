const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Verbs that report words, as dictionary forms; a clause, an infinitive or a quotation may follow. */
export const REPORTING_VERBS = list(`
  say tell add announce argue ask assert claim comment concede conclude confirm contend counter declare deny describe
  disclose emphasize emphasise explain insist joke lament mention note observe pledge predict promise propose quip recall
  reiterate remark repeat reply respond reveal state stress suggest testify tweet urge vow warn write accuse acknowledge
  admit advise affirm allege apologize apologise assure boast caution complain criticize criticise demand denounce
  demanded dismiss dispute estimate exclaim indicate inform maintain report retort scoff shout threaten underline
  whisper yell call dub recount reaffirm rebuke remind forecast swear proclaim opine muse cite charge post cry continue
  deride brand label slam blast hail mock praise`);

/** Of these, the ones that report only what stands in quotation marks, or a complement that "that" introduces. */
export const MARKED_ONLY = list(`
  call dub describe continue report charge post cry observe comment note cite recall mention repeat demand dismiss
  criticize criticise denounce rebuke accuse propose dispute deride brand label
  slam blast hail mock praise`);

/** Verbs whose object is the person spoken to: "told reporters that". */
export const ADDRESSING_VERBS = list('tell inform remind assure warn advise urge ask');

/** Verbs that report with a noun or an infinitive alone: "promised support", "denied planning an invasion". */
export const PLAIN_COMPLEMENT = list(
  'promise pledge vow deny threaten announce predict forecast urge demand apologize apologise swear confirm acknowledge admit',
);

/** Participles that go on with what somebody said before them: "adding that". */
export const CONTINUING = list(
  'adding saying noting warning insisting arguing explaining claiming stressing writing telling calling promising asking describing',
);

/** Days and months: they say when, never who. */
export const CALENDAR = list(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december today yesterday tomorrow tonight week month year morning afternoon evening night`);

/** People who speak for somebody else; they are not the one they speak for. */
export const DEPUTIES = list(`
  spokesman spokeswoman spokesperson spokespeople spokesmen aide aides adviser advisor advisers advisors lawyer lawyers
  representative representatives official officials source sources office`);
