import { isEnglishWord } from '@corpuscope/features'
import { isLetter } from './characters.ts'
import { dwellings, largerThanTowns, largeTowns, townLabels, townTies } from './data/town-words.ts'
import { isForeign } from './foreign.ts'
import { type Identifier, type Scan, strengths } from './identifier.ts'
import { monthNames } from './month-names.ts'
import { factsAt, nameFact } from './name-facts.ts'
import { isCapitals, isUpper, lowered, wordEnd } from './name-parts.ts'
import type { ScannedText } from './scanned-text.ts'

/** From a word for dwelling to the town: "né le 27 septembre 1938 à". */
export const dwellingReach = 44
const longest = 48
/** Sticky, over a slice: one to three words, small ones between. */
const form =
  /[\p{Lu}][\p{L}'’]{1,24}(?:-[\p{L}]{1,20}){0,3}(?:(?: (?:de la|de|do|da|del|la|le|les|upon|on|am|an der|sur|sul|und|y) |(?:(?<=St|Ste|Mt)\.)? )[\p{Lu}][\p{L}'’]{1,24}(?:-[\p{L}]{1,20}){0,3}){0,2}/uy
const states = /^(?:NSW|VIC|QLD|SA|WA|TAS|ACT|NT|[A-Z]{2})$/

