import { isDigit, isWordy } from './characters.ts'
import { type Identifier, type Scan, strengths } from './identifier.ts'
import { beyondLetters } from './letters.ts'
import { isUpper } from './name-parts.ts'
import { wordBit } from './word-bits.ts'

// All expressions are sticky or run over a slice of fixed length, and none nests a repetition: their cost is bounded by the slice.
const longest = 80

const streetTypes =
  'Street|Streets|St|Road|Rd|Avenue|Ave|Av|Lane|Ln|Drive|Dr|Court|Ct|Crescent|Cres|Place|Pl|Parade|Pde|Terrace|Tce|Highway|Hwy|Boulevard|Blvd|Close|Cl|Circuit|Cct|Esplanade|Grove|Gr|Way|Square|Sq|Route|Station|Brae|Heights|Mews|Row|Walk|Gardens|Gdns|Quay|Alley|Circle|Cir|Parkway|Pkwy|Trail|Turnpike|Pike|Manor|Common|Hill|Green'
const word = "[\\p{Lu}][\\p{L}'’.-]{1,24}"
const english = new RegExp(
  `(?:[A-Za-z]?\\d{1,4}[A-Za-z]?[/-])?\\d{1,5}[A-Za-z]?,? (?:${word} ){1,4}(?:${streetTypes})(?:\\.(?=[\\s,]))?(?:,? (?:Apt|Apartment|Unit|Suite|Ste|#)\\.? ?\\w{1,5})?(?![\\p{L}\\d])`,
  'uy',
)
const romance =
  /\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|place|chemin|allée|impasse|quai|route|cours) (?:(?:de|du|des|la|le|les|d'|l'|de l')[ ]?){0,3}[\p{Lu}][\p{L}'’-]{1,24}(?: [\p{Lu}][\p{L}'’-]{1,24}){0,2}/iuy
const german =
  /(?:[\p{Lu}][\p{L}-]{0,30}(?:[Ss]tra(?:ß|ss)e|[Ss]tr\.?|[Ss]trße|weg|platz|allee|gasse|gässchen|pfad|ufer|graben|kamp)|[\p{Lu}][\p{L}-]{1,30}-(?:Weg|Platz|Allee|Gasse|Ring|Ufer|Damm|Hof|Pfad)|[\p{Lu}][\p{L}.-]{1,24} (?:Str\.|Straße|Strasse|Weg|Platz|Allee|Gasse|Ring)|(?:Am|An der|Zum|Zur|Unter den) (?!Tag|Abend|Morgen|Mittag|Ende|Anfang|Jan|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Zeitpunkt)[\p{Lu}][\p{L}-]{2,24})[ ]{1,2}\d{1,4}(?: ?[a-z])?(?![\p{L}\d])(?![.,:/%-]\d)(?! ?(?:mg|ml|Uhr|Tage|mal|x|cm|mm|%))/uy
const afterName =
  /(?:Via|Viale|Piazza|Corso|Calle|C\/|Avenida|Avda\.?|Av\.|Plaza|Pza\.?|Paseo|Rua|Travessa|Praça|Rue|Avenue)(?: (?:de|del|della|delle|dei|da|do|das|dos|du|des|la|las|los|le|les|el|d')){0,2} [\p{Lu}][\p{L}'’.-]{1,24}(?: (?:(?:de|e|y|del|da|do) )?[\p{Lu}][\p{L}'’.-]{1,24}){0,3},? ?(?:n[ºo°.]{1,2} ?)?\d{1,4}(?:[-/]\d{1,4})?(?:,? \d{1,2} ?[ºª°](?: ?(?:[A-Z]|dcha|izda|izq|esq|dto)\b\.?)?)?(?![\p{L}\d])/uy
/** c/ del Abedul 5: the street's kind in small letters stands before the anchor. */
const smallKind =
  /(?:^|[^\p{L}\d])((?:c\/|calle|avda\.?|av\.|avenida|plaza|pza\.?|paseo|rua|travessa|via|viale|piazza|corso|ul\.) ?(?:de |del |de la |de los |da |do |das |dos |della )?)$/u
const smallTail =
  /[\p{Lu}][\p{L}'’.-]{1,24}(?: (?:(?:de|e|y|del|da|do) )?[\p{Lu}][\p{L}'’.-]{1,24}){0,3},? ?(?:n[ºo°.]{1,2} ?)?\d{1,4}(?:[-/]\d{1,4})?(?:,? \d{1,2} ?[ºª°](?: ?(?:[A-Z]|dcha|izda|izq|esq|dto)\b\.?)?)?(?![\p{L}\d])/uy
const northern =
  /[\p{Lu}][\p{L}-]{2,28}(?:straat|laan|gracht|plein|kade|singel|dijk|steeg|gatan|vägen|väg|gata|gate|gaten|veien|vegen|vej|gade|katu|tänav)[ ]{1,2}\d{1,4}[a-zA-Z]?(?![\p{L}\d])(?![.,:/%-]\d)(?! ?(?:mg|ml|cm|mm|%))/uy
const unit = /(?:Apt\.?|Apartment|Suite|Unit|Flat|P\.? ?O\.? Box|Postfach|Locked Bag|Box) \d{1,5}(?:\/\d{1,4})?(?![\p{L}\d])/uy

const states = 'NSW|VIC|QLD|WA|SA|TAS|ACT|NT'
const australian = new RegExp(`(?:${states}),? \\d{4}(?![\\d.,/%-]*\\d)`, 'y')
const american =
  /(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]),? \d{5}(?:-\d{4})?(?![\d.,/%-]*\d)/y
const british = /(?:GIR 0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d|[A-HK-Y]\d\d|\d[A-Z]|[A-HK-Y]\d[A-Z]) \d[ABD-HJLNP-UW-Z]{2})(?![\p{L}\d])/uy
const canadian = /[ABCEGHJ-NPRSTVXY]\d[A-Z] \d[A-Z]\d(?![\p{L}\d])/uy
const dutch = /\d{4} (?!SA|SD|SS|IU|MG|ML|KG|MM|CM|PM|AM|UI|UE)[A-Z]{2}(?=,? {1,2}\p{Lu}\p{Ll})/uy
const continental = /\d{4,5} [\p{Lu}][\p{L}.-]{2,24}/uy
const lettered = /(?:D|A|CH|F|I|E|B|L)-(\d{4,5})(?=[ -][\p{Lu}][\p{L}.-]{2})/uy

const kinds =
  'Hospital|Hospitals|Clinic|Infirmary|Hospice|Surgery|Polyclinic|Nursing Home|Aged Care|Care Home|Medical Cent(?:re|er)|Health Cent(?:re|er)|Health Service|Family Practice|Medical Practice|General Practice|Medical Clinic|Rehabilitation Cent(?:re|er)|Day Surgery|HOSPITAL|CLINIC|INFIRMARY|HOSPICE|MEDICAL CENT(?:RE|ER)|HEALTH CENT(?:RE|ER)|NURSING HOME|HEALTH SYSTEM|Health System|Eye Institute|Cancer Cent(?:re|er)'
const facilityBefore = new RegExp(`(?:(?:${word}|of|and|&|the)[ ]){1,5}(?:${kinds})(?![\\p{L}\\d])`, 'uy')
const facilityAfter =
  /(?:Hôpital|Hôpitaux|Clinique|Polyclinique|CHU|CHRU|CHR|CH|Centre [Hh]ospitalier|EHPAD|Hospital|Clínica|Centro de Salud|Centro de Saúde|Centro Médico|Complejo Hospitalario|Santa Casa|UBS|UMC|MVZ|Casa di Cura|Azienda Ospedaliera|Ospedale|Policlinico|Krankenhaus|Klinikum|Klinik|Spital|LKH|KH|Diakonissenkrankenhaus|Universitätsklinikum|Universitätsklinik|Landeskrankenhaus)(?: (?:de|del|della|di|do|da|das|dos|du|des|la|le|les|los|St\.|San|Santa|Sankt|der|Univ\.|Universitaire|Universitario|Universitari|Infantil|Comarcal|Regional|Provincial|Municipal|Civil|General|Geral|Clínico)){0,3}[ ][\p{Lu}][\p{L}'’-]{1,24}(?:[ -][\p{Lu}][\p{L}'’-]{2,24}){0,3}/uy
const compound =
  /(?:[\p{Lu}][\p{L}]{1,20}\.?-){2,3}(?:Klinik|Klinikum|Krankenhaus|Spital|Hospital)(?![\p{L}])|[\p{Lu}][\p{L}-]{2,30}(?:-|)(?:[Kk]linik|KLINIK|[Kk]linikum|KLINIKUM|[Kk]rankenhaus|KRANKENHAUS|[Ss]pital|[Kk]rankenanstalt)(?: [\p{Lu}][\p{L}.-]{2,24}){1,3}/uy

/** Begins of sentences and common words that make "The Hospital" or "Local Clinic" a place of no name. */
const generic: ReadonlySet<string> = new Set(
  'my plan the a local public private general nearest this our your my outpatient fracture pain skin breast diabetes eye dental gp specialist antenatal memory sleep cardiology ortho surgical medical pre post day emergency acute after hours walk in travel well women womens mens baby immunisation vaccination asthma wound foot foot hand high risk nurse led nurse-led led plastics plastic derm dermatology gynae urology cataract major minor elective bariatric and of & for to from at with in via hospital back heart cardiac stroke renal liver lung chest falls rapid access warfarin inr review refer referral mental sexual community family aged care rehab rehabilitation allied physio allergy hernia spinal knee hip shoulder oral neuro neurology respiratory oncology virtual district base country regional rural city tertiary chronic recent previous past prior laser urgent open keyhole colorectal thyroid vascular thoracic cosmetic orthopaedic paediatric maternity refractive eyelid abdominal sinus'.split(
    ' ',
  ),
)

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

const hasDigitSoon = (text: string, at: number): boolean => isDigit(text.charCodeAt(at)) || isDigit(text.charCodeAt(at + 1))

function unitAddress(scan: Scan, at: number): Identifier | undefined {
  const { text } = scan
  scan.steps += 8
  const found = matched(text.slice(at, at + 32), unit, 'address', at)
  if (!found) return undefined
  // Unit 4, 27 Ormond Street.
  const next = found.end + (/^(?:, |,| |\/)?/.exec(text.slice(found.end, found.end + 2))?.[0].length ?? 0)
  const street = isDigit(text.charCodeAt(next)) ? matched(text.slice(next, next + longest), english, 'address', next) : undefined
  const parted = street ?? dividedUnit(text, found.start)
  return parted ? { ...found, end: parted.end, identity: text.slice(at, parted.end).toLowerCase() } : found
}

/** Facilities that a word names, from each capitalised word before it that none was looked for yet. */
export function facilitiesBefore(scan: Scan, word: number, found: Identifier[]): void {
  const { text } = scan
  for (let at = Math.max(scan.looked.facility, word - longest + 1); at <= word; at++) {
    if (!isUpper(text.charCodeAt(at)) || isWordy(text.charCodeAt(at - 1))) continue
    scan.steps += longest
    const place = facility(text, text.slice(at, at + longest), at)
    if (place) found.push(place)
  }
  scan.looked.facility = word + 1
}

/** Streets whose kind ends the word before a house number, from each capitalised word before it that none was looked for yet. */
export function streetsBefore(scan: Scan, number: number, found: Identifier[]): void {
  const { text } = scan
  for (let at = Math.max(scan.looked.street, number - longest + 1); at < number; at++) {
    if (!isUpper(text.charCodeAt(at)) || isWordy(text.charCodeAt(at - 1))) continue
    scan.steps += longest
    const slice = text.slice(at, at + longest)
    const place = matched(slice, german, 'address', at) ?? matched(slice, northern, 'address', at)
    if (place) found.push(place)
  }
  scan.looked.street = number
}

const streetEnd =
  /(?:stra(?:ß|ss)e|str|strße|weg|platz|allee|gasse|gässchen|pfad|ufer|graben|kamp|ring|damm|hof|straat|laan|gracht|plein|kade|singel|dijk|steeg|gatan|vägen|väg|gata|gate|gaten|veien|vegen|vej|gade|katu|tänav)$/i
const longestStreetEnd = 9

/** Whether a capitalised word may end in the kind of a street. */
export const endsInStreet = (text: string, start: number, end: number): boolean =>
  end - start > 2 && streetEnd.test(text.slice(Math.max(start, end - longestStreetEnd), end))

const facilityEnd = /(?:klinik|klinikum|krankenhaus|spital|krankenanstalt)$/i
const longestFacilityEnd = 14

/** Whether a capitalised word ends in the kind of a facility: Augenklinik. */
export const endsInFacility = (text: string, start: number, end: number): boolean =>
  end - start > 8 &&
  mayEndFacility(text.charCodeAt(end - 1) | 32) &&
  facilityEnd.test(text.slice(Math.max(start, end - longestFacilityEnd), end))
const mayEndFacility = (last: number): boolean => last === 107 || last === 109 || last === 115 || last === 108 || last === 116

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

/** Words that name a facility, in small letters. */
export const facilityWords =
  'hospital hospitals clinic infirmary hospice surgery polyclinic home care centre center service practice institute system hôpital hôpitaux clinique polyclinique chu chru chr ch ehpad clínica centro complejo santa ubs umc mvz casa azienda ospedale policlinico krankenhaus klinikum klinik spital lkh kh diakonissenkrankenhaus universitätsklinikum universitätsklinik landeskrankenhaus'.split(
    ' ',
  )
/** Kinds of streets that stand before the street's name. */
export const streetKinds = 'via viale piazza corso calle c avenida avda av plaza pza paseo rua travessa praça rue avenue ul'.split(' ')
/** Before the name of a street that holds no kind: Am Anger 5. */
export const streetPrepositions = 'am der zum zur den'.split(' ')
export const unitWords = 'apt apartment suite unit flat p po postfach locked box'.split(' ')

function behindSmallKind(text: string, slice: string, at: number): Identifier | undefined {
  const kind = smallKind.exec(text.slice(Math.max(0, at - 22), at))?.[1]
  const tail = kind === undefined ? undefined : matched(slice, smallTail, 'address', at)
  return tail && { ...tail, start: at - kind!.length }
}

const isCapital = (code: number): boolean => code >= 65 && code <= 90

/** Unit 4/27 Ormond Street. */
function dividedUnit(text: string, at: number): Identifier | undefined {
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
  if (divided ? groups.count < 2 || text.charCodeAt(at - 1) === after : next < 65) return undefined
  const slice = text.slice(at, at + longest)
  scan.steps += 40
  // Behind the number a name with a capital, or rue, bis, avenue and the like.
  const capital = divided || isUpper(next) || next >= beyondLetters
  if (!capital && !romanceInitials.has(next | 32)) return undefined
  const street = matched(slice, english, 'address', at) ?? matched(slice, romance, 'address', at)
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

const romanceInitials: ReadonlySet<number> = new Set([...'abcilpqrt'].map((letter) => letter.charCodeAt(0)))

/** A postcode of the continent opens a line or follows a comma, with its town behind it. */
function opensPart(text: string, at: number, length: number): boolean {
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

function facility(text: string, slice: string, at: number): Identifier | undefined {
  facilityBefore.lastIndex = 0
  const before = facilityBefore.exec(slice)
  if (before) {
    const words = before[0].split(' ')
    let first = 0
    while (first < words.length && generic.has(words[first]!.toLowerCase())) first++
    const type = before[0].search(new RegExp(`(?:${kinds})$`))
    const start = words.slice(0, first).join(' ').length + (first > 0 ? 1 : 0)
    if (start < type && words.slice(first, -1).some((each) => /^\p{Lu}[\p{L}]/u.test(each) && !generic.has(each.toLowerCase()))) {
      const end = at + before[0].length
      if (isShouted(text, at + start, end)) return undefined
      return { kind: 'facility', start: at + start, end, strength: strengths.cue, identity: before[0].slice(start).toLowerCase() }
    }
  }
  for (const form of [facilityAfter, compound]) {
    form.lastIndex = 0
    const found = form.exec(slice)
    if (found) return { kind: 'facility', start: at, end: at + found[0].length, strength: strengths.cue, identity: found[0].toLowerCase() }
  }
  return undefined
}

/** How far a line is looked at on either side of a place. */
const beside = 80

/** Words in a line of capitals are no name for their capitals: one that names a facility has the line to itself, as a letterhead. */
function isShouted(text: string, start: number, end: number): boolean {
  if (/\p{Ll}/u.test(text.slice(start, end))) return false
  const lineBefore = text
    .slice(Math.max(0, start - beside), start)
    .split('\n')
    .at(-1)!
  const lineAfter = text.slice(end, end + beside).split('\n')[0]!
  return !/\p{Ll}/u.test(lineBefore) && (/\p{L}/u.test(lineBefore) || /\p{Ll}/u.test(lineAfter))
}
