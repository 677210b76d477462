import type { Document } from '@corpuscope/core'
import { view } from '@corpuscope/text'
import type { Evidence } from './age-sex.ts'

export const remotenessBands = ['metropolitan', 'regional', 'rural', 'remote'] as const
export type Remoteness = (typeof remotenessBands)[number]

export interface Cue<Value extends string = string> {
  readonly value: Value
  readonly span: Evidence
}

/** What in a note hints at where the consultation took place. Hints: two readers agree on the setting of half of the notes. */
export interface Cues {
  /** Ids of the reference `consultation-settings`, the first mention of each. */
  readonly settings: readonly Cue[]
  readonly remoteness: readonly Cue<Remoteness>[]
}

/** Setting, pattern; specific ones first. A bulk-billing or standard clinic leaves no reliable trace in a note. */
const settings: readonly (readonly [id: string, pattern: RegExp])[] = [
  [
    'telehealth',
    /\b(?:telehealth|tele-health|t\/h|telephone (?:consult[a-z]*|review|appt)|phone (?:consult[a-z]*|review|appt)|video (?:consult[a-z]*|call|review)|via (?:phone|video|zoom)|videocall|th (?:consult|review|appt|only))\b/,
  ],
  [
    'residential-aged-care',
    /\b(?:racf|raca|nursing home|aged care (?:facility|home|visit|resident)|residential aged care|care home|resident of)\b/,
  ],
  ['home-visit', /\b(?:home visit|hv:|seen at home|visited at home|house call)/],
  ['after-hours', /\b(?:after[- ]hours|a\/h|ooh|out[- ]of[- ]hours|locum (?:visit|call))\b/],
  [
    'aboriginal-health-service',
    /\b(?:ams|accho|aboriginal (?:medical|health) (?:service|clinic|centre)|715 health|health worker ahw|ahw)\b/,
  ],
  ['mobile-outreach', /\b(?:outreach|mobile (?:clinic|van|unit)|street clinic|fly[- ]in)\b/],
  ['community-health', /\b(?:community health (?:centre|center|service|clinic)|chc)\b/],
  ['bulk-billing', /\b(?:bulk[- ]?bill(?:ed|ing)?|bb (?:clinic|only|pt))\b/],
]

const remoteness: readonly (readonly [band: Remoteness, pattern: RegExp])[] = [
  [
    'remote',
    /\b(?:remote (?:area|community|clinic|station|town|location)|very remote|rfds|royal flying doctor|flying doctor|outback|mm ?[67]|cattle station|homeland)\b/,
  ],
  ['rural', /\b(?:rural|on (?:a|the|his|her|their) farm|mm ?[345]|country town|small town)\b/],
  ['regional', /\b(?:regional (?:hospital|centre|town|area|clinic|city)|mm ?2|drives? (?:in )?from)\b/],
  ['metropolitan', /\b(?:metro(?:politan)?|inner[- ]city|cbd|suburban|suburbs?|mm ?1)\b/],
]

/** Setting and remoteness cues of a text, each value once, where it first stands. */
export function cuesOf(text: string): Cues {
  // Plain patterns on lower-cased text run several times faster than patterns that ignore case; the offsets have to stay.
  const lowered = text.toLowerCase()
  const subject = lowered.length === text.length ? lowered : text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
  const first = <Value extends string>(patterns: readonly (readonly [Value, RegExp])[]): Cue<Value>[] =>
    patterns.flatMap(([value, pattern]) => {
      const match = pattern.exec(subject)
      return match ? [{ value, span: { start: match.index, end: match.index + match[0].length } }] : []
    })
  return { settings: first(settings), remoteness: first(remoteness) }
}

/** Cues of a document: see `cuesOf`. */
export const cues: (document: Document) => Cues = view((document) => cuesOf(document.text))
