import { isBlank, isDigit, isLetter } from './characters.ts'
import {
  bareLabels,
  capitalLabels,
  capitalTitles,
  carers,
  closings,
  kin,
  labels,
  smallFullTitles,
  smallTitles,
  titles,
} from './data/name-words.ts'
import { isGerman } from './foreign.ts'
import { anyLead, factsAt, nameFact } from './name-facts.ts'
import { nameLexicon, nameRole } from './name-lexicon.ts'
import { isCapitals, isInside, isUpper, longestWord, lowered, skip, wordEnd } from './name-parts.ts'
import type { ScannedText } from './scanned-text.ts'

/** What makes us look for a name: the nearer the end of the list, the more the words themselves have to say. */
export type LeadKind = 'title' | 'label' | 'closing' | 'given' | 'kin' | 'meeting' | 'sighting' | 'surname'
export interface Lead {
  readonly kind: LeadKind
  /** Where the name would begin; -1 where nothing that could be one follows. */
  readonly at: number
}

/**
 * Whether a word leads to a name, and where that begins.
 *
 * @param isSpeaker  whether a label opens line after line: then it says who speaks, and what follows is said
 */
export function leadOf(text: ScannedText, start: number, end: number, isSpeaker: (label: string) => boolean): Lead | undefined {
  const length = end - start
  if (length > 24 || (start > 0 && isDigit(text.charCodeAt(start - 1)))) return undefined
  const upper = isUpper(text.charCodeAt(start))
  const after = text.charCodeAt(end)
  if (!upper && !mayLeadInSmallLetters(text, length, after, end)) return undefined
  const facts = factsAt(text, start, end)
  if ((facts & anyLead) === 0) return undefined
  return (
    (facts & nameFact.title ? titleLead(text, start, end, facts, upper) : undefined) ??
    (facts & nameFact.label ? labelLead(text, start, end, facts, isSpeaker) : undefined) ??
    (facts & nameFact.closing ? closingLead(text, end) : undefined) ??
    (facts & nameFact.kin ? kinLead(text, start, end, upper) : undefined) ??
    (facts & nameFact.bareLabel ? bareLead(text, start, end, upper) : undefined) ??
    (upper && length > 1 && facts & anyGiven && !isSignOf(text, start, end) ? { kind: 'given', at: start } : undefined)
  )
}

