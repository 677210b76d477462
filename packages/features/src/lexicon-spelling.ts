/**
 * Beginnings of words that British and American English spell differently, British first. Written by us: 77 pairs, chosen so that what begins
 * with one is of that spelling, with the exceptions below. The -ise and -ize of Oxford are left out, since both are British, and so are
 * words that one side uses in both spellings (fetus, practice, program).
 */
const pairs = `colour color|favour favor|flavour flavor|honour honor|humour humor|labour labor|neighbour neighbor|odour odor|rumour rumor|savour savor|
  tumour tumor|behaviour behavior|harbour harbor|endeavour endeavor|saviour savior|armour armor|centre center|fibre fiber|theatre theater|
  calibre caliber|goitre goiter|anaemi anemi|anaesthe anesthe|caesarean cesarean|diarrhoea diarrhea|dyspnoea dyspnea|apnoea apnea|
  gynaecolog gynecolog|haem hem|ischaemi ischemi|leukaemi leukemi|oedema edema|oesophag esophag|oestr estr|orthopaedic orthopedic|
  paediatric pediatric|septicaemi septicemi|hypoglycaemi hypoglycemi|hyperglycaemi hyperglycemi|hypokalaemi hypokalemi|hyperkalaemi hyperkalemi|
  hyponatraemi hyponatremi|hypernatraemi hypernatremi|glycaemi glycemi|uraemi uremi|bacteraemi bacteremi|hyperlipidaemi hyperlipidemi|
  coeliac celiac|dysmenorrhoea dysmenorrhea|amenorrhoea amenorrhea|gonorrhoea gonorrhea|rhinorrhoea rhinorrhea|steatorrhoea steatorrhea|
  orthopnoea orthopnea|tachypnoea tachypnea|paraesthesia paresthesia|manoeuvre maneuver|aetiolog etiolog|hypoxaemi hypoxemi|viraemi viremi|
  offence offense|grey gray|mould mold|plough plow|jewellery jewelry|skilful skillful|ageing aging|sceptic skeptic|aluminium aluminum|
  analyse analyze|paralyse paralyze|moustache mustache|pyjama pajama|artefact artifact|counsellor counselor|travelled traveled|labelled labeled`

/** Words that begin like the American side and are spelled so everywhere. */
const everywhere =
  /^(?:colorect|laborat|laborious|humoral|honorar|tumori|odorif|hem(?:i|p|s?$|m|lock|line|med)|estrang|estray|fiberop|gray\W|center(?:fold)|savori)/

export interface SpellingPair {
  readonly british: string
  readonly american: string
}

let made: readonly SpellingPair[] | undefined

/** Pairs of beginnings that tell British from American spelling. */
export function spellingPairs(): readonly SpellingPair[] {
  made ??= pairs.split('|').map((pair) => {
    const [british = '', american = ''] = pair.trim().split(' ')
    return { british, american }
  })
  return made
}

let index: ReadonlyMap<string, readonly (readonly [stem: string, british: boolean])[]> | undefined

function stemsByStart(): ReadonlyMap<string, readonly (readonly [stem: string, british: boolean])[]> {
  if (index) return index
  const map = new Map<string, [string, boolean][]>()
  for (const { british, american } of spellingPairs())
    for (const [stem, isBritish] of [[british, true] as const, [american, false] as const]) {
      const key = stem.slice(0, 3)
      const list = map.get(key)
      if (list) list.push([stem, isBritish])
      else map.set(key, [[stem, isBritish]])
    }
  index = map
  return map
}

/**
 * Which English spelling a lower-cased word is of: undefined for one that both spell alike.
 *
 * @example spellingOf('haemoglobin') // 'british'
 */
export function spellingOf(word: string): 'british' | 'american' | undefined {
  const found = stemsByStart()
    .get(word.slice(0, 3))
    ?.find(([stem]) => word.startsWith(stem))
  if (!found || (!found[1] && everywhere.test(word))) return undefined
  return found[1] ? 'british' : 'american'
}
