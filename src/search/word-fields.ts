import { termsOf } from './terms.ts';

/**
 * Fields of words: a question about one word of a field is often answered with another, "did she win awards?" with
 * "named player of the year". For English; a word may stand in several fields.
 */
const FIELDS: readonly string[] = [
  // honours
  `award win won prize medal honour honor title trophy champion nominate nomination winner`,
  // achievement
  `best greatest biggest famous notable important accomplish accomplishment achieve achievement significant success
  successful popular popularity reach reached peak top record hit acclaim million sell sold sales chart number first`,
  // reception
  `receive received reception response respond react reaction critic critics critical criticise criticize criticism
  review praise acclaim controversy controversial oppose opposition opinion mixed positive negative welcome condemn`,
  // film and stage
  `film movie cinema role act acting actor actress star cast direct director screen play television series show scene
  theatre theater stage premiere`,
  // music
  `album song single record recording music musical band tour track concert perform performance chart label studio sing
  singer sound debut`,
  // books
  `book write wrote written novel publish publication story author poem writer magazine newspaper article editor`,
  // schooling
  `school study studied university college degree educate education student teach teacher graduate scholarship academy
  class`,
  // family
  `marry married marriage wife husband family son daughter child children parent mother father brother sister
  relationship divorce partner`,
  // beginnings in life
  `born birth childhood grow grew live lived home house town city move moved early`,
  // death and illness
  `die died death dead kill killed funeral injury injure injured wound illness ill disease cancer hospital health sick
  doctor casualty victim`,
  // money
  `money pay paid cost price fund funding financial finance salary dollar pound euro million billion earn rich contract
  deal worth budget tax income economy economic`,
  // rule
  `elect election vote voter party campaign candidate president minister government politics political policy senate
  parliament governor mayor leader chancellor`,
  // war
  `war attack army military troop troops soldier battle fight fought force weapon arms bomb invade invasion navy enemy
  missile strike defend defence defense`,
  // talks between states
  `talk talks negotiate negotiation agree agreement treaty summit meet meeting diplomat diplomatic ceasefire peace
  sanction alliance deal`,
  // law
  `court sue sued law legal lawsuit judge trial charge arrest prison jail police convict conviction crime criminal lawyer
  guilty settle settlement sentence investigate investigation`,
  // work
  `job work hire hired appoint appointed position role career employ employer retire retired resign leave left company
  business office post`,
  // sport
  `game team season play player score match league goal coach cup sport lose lost defeat beat championship`,
  // belief
  `religion religious church god faith belief believe priest bishop christian jewish muslim`,
  // endings
  `end ended stop quit leave left break broke split disband close closed finish cancel cancelled last final retire`,
  // beginnings
  `begin began start started first form formed found founded establish established create created launch origin join
  joined`,
  // help
  `help support aid assist protect collaborate collaboration together join joined`,
  // trouble
  `problem conflict trouble difficult difficulty dispute fail failed failure issue wrong lose lost concern accident
  disaster damage destroy`,
  // manner
  `style genre influence influenced inspire inspired inspiration sound kind type similar`,
  // being on the way
  `go going went travel trip tour journey visit head headed set depart arrive return fly flew flown drive sail march walk
  route way`,
  // coming into office
  `take over succeed successor replace elect elected appoint appointed inaugurate sworn office become became predecessor`,
  // seeing one another
  `meet met meeting see saw talks visit host guest receive received welcome`,
  // weather and nature
  `storm flood rain wind fire earthquake temperature climate weather forecast emission energy`,
];

/** The fields, by number, that each term stands in. */
const FIELDS_BY_TERM: ReadonlyMap<string, readonly number[]> = byTerm();

/** The fields, by number, that a term of an English text stands in. */
export function fieldsOf(term: string): readonly number[] {
  return FIELDS_BY_TERM.get(term) ?? [];
}

/** Whether a term stands in one of `fields`. */
export function isInFields(term: string, fields: ReadonlySet<number>): boolean {
  return fieldsOf(term).some((field) => fields.has(field));
}

function byTerm(): Map<string, readonly number[]> {
  const fields = new Map<string, readonly number[]>();
  for (const [n, field] of FIELDS.entries()) {
    for (const term of new Set(termsOf(field, 'en'))) {
      fields.set(term, [...(fields.get(term) ?? []), n]);
    }
  }
  return fields;
}
