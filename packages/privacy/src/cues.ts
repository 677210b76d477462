import { isBlank, isDigit, isLetter } from './characters.ts'
import type { Scan } from './identifier.ts'
import { markBits } from './letters.ts'
import type { ScannedText } from './scanned-text.ts'

/** Words that say a telephone number follows (en, fr, es, pt, de, it). */
export const phoneCues: ReadonlySet<string> = new Set(
  'ph phone phones phoned tel tels tfno tlfno tlfn tfn telef teléf contacto contato fono desk direct office tele telephone telefon telefonnummer handynummer faxnummer durchwahl telefono teléfono telefone téléphone tél tlf fon mob mobile móvil cell cellulare cellular celular celulare handy portable fax telefax call calls called ring rang sms hotline landline helpline lifeline quitline contact answering message messages texted whatsapp dial dialled reach reached reachable erreichbar rufnummer anrufen terminvereinbarung llamar llame llamada appeler appelez joindre joignable ligar ligue chiamare chiamata registered rappeler appeler chiamare llame ligue bel bellen telefoon gsm mobiel unter nok'.split(
    ' ',
  ),
)

const trailingCues: ReadonlySet<string> = new Set(['fax', 'mobile', 'mob', 'cell', 'office', 'landline'])

/** Words that say a date follows, for forms that could be something else. */
export const dateCues: ReadonlySet<string> = new Set(
  'dob born birth birthday date dated geb geboren geburtsdatum datum am vom seit bis ab zum né née naissance nacido nacida nacimiento nascido nascida nascimento nato nata nascita'.split(
    ' ',
  ),
)

/** Words that say a number names a thing: a vaccine's batch, a code, a version. */
const thingCues: ReadonlySet<string> = new Set(
  'ndc cpt hcpcs loinc rxnorm mbs hgnc nct pmid batch lot version ver vers build release rev serial sn item model snomed sctid icd isbn doi artg barcode gtin sku apgar gcs score'.split(
    ' ',
  ),
)
const fillers: ReadonlySet<string> = new Set(['no', 'nr', 'num', 'number', 'code', 'id', 'is', 'was', 'of', 'à'])

const reach = 40
/** Farther before a number, a cue is not looked for; with room for the letters of the number itself. */
export const cueReach = 48

/**
 * The words before a place, nearest first and in lower case: on the same line, or on the line before if that ends in a colon; with no
 * digit or semicolon between, within 40 characters.
 *
 * @param most  how many words, 4 at most
 */
export function wordsBefore(scan: Scan, at: number, most: number): readonly string[] {
  const { lastWords } = scan
  if (lastWords.at !== at) {
    lastWords.at = at
    lastWords.words = readWordsBefore(scan, at)
  }
  return lastWords.words.length > most ? lastWords.words.slice(0, most) : lastWords.words
}

const most = 4

function readWordsBefore(scan: Scan, at: number): string[] {
  const { text } = scan
  const found: string[] = []
  const least = Math.max(0, at - reach)
  let end = at
  while (found.length < most) {
    while (end > least) {
      const code = text.charCodeAt(end - 1)
      if (isLetter(code)) break
      if (code === 59 || isDigit(code)) return found
      if (code === 10 && !isLabelEnd(text, end - 1, least)) return found
      end--
    }
    let start = end
    let all = 0
    for (; start > least; start--) {
      const code = text.charCodeAt(start - 1)
      if (!isLetter(code)) break
      all |= code
    }
    if (start === end) return found
    scan.steps += at - start
    const word = text.slice(start, end).toLowerCase()
    // Marks may be written apart from their letters.
    found.push((all & markBits) === markBits ? word.normalize('NFC') : word)
    end = start
  }
  return found
}

/** Whether the line that ends here ends in a colon. */
function isLabelEnd(text: ScannedText, newline: number, least: number): boolean {
  let at = newline - 1
  while (at > least && (isBlank(text.charCodeAt(at)) || text.charCodeAt(at) === 13)) at--
  return text.charCodeAt(at) === 58
}

/** Whether "fax", "mobile" or "office" stands directly behind a number, as in signatures. */
export function isFollowedByCue(text: ScannedText, end: number): boolean {
  const next = /^[ \-(]{1,2}(\p{L}{2,8})/u.exec(text.slice(end, end + 11))
  if (next !== null && trailingCues.has(next[1]!.toLowerCase())) return true
  return /^ ?\((?:home|work|h|w|m|c|privat|casa|thuis)\)/i.test(text.slice(end, end + 10))
}

/** Whether one of the words before a place is a cue. */
export const hasCue = (scan: Scan, at: number, cues: ReadonlySet<string>, most = 3): boolean =>
  wordsBefore(scan, at, most).some((word) => cues.has(word))

/** Whether the word before a place, or before "no." and the like, says that a thing is meant. */
export function namesAThing(scan: Scan, at: number): boolean {
  for (const word of wordsBefore(scan, at, 2)) {
    if (thingCues.has(word)) return true
    if (!fillers.has(word)) return false
  }
  return false
}

/** Whether a number may follow directly on what stands before it: on a blank or sign, or on a cue as in `Ph0412 345 678`. */
export function followsLetters(scan: Scan, at: number, cues: ReadonlySet<string>): boolean {
  if (at === 0 || !isLetter(scan.text.charCodeAt(at - 1))) return true
  const [word] = wordsBefore(scan, at, 1)
  return word !== undefined && cues.has(word)
}

export const skipBlanks = (text: ScannedText, at: number, most: number): number => {
  let to = at
  while (to < at + most && isBlank(text.charCodeAt(to))) to++
  return to
}
