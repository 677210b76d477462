import type { Document } from '@corpuscope/core'
import { lineSpans } from './lines.ts'
import { view } from './view.ts'

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

/** By the first two letters of its words: whether one of them may begin the name of a section. Most lines have no such word. */
function mayNameSection(heading: string): boolean {
  if (!openings) {
    openings = new Uint8Array(27 * 27)
    for (const name of namesOfSections().keys()) openings[letterAt(name, 0) * 27 + letterAt(name, 1)] = 1
  }
  for (let i = 0; i < heading.length; i++)
    if ((i === 0 || letterAt(heading, i - 1) === 0) && openings[letterAt(heading, i) * 27 + letterAt(heading, i + 1)] === 1) return true
  return false
}

/** 1 to 26 for a to z in either case, 0 for all else and beyond the end. */
function letterAt(text: string, index: number): number {
  const letter = (text.charCodeAt(index) | 32) - 96
  return letter >= 1 && letter <= 26 ? letter : 0
}

/**
 * The canonical name of a heading, or undefined. `Assessment and plan` and its kin, of two sections at once, take the first.
 *
 * @example canonicalSection('O/E (TH only)') // 'examination'
 */
export function canonicalSection(heading: string): CanonicalSection | undefined {
  const names = namesOfSections()
  if (!mayNameSection(heading)) return undefined
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
const wordsIn = (text: string) => text.split(/\s+/).length
// A line without any of these has no markup, no remark in brackets and no label: most lines of a note.
const dash = /\s[-–—]\s/
const signs = /[#*_=:⇒→([]/
const tidy = (text: string) =>
  text
    .replace(/\([^)]*\)?|\[[^\]]*\]?/g, ' ')
    .replace(/[*_#]{2,}|^#|[:⇒→=]+\s*$/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

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
      const letters = heading.replace(/\P{L}/gu, '')
      if (alone && !prose && letters.length >= 4 && letters === letters.toUpperCase() && letters !== letters.toLowerCase())
        return { heading, body: line.length }
      if (alone && !prose && wordsIn(heading) <= 4 && letters.length >= 4 && /^\p{Lu}/u.test(heading)) return { heading, body: line.length }
    }
  }
  return undefined
}

/**
 * The sections of a clinical note by its heading lines: a known heading alone on its line or before a colon ("Plan", "HPC", "O/E:", "PMH: nil"), a
 * markdown heading, a short line that ends in a colon, and a short title between a blank line and its text. A text without headings is one
 * section with heading ''; an empty text has none.
 */
export function sectionSpans(text: string): readonly Section[] {
  const { starts, ends, count } = lineSpans(text)
  const sections: Section[] = []
  let heading = ''
  let start = 0
  let body = 0
  const close = (end: number) => {
    if (end === start) return
    const canonical = heading === '' ? undefined : canonicalSection(heading)
    sections.push(canonical ? { heading, canonical, start, body, end } : { heading, start, body, end })
  }
  const blank = (line: number) => line < 0 || line >= count || text.slice(starts[line], ends[line]).trim() === ''
  for (let line = 0; line < count; line++) {
    const from = starts[line]!
    const found = headingOf(text.slice(from, Math.min(ends[line]!, from + 400)), line > 0 && blank(line - 1) && !blank(line + 1))
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
export const sections: (document: Document) => readonly Section[] = view((document) => sectionSpans(document.text))
