/**
 * Forms of English verbs and nouns that no ending tells, after the dictionary form that they belong to: "led" is a
 * form of "lead". Forms that are more often another word ("bore", "wound", "lay") are left out. Folded.
 */
const FORMS = `
  arise arose arisen
  beat beaten
  become became
  begin began begun
  bend bent
  bind bound
  bite bit bitten
  bleed bled
  blow blew blown
  break broke broken
  breed bred
  bring brought
  build built
  burn burnt
  buy bought
  catch caught
  child children
  choose chose chosen
  cling clung
  come came
  creep crept
  deal dealt
  dig dug
  draw drew drawn
  dream dreamt
  drink drank drunk
  drive drove driven
  eat ate eaten
  fall fell fallen
  feed fed
  feel felt
  fight fought
  find found
  flee fled
  fly flew flown
  foot feet
  forbid forbade forbidden
  forget forgot forgotten
  forgive forgave forgiven
  freeze froze frozen
  get got gotten
  give gave given
  go went gone
  grind ground
  grow grew grown
  hang hung
  hear heard
  hide hid hidden
  hold held
  keep kept
  know knew known
  lead led
  lean leant
  learn learnt
  leave left
  lend lent
  life lives
  light lit
  lose lost
  make made
  man men
  mean meant
  meet met
  mouse mice
  overcome overcame
  overthrow overthrew overthrown
  pay paid
  rebuild rebuilt
  ride rode ridden
  ring rang rung
  rise rose risen
  run ran
  say said
  see saw seen
  seek sought
  sell sold
  send sent
  shake shook shaken
  shine shone
  shoot shot
  shrink shrank shrunk
  sing sang sung
  sink sank sunk
  sit sat
  sleep slept
  slide slid
  speak spoke spoken
  speed sped
  spend spent
  spin spun
  spring sprang sprung
  stand stood
  steal stole stolen
  stick stuck
  strike struck stricken
  strive strove striven
  swear swore sworn
  sweep swept
  swim swam swum
  swing swung
  take took taken
  teach taught
  tear tore torn
  tell told
  think thought
  throw threw thrown
  tooth teeth
  undergo underwent undergone
  understand understood
  undertake undertook undertaken
  wake woke woken
  wear wore worn
  weave wove woven
  weep wept
  wife wives
  win won
  withdraw withdrew withdrawn
  woman women
  write wrote written`;

/** The dictionary form of each irregular form. */
export const IRREGULAR_FORMS: ReadonlyMap<string, string> = new Map(
  FORMS.trim()
    .split('\n')
    .flatMap((line) => {
      const [base = '', ...forms] = line.trim().split(' ');
      return forms.map((form): [string, string] => [form, base]);
    }),
);
