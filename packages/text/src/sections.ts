import type { Document } from '@corpuscope/core'
import { isSpace, lineSpans, lines, trimmedLines, trimmedSpans } from './lines.ts'
import type { Spans } from './spans.ts'
import { view } from './view.ts'
import { detached } from './words.ts'

export const canonicalSections = [
  'reason for encounter',
  'history',
  'past history',
  'medications',
  'allergies',
  'social',
  'family',
  'examination',
  'investigations',
  'assessment',
  'plan',
  'follow-up',
  'safety net',
] as const
export type CanonicalSection = (typeof canonicalSections)[number]

/** A stretch of a document under one heading. Sections follow each other without a gap from the first character to the last. */
export interface Section {
  /** As written, without markup, colon and remarks in brackets; '' before the first heading. */
  readonly heading: string
  readonly canonical?: CanonicalSection
  /** Where the heading begins; UTF-16 offsets, end exclusive. */
  readonly start: number
  /** Where the text under the heading begins. */
  readonly body: number
  readonly end: number
}

const synonyms: Record<CanonicalSection, string> = {
  'reason for encounter': `cc, pc, c/o, rfe, rfv, reason for visit, reason for encounter, reason for consultation, reason for consult, reason for appt, reason for appointment, reason, reason for contact, reason for presentation,
    reason for attendance, reason for admission, reason for referral, chief complaint, presenting complaint, presenting problem, presents with,
    presentation, presenting complaints, presenting issues, issues today, visit reason, complaint, complaints`,
  history: `s, hpc, hpi, hopc, hx, history, subjective, subj, history of presenting complaint, history of present illness, history of presenting illness,
    current history, interval history, present illness, hx presenting complaint, hx pc, background, context, story, ros, systems review, review of systems`,
  'past history': `pmh, pmhx, phx, pmhx/pshx, past history, past hx, past medical history, past medical hx, medical history, psh, pshx, past surgical history,
    surgical history, med hx, pmh/psh, comorbidities, past medical and surgical history, active problems, problem list, obstetric history, obs hx, gynae hx`,
  medications: `meds, med, medication, medications, current meds, current medications, current medication, regular meds, regular medications, dh, dhx, drug history, drug hx,
    medication list, rx current, medications on admission, discharge medications, meds current`,
  allergies: `all, allergy, allergies, allergies/adrs, adr, adrs, drug allergies, allergy status, allergies/adr, allergies/intolerances, nkda status`,
  social: `sh, shx, sochx, soc hx, soc, social, social history, social hx, psychosocial, social/lifestyle, lifestyle, social context, home situation, occupation, smoking, snap`,
  family: `fh, fhx, fam hx, famhx, family history, family hx, family`,
  examination: `o, o/e, oe, ex, exam, examination, physical examination, physical exam, pe, on examination, objective, obj, obs, observations, vitals, vital signs, vs,
    examination findings, mse, mental state examination, mental state exam, clinical examination`,
  investigations: `ix, inv, investigations, results, labs, bloods, tests, imaging, pathology, path, test results, lab results, laboratory results, investigation results, recent ix, recent results, ix results,
    laboratory, radiology`,
  assessment: `a, imp, impr, impression, assessment, ax, dx, ddx, diagnosis, diagnoses, differential diagnosis, differential, imp/dx, dx/imp, imp/ddx, dx/ddx, impression/assessment, assessment/impression, formulation,
    clinical impression, working diagnosis, assessment/diagnosis, impression/diagnosis, problems, summary`,
  plan: `p, plan, mx, management, management plan, treatment, treatment plan, rx, tx, plan/mx, mx/plan, plan/management, management/plan, action, actions, recommendations, mx plan, plan today`,
  'follow-up': `f/u, fu, f/up, follow up, follow-up, followup, review, r/v, rv, next appointment, next review, review plan, follow up plan, disposition`,
  'safety net': `safety net, safety netting, safety-net, safety-netting, safetynet, safety net advice, safety netting advice, sn, red flags advice, return precautions, red flags given, return advice`,
}

let canonicalNames: ReadonlyMap<string, CanonicalSection> | undefined

