import type { Document } from '@corpuscope/core'
import { sectionSpans, view } from '@corpuscope/text'

/** A stretch of a note where the reason for the visit is likely to stand, most likely first. */
export interface ReasonSpan {
  readonly start: number
  readonly end: number
  /** `reason`: under a heading such as CC; `mark`: after words such as C/O; `lead`: the first lines. */
  readonly kind: 'reason' | 'mark' | 'lead'
}

/** A reason that stands further into a note is hardly its reason, and the whole note takes several times as long. */
const searched = 1500
const leadLength = 420
const reasonLength = 260

// "C/O sore throat", "here to discuss results", "presents with", "wants": what follows is the reason in the patient's or the clinician's words.
const marks =
  /\b(?:c\/o|cc|pc|presenting (?:with|complaint|for)|presents? (?:with|for|re)|came in (?:saying|for)|here (?:to|for|re|w|with)|wants?|requesting|requests?|asking (?:for|r\/v)|request for|mainly|f\/?up|f\/u|follow[- ]?up|r\/v|review|reason(?: for (?:visit|call|consult|contact))?)\b[:\s-]*/giu

/** Where the reason for the visit stands: its sections, what follows its usual marks in the first lines, and the first lines themselves. */
export const reasonParts: (document: Document) => readonly ReasonSpan[] = view((document) => {
  const { text } = document
  const spans: ReasonSpan[] = []
  for (const { canonical, body, end } of sectionSpans(text.slice(0, searched)))
    if (canonical === 'reason for encounter') spans.push({ start: body, end: Math.min(end, body + reasonLength), kind: 'reason' })
  const lead = Math.min(text.length, leadLength)
  for (const match of text.slice(0, lead).matchAll(marks)) {
    const start = match.index + match[0].length
    spans.push({ start, end: Math.min(lead, start + 80), kind: 'mark' })
  }
  spans.push({ start: 0, end: lead, kind: 'lead' })
  return spans.filter(({ start, end }) => end > start)
})
