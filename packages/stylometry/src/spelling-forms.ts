import type { Dictionary } from '@corpuscope/features'

/**
 * What looks like a slip and is none: an unknown word beside a known one that is another form of it, a variety of its spelling, a compound of known
 * parts, a shortening, or a word of another language. Rules of this project: endings and combining forms of medical Latin and Greek, and the shorthand of
 * hurried notes.
 */

/** Endings that make another word of the same stem: a slip within them cannot be told from a derivation or a Latin case. */
const endings: Readonly<Record<string, readonly string[]>> = {
  en: `us ae um is ii ans oid oides ic al ial ar ary ous an ian ine in ase ose ate ia ist or ity able ible ive oma itis osis emia aemia uria lysis ite ix esis
    ica iva osa ata ita uta lta ina ria tia nea xa`.split(/\s+/),
  fr: `ome omes ose oses ite ites ie ies ine ines ique iques ase al ale ales aux if ive ives eux euse euses ant ants ante antes eur eurs ide ides ate ates us
    ae um ène iste istes ée ées`.split(/\s+/),
  es: 'ico ica icos icas al ales oso osa osos osas ina ino inas inos itis osis oma omas emia uria asa ona us um ae ismo'.split(' '),
  pt: 'ico ica icos icas al ais oso osa osos osas ina ino inas inos ite ose oma omas emia uria ase ona us um ae ismo'.split(' '),
}

/** How far before the end of a word a slip may stand and still be of its ending. */
const longestEnding = 3
const shortestStem = 3

function sharedStart(a: string, b: string): number {
  let n = 0
  while (n < a.length && n < b.length && a[n] === b[n]) n++
  return n
}

/** Whether two words differ in their ending alone, and that of the unknown one is an ending of the language that the known one does not have. */
function differInEnding(word: string, known: string, language: string): boolean {
  const shared = sharedStart(word, known)
  if (shared < word.length - longestEnding) return false
  return (endings[language] ?? []).some(
    (ending) => word.length - ending.length >= shortestStem && word.endsWith(ending) && !known.endsWith(ending),
  )
}

/** Left out where a keyboard has none, and often in capitals: a habit, not a slip. */
const withoutMarks = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '')

const shortestVariant = 6

/** What writers of English spell in two ways, written in one: foetus and fetus, leucocyte and leukocyte, focussed and focused. */
const englishSkeleton = (word: string): string =>
  word
    .replace(/[ao]e/g, 'e')
    .replaceAll('k', 'c')
    .replace(/(?<=[^aeiou][aeiou])([lpst])\1(?=(?:ed|ing)$)/, '$1')
    .replace(/ou(?=r)/g, 'o')
    .replace(/z(?=e|i)/g, 's')

function isVariant(word: string, known: string): boolean {
  if (word.length < shortestVariant || englishSkeleton(word) !== englishSkeleton(known)) return false
  // Two neighbours swapped are a slip, whatever becomes of them.
  return word.length !== known.length || !isSwap(word, known)
}

function isSwap(a: string, b: string): boolean {
  const at = sharedStart(a, b)
  return a.length === b.length && a[at] === b[at + 1] && a[at + 1] === b[at]
}

/** Whether two words differ by two neighbours swapped, or by one letter written twice: slips that seldom make another word. */
export function isPlainSlip(word: string, known: string): boolean {
  if (isSwap(word, known)) return true
  const [short, long] = word.length < known.length ? [word, known] : [known, word]
  const at = sharedStart(short, long)
  return long.length === short.length + 1 && at > 0 && long[at] === long[at - 1]
}

