/** English words that carry no topic: a question made of these alone asks about nothing. Folded, see `fold`. */
export const ENGLISH_STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above after again against all also am an and any are aren as at be because been before being below between
  both but by can cannot could couldn d did didn do does doesn doing don down during each either else ever few for from
  further had hadn has hasn have haven having he her here hers herself him himself his how however i if in into is isn
  it its itself just ll m many may me might more most much must my myself neither no nor not now of off on once one only
  or other our ours ourselves out over own per re s same shall she should shouldn so some such t than that the their
  theirs them themselves then there these they this those though through thus to too under until up upon us ve very was
  wasn we were weren what whatever when where whether which while who whom whose why will with within without won would
  wouldn yet you your yours yourself yourselves`.split(/\s+/),
);
