import { isBlank, isLetter, isWordy } from './characters.ts'
import { givenNames } from './data/given-names.ts'
import {
  ambiguousNames,
  bareLabels,
  closings,
  degrees,
  eponymHeads,
  eponyms,
  labels,
  notNames,
  particles,
  pointedTitles,
  smallTitles,
  titles,
} from './data/name-words.ts'
import { type Identifier, strengths } from './identifier.ts'

/** No part of a name is longer; what is, is skipped. */
const longestWord = 30
const mostParts = 4

/** A capitalised word: from its first letter to its last, with hyphens and apostrophes inside. */
interface Word {
  readonly start: number
  readonly end: number
}

const isUpper = (code: number): boolean =>
  (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde && code !== 0xd7) || (code >= 0x100 && code < 0x250 && isUpperBeyond(code))
const isUpperBeyond = (code: number): boolean => {
  const letter = String.fromCharCode(code)
  return letter !== letter.toLowerCase()
}
const isInside = (code: number): boolean => code === 45 || code === 39 || code === 0x2019

function wordEnd(text: string, start: number): number {
  let end = start
  for (;;) {
    while (isLetter(text.charCodeAt(end))) end++
    if (end > start && isInside(text.charCodeAt(end)) && isLetter(text.charCodeAt(end + 1)) && !isGenitive(text, end)) end++
    else return end
  }
}

const isGenitive = (text: string, apostrophe: number): boolean =>
  text.charCodeAt(apostrophe) !== 45 && (text.charCodeAt(apostrophe + 1) | 32) === 115 && !isLetter(text.charCodeAt(apostrophe + 2))

const lowered = (text: string, start: number, end: number): string => text.slice(start, end).toLowerCase()

/**
 * Names of persons: after a title ("Dr", "Frau"), a label ("Name:"), a salutation or the close of a letter; a known given name with what
 * follows it; and wherever else in the document such a name stands again. A name of the textbooks (Crohn's disease, Foley catheter) is
 * none, unless a title says that somebody is meant.
 *
 * @param onSteps  told how many characters were looked at
 */
export function personNames(text: string, onSteps: (steps: number) => void = () => {}): Identifier[] {
  const found: Identifier[] = []
  /** Family names that were found, for the second look. */
  const known = new Set<string>()
  let steps = text.length
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (!isLetter(code)) {
      at++
      continue
    }
    const end = wordEnd(text, at)
    steps += end - at
    if (end - at <= longestWord) {
      const lead = leadOf(text, at, end) ?? bornLead(text, at)
      if (lead) {
        steps += 4 * longestWord
        const name = lead.at < 0 ? undefined : nameAt(text, lead.at, lead.kind)
        if (name) {
          found.push(identified(text, name, lead.kind === 'given' ? strengths.lexicon : strengths.cue))
          for (const word of name.words) remember(known, text, word)
          at = name.end
          continue
        }
      }
    }
    at = end
  }
  if (known.size > 0) {
    again(text, known, found)
    steps += text.length
  }
  onSteps(steps)
  return found
}

type LeadKind = 'title' | 'label' | 'closing' | 'given'
interface Lead {
  readonly kind: LeadKind
  /** Where the name would begin; -1 where nothing that could be one follows. */
  readonly at: number
}

/** Whether a word leads to a name, and where that begins. */
function leadOf(text: string, start: number, end: number): Lead | undefined {
  const first = text.charCodeAt(start)
  const length = end - start
  if (length > 18) return undefined
  const upper = isUpper(first)
  const after = text.charCodeAt(end)
  // Most words of a text are small and lead to nothing: they are let go before anything is allocated.
  if (!upper && !mayLeadInSmallLetters(text, first, length, after, end)) return undefined
  const word = lowered(text, start, end)
  const roles = leads.get(word)
  if (roles === undefined) return undefined
  if (roles & role.title) {
    const pointed = after === 46
    if (roles & role.pointed && !(pointed && upper)) return undefined
    if (!upper && !(pointed && smallTitles.has(word)) && word !== 'nurse') return undefined
    // MR is a scan and MS a disease, unless a point or a small letter says otherwise.
    if (length === 2 && !pointed && upper && isUpper(text.charCodeAt(start + 1)) && word !== 'dr' && word !== 'oä') return undefined
    return { kind: 'title', at: pastTitles(text, end) }
  }
  if (roles & role.label) {
    let to = skip(text, end)
    if (text.charCodeAt(to) === 58) {
      to = skip(text, to + 1)
      return { kind: 'label', at: pastLineEnds(text, to) }
    }
    if (!(roles & role.bare)) {
      // "signed by", "dictated by"
      const by = /^ (?:by|von|durch):? /.exec(text.slice(end, end + 8))
      return by ? { kind: 'label', at: end + by[0].length } : undefined
    }
  }
  if (roles & role.closing) {
    const gap = /^[ ,.!]*(?:bin ich|verbleibt?e? ?(?:ich)?)?[ ,]*(?:\r?\n[ \t]*){1,4}(?:Ihr[e]?[ \t]*(?:\r?\n[ \t]*){1,3})?/.exec(
      text.slice(end, end + 60),
    )
    if (gap) return { kind: 'closing', at: end + gap[0].length }
    return undefined
  }
  if (upper && roles & role.bare) {
    const to = pastPoint(text, end)
    return isHeading(text, start, to) ? undefined : { kind: 'label', at: to }
  }
  return upper && length > 1 && roles & role.given ? { kind: 'given', at: start } : undefined
}