/** Plural, past and other forms that are made by one letter: palp and palps, crampy and cramps. */
function isInflected(word: string, known: string, language: string): boolean {
  const long = word.length > known.length ? word : known
  const short = long === word ? known : word
  if (!long.startsWith(short) || long.length !== short.length + 1) return false
  const [last, before] = [long.at(-1), long.at(-2)]
  if (last === 's') return before !== 's' && !(long === known && /[ou]s$/.test(long))
  if (last === 'd' || last === 'r') return before === 'e'
  if (last === 'y') return before !== 'y' && long === word
  return last === 'e' && language === 'fr' && long === word && before !== 'e'
}

/** Whether a known word is the same word as an unknown one in another form or spelling. */
export const isSameWord = (word: string, known: string, language: string): boolean =>
  withoutMarks(word) === withoutMarks(known) ||
  isInflected(word, known, language) ||
  (language === 'en' && isVariant(word, known)) ||
  differInEnding(word, known, language)

const combining = new Set(
  `anti auto brachio cardio cephalo cerebro cervico chemo cholangio cholecysto chole contra cranio cysto dermato dorso electro endo entero extra facio
  fibro gastro glosso haemato haemo hemato hemi hemo hepato hetero homo hydro hyper hypo immuno infra inter intra juxta kerato laparo laryngo latero leuko
  lipo lympho macro maxillo medio mega meso meta micro mono multi myelo naso neo nephro neuro non oculo odonto oro osteo over para patho peri pharyngo
  photo pleuro pneumo poly post postero pseudo psycho pulmo pyelo radio retro rhino sacro salpingo semi sero spondylo sub super supra thoraco thrombo thyro
  tracheo trans ultra under urethro utero vaso ventro vesico`
    .trim()
    .split(/\s+/),
)
/** Prefixes of few letters begin too many words by chance: what is behind them has to be long. */
const shortPrefixes = new Set('co de dis in mal mis out per pre pro re un up'.split(' '))
const longestCombining = 9
const shortestPart = 6
const shortestBehindPrefix = 8
const shortestSuffixed = 5
const suffixes = 'oid ar al ic itis oma ome ite like less ness able wise ectomy ectomie otomy oscopy graphy pathy s ly er ers ing ed'.split(
  ' ',
)

/** Whether a word is made of a combining form and known words, or of a known word and a suffix: neuroendocrine, crestal, introducer. */
export function isCompound(word: string, dictionary: Dictionary): boolean {
  for (let cut = 2; cut <= longestCombining && word.length - cut >= shortestPart; cut++) {
    const first = word.slice(0, cut)
    const joins = combining.has(first) || (shortPrefixes.has(first) && word.length - cut >= shortestBehindPrefix)
    if (joins && dictionary.knows(word.slice(cut))) return true
  }
  return suffixes.some((suffix) => {
    if (!word.endsWith(suffix)) return false
    const stem = word.slice(0, -suffix.length)
    const joins = suffix === 's' ? !/s$/.test(stem) : /^[aeiou]/.test(suffix) ? !/[aeiou]$/.test(stem) : true
    return joins && stem.length >= shortestSuffixed && dictionary.knows(stem)
  })
}

// Written without their apostrophe, or cut at it: a habit, not a slip.
const contractions = new Set(
  `dont doesnt didnt isnt arent wasnt werent wont cant couldnt wouldnt shouldnt hasnt havent hadnt mustnt theyre youre theyve weve thats
  doesn didn isn aren wasn weren couldn wouldn shouldn hasn haven hadn mustn`.split(/\s+/),
)

/** Shorthand: words without a vowel (mnths), and -n for -ion (flexn). */
const isShorthand = (word: string): boolean => !/[aeiouy\u00df-\u0153]/.test(word) || /[tcxs]ns?$/.test(word)

/** Whether something else than a slip explains an unknown word, whatever it is near to. */
export const isExplained = (word: string, language: string, dictionary: Dictionary, english: Dictionary): boolean =>
  contractions.has(word) ||
  combining.has(word) ||
  isShorthand(word) ||
  isCompound(word, dictionary) ||
  // English terms stand in notes of all languages.
  (language !== 'en' && english.knows(word))