/** "Signe de Lasègue": a sign, and not the name that is spelled so. */
const isSignOf = (text: ScannedText, start: number, end: number): boolean => /^Signe d(?:e |['’])/.test(text.slice(start, end + 4))

const anyGiven = nameRole.given | nameRole.rareGiven | nameRole.wordGiven | nameRole.lone
const knownGiven = nameRole.given | nameRole.rareGiven

function titleLead(text: ScannedText, start: number, end: number, facts: number, upper: boolean): Lead | undefined {
  const word = lowered(text, start, end)
  const pointed = text.charCodeAt(end) === 46
  const marked = text.charCodeAt(end) === 0xaa
  // "Reviewed by Sr Mulcahy": a sister, where somebody did something; Sr 120 is strontium.
  const isSister = word === 'sr' && upper && !pointed && /(?:by|with|from|and|to) $/.test(text.slice(Math.max(0, start - 5), start))
  if (facts & nameFact.pointedTitle && !isSister && !((pointed || marked) && upper && isBlank(text.charCodeAt(end + 1)))) return undefined
  // M.D. is a degree, M. in German letters Morbus, D. a letter, unless a given name follows.
  if (word.length === 1) {
    if (
      /[\p{Lu}]\.? $/u.test(text.slice(Math.max(0, start - 3), start)) ||
      text.charCodeAt(start - 1) === 46 ||
      text.charCodeAt(start - 1) === 39 ||
      text.charCodeAt(start - 1) === 0x2019
    )
      return undefined
    const next = skip(text, end + 1)
    if (word === 'd' && !(factsAt(text, next, wordEnd(text, next)) & knownGiven)) return undefined
  }
  // 468 ms. is a time.
  if (
    !upper &&
    !(pointed && smallTitles.has(word) && !isDigit(text.charCodeAt(start - 2))) &&
    word !== 'nurse' &&
    !(smallFullTitles.has(word) && /^ \p{Lu}\p{L}{2}/u.test(text.slice(end, end + 4)))
  )
    return undefined
  // SRA. and ASS. are measures; DR, MR and MRS are written so before a name in capitals.
  if (
    word.length > 2 &&
    word !== 'mrs' &&
    !capitalTitles.has(word) &&
    isCapitals(text, start, end) &&
    !isCapitals(text, skip(text, end + 1), wordEnd(text, skip(text, end + 1)))
  )
    return undefined
  // MR is a scan and MS a disease, unless a point or a small letter says otherwise.
  if (word.length === 2 && !pointed && upper && isUpper(text.charCodeAt(start + 1)) && word !== 'dr' && word !== 'oä') return undefined
  return { kind: 'title', at: pastTitles(text, end) }
}

/** What follows may be a subject as well as a person: one word alone is none. */
const weakLabels: ReadonlySet<string> = new Set('cc re regarding attention betreft betr betreff objet asunto concerne copy'.split(' '))

function labelLead(text: ScannedText, start: number, end: number, facts: number, isSpeaker: (label: string) => boolean): Lead | undefined {
  const word = lowered(text, start, end)
  const to = skip(text, end)
  if (to === end && text.charCodeAt(to) === 58 && isSpeaker(word)) return undefined
  const cell = /^[ ]?(?:\t|\|)[ ]?/.exec(text.slice(end, end + 3))
  if (cell) {
    const at = end + cell[0].length
    return isUpper(text.charCodeAt(at)) && !(factsAt(text, at, wordEnd(text, at)) & nameFact.label)
      ? { kind: 'label', at: pastTitle(text, at) }
      : undefined
  }
  if (text.charCodeAt(to) === 58)
    return { kind: weakLabels.has(word) ? 'closing' : 'label', at: pastTitle(text, pastLineEnds(text, skip(text, to + 1))) }
  if (facts & (nameFact.bareLabel | nameFact.kin)) return undefined
  // "signed by", "dictated by"
  const by = (word === 'name' || word === 'named' ? /^(?:\?|(?: (?:is|was))?) (?=\p{Lu})/u : /^ (?:by|von|durch|por|par|da|door):? /).exec(
    text.slice(end, end + 8),
  )
  return by ? { kind: 'label', at: pastTitle(text, end + by[0].length) } : undefined
}

function closingLead(text: ScannedText, end: number): Lead | undefined {
  const gap = /^[ ,.!]*(?:yours|bin ich|verbleibt?e? ?(?:ich)?)?[ ,]*(?:\r?\n[ \t]*){1,4}(?:Ihr[e]?[ \t]*(?:\r?\n[ \t]*){1,3})?/.exec(
    text.slice(end, end + 60),
  )
  return gap ? { kind: 'closing', at: pastTitle(text, end + gap[0].length) } : undefined
}

/** They open a letter, also behind another salutation in small letters. */
const salutations: ReadonlySet<string> = new Set(
  'dear hi hey hola bonjour ciao olá moin hej hello hallo liebe lieber cher chère estimado estimada apreciado apreciada querido querida caro cara prezado prezada geachte beste gentile egregio egregia gentilissimo gentilissima geehrte geehrter'.split(
    ' ',
  ),
)

function bareLead(text: ScannedText, start: number, end: number, upper: boolean): Lead | undefined {
  const greets = salutations.has(lowered(text, start, end))
  // "Hi. So": the greeting ends there.
  if (greets ? text.charCodeAt(end) === 46 : !upper) return undefined
  const to = pastPoint(text, end)
  return isHeading(text, start, to) ? undefined : { kind: 'label', at: greets ? pastTitle(text, to) : to }
}

const possessives =
  /(?:^|[^\p{L}])(?:h(?:is|er)|their|my|the|your|pt'?s|patient'?s|su|s(?:on|a|es)|seine[rnm]?|ihre?[rnm]?|deren|dessen|o|a|seu|sua|suo|el|la|le|zijn|haar|by|with|par|por|con|von|durch|door) (?:[\p{L}-]{3,16} )?$/iu

/** "his wife Carol", "Son mari, Mamadou,", "enfermeira Juliana": the name itself is judged by `isPlausibleKin`. */
function kinLead(text: ScannedText, start: number, end: number, upper: boolean): Lead | undefined {
  const gap = /^(?:, | \(|\. | |: )(?:(?:Mr|Mrs|Ms|Miss|Frau|Herr|Mme|Mlle|D|Dª|Dña|Sra|Sr)\.? )?/.exec(text.slice(end, end + 10))
  if (!gap || gap[0].startsWith('.')) return undefined
  if (gap[0].startsWith(':')) return { kind: 'given', at: end + gap[0].length }
  const to = end + gap[0].length
  if (!isUpper(text.charCodeAt(to))) return undefined
  if (!upper && possessives.test(text.slice(Math.max(0, start - 30), start))) return { kind: 'kin', at: to }
  // Without a possessive a heading or a list may stand here, and in German what ails the mother: more has to say that it is a name.
  return { kind: !isGerman(text) ? 'meeting' : isBoundInGerman(text, start, to) ? 'kin' : 'sighting', at: to }
}

/** "mit Ehefrau Sunna", "Sohn Tore zu Besuch", "ihrer Tochter Runa". */
const isBoundInGerman = (text: ScannedText, start: number, to: number): boolean =>
  /(?:^|[^\p{L}])(?:mit|von|durch|bei|(?:[msd]ein|ihr|unser)(?:e[mnrs]?)?) $/u.test(text.slice(Math.max(0, start - 9), start)) ||
  /^[\p{Lu}][\p{L}'’-]{1,24} (?:zu |be|kam|kommt|ist|war|hat|meldet|gibt|wohnt|lebt|ruft|rief|sagt|küm|möchte|wünscht|informiert|verständigt)/u.test(
    text.slice(to, to + 40),
  )

/** "PATIENT CONCERNS": a line in capitals throughout is a heading, unless a given name follows the label. */
function isHeading(text: ScannedText, start: number, next: number): boolean {
  const line = /^[^\r\n]{1,80}/.exec(text.slice(start, start + 80))?.[0] ?? ''
  if (line !== line.toUpperCase() || (start > 0 && !/[\r\n#*]\s*$/.test(text.slice(Math.max(0, start - 4), start)))) return false
  const at = skip(text, next)
  return (factsAt(text, at, wordEnd(text, at)) & anyGiven) === 0
}

const born =
  /^[\p{Lu}][\p{L}'’-]{1,25}(?:,? (?:von |van |de |da )?[\p{Lu}][\p{L}'’.-]{1,25}){1,3},?[ \t]{0,2}(?:\*|geb\b|born\b|DOB\b|\(DOB|MD\b)/u

const longestBirth = 110

/** Whether what says a birth stands in or behind the words that a name could be: behind most it does not, and they need no expression. */
function mayBeBorn(text: ScannedText, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (isLetter(code)) {
      const next = text.charCodeAt(at + 1)
      // geb, born, DOB, MD
      if ((code === 103 && next === 101) || (code === 98 && next === 111) || (code === 68 && next === 79) || (code === 77 && next === 68))
        return true
    } else if (code === 42 || code === 40) return true
    // A letter of another script may go on.
    else if (code !== 32 && code !== 44 && code !== 46 && code !== 9 && !isInside(code)) return code > 127
  }
  return false
}

/** The v and d of von, van, de and da. */
const mayBeParticle = (code: number): boolean => code === 118 || code === 100

/** A line that opens with a name and a birth: `Luise Utz, * 3.4.1950`. */
export function bornLead(text: ScannedText, start: number): Lead | undefined {
  const before = text.charCodeAt(start - 1)
  if (!(start === 0 || before === 10 || before === 9 || before === 0xfeff) || !isUpper(text.charCodeAt(start))) return undefined
  let end = start + 1
  while (end < start + longestWord && isLetter(text.charCodeAt(end))) end++
  const after = text.charCodeAt(end)
  // A name of two words at least: most lines open otherwise.
  if (!(after === 32 || after === 44 || after === 45 || after === 39 || after === 0x2019)) return undefined
  if (after === 32 && !isUpper(text.charCodeAt(end + 1)) && !mayBeParticle(text.charCodeAt(end + 1))) return undefined
  return mayBeBorn(text, end, start + longestBirth) && born.test(text.slice(start, start + longestBirth))
    ? { kind: 'label', at: start }
    : undefined
}

const surnameFirst =
  /^[\p{Lu}][\p{Lu}'’ -]{1,30}, ?[\p{Lu}][\p{L}'’-]+(?: [\p{Lu}][\p{L}'’-]*){0,2}(?=[ \t]*(?:[\r\n(]|$)| {2}|[ \t]{1,3}(?:\d|DOB|UR|MRN|NHS|born|geb|\*))/u
const numbered = /^[^\n]{0,60}\n?[^\n]{0,60}(?:DOB|D\.O\.B|MRN|UR |NHS|[A-Z]{0,3}\d{5}|born|geb)/

/** A line that opens with a name in capitals, surname first: `QUENNELL, ORLA`; a number or birth follows, or one of its words is known. */
export function surnameFirstLead(text: ScannedText, start: number, end: number): Lead | undefined {
  const before = text.charCodeAt(start - 1)
  if (!(start === 0 || before === 10 || before === 9 || before === 0xfeff) || !isUpper(text.charCodeAt(end - 1))) return undefined
  const slice = text.slice(start, start + 90)
  const found = surnameFirst.exec(slice)
  if (!found) return undefined
  const comma = start + found[0].indexOf(',')
  const next = skip(text, comma + 1)
  const known = (factsAt(text, next, wordEnd(text, next)) & (nameRole.given | nameRole.rareGiven | nameRole.wordGiven)) !== 0
  return known || numbered.test(text.slice(start + found[0].length, start + found[0].length + 130))
    ? { kind: 'surname', at: start }
    : undefined
}

const leadLists = [titles, labels, bareLabels, closings, kin, carers]

/** Every word that may lead to a name where it has a capital. */
export function* leadWords(): Iterable<string> {
  for (const list of leadLists) yield* list
  yield* capitalLabels
  for (const [word, roles] of nameLexicon()) if (roles & anyGiven) yield word
}

/** Those that may in small letters. */
export const smallLeadWords = (): string[] => leadLists.flatMap((list) => [...list])

/** "mr.", "nurse", "name:", "signed by", "regards,", "wife Carol", "wife, Carol": nothing else in small letters leads to a name. */
function mayLeadInSmallLetters(text: ScannedText, length: number, after: number, end: number): boolean {
  if (after === 46) return length <= 4
  if (after === 58 || after === 44 || after === 10 || after === 13) return length > 1
  const next = text.charCodeAt(end + 1)
  // "What is your name? Ann"
  if (after === 63) return length === 4 && next === 32
  if (after !== 32) return false
  if (length > 2 && (isUpper(next) || (next === 40 && isUpper(text.charCodeAt(end + 2))))) return true
  // "name is", "name was"
  if (length === 4 && (next === 105 || next === 119)) return true
  return next === 58 || (next === 98 && text.charCodeAt(end + 2) === 121)
}

/** A label may stand on a line of its own. */
function pastLineEnds(text: ScannedText, at: number): number {
  const gap = /^(?:[ \t]*\r?\n){1,2}[ \t]*/.exec(text.slice(at, at + 16))
  return gap ? at + gap[0].length : at
}

// Dr., Dr:, Drª., Dott.ssa, Sig.ra, Dr.in.
function pastPoint(text: ScannedText, at: number): number {
  if (text.charCodeAt(at) !== 46) return skip(text, text.charCodeAt(at) === 0xaa ? at + 1 : at)
  const ending = /^\.(?:ssa|ra|na|ina|in|a)(?![\p{L}])\.?/u.exec(text.slice(at, at + 6))
  return skip(text, at + (ending?.[0].length ?? 1))
}

const isColleague = (text: ScannedText, start: number, end: number): boolean =>
  /^(?:coll|kolleg|coleg|confr|compañ)/.test(text.slice(start, end))

/** Behind a label or a closing a title may stand: what is behind it is the name. */
function pastTitle(text: ScannedText, at: number): number {
  const end = wordEnd(text, at)
  if (!isUpper(text.charCodeAt(at)) && !isColleague(text, at, end)) return at
  const facts = factsAt(text, at, end)
  if (!(facts & nameFact.title || isColleague(text, at, end)) || (facts & nameFact.pointedTitle && text.charCodeAt(end) !== 46)) return at
  return pastTitles(text, end)
}

/** Past "Dr.", "med.", a second title, "Kollegin". */
function pastTitles(text: ScannedText, end: number): number {
  let at = pastPoint(text, end)
  if (text.charCodeAt(at) === 45) at++
  for (let i = 0; i < 6; i++) {
    const to = wordEnd(text, at)
    if (to === at || to - at > longestWord) return at
    const facts = factsAt(text, at, to)
    const pointed = text.charCodeAt(to) === 46
    const isDegree =
      (facts & nameFact.degree) !== 0 && (pointed || to - at > 2 || (lowered(text, at, to) === 'in' && text.charCodeAt(at - 1) === 46))
    if (!(facts & nameFact.title || isDegree)) return at
    if (facts & nameFact.pointedTitle && !pointed) return at
    // Behind a first title, "M." is an initial.
    if (to - at === 1) return at
    at = pastPoint(text, to)
    if (text.charCodeAt(at) === 45) at++
  }
  return at
}