/** "PATIENT CONCERNS": a line in capitals throughout is a heading, unless a given name follows the label. */
function isHeading(text: string, start: number, next: number): boolean {
  const line = /^[^\r\n]{1,80}/.exec(text.slice(start, start + 80))?.[0] ?? ''
  if (line !== line.toUpperCase() || (start > 0 && !/[\r\n#*]\s*$/.test(text.slice(Math.max(0, start - 4), start)))) return false
  const at = skip(text, next)
  return ((leads.get(lowered(text, at, wordEnd(text, at))) ?? 0) & role.given) === 0
}

const born =
  /^[\p{Lu}][\p{L}'’-]{1,25}(?:,? (?:von |van |de |da )?[\p{Lu}][\p{L}'’.-]{1,25}){1,3},?[ \t]{0,2}(?:\*|geb\b|born\b|DOB\b|\(DOB|MD\b)/u

/** A line that opens with a name and a birth: `Luise Utz, * 3.4.1950`. */
function bornLead(text: string, start: number): Lead | undefined {
  const before = text.charCodeAt(start - 1)
  if (!(start === 0 || before === 10 || before === 9 || before === 0xfeff) || !isUpper(text.charCodeAt(start))) return undefined
  return born.test(text.slice(start, start + 110)) ? { kind: 'label', at: start } : undefined
}

const role = { title: 1, pointed: 2, label: 4, bare: 8, closing: 16, given: 32 } as const

/** Word -> what it may lead to, so that a capitalised word is looked up once. */
const leads: ReadonlyMap<string, number> = (() => {
  const map = new Map<string, number>()
  const add = (words: ReadonlySet<string>, what: number): void => {
    for (const word of words) map.set(word, (map.get(word) ?? 0) | what)
  }
  add(titles, role.title)
  add(pointedTitles, role.pointed)
  add(labels, role.label)
  add(bareLabels, role.bare)
  add(closings, role.closing)
  add(givenNames, role.given)
  return map
})()

/** "mr.", "nurse", "name:", "signed by", "regards,": nothing else in small letters leads to a name. */
function mayLeadInSmallLetters(text: string, first: number, length: number, after: number, end: number): boolean {
  if (after === 46) return length <= 4
  if (after === 58 || after === 44 || after === 10 || after === 13) return true
  if (after !== 32) return false
  if (first === 110 && length === 5) return true
  const next = text.charCodeAt(end + 1)
  return next === 58 || (next === 98 && text.charCodeAt(end + 2) === 121)
}

/** A label may stand on a line of its own. */
function pastLineEnds(text: string, at: number): number {
  const gap = /^(?:[ \t]*\r?\n){1,2}[ \t]*/.exec(text.slice(at, at + 16))
  return gap ? at + gap[0].length : at
}

function skip(text: string, at: number): number {
  let to = at
  while (to < at + 6 && (isBlank(text.charCodeAt(to)) || text.charCodeAt(to) === 9)) to++
  return to
}

// Dr., Dr:, Drª.
const pastPoint = (text: string, at: number): number => skip(text, text.charCodeAt(at) === 46 || text.charCodeAt(at) === 0xaa ? at + 1 : at)

/** Past "Dr.", "med.", a second title, "Kollegin". */
function pastTitles(text: string, end: number): number {
  let at = pastPoint(text, end)
  if (text.charCodeAt(at) === 45) at++
  for (let i = 0; i < 6; i++) {
    const to = wordEnd(text, at)
    if (to === at || to - at > longestWord) return at
    const word = lowered(text, at, to)
    const pointed = text.charCodeAt(to) === 46
    if (!(titles.has(word) || (degrees.has(word) && (pointed || word.length > 2 || word === 'in')))) return at
    if (pointedTitles.has(word) && !pointed) return at
    // Behind a first title, "M." is an initial.
    if (to - at === 1) return at
    at = pastPoint(text, to)
    if (text.charCodeAt(at) === 45) at++
  }
  return at
}

interface Name {
  readonly start: number
  readonly end: number
  readonly words: readonly Word[]
}

/** Reads a name from its first letter: initials, particles and up to four words. */
function nameAt(text: string, start: number, kind: LeadKind): Name | undefined {
  const parts: Word[] = []
  let at = start
  let end = start
  let full = 0
  let opened = false
  for (let i = 0; i < mostParts + 2 && full < mostParts; i++) {
    if (isWordy(text.charCodeAt(at - 1)) || !isLetter(text.charCodeAt(at))) break
    const to = wordEnd(text, at)
    const length = to - at
    if (length > longestWord) break
    const word = lowered(text, at, to)
    if (!isUpper(text.charCodeAt(at)) || particles.has(word)) {
      if (!particles.has(word) || (!isUpper(text.charCodeAt(at)) && text.charCodeAt(to) !== 32)) break
      at = skip(text, to)
      continue
    }
    const pointed = text.charCodeAt(to) === 46
    if (isDigitLike(text.charCodeAt(to))) break
    if (length === 1 || (length === 2 && pointed && full === 0 && kind === 'title')) {
      // A lone letter after a title is a name cut short; in the middle it is an initial.
      opened = true
      end = pointed ? to + 1 : to
      at = skip(text, end)
      if (!pointed && full > 0 && !isUpper(text.charCodeAt(at))) {
        end = parts.at(-1)!.end
        break
      }
      continue
    }
    if (notNames.has(word) || jobs.test(word) || titles.has(word) || isAcronym(text, at, to, kind, full)) break
    if (kind !== 'given' && full > 0 && labels.has(word)) break
    // Behind a title the word is a person's even if a textbook knows it.
    if (kind !== 'title' && eponyms.has(word) && namesAThing(text, to)) break
    if (kind === 'title' && namesAThing(text, to) && full > 0) break
    // M. Parkinson is Morbus Parkinson, not Monsieur.
    if (full === 0 && eponyms.has(word) && /(?:^|[^\p{L}])M\. {0,2}$/u.test(text.slice(Math.max(0, at - 5), at))) break
    parts.push({ start: at, end: to })
    full++
    end = to
    const comma = text.charCodeAt(to) === 44 && full === 1 && (kind === 'label' || kind === 'title') && isSurnameFirst(text, to)
    const next = skip(text, comma ? to + 1 : to)
    if (next === to || next > to + 3 || text.charCodeAt(next - 1) === 9) break
    at = next
  }
  if (full === 0)
    return opened && kind === 'title' && end - start <= 3 && isLoneInitial(text, start, end) ? { start, end, words: [] } : undefined
  if (kind === 'given' && full < 2) return isLoneGivenName(text, parts[0]!) ? { start, end: parts[0]!.end, words: parts } : undefined
  if (kind === 'given') {
    const second = lowered(text, parts[1]!.start, parts[1]!.end)
    if (eponymHeads.has(second) || facilityWords.has(second)) return undefined
  }
  if ((kind === 'label' || kind === 'closing') && !isPlausible(text, parts, kind)) return undefined
  return { start, end, words: parts }
}

/** A given name alone: not a place or a plant, and with no capitalised or numbered neighbour that would make it part of another name. */
function isLoneGivenName(text: string, { start, end }: Word): boolean {
  if (end - start < 3 || placesToo.has(lowered(text, start, end)) || isUpper(text.charCodeAt(start + 1))) return false
  const before = text.slice(Math.max(0, start - 4), start)
  if (/(?:St\.?|San) $/.test(before)) return false
  if (/[\p{L}\d&/-] ?$/u.test(before) && /[\p{Lu}\d&/-]\.? ?$/u.test(before)) return false
  const next = skip(text, end)
  const after = text.charCodeAt(next)
  return !(next > end && isUpper(after)) && !isDigitLike(after) && after !== 45 && after !== 47 && after !== 38
}

const placesToo: ReadonlySet<string> = new Set(
  'victoria florence charlotte carolina chen lee ken jin kim ling ming wang sydney austin milan dallas israel jordan chad lima lena rosemary violet iris flora angela alba max rita milena maria jude max ada eva jan mai april june august sam bob ray roman gene jack bill olive ivy sophie stella gina mia guy luc pilar rosario mercedes dolores concepción valentina regina marina gloria magda nele neil lang lina alena dana santiago francisco antonio diego jose josé paulo pedro juan nicolas lorenzo jakob jacob creutzfeldt'.split(
    ' ',
  ),
)

const facilityWords: ReadonlySet<string> = new Set(
  'hospital clinic klinik klinikum krankenhaus street road avenue university universität college foundation institute inc ltd gmbh company group bank'.split(
    ' ',
  ),
)

const isDigitLike = (code: number): boolean => code >= 48 && code <= 57
const isLoneInitial = (text: string, start: number, end: number): boolean =>
  end - start <= 2 && isUpper(text.charCodeAt(start)) && !isUpper(text.charCodeAt(end))

const jobs = /(?:ologie|iatrie|ärztin|arzt|ungen|ung|heit|keit|medizin|klinik|ambulanz|direktor)$/

/** CT, ECG, XX: letters for letters; a name in capitals has four or more, and stands after a title or a label. */
function isAcronym(text: string, start: number, end: number, kind: LeadKind, before: number): boolean {
  if (!isUpper(text.charCodeAt(start + 1))) return false
  for (let i = start; i < end; i++) if (isLetter(text.charCodeAt(i)) && !isUpper(text.charCodeAt(i))) return false
  return end - start < 4 || (kind === 'given' && before === 0)
}

/** "Tupolev, Konstantin": a comma, then a known given name or a single word before a comma, line end or "geb". */
function isSurnameFirst(text: string, comma: number): boolean {
  const next = skip(text, comma + 1)
  const to = wordEnd(text, next)
  if (to === next || to - next > longestWord || !isUpper(text.charCodeAt(next))) return false
  return givenNames.has(lowered(text, next, to)) || /^(?:[ \t]*(?:[,;*\r\n]|$)|[ \t]+(?:geb|born|dob|DOB|\*))/.test(text.slice(to, to + 8))
}

/** After a label any noun may follow: two words, a known given name, or a line that ends behind the one word. */
function isPlausible(text: string, parts: readonly Word[], kind: LeadKind): boolean {
  const last = parts.at(-1)!
  const after = text.slice(last.end, last.end + 12)
  if (parts.length > 1) {
    const first = lowered(text, parts[0]!.start, parts[0]!.end)
    return (
      givenNames.has(first) ||
      parts.some((part) => givenNames.has(lowered(text, part.start, part.end))) ||
      /^[ \t]*(?:[\r\n,;.:(*]|$|geb|born|DOB|MD|\d)/.test(after)
    )
  }
  const alone = givenNames.has(lowered(text, parts[0]!.start, parts[0]!.end))
  return alone || (kind === 'label' && /^[ \t]*(?:,|!|$|[\r\n]|geb|born|\*)/.test(after) && text.charCodeAt(parts[0]!.start - 1) !== 10)
}

/** Whether "'s", "disease" or "catheter" follows: then what stands before is a thing's name. */
function namesAThing(text: string, end: number): boolean {
  const next = /^(?:['’]s|['’])?[ -]([\p{L}]{3,16})/u.exec(text.slice(end, end + 22))
  return next !== null && eponymHeads.has(next[1]!.toLowerCase())
}

function remember(known: Set<string>, text: string, { start, end }: Word): void {
  if (end - start >= 3) known.add(text.slice(start, end))
}

/** The same names elsewhere in the document, alone. */
function again(text: string, known: ReadonlySet<string>, found: Identifier[]): void {
  const taken = new Set(found.map(({ start }) => start))
  const ends = found.map(({ start, end }) => [start, end] as const)
  let covered = 0
  let at = 0
  while (at < text.length) {
    if (!isLetter(text.charCodeAt(at))) {
      at++
      continue
    }
    const end = wordEnd(text, at)
    while (covered < ends.length && ends[covered]![1] <= at) covered++
    const inside = covered < ends.length && ends[covered]![0] <= at
    if (!inside && isUpper(text.charCodeAt(at)) && end - at <= longestWord && !taken.has(at)) {
      const word = text.slice(at, end)
      if (
        known.has(word) &&
        !ambiguousNames.has(word.toLowerCase()) &&
        !namesAThing(text, end) &&
        !(eponyms.has(word.toLowerCase()) && isGenitive(text, end) && text.charCodeAt(end) !== 32)
      ) {
        found.push(identified(text, { start: at, end, words: [] }, strengths.cue))
      }
    }
    at = end
  }
}

const fictional: ReadonlySet<string> = new Set([
  'test patient',
  'patient test',
  'john doe',
  'jane doe',
  'max mustermann',
  'erika mustermann',
  'test test',
  'joe bloggs',
  'john citizen',
  'jane citizen',
  'mario rossi',
])

function identified(text: string, { start, end }: Name, strength: Identifier['strength']): Identifier {
  const identity = lowered(text, start, end)
  return { kind: 'person', start, end, strength, identity, ...(fictional.has(identity) && { nobody: 'reserved for fiction' as const }) }
}