const noTown = nameFact.title | nameFact.notName | nameFact.kin | nameFact.label | nameFact.bareLabel | nameFact.postNominal | nameFact.job
const facility =
  /^(?:,? ?(?:hospital|clinic|medical|health|nursing|street|st|road|rd|ave|avenue|lane|house|lodge|school|university|infirmary|hospice|surgery|centre|center|ward|origin|descent|background|ancestry|ethnic\p{L}*|criteria|classification|rule|bag|[A-D] )(?!\p{L})|['’]s|-\p{L})/iu

/** A town's name from its first letter, or undefined: no office, no country, no facility. */
function townAt(text: ScannedText, at: number): { end: number } | undefined {
  const slice = text.slice(at, at + longest)
  form.lastIndex = 0
  const found = form.exec(slice)
  if (!found) return undefined
  let end = at
  for (let from = at; from < at + found[0].length; ) {
    if (!isUpper(text.charCodeAt(from))) {
      from++
      continue
    }
    let to = from
    while (isLetter(text.charCodeAt(to)) || text.charCodeAt(to) === 45 || text.charCodeAt(to) === 39 || text.charCodeAt(to) === 0x2019) to++
    const word = lowered(text, from, to)
    // Letters for letters, unless the line is in capitals.
    if (isCapitals(text, from, to) && !/\p{Lu}{2}[^\p{Ll}]{0,4}$/u.test(text.slice(Math.max(0, at - 8), at))) break
    if (states.test(text.slice(from, to)) || largerThanTowns.has(word)) break
    if (factsAt(text, from, to) & noTown && !directions.has(word)) {
      if (from === at) return undefined
      break
    }
    end = to
    from = to
  }
  if (end - at < 3 || streets.test(slice) || facility.test(text.slice(end, end + 14))) return undefined
  if (text.charCodeAt(end) === 46 && isUpper(text.charCodeAt(end + 1))) return undefined
  return { end }
}
const streets =
  /^(?:Via|Vicolo|Largo|Viale|Piazza|Corso|Calle|Camino|Avenida|Avda|Paseo|Plaza|Travesía|Rua|Alameda|Rodovia|Travessa|Praça|Rue|Place|Impasse|Chemin|Postbus|Unit|Flat|Lot|\p{L}+(?:straße|strasse|straat|weg|gasse|laan|hof|plein)|\p{L}+ (?:House|Court|Lodge|Street|Road|Villas|County))(?!\p{L})/u
const directions: ReadonlySet<string> = new Set(
  'den st saint north south east west new old san santa las los la le bad great port fort mount lake upper lower great small'.split(' '),
)

const tied = /(?:^|[^\p{L}])(\p{L}{1,5}) $/u
const between = /(?:^|[^\p{L}])(\p{L}{3,14})((?: (?!and |et |und |y )[^\s,;.]{1,16}){0,6}),? \p{L}{1,5} $/u
const personBefore =
  /(?:man|woman|lady|gentleman|boy|girl|old|yo|originally|is|was|are|(?:he|she|they|who|patient) (?:comes?|came)|back|away|student|farmer|teacher|worker|y\/?o|[MF]|[Mm]oved|\d{1,3}[MF]) from $/u

/** The town behind "lives in", "née à", "wohnhaft in", from its capital. */
export function townBehind(scan: Scan, at: number): Identifier | undefined {
  const { text } = scan
  if (!mayAnnounce(text, at)) return undefined
  const written = text.slice(Math.max(0, at - dwellingReach - 16), at)
  const before = /\p{Ll}/u.test(written) ? written : written.toLowerCase()
  const tie = tied.exec(before)
  if (!tie || !townTies.has(tie[1]!.toLowerCase()) || (tie[1] === 'a' && !isForeign(text))) return labelled(text, at, before)
  scan.steps += dwellingReach
  const word = tie[1]!.toLowerCase()
  const cue = word === 'from' || word === 'uit' ? undefined : dwellingBefore(before)
  const isFrom = word === 'from' && personBefore.test(before)
  const isUit = word === 'uit' && /\p{L} uit $/u.test(before)
  if (!cue && !isFrom && !isUit) return undefined
  return identified(text, at)
}

/** Whether a word and a blank, or the sign behind a label, stand before a place: all that a town follows. */
function mayAnnounce(text: ScannedText, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  if (before === 9 || before === 58 || before === 124) return true
  if (before !== 32) return false
  const sooner = text.charCodeAt(at - 2)
  return sooner === 32 || sooner === 9 || sooner === 58 || sooner === 124 || isLetter(sooner) || sooner > 127
}

function dwellingBefore(before: string): boolean {
  const found = between.exec(before)
  if (!found) return false
  // The nearest word for dwelling, with a date or "with her husband" between at most.
  const words = `${found[1]}${found[2]}`.toLowerCase().split(' ')
  return words.some((word) => dwellings.has(word.replace(/[.,:]/g, '')) && word !== 'from')
}

const label = /(?:^|[\n|\t.;,(] ?|\/ ?)(?:[\p{L}]+ (?:of |de |di |da |do )?)?([\p{L}]{3,15})(?:[ ]?:[ \t]{0,3}|[ ]?[\t|] ?)$/u
function labelled(text: ScannedText, at: number, before: string): Identifier | undefined {
  const found = label.exec(before)
  return found && townLabels.has(found[1]!.toLowerCase()) ? identified(text, at) : undefined
}

const identified = (text: ScannedText, at: number): Identifier | undefined => {
  const town = townAt(text, at)
  return town && { kind: 'place', start: at, end: town.end, strength: strengths.cue, identity: lowered(text, at, town.end) }
}

const heading = /^[\p{Lu}][\p{L}' -]{2,28}, (?:den |le |li |a |am |em |il )?\d{1,2}(?:[./]\d|(?:\.|er|º)? (?:de )?(\p{L}{3,10}))/u

/** "Quimper, le 3 mars 2020": the line above a letter. */
export function townOfLetter(text: ScannedText, at: number): Identifier | undefined {
  const line = heading.exec(text.slice(at, at + 60))
  if (!line || (line[1] !== undefined && !monthNames.has(line[1].toLowerCase()))) return undefined
  const found = identified(text, at)
  return found && text.charCodeAt(found.end) === 44 ? found : undefined
}

/** "lives in geelong": in a note without capitals. */
export function townInSmall(text: ScannedText, end: number): Identifier | undefined {
  const found = inSmall.exec(text.slice(end, end + 40))
  if (!found || (!largeTowns.has(found[2]!) && (isEnglishWord(found[2]!) || (isForeign(text) && found[2]!.length < 5)))) return undefined
  const start = end + found[1]!.length
  const to = start + found[2]!.length
  return largerThanTowns.has(found[2]!) || factsAt(text, start, to) & noTown
    ? undefined
    : { kind: 'place', start, end: to, strength: strengths.cue, identity: found[2]! }
}
const inSmall = /^((?: (?:alone|now|originally|currently))? (?:in|from|en|à|aus|em|a|te|uit) )([\p{Ll}][\p{Ll}'’-]{2,24})(?=[\s.,;)]|$)/u

/** Behind a small word a large town: "transferred to Geelong". */
export function largeTown(scan: Scan, at: number, end: number): Identifier | undefined {
  const { text } = scan
  if (!largeTowns.has(lowered(text, at, end))) return undefined
  const tie = tied.exec(text.slice(Math.max(0, at - 7), at))
  return tie && townTies.has(tie[1]!) && !(factsAt(text, at, end) & nameFact.eponym) ? identified(text, at) : undefined
}

const stateBefore = /,? (?:NSW|VIC|Vic|QLD|Qld|SA|WA|TAS|Tas|ACT|NT|[A-Z]{2}),? $/
const townBeforeState =
  /(?:^|[\n,]|\d) ?([\p{Lu}][\p{L}'’.-]{1,24}(?: [\p{Lu}][\p{L}'’.-]{1,24}){0,2}),? (?:NSW|VIC|Vic|QLD|Qld|SA|WA|TAS|Tas|ACT|NT|[A-Z]{2}),? $/u
const townBeforeCode =
  /(?:^|[\n,]) {0,12}([\p{Lu}][\p{L}'’-]{1,24}(?: (?:upon |on )?[\p{Lu}][\p{L}'’-]{1,24}){0,2})(?:,? |,?[ ]?\n[ \t]{0,12})$/u
const behindAddress = /^(?:,? ?\n[ \t]{0,12}|, | - | in | à | a | em | en | te | zu )/

/** The town of a postcode or street, beside it. */
export function townBeside(text: ScannedText, place: Identifier): Identifier | undefined {
  if (place.kind === 'postcode') {
    const behind = /^,? ?(?=\p{Lu}\p{Ll})/u.exec(text.slice(place.end, place.end + 4))
    const isContinental = /^\d{4,5}(?: ?[A-Z]{2})?$/.test(text.slice(place.start, place.end))
    if (behind && isContinental) return identified(text, place.end + behind[0].length)
    const before = text.slice(Math.max(0, place.start - 60), place.start)
    const found = stateBefore.test(before) ? townBeforeState.exec(before) : isContinental ? null : townBeforeCode.exec(before)
    if (!found) return undefined
    const at = place.start - before.length + found.index + found[0].indexOf(found[1]!)
    return identified(text, at)
  }
  if (place.kind === 'facility' && text.charCodeAt(place.end) !== 44) return undefined
  const gap = behindAddress.exec(text.slice(place.end, place.end + 16))
  if (!gap) return undefined
  const at = place.end + gap[0].length
  if (!isUpper(text.charCodeAt(at))) return undefined
  const town = identified(text, at)
  // A line below a street may be anything; a town has it for itself, or a state behind it.
  return town &&
    /^(?:$|[.,;)\n\r]|,? [A-Z]{2,3}(?![\p{L}])|\. |,? \d| \(| and | y | e | et | und | en )/u.test(text.slice(town.end, town.end + 6)) &&
    wordEnd(text, at) > at
    ? town
    : undefined
}
