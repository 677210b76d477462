import { isWordy } from './characters.ts'
import { wordsBefore } from './cues.ts'
import { type Identifier, type Scan, strengths } from './identifier.ts'
import type { ScannedText } from './scanned-text.ts'

const youngest = 90
const oldest = 125
const units =
  /[ \u00a0-]?(?:years?\b|yrs?\b|y\/?o\b|y\.o\.|y(?:r)?s? old|jährige?[rnsm]?\b|jahre?n?\b|jaar\b|jarige?\b|jährig|ans\b|años\b|anos\b|anni\b)(?! (?:ago|later|history|of (?:smoking|marriage)))/iy
const sexed = /[ \u00a0]?(?:M|F|male|female|♂|♀)(?![\w%])/y
const cues: ReadonlySet<string> = new Set('age aged alter edad idade âge agé agée età'.split(' '))

/** "She was born in March and is 93", "her mother is 96." */
const isOld = /\b(?:she|he|who|patient|mum|mother|father|husband|wife|born\b[^.\n\d]{0,16}(?:\d{4} )?and) (?:is|was|turned) (?:now )?$/i
const longestOld = 60

/** Directly before, or with "of" or "is" between: Na 124 after an age is not one. */
function isAfterCue(scan: Scan, at: number): boolean {
  const [word, before] = wordsBefore(scan, at, 2)
  return word !== undefined && (cues.has(word) || ((word === 'of' || word === 'is') && before !== undefined && cues.has(before)))
}

const endsClause = (text: ScannedText, end: number): boolean =>
  end === text.length || /^(?:[.,;)\n](?!\d)| and | but )/.test(text.slice(end, end + 5))

/** Ages over 89, which the Safe Harbor list counts among dates: after "aged", or before years, "yo" or the sex. */
export function ageOver89(scan: Scan, at: number): Identifier | undefined {
  const { text, groups } = scan
  const end = groups.ends[0]!
  if (end - at > 3 || end - at < 2 || (at > 0 && isWordy(text.charCodeAt(at - 1)))) return undefined
  let age = 0
  for (let i = at; i < end; i++) age = 10 * age + text.charCodeAt(i) - 48
  if (age < youngest || age > oldest || text.charCodeAt(at - 1) === 46 || text.charCodeAt(at - 1) === 47) return undefined
  scan.steps += 24
  units.lastIndex = end
  sexed.lastIndex = end
  // 95 M may be a distance or a molar; only where the number opens a line or a sentence it is who the note is about.
  const opens = /(?:^|[\n.;(])\s{0,2}$/.test(text.slice(Math.max(0, at - 4), at))
  if (
    !units.test(text.string) &&
    !(opens && sexed.test(text.string)) &&
    !(
      (isAfterCue(scan, at) || (endsClause(text, end) && isOld.test(text.slice(Math.max(0, at - longestOld), at)))) &&
      !isWordy(text.charCodeAt(end)) &&
      text.charCodeAt(end) !== 37
    )
  )
    return undefined
  return { kind: 'age', start: at, end, strength: strengths.pattern, identity: String(age) }
}