function namesOfSections(): ReadonlyMap<string, CanonicalSection> {
  if (!canonicalNames) {
    const names = new Map<string, CanonicalSection>()
    for (const canonical of canonicalSections)
      for (const name of synonyms[canonical].split(',')) names.set(name.trim().replace(/\s+/g, ' '), canonical)
    canonicalNames = names
  }
  return canonicalNames
}

let openings: Uint8Array | undefined

/**
 * Whether a name of a section may stand in a stretch of text, by its first three letters: at the beginning, behind a sign or behind "and", which
 * is where `canonicalSection` looks. Most lines have none.
 */
function mayNameSection(text: string, start: number, end: number): boolean {
  openings ??= openingsOf(namesOfSections())
  let opens = true
  let i = start
  while (i < end) {
    const first = letterOf(text.charCodeAt(i))
    if (first === 0) {
      opens ||= !isSpace(text, i)
      i++
      continue
    }
    const from = i++
    const second = i < end ? letterOf(text.charCodeAt(i)) : 0
    const third = second !== 0 && i + 1 < end ? letterOf(text.charCodeAt(i + 1)) : 0
    if (opens && openings[(first * 27 + second) * 27 + third] === 1) return true
    while (i < end && letterOf(text.charCodeAt(i)) !== 0) i++
    // "and" is a, n, d: the first, fourteenth and fourth letter.
    opens = i - from === 3 && first === 1 && second === 14 && third === 4
  }
  return false
}

function openingsOf(names: Iterable<readonly [string, unknown]>): Uint8Array {
  const made = new Uint8Array(27 ** 3)
  for (const [name] of names) {
    const [first, second, third] = [0, 1, 2].map((i) => letterOf(name.charCodeAt(i))) as [number, number, number]
    made[(first * 27 + second) * 27 + (second === 0 ? 0 : third)] = 1
  }
  return made
}

/** 1 to 26 for a to z in either case, 0 for all else. */
function letterOf(unit: number): number {
  const letter = (unit | 32) - 96
  return letter >= 1 && letter <= 26 && unit < 128 ? letter : 0
}

/**
 * The canonical name of a heading, or undefined. `Assessment and plan` and its kin, of two sections at once, take the first.
 *
 * @example canonicalSection('O/E (TH only)') // 'examination'
 */
export function canonicalSection(heading: string): CanonicalSection | undefined {
  if (!mayNameSection(heading, 0, heading.length)) return undefined
  // A line as long as this is no heading anyway.
  if (heading.length > 100) return named(heading)
  let known = remembered.get(heading)
  if (known === undefined) {
    known = named(heading) ?? null
    if (remembered.size > mostRemembered) remembered.clear()
    remembered.set(detached(heading), known)
  }
  return known ?? undefined
}

// Headings are few and come again and again.
const mostRemembered = 10_000
const remembered = new Map<string, CanonicalSection | null>()

