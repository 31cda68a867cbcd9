const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Given names that are mostly men's, folded: they tell "he" from "she" and a person from a place. */
const MEN = list(`
  aaron abdul abdullah abraham adam adrian ahmed alan albert alejandro aleksandr alex alexander alexei alfred ali allan
  amir anatoly anders andre andreas andrei andres andrew andy angelo anthony antonio antony arif armando arnold arthur
  asif barack barry ben benedict benjamin bernard bernie bill billy bob bobby boris brad bradley brandon brendan brett
  brian bruce bryan calvin cameron carl carlos cecil cesar chad charles charlie chris christian christoph christopher
  chuck clarence claude claudio clive colin connor craig curtis cyril dale damian dan daniel danny darren dave david dean
  denis dennis derek desmond diego dieter dirk dmitri dmitry dmytro dominic don donald doug douglas duncan dwayne dwight
  earl ed eddie edgar edmund eduardo edward edwin elijah elliott emil emmanuel enrique eric erik ernest ethan eugene evan
  fabio felipe felix fernando florian francesco francis francisco francois frank franz fred frederick friedrich gabriel
  gareth gary gavin geoff geoffrey george gerald gerard gerhard giovanni giuseppe glen glenn gordon graham grant greg
  gregory guillermo gustavo guy hamid hans harold harry harvey hasan hassan heinrich henri henry herbert herman hernan
  hiroshi howard hugh hugo hussein ian ibrahim igor imran isaac ismail ivan jack jacob jacques jaime jake jamal james
  jamie jan jared jason javier jay jean jeff jeffrey jens jeremy jerome jerry jesse jesus jim jimmy joachim joao joe joel
  johan johannes john johnny jon jonas jonathan jordan jorge jose joseph josh joshua juan julian julio jurgen justin karim
  karl keith ken kenneth kenji kevin khalid klaus konstantin kurt kyle lance larry lars laurence laurent lawrence lee leo
  leon leonard leonid leroy lewis liam lloyd lorenzo louis luca lucas luigi luis lukas luke mahmoud malcolm manuel marc
  marcel marcelo marco marcus mario mark markus marlon martin marvin mateo matt matteo matthew maurice max maxim
  maximilian maxwell mehdi mehmet michael michel miguel mikael mike mikhail milan mitch mohamed mohammad mohammed mohamud
  mohsen morgan moses muhammad mustafa narendra nathan nathaniel neil nelson nicholas nick nicolas nicolae nigel nikita
  nikolai noah noel norman oleg oliver omar oscar osman otto owen pablo paolo patrick paul pavel pedro percy perry pete
  peter petr petro phil philip philippe pierre pietro prakash rafael raj rajesh ralph ramon randy raul ray raymond
  recep reginald rene reuben rex ricardo richard rick rob robert roberto robin rodney rodrigo roger roland roman ron
  ronald rory ross roy ruben rudolf rupert russell ryan said salman salvador sam samir samuel scott sean sebastian serge
  sergei sergey sergio seth shane shaun shawn silvio simon sidney stanley stefan stephen steve steven stewart stuart
  sven sundar tariq ted terence terry theo theodore thierry thomas tim timothy toby todd tom tomas tommy tony travis
  trevor tyler umar vadim valentin vernon vicente victor viktor vincent vitaly vladimir volodymyr walter warren wayne
  werner wilfred wilhelm will willem william willie winston wolfgang xavier xi yasir yusuf yuri yves zachary zoltan
  boutros antonin olaf dante jeb newt rudy jaroslaw donnie clint rishi keir sergio mitt`);

/** Given names that are mostly women's, folded. */
const WOMEN = list(`
  abigail ada adele agnes aisha alejandra alessandra alexandra alexis alice alicia alison allison alma amanda amber
  amelia amina amy ana anastasia andrea angela angelina anika anita anja ann anna annabel annalena anne annette annie
  antonia april ariana astrid aung ava barbara beatrice becky bella bernadette bertha beth bethany betty beverly bianca
  brenda bridget brigitte brittany camila camille carla carmen carol carole carolina caroline carolyn carrie cassandra
  catalina catherine cathy cecilia celia celine charlene charlotte chelsea cheryl chloe christina christine cindy
  claire clara clarissa claudia colette connie consuelo cora courtney cristina cynthia daisy dana danielle daphne dawn
  debbie deborah debra delia denise diana diane dolores dominique donna dora doris dorothy edith eileen elaine eleanor
  elena eleni elisa elisabeth elise eliza elizabeth ella ellen eloise elsa emily emma erica erika erin esther ethel eva
  eve evelyn faith fatima felicia fiona florence frances francesca frieda gabriela gabrielle gail georgia georgina
  geraldine gertrude gina giorgia giulia gladys glenda gloria grace greta gretchen gwen gwendolyn hannah harriet hazel
  heather heidi helen helena helga henrietta hilary hillary holly hope ida ilaria ines ingrid inna irene irina iris
  isabel isabella isabelle ivanka ivy jackie jacqueline jana jane janet janice jasmine jeanne jeannette jen jenna
  jennifer jenny jessica jill jo joan joanna joanne jocelyn johanna josephine joy joyce juanita judith judy julia julie
  juliet june justine kamala kara karen karin karina kate katharine katherine kathleen kathryn kathy katie katja katrina
  kay kayla keisha kelly kim kimberly kirsten kristen kristin kristina lara latoya laura lauren leah leila lena leonora
  leslie leticia lily lina linda lindsay lisa liz liza lois lorena loretta lori lorraine louise lucia lucille lucy
  luisa lydia lynn mabel madeleine madison mae maggie malala marcia margaret margarita maria mariam marian marianne marie
  marilyn marina marine marion marisa marissa marjorie marlene marta martha martina mary maryam matilda maureen maya
  megan mei melania melanie melinda melissa mercedes meredith mia michele michelle mildred mina miranda miriam moira
  molly monica monique muriel myra nadia nancy naomi natalia natalie natasha nicola nicole nina nora norma octavia olga
  olivia olympia pamela patricia patty paula paulina pauline peggy penelope penny petra phoebe phyllis priscilla priti
  rachel ramona raquel rebecca regina renee rhonda rita roberta rochelle rosa rosalind rosanna rose rosemary roxanne ruth
  sabrina sadie sally samantha sandra sanna sara sarah selina selma serena shannon sharon sheila shelley sherry shirley
  silvia simone sofia sonia sonya sophia sophie stacey stacy stella stephanie sue susan susanna susanne suzanne svetlana
  sylvia tamara tanya tara tatiana teresa tessa thelma theresa tiffany tina toni tracy ursula uta valentina valerie
  vanessa vera verena veronica vicky victoria viola violet virginia vivian wanda wendy whitney wilma winifred yasmin
  yolanda yulia yvette yvonne zainab zoe zuzana nicola debra lily betsy ivana letitia janine`);

export type Gender = 'he' | 'she';

const GENDERS: ReadonlyMap<string, Gender> = new Map([
  ...MEN.map((name): readonly [string, Gender] => [name, 'he']),
  ...WOMEN.map((name): readonly [string, Gender] => [name, 'she']),
]);

/** Whose name `given` (folded) mostly is; undefined where it is none of the common given names. */
export function genderOfName(given: string): Gender | undefined {
  return GENDERS.get(given);
}
