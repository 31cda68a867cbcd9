const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words before a name that say what somebody is and are not part of the name, in lower case. */
export const TITLES = list(`
  mr mrs ms miss mx dr sir dame lord lady sen sens senator senators rep reps representative gov governor president prime
  minister secretary general gen col capt captain sgt sergeant lt lieutenant maj major colonel adm admiral professor prof
  judge justice king queen prince princess pope cardinal bishop archbishop chancellor premier ambassador mayor chief
  director former vice deputy acting attorney speaker congressman congresswoman councillor councilor councilman
  councilwoman councilmember rev reverend father sister sheriff detective det inspector insp commissioner undersecretary
  cllr ceo cfo coo mp mep msp coach chairman chairwoman chair commander cmdr sheikh imam rabbi spokesman spokeswoman
  spokesperson editor  supt superintendent          
   justice        hon del delegate ex-president
  vice-president republican democrat democratic gop candidate nominee leader the`);

/** Titles that tell a man from a woman. */
export const HIS_TITLES =
  list(`mr sir lord king prince pope father congressman chairman spokesman councilman cardinal rabbi
  imam sheikh businessman policeman actor husband brother son`);
export const HER_TITLES =
  list(`mrs ms miss dame lady queen princess sister congresswoman chairwoman spokeswoman councilwoman
  businesswoman policewoman actress wife mother daughter`);

/** Capitalised words that make a name that of a body, a place or a thing. */
export const NOT_PEOPLE = list(`
  academy act administration affairs agency agreement airlines airport alliance america american army assembly association
  authority avenue bank bay beach bill board bridge britain british broadcasting bureau cabinet california campaign capitol
  care carolina center centre chamber chapter china chronicle church circuit city club coalition college command commission
  committee commons commonwealth community company conference congress convention corporation corps council country county
  court crown daily dakota day democrats department development district division duma east eastern economic education
  emergency empire energy enforcement england environmental europe european exchange federal federation festival fire forces
  force forest foundation france fund games gazette german germany global government great group guard hall hampshire health
  herald high hill holdings homeland hospital hotel house human inc independent india industries information institute
  institution intelligence international island islands jersey journal kingdom korea labour lake law league
  legislature library limited london los magazine mail main market medical memorial mexico military ministry monitor mount
  movement museum nation national nations nato navy network new news north northern office olympic olympics organisation
  organization pacific palace panel parliament park party pentagon plan police post press program project protection
  public radio red reform relations reporter republic republicans research reserve review rights river road russia russian
  saint san santa school sea secret security senate service services society south southern square st station street studies
  sun super supreme survey system tax team television temple territory texas times today tower trade treasury treaty trust
  tribune tv union united university valley virginia wall war washington water west western white women world york zealand
  states kremlin brexit monday tuesday wednesday thursday friday saturday sunday january february march april june july
  august september october november december`);

/** Small words inside names: "Ursula von der Leyen". */
export const PARTICLES = list('de del della di da dos das van von der den ter ten bin ibn al el la le du abu ben y e');