function named(heading: string): CanonicalSection | undefined {
  const names = namesOfSections()
  const plain = heading
    .toLowerCase()
    .replace(/\([^)]*\)?|\[[^\]]*\]?/g, ' ')
    .replace(/[*_#:=⇒→>]+/g, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\s*\/\s*/g, '/')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?: (?:today|tonight|ordered|discussed|agreed|advised|given|provided))+$/, '')
  const exact = names.get(plain)
  if (exact) return exact
  for (const part of plain.split(/ (?:and|&|\+|-|–|—) |[/&+,]| - /)) {
    const found = names.get(part.trim())
    if (found) return part.trim().length > 1 ? found : undefined
  }
  return undefined
}

interface Heading {
  readonly heading: string
  /** Offset inside the line where the text under the heading begins. */
  readonly body: number
}

const longestHeading = 60
const mostWords = 7
const listMarker = /^(?:[-–—•·*+▪►‣○●◦⇒→>|]|\(?(?:\d{1,3}|[a-zA-Z])[.)])\s/
const markup = /^(#{1,6}\s+|[*_]{2,3}(?=\S)|={2,}\s*)?(.*?)(?:[*_]{2,3}|\s*={2,}|\s*#+)?\s*([:⇒→]?)\s*(?:[*_]{2,3})?$/u
/** Stretches between white space, of a text without any at its ends. */
function wordsIn(text: string): number {
  let count = 1
  for (let i = 1; i < text.length; i++) if (isSpace(text, i) && !isSpace(text, i - 1)) count++
  return count
}
// A line without any of these has no markup, no remark in brackets and no label: most lines of a note.
const dash = /\s[-–—]\s/
const signs = /[#*_=:⇒→([]/
const remarks = /\([^)]*\)?|\[[^\]]*\]?/g
const leftovers = /[*_#]{2,}|^#|[:⇒→=]+\s*$/g
const tidy = (text: string) => {
  const bare = signs.test(text) ? text.replace(remarks, ' ').replace(leftovers, ' ') : text
  return bare.replace(/\s+/g, ' ').trim()
}

/** "PMH: nil", "Impression - viral": a known heading with its text on the same line. */
function inlineHeading(line: string): Heading | undefined {
  const found = /^\s*(?:#{1,6}\s+|[*_]{2,3})?(\p{L}[^:\n–—]{0,48}?)[*_]{0,3}\s*(:[*_]{0,3}|\s[-–—](?=\s))/u.exec(line)
  const label = found?.[1]
  if (!found || !label || found[0].length >= line.trimEnd().length || wordsIn(label) > mostWords || !canonicalSection(label))
    return undefined
  const heading = tidy(label)
  // A dash also joins a remark: only unmistakable names are headings before one.
  if (!found[2]!.startsWith(':') && (heading.length === 1 || !namesOfSections().has(heading.toLowerCase()))) return undefined
  return { heading, body: found[0].length }
}

/** The heading a line is, or begins with. `alone`: blank before and text after it, as titles stand. */
function headingOf(line: string, alone: boolean): Heading | undefined {
  const trimmed = line.trim()
  if (trimmed === '') return undefined
  const signed = signs.test(trimmed)
  const inline = signed || dash.test(line) ? inlineHeading(line) : undefined
  if (inline) return inline
  if (trimmed.length <= longestHeading && wordsIn(trimmed) <= mostWords && !listMarker.test(trimmed)) {
    const [, prefix = '', text = '', suffix = ''] = signed ? (markup.exec(trimmed) ?? []) : ['', '', trimmed]
    const heading = signed ? tidy(text) : trimmed.replace(/\s+/g, ' ')
    if (/\p{L}/u.test(heading)) {
      const marked = prefix !== '' || suffix !== ''
      // One letter and no mark around it is a slip of the pen as often as the A of SOAP: in doubt it has to be known, alone and upper-case.
      if (canonicalSection(heading) && (heading.length > 1 || marked || /^[SOAP]$/.test(heading))) return { heading, body: line.length }
      const prose = /[.,;!?]$/.test(text) || /[\d:]/.test(text)
      if (marked && !prose) return { heading, body: line.length }
      if (!alone || prose) return undefined
      const letters = heading.replace(/\P{L}/gu, '')
      if (letters.length < 4) return undefined
      const capitals = letters === letters.toUpperCase() && letters !== letters.toLowerCase()
      if (capitals || (wordsIn(heading) <= 4 && /^\p{Lu}/u.test(heading))) return { heading, body: line.length }
    }
  }
  return undefined
}

const bits = { dash: 1, opens: 2, closes: 4, colon: 8 } as const
const marks = new Uint8Array(65536)
for (const unit of '-–—') marks[unit.charCodeAt(0)]! |= bits.dash
for (const unit of '#*_=') marks[unit.charCodeAt(0)]! |= bits.opens
marks[58]! |= bits.colon
for (const unit of '#*_=:⇒→') marks[unit.charCodeAt(0)]! |= bits.closes

/**
 * The heading that a short line of nothing but ASCII letters, single blanks, slashes and ampersands is, with or without a colon at its end, decided as
 * `headingOf` does; null for none, undefined for a line with other characters.
 */
function plainHeading(text: string, start: number, end: number, alone: boolean): string | null | undefined {
  let letters = 0
  let capitals = 0
  let blanks = 0
  const marked = text.charCodeAt(end - 1) === 58
  const stop = marked ? end - 1 : end
  if (marked && text.charCodeAt(stop - 1) === 32) return undefined
  for (let i = start; i < stop; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 97 && unit <= 122) letters++
    else if (unit >= 65 && unit <= 90) {
      letters++
      capitals++
    } else if (unit === 32) {
      if (text.charCodeAt(i - 1) === 32) return undefined
      blanks++
    } else if (unit !== 47 && unit !== 38) return undefined
  }
  if (letters === 0 || blanks >= mostWords) return null
  const heading = text.slice(start, stop)
  if (marked) return heading
  if (canonicalSection(heading) && (heading.length > 1 || /^[SOAP]$/.test(heading))) return heading
  if (!alone || letters < 4) return null
  const first = text.charCodeAt(start)
  return letters === capitals || (blanks < 4 && first >= 65 && first <= 90) ? heading : null
}

/**
 * Whether the line from `start` to `end`, without white space at its ends, can be or begin with a heading at all: it names a section before a
 * colon or dash, or is short and names one, or is marked as one, or stands alone. Decided without a regular expression, since most lines cannot.
 */
function mayBeHeading(text: string, start: number, end: number, alone: boolean): boolean {
  const short = end - start <= longestHeading
  if (short && (alone || (marks[text.charCodeAt(start)]! & bits.opens) !== 0 || (marks[text.charCodeAt(end - 1)]! & bits.closes) !== 0))
    return true
  if (short) return mayNameSection(text, start, end)
  // Markup, the longest label and what may stand between it and its colon.
  const furthest = Math.min(end, start + longestHeading + 20)
  for (let i = start; i < furthest; i++) {
    const mark = marks[text.charCodeAt(i)]! & (bits.colon | bits.dash)
    if (mark !== 0 && (mark === bits.colon || (isSpace(text, i - 1) && isSpace(text, i + 1)))) return mayNameSection(text, start, i)
  }
  return false
}

/**
 * The sections of a clinical note by its heading lines: a known heading alone on its line or before a colon ("Plan", "HPC", "O/E:", "PMH: nil"), a
 * markdown heading, a short line that ends in a colon, and a short title between a blank line and its text. A text without headings is one
 * section with heading ''; an empty text has none.
 */
export function sectionSpans(text: string): readonly Section[] {
  const rows = lineSpans(text)
  return sectionsIn(text, rows, trimmedSpans(text, rows))
}

function sectionsIn(text: string, { starts, ends, count }: Spans, trimmed: Spans): readonly Section[] {
  const sections: Section[] = []
  let heading = ''
  let start = 0
  let body = 0
  const close = (end: number) => {
    if (end === start) return
    const canonical = heading === '' ? undefined : canonicalSection(heading)
    sections.push(canonical ? { heading, canonical, start, body, end } : { heading, start, body, end })
  }
  const blank = (line: number) => line < 0 || line >= count || trimmed.starts[line] === trimmed.ends[line]
  for (let line = 0; line < count; line++) {
    if (blank(line)) continue
    const from = starts[line]!
    const alone = line > 0 && blank(line - 1) && !blank(line + 1)
    if (!mayBeHeading(text, trimmed.starts[line]!, trimmed.ends[line]!, alone)) continue
    const plain =
      trimmed.ends[line]! - trimmed.starts[line]! <= longestHeading
        ? plainHeading(text, trimmed.starts[line]!, trimmed.ends[line]!, alone)
        : undefined
    if (plain === null) continue
    const found =
      plain === undefined
        ? headingOf(text.slice(from, Math.min(ends[line]!, from + 400)), alone)
        : { heading: plain, body: Math.min(ends[line]!, from + 400) - from }
    if (!found) continue
    close(from)
    heading = found.heading
    start = from
    body = Math.min(from + found.body, ends[line]!)
  }
  close(text.length)
  return sections
}

/** The sections of a document: see `sectionSpans`. */
export const sections: (document: Document) => readonly Section[] = view((document) =>
  sectionsIn(document.text, lines(document), trimmedLines(document)),
)
