import { isDigit, isWordy } from './characters.ts'
import { cueReach, wordsBefore } from './cues.ts'
import { type Identifier, type Scan, strengths } from './identifier.ts'
import { beyondLetters } from './letters.ts'
import { isUpper } from './name-parts.ts'
import type { ScannedText } from './scanned-text.ts'
import { wordBit } from './word-bits.ts'

// All expressions are sticky or run over a slice of fixed length, and none nests a repetition: their cost is bounded by the slice.
const longest = 80

const streetTypes =
  'Street|Streets|St|Road|Rd|Avenue|Ave|Av|Lane|Ln|Drive|Dr|Court|Ct|Crescent|Cres|Place|Pl|Parade|Pde|Terrace|Tce|Highway|Hwy|Boulevard|Blvd|Close|Cl|Circuit|Cct|Esplanade|Grove|Gr|Way|Square|Sq|Route|Station|Brae|Heights|Mews|Row|Walk|Gardens|Gdns|Quay|Alley|Circle|Cir|Parkway|Pkwy|Trail|Turnpike|Pike|Manor|Common|Hill|Green|Rise|Loop|Vale|Chase|Strand|Wharf|View|Bypass|Track|Villas|Expressway|Mall'
const largeTypes = streetTypes.toUpperCase()
const word = "[\\p{Lu}][\\p{L}'’.-]{1,24}"
const english = new RegExp(
  `(?:[A-Za-z]?\\d{1,4}[A-Za-z]?[/-])?\\d{1,5}[A-Za-z]?,? (?:(?:[NSEW]|[NS][EW])\\.? )?(?:(?:${word}|\\d{1,3}(?:st|nd|rd|th)) ){1,4}(?:${streetTypes}|${largeTypes})(?:\\.(?=[\\s,]))?(?:,? (?:Apt|Apartment|Unit|Suite|Ste|#)\\.? ?\\w{1,5})?(?![\\p{L}\\d])`,
  'uy',
)
/** 1078 County Road 89, 12 State Highway 6. */
const numberedRoad = /\d{1,5}[A-Za-z]? (?:County|State|Rural|Farm|US|Old)? ?(?:Road|Rd|Highway|Hwy|Route|Rte) \d{1,4}(?![\p{L}\d])/uy
/** Lot 12 Quarry Road: a number of its own, without a house number. */
const lot = new RegExp(
  `(?:Lot|LOT|RMB|RSD|Site) \\d{1,5}[A-Za-z]?,? (?:${word} ){1,4}(?:${streetTypes}|${largeTypes})(?![\\p{L}\\d])`,
  'uy',
)
const romance =
  /\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|place|chemin|allée|impasse|quai|route|cours) (?:(?:de|du|des|la|le|les|d'|l'|de l')[ ]?){0,3}[\p{Lu}][\p{L}'’-]{1,24}(?: [\p{Lu}][\p{L}'’-]{1,24}){0,2}/iuy
const german =
  /(?:[\p{Lu}][\p{L}-]{0,30}(?:[Ss]tra(?:ß|ss)e|[Ss]tr\.?|[Ss]trße|weg|platz|allee|gasse|gässchen|pfad|ufer|graben|kamp)|[\p{Lu}][\p{L}-]{1,30}-(?:Weg|Platz|Allee|Gasse|Ring|Ufer|Damm|Hof|Pfad)|[\p{Lu}][\p{L}.-]{1,24} (?:Str\.|Straße|Strasse|Weg|Platz|Allee|Gasse|Ring)|(?:Am|An der|Zum|Zur|Unter den) (?!Tag|Abend|Morgen|Mittag|Ende|Anfang|Jan|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Zeitpunkt)[\p{Lu}][\p{L}-]{2,24})[ ]{1,2}\d{1,4}(?: ?[a-z])?(?![\p{L}\d])(?![.,:/%-]\d)(?! ?(?:mg|ml|Uhr|Tage|mal|x|cm|mm|%))/uy
const afterName =
  /(?:Via|Viale|Vicolo|Largo|Strada|Contrada|Piazzale|Piazza|Corso|Calle|Camino|Travesía|Ronda|Carretera|Carrer|Pasaje|Glorieta|C\/|Avenida|Avda\.?|Av\.|Plaza|Pza\.?|Paseo|Rua|Travessa|Alameda|Rodovia|Estrada|Praceta|Beco|Ladeira|Praça|Rue|Avenue|VIA|VIALE|PIAZZA|CORSO|CALLE|AVENIDA|PLAZA|PASEO|CAMINO|RUA|TRAVESSA|ALAMEDA|RUE)(?: (?:de|del|della|delle|dei|da|do|das|dos|du|des|la|las|los|le|les|el|d'|DE|DEL|DELLA|DEI|DA|DO|DOS|DU|LA|LAS|LOS)){0,2} [\p{Lu}][\p{L}'’.-]{1,24}(?: (?:(?:de|e|y|del|da|do) )?[\p{Lu}][\p{L}'’.-]{1,24}){0,3},? ?(?:[nN][ºo°.]{1,2} ?|km )?\d{1,4}(?:[-/]\d{1,4}|\/[A-Z])?(?:,? \d{1,2} ?[ºª°](?: ?(?:[A-Z]|dcha|izda|izq|esq|dto)\b\.?)?)?(?![\p{L}\d])/uy
/** c/ del Abedul 5: the street's kind in small letters stands before the anchor. */
const smallKind =
  /(?:^|[^\p{L}\d])((?:c\/|calle|avda\.?|av\.|avenida|plaza|pza\.?|paseo|rua|travessa|alameda|rodovia|camino|travesía|carretera|ronda|via|viale|vicolo|largo|piazza|corso|ul\.) ?(?:dei |degli |delle )?(?:de |del |de la |de los |da |do |das |dos |della )?)$/u
const smallTail =
  /[\p{Lu}][\p{L}'’.-]{1,24}(?: (?:(?:de|e|y|del|da|do) )?[\p{Lu}][\p{L}'’.-]{1,24}){0,3},? ?(?:n[ºo°.]{1,2} ?)?\d{1,4}(?:[-/]\d{1,4})?(?:,? \d{1,2} ?[ºª°](?: ?(?:[A-Z]|dcha|izda|izq|esq|dto)\b\.?)?)?(?![\p{L}\d])/uy
const northern =
  /[\p{Lu}][\p{L}-]{2,28}(?:straat|laan|gracht|plein|kade|singel|dijk|steeg|hof|pad|baan|dreef|markt|weg|wal|gatan|vägen|väg|stigen|gränd|gata|gate|gaten|veien|vegen|vej|gade|stræde|vænget|stræti|straeti|braut|katu|kuja|tie|polku|tänav|puiestee|maantee|iela|gatvė)[ ]{1,2}\d{1,4}[a-zA-Z]?(?: (?:hs|bis|I{1,3}))?(?![\p{L}\d])(?![.,:/%-]\d)(?! ?(?:mg|ml|cm|mm|%))/uy
/** Erzsébet tér 19., Dunaj ulica 5: the kind in small letters behind the name. */
const eastern =
  /[\p{Lu}][\p{L}-]{2,24}(?: [\p{Lu}][\p{L}-]{2,24})? (?:tér|tere|utca|u\.|út|útja|körút|köz|sétány|ulica|cesta|trg|sokak|caddesi) \d{1,4}[a-zA-Z]?\.?(?![\p{L}\d])(?![.,:/%-]\d)/uy
const unit =
  /(?:Apt\.?|Apartment|APT|Suite|SUITE|Unit|UNIT|Flat|FLAT|P\.? ?O\.? (?:Box|BOX)|Postfach|Postbus|(?:BP|B\.P\.)(?= \d{2,5},?(?: à|[ \n]{1,3}\d{5}(?!\d)))|Apartado(?: de Correos)?|Casilla|Caixa Postal|Casella Postale|Locked Bag|Box) \d{1,5}[A-Z]?(?:\/\d{1,4})?(?![\p{L}\d])/uy

const states = 'NSW|VIC|QLD|WA|SA|TAS|ACT|NT'
const australian = new RegExp(`(?:${states}),? \\d{4}(?![\\d.,/%-]*\\d)`, 'y')
const american =
  /(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]),? \d{5}(?:-\d{4})?(?![\d.,/%-]*\d)/y
const british = /(?:GIR 0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d|[A-HK-Y]\d\d|\d[A-Z]|[A-HK-Y]\d[A-Z]) \d[ABD-HJLNP-UW-Z]{2})(?![\p{L}\d])/uy
const canadian = /[ABCEGHJ-NPRSTVXY]\d[A-Z] \d[A-Z]\d(?![\p{L}\d])/uy
const dutch = /\d{4} ?(?!SA|SD|SS|IU|MG|ML|KG|MM|CM|PM|AM|UI|UE)[A-Z]{2}(?=,? {1,2}\p{Lu}\p{Ll})/uy
const continental = /\d{4,5} [\p{Lu}][\p{L}.-]{2,24}/uy
const lettered = /(?:D|A|CH|F|I|E|B|L)-(\d{4,5})(?=[ -][\p{Lu}][\p{L}.-]{2})/uy

/** Postcodes, and addresses that a unit opens, at the first letter of a capitalised word. */
export function placeAtCapital(scan: Scan, at: number, end: number, bits: number): Identifier | undefined {
  const { text } = scan
  const after = text.charCodeAt(end)
  if (end - at <= 3 && (isDigit(after) || ((after === 32 || after === 44 || after === 45) && hasDigitSoon(text, end + 1)))) {
    scan.steps += 8
    const second = text.charCodeAt(at + 1)
    const slice = text.slice(at, at + 32)
    const coded =
      (isCapital(second) ? (postcode(slice, at, australian) ?? postcode(slice, at, american)) : undefined) ??
      (isDigit(after) || isDigit(text.charCodeAt(at + 2)) || slice.startsWith('GIR 0')
        ? (matched(slice, british, 'postcode', at) ?? matched(slice, canadian, 'postcode', at))
        : undefined) ??
      (after === 45 ? inner(slice, lettered, at) : undefined)
    if (coded) return coded
  }
  return bits & wordBit.unit ? unitAddress(scan, at) : undefined
}

const hasDigitSoon = (text: ScannedText, at: number): boolean => isDigit(text.charCodeAt(at)) || isDigit(text.charCodeAt(at + 1))

function unitAddress(scan: Scan, at: number): Identifier | undefined {
  const { text } = scan
  scan.steps += 8
  const plot = matched(text.slice(at, at + longest), lot, 'address', at)
  if (plot) return plot
  const found = matched(text.slice(at, at + 32), unit, 'address', at)
  if (!found) return undefined
  // Unit 4, 27 Ormond Street.
  const next = found.end + (/^(?:, |,| |\/)?/.exec(text.slice(found.end, found.end + 2))?.[0].length ?? 0)
  const street = isDigit(text.charCodeAt(next)) ? matched(text.slice(next, next + longest), english, 'address', next) : undefined
  const parted = street ?? dividedUnit(text, found.start)
  return parted ? { ...found, end: parted.end, identity: text.slice(at, parted.end).toLowerCase() } : found
}

/** Streets whose kind ends the word before a house number, from each capitalised word before it that none was looked for yet. */
export function streetsBefore(scan: Scan, number: number, found: Identifier[]): void {
  const { text } = scan
  for (let at = Math.max(scan.looked.street, number - longest + 1); at < number; at++) {
    if (!isUpper(text.charCodeAt(at)) || isWordy(text.charCodeAt(at - 1))) continue
    scan.steps += longest
    const slice = text.slice(at, at + longest)
    const place = matched(slice, german, 'address', at) ?? matched(slice, northern, 'address', at) ?? matched(slice, eastern, 'address', at)
    if (place) found.push(place)
  }
  scan.looked.street = number
}

const streetEnd =
  /(?:stra(?:ß|ss)e|str|strße|weg|platz|allee|gasse|gässchen|pfad|ufer|graben|kamp|ring|damm|hof|straat|laan|gracht|plein|kade|singel|dijk|steeg|hof|pad|baan|dreef|markt|weg|wal|gatan|vägen|väg|stigen|gränd|gata|gate|gaten|veien|vegen|vej|gade|stræde|vænget|stræti|straeti|braut|katu|kuja|tie|polku|tänav|puiestee|maantee|iela|gatvė)$/i
const longestStreetEnd = 9

/** Whether a capitalised word may end in the kind of a street. */
export const endsInStreet = (text: ScannedText, start: number, end: number): boolean =>
  end - start > 2 && streetEnd.test(text.slice(Math.max(start, end - longestStreetEnd), end))

/** Via Roma 12: the kind of a street before its name. */
export function streetAfterKind(scan: Scan, at: number): Identifier | undefined {
  scan.steps += longest
  return matched(scan.text.slice(at, at + longest), afterName, 'address', at)
}

/** c/ del Abedul 5: the kind in small letters, from the capital behind it. */
export function streetBehindSmallKind(scan: Scan, at: number): Identifier | undefined {
  scan.steps += longest
  return behindSmallKind(scan.text, scan.text.slice(at, at + longest), at)
}

/** Kinds of streets that stand before the street's name. */
export const streetKinds =
  'via viale vicolo largo strada contrada piazzale piazza corso calle camino travesía ronda carretera carrer pasaje glorieta c avenida avda av plaza pza paseo rua travessa alameda rodovia estrada praceta beco ladeira praça rue avenue ul'.split(
    ' ',
  )
/** Kinds that stand in small letters between the street's name and its number. */
export const smallStreetEnds = 'tér tere utca u út útja körút köz sétány ulica cesta trg sokak caddesi'.split(' ')
/** Before the name of a street that holds no kind: Am Anger 5. */
export const streetPrepositions = 'am der zum zur den'.split(' ')
export const unitWords =
  'apt apartment suite unit flat p po postfach postbus bp b apartado casilla caixa casella locked box lot rmb rsd site'.split(' ')

function behindSmallKind(text: ScannedText, slice: string, at: number): Identifier | undefined {
  const kind = smallKind.exec(text.slice(Math.max(0, at - 22), at))?.[1]
  const tail = kind === undefined ? undefined : matched(slice, smallTail, 'address', at)
  return tail && { ...tail, start: at - kind!.length }
}

const isCapital = (code: number): boolean => code >= 65 && code <= 90

/** Unit 4/27 Ormond Street. */
function dividedUnit(text: ScannedText, at: number): Identifier | undefined {
  const number = /^\p{L}+\.? /u.exec(text.slice(at, at + 12))?.[0].length
  return number === undefined ? undefined : matched(text.slice(at + number, at + longest), english, 'address', at + number)
}

/** Addresses and postcodes that begin at a digit. */
export function placeAtDigit(scan: Scan, at: number): Identifier | undefined {
  const { text, groups } = scan
  const length = groups.ends[0]! - at
  if (length > 5 || (at > 0 && (isWordy(text.charCodeAt(at - 1)) || text.charCodeAt(at - 1) === 46 || text.charCodeAt(at - 1) === 58)))
    return undefined
  const after = text.charCodeAt(groups.ends[0]!)
  // A house number is followed by a blank, a letter, a comma or a second number.
  if (!(after === 32 || after === 44 || after === 47 || after === 45 || after >= 65)) return undefined
  const next = text.charCodeAt(
    after === 32 || after === 44 ? groups.ends[0]! + (text.charCodeAt(groups.ends[0]! + 1) === 32 ? 2 : 1) : groups.ends[0]!,
  )
  const divided = after === 45 || after === 47
  const isOrdinal = after === 32 && isDigit(next) && ordinal.test(text.slice(groups.ends[0]! + 1, groups.ends[0]! + 8))
  if (divided ? groups.count < 2 || text.charCodeAt(at - 1) === after : next < 65 && !isOrdinal) return undefined
  const slice = text.slice(at, at + longest)
  scan.steps += 40
  // Behind the number a name with a capital, or rue, bis, avenue and the like.
  const capital = divided || isOrdinal || isUpper(next) || next >= beyondLetters
  if (!capital && !romanceInitials.has(next | 32)) return undefined
  const street =
    matched(slice, numberedRoad, 'address', at) ??
    (capital || after >= 65 ? matched(slice, english, 'address', at) : undefined) ??
    (!divided && romanceInitials.has(next | 32) ? matched(slice, romance, 'address', at) : undefined) ??
    (isAboveUnit(slice) ? matched(slice, aboveUnit, 'address', at) : undefined) ??
    (followsAddressCue(scan, at) ? announced(slice, at, length) : undefined)
  if (street) return street
  if (length === 4) {
    const lettered = opensPart(text, at, 5) ? matched(slice, dutch, 'postcode', at) : undefined
    if (lettered) return lettered
  }
  // 2044 before a word is rather a year.
  if (length < 4 || (length === 4 && /^(?:19|20)/.test(slice)) || !opensPart(text, at, length)) return undefined
  continental.lastIndex = 0
  return continental.test(slice)
    ? { kind: 'postcode', start: at, end: at + length, strength: strengths.pattern, identity: slice.slice(0, length) }
    : undefined
}

/** 158 42nd Ave. */
const ordinal = /^\d{1,3}(?:st|nd|rd|th) \p{Lu}/u
/** A line of its own above "Apt. 5" or "Suite 12". */
const aboveUnit =
  /\d{1,5} (?:[\p{L}][\p{L}'’.-]{0,24} ){0,4}(?:\d{1,5}[A-Za-z]?|[\p{L}'’.-]{2,24})\.?(?=[ ,]{0,2}\n[>\s]{0,8}(?:Apt|Apartment|Suite|Ste|Unit|Flat)(?!\p{L}))/uy
const small = "(?:(?:de|do|da|dos|del|della|di|du|des|la|le|el|al|van|von|der|den|of|the) |d'|l'){0,3}"
/** Behind "lives at" or "address:" any number with a name is an address, whatever the country calls its streets. */
const named = new RegExp(
  `\\d{1,5}[A-Za-z]?,? (?:\\d{1,4} )?${small}[\\p{Lu}][\\p{L}'’.-]{1,24}(?: ${small}[\\p{Lu}][\\p{L}'’.-]{1,24}){0,4}(?: \\d{1,5}[A-Za-z]?\\.?)?(?![\\p{L}\\d])`,
  'uy',
)
/** Four or five digits before a name are a postcode, unless a house number follows it. */
function announced(slice: string, at: number, length: number): Identifier | undefined {
  const found = matched(slice, named, 'address', at)
  return found && (length < 4 || /\d\.?$/.test(found.identity)) ? found : undefined
}

export const addressCues: ReadonlySet<string> = new Set(
  'address adresse adress anschrift wohnort lives live living resides residing located wohnt wohnhaft domicilio dirección indirizzo morada endereço domicilié domiciliée demeurant vive residente woonachtig adres'.split(
    ' ',
  ),
)
const addressFillers: ReadonlySet<string> = new Set(
  'at is in on to the my new his her their home postal current now en a à bei em no na al'.split(' '),
)

/** Whether the next line may open with "Apt", "Suite", "Unit" or "Flat": most do not, and need no expression. */
function isAboveUnit(slice: string): boolean {
  let next = slice.indexOf('\n') + 1
  if (next === 0) return false
  while (slice.charCodeAt(next) === 32 || slice.charCodeAt(next) === 62) next++
  return 'ASUF'.includes(slice.charAt(next) || ' ')
}

function followsAddressCue(scan: Scan, at: number): boolean {
  if (at - scan.ends.address > cueReach) return false
  for (const word of wordsBefore(scan, at, 4)) {
    if (addressCues.has(word)) return true
    if (!addressFillers.has(word)) return false
  }
  return false
}

const romanceInitials: ReadonlySet<number> = new Set([...'abcilpqrt'].map((letter) => letter.charCodeAt(0)))

/** A postcode of the continent opens a line or follows a comma, with its town behind it. */
function opensPart(text: ScannedText, at: number, length: number): boolean {
  let before = at
  while (before > at - 4 && before > 0 && (text.charCodeAt(before - 1) === 32 || text.charCodeAt(before - 1) === 9)) before--
  const code = text.charCodeAt(before - 1)
  if (before === 0 || code === 10 || code === 13) return true
  return (
    (code === 44 && before < at && (length === 5 || /\d ?[a-zA-Z]?$/.test(text.slice(before - 4, before - 1)))) ||
    /(?:wohnhaft(?: in)?|wh\.:?|Wohnort:?|Adresse:?|\d, \d+º.{0,6}|\d{1,3}\.|dcha|izda)$/.test(text.slice(Math.max(0, before - 14), before))
  )
}

function matched(slice: string, form: RegExp, kind: 'address' | 'postcode', at: number): Identifier | undefined {
  form.lastIndex = 0
  const found = form.exec(slice)
  return found ? { kind, start: at, end: at + found[0].length, strength: strengths.pattern, identity: found[0].toLowerCase() } : undefined
}

function inner(slice: string, form: RegExp, at: number): Identifier | undefined {
  form.lastIndex = 0
  const found = form.exec(slice)
  return found
    ? {
        kind: 'postcode',
        start: at + found[0].length - found[1]!.length,
        end: at + found[0].length,
        strength: strengths.pattern,
        identity: found[1]!,
      }
    : undefined
}

/** The digits behind a state; the state itself is no smaller than the law allows. */
function postcode(slice: string, at: number, form: RegExp): Identifier | undefined {
  form.lastIndex = 0
  const found = form.exec(slice)
  if (!found) return undefined
  const digits = found[0].search(/\d/)
  return { kind: 'postcode', start: at + digits, end: at + found[0].length, strength: strengths.pattern, identity: found[0].slice(digits) }
}
