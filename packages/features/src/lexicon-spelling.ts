import { type Dictionary, dictionaryOf } from './dictionary.ts'

/**
 * Beginnings of words that British and American English spell differently, British first. Written by us: 108 pairs, chosen so that what begins
 * with one is of that spelling, with the exceptions below. Australian spelling is the first of each too. Left out are words that one side uses in both
 * spellings (fetus, practice, license).
 *
 * @see Peters 2004, The Cambridge Guide to English Usage; Australian Government Style Manual, Spelling
 */
const pairs: Readonly<Record<Exclude<SpellingPattern, 'ise' | 'programme'>, string>> = {
  our: `colour color|favour favor|flavour flavor|honour honor|humour humor|labour labor|neighbour neighbor|odour odor|rumour rumor|savour savor|
    tumour tumor|behaviour behavior|harbour harbor|endeavour endeavor|saviour savior|armour armor`,
  re: `centre center|fibre fiber|theatre theater|calibre caliber|goitre goiter|litre liter|millilitre milliliter|centimetre centimeter|
    millimetre millimeter|kilometre kilometer`,
  ae: `anaemi anemi|anaesthe anesthe|caesarean cesarean|diarrhoea diarrhea|dyspnoea dyspnea|apnoea apnea|gynaecolog gynecolog|haem hem|
    ischaemi ischemi|leukaemi leukemi|oedema edema|oesophag esophag|oestr estr|orthopaedic orthopedic|paediatric pediatric|septicaemi septicemi|
    hypoglycaemi hypoglycemi|hyperglycaemi hyperglycemi|hypokalaemi hypokalemi|hyperkalaemi hyperkalemi|hyponatraemi hyponatremi|
    hypernatraemi hypernatremi|glycaemi glycemi|uraemi uremi|bacteraemi bacteremi|hyperlipidaemi hyperlipidemi|coeliac celiac|
    dysmenorrhoea dysmenorrhea|amenorrhoea amenorrhea|gonorrhoea gonorrhea|rhinorrhoea rhinorrhea|steatorrhoea steatorrhea|orthopnoea orthopnea|
    tachypnoea tachypnea|paraesthesia paresthesia|manoeuvre maneuver|aetiolog etiolog|hypoxaemi hypoxemi|viraemi viremi|hypovolaemi hypovolemi|
    toxaemi toxemi|polycythaemi polycythemi|thalassaemi thalassemi|hyperaemi hyperemi|dyslipidaemi dyslipidemi|hypercalcaemi hypercalcemi|
    hypocalcaemi hypocalcemi|caecum cecum|faeces feces|faecal fecal|hyperaesthesia hyperesthesia`,
  ll: `jewellery jewelry|skilful skillful|counsellor counselor|counselling counseling|travelled traveled|travelling traveling|labelled labeled|
    labelling labeling|modelling modeling|signalling signaling|cancelled canceled|fuelled fueled|marvellous marvelous`,
  yse: 'analyse analyze|paralyse paralyze|analysing analyzing|paralysing paralyzing|catalyse catalyze',
  other: `offence offense|defence defense|practised practiced|practising practicing|grey gray|mould mold|plough plow|ageing aging|sceptic skeptic|
    aluminium aluminum|moustache mustache|pyjama pajama|artefact artifact`,
}

/** Where the spelling of English differs by country, the British form first. */
export const spellingPatterns = [
  { id: 'our', title: 'colour / color' },
  { id: 're', title: 'centre / center' },
  { id: 'ae', title: 'anaemia, oedema / anemia, edema' },
  { id: 'll', title: 'travelled / traveled' },
  { id: 'yse', title: 'analyse / analyze' },
  { id: 'other', title: 'grey / gray and others' },
  { id: 'ise', title: '-ise / -ize' },
  { id: 'programme', title: 'programme / program' },
] as const

export type SpellingPattern = (typeof spellingPatterns)[number]['id']

/** Words that begin like the American side and are spelled so everywhere. */
const everywhere =
  /^(?:colorect|laborat|laborious|humoral|honorar|tumori|odorif|hem(?:i|p|s?$|m|lock|line|med)|estrang|estray|fiberop|gray\W|center(?:fold)|savori)/

export interface SpellingPair {
  readonly british: string
  readonly american: string
  readonly pattern: SpellingPattern
}

let made: readonly SpellingPair[] | undefined

/** Pairs of beginnings that tell British from American spelling. */
export function spellingPairs(): readonly SpellingPair[] {
  made ??= Object.entries(pairs).flatMap(([pattern, list]) =>
    list.split('|').map((pair) => {
      const [british = '', american = ''] = pair.trim().split(' ')
      return { british, american, pattern: pattern as SpellingPattern }
    }),
  )
  return made
}

type Stem = readonly [stem: string, british: boolean, pattern: SpellingPattern]

let index: ReadonlyMap<string, readonly Stem[]> | undefined

function stemsByStart(): ReadonlyMap<string, readonly Stem[]> {
  if (index) return index
  const map = new Map<string, Stem[]>()
  for (const { british, american, pattern } of spellingPairs())
    for (const [stem, isBritish] of [[british, true] as const, [american, false] as const]) {
      const key = stem.slice(0, 3)
      const list = map.get(key)
      if (list) list.push([stem, isBritish, pattern])
      else map.set(key, [[stem, isBritish, pattern]])
    }
  index = map
  return map
}

export interface Spelling {
  readonly pattern: SpellingPattern
  /** Whether it is the first form of the pattern. */
  readonly first: boolean
}

const suffixed = /^([a-z]{3,})i([sz])(e|ed|er|ers|es|ing|able|ation|ations|ational)$/
/** Words in -ise that have an s everywhere, since it is no suffix there: advertise, surprise. */
const alwaysS =
  /^(?:advert|adv|appr|ar|chast|circumc|compr|comprom|dem|desp|dev|disgu|enfranch|enterpr|exc|exerc|expert|franch|improv|inc|merchand|prem|pr|prom|rev|superv|surm|surpr|telev|treat|conc|prec)i[sz]/

let english: Dictionary | undefined

/**
 * Which spelling of English a lower-cased word is of; undefined for one that all spell alike. American is the second form of each pattern; Australian the
 * first, but program; British the first, but -ize too in the style of Oxford, and program for computers.
 *
 * @see Peters 2004, The Cambridge Guide to English Usage; Australian Government Style Manual, Spelling; Waddingham 2014, New Hart's Rules
 * @example spellingOf('organisation') // { pattern: 'ise', first: true }
 */
export function spellingOf(word: string): Spelling | undefined {
  const found = stemsByStart()
    .get(word.slice(0, 3))
    ?.find(([stem]) => word.startsWith(stem))
  if (found && (found[1] || !everywhere.test(word))) return { pattern: found[2], first: found[1] }
  if (/^program(?:me)?s?$/.test(word)) return { pattern: 'programme', first: word.startsWith('programme') }
  const [, stem, letter, ending] = suffixed.exec(word) ?? []
  if (stem === undefined || alwaysS.test(word)) return undefined
  english ??= dictionaryOf('en')!
  return english.knows(`${stem}is${ending}`) && english.knows(`${stem}iz${ending}`) ? { pattern: 'ise', first: letter === 's' } : undefined
}
