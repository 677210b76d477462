import { type Document, type FindingDraft, masked } from '@corpuscope/core'
import { ageSex, assertionOf } from '@corpuscope/features'
import { sections, sentences } from '@corpuscope/text'
import {
  ageRules,
  femaleOnly,
  largestDose,
  lastingConditions,
  maleOnly,
  noAllergy,
  plainly,
  someAllergy,
  vitalRules,
} from './consistency-rules.ts'
import { dateContradictions } from './date-contradictions.ts'
import { lateralityContradictions } from './laterality-contradictions.ts'

const word = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'giu')
const ofSex = { female: word(femaleOnly), male: word(maleOnly) }
const byAge = ageRules.map((rule) => ({ ...rule, pattern: word(rule.pattern) }))
const vitals = vitalRules.map((rule) => ({ ...rule, pattern: new RegExp(`(?<![\\p{L}\\p{N}])${rule.pattern}`, 'giu') }))
const lasting = Object.entries(lastingConditions).map(([name, pattern]) => ({ name, pattern: word(pattern) }))
const anyLasting = new RegExp(Object.values(lastingConditions).join('|'), 'i')
const [denied, stated] = [plainly.denied, plainly.stated].map((before) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${before})$`, 'iu'))
/** As far back as what stands before a condition is read. */
const reach = 60
// The end of a phrase behind it: "no diabetes meds today" denies no diabetes.
const phraseEnds = /^ ?(?:[.,;\n]| and | or |$)/
const pressure = /(?<![\p{L}\p{N}])(?:bp|blood pressure)\s*[:=]?\s*(?<systolic>\d{2,4})\s?\/\s?(?<diastolic>\d{2,4})(?![\d/.])/giu
const dose = new RegExp(
  `(?<![\\p{L}])(?<drug>${Object.keys(largestDose).join('|')})\\s+(?<amount>\\d+(?:\\.\\d+)?)\\s?(?<unit>g|mg|mcg|microg|µg|kg)(?![\\p{L}/])`,
  'giu',
)
const inMilligrams: Readonly<Record<string, number>> = { kg: 1e6, g: 1000, mg: 1, mcg: 0.001, microg: 0.001, µg: 0.001 }
const others =
  /\b(?:wife|husband|partner|girlfriend|boyfriend|mother|father|mum|mom|dad|sister|brother|daughter|son|aunt|uncle|grand\w+|baby|family|fhx?|maternal|paternal|couple|spouse|they|if|trans\w*|fiancée?|female|male)\b/i

/** What a finder says: rule, place, and a message that gives the other place and no words of the text. */
export type Say = (rule: string, start: number, end: number, message: string) => void

/** What contradicts itself in a note: both places are given, the finding stands at the second. */
export function contradictions(document: Document): FindingDraft[] {
  const { text } = document
  const found: FindingDraft[] = []
  const say: Say = (rule, start, end, message) =>
    void found.push({
      rule: `consistency-${rule}`,
      severity: 'warning',
      span: { start, end },
      message,
      identity: masked(text.slice(start, end)),
    })
  againstThePatient(document, say)
  outsideTheRange(text, say)
  deniedAndStated(document, say)
  lateralityContradictions(document, sentenceOf(document), sections(document), say)
  dateContradictions(text, say)
  return found
}

/** Conditions that the stated sex or age rules out. */
function againstThePatient(document: Document, say: Say): void {
  const { text } = document
  const patient = ageSex(document)
  if (patient.contradictions.length > 0) return
  const sentence = sentenceOf(document)
  const present = (match: RegExpMatchArray): boolean => {
    const start = match.index!
    return assertionOf(document, start, start + match[0].length) === 'present' && !others.test(sentence(start))
  }
  if (patient.sex !== undefined && patient.sexBasis === 'stated' && patient.sexEvidence) {
    const { start, end } = patient.sexEvidence
    for (const match of text.matchAll(ofSex[patient.sex === 'female' ? 'male' : 'female']))
      if (present(match))
        say('sex', match.index, match.index + match[0].length, `against the sex "${patient.sex}", stated at ${start} to ${end}`)
  }
  if (patient.age === undefined || !patient.ageEvidence) return
  const { start, end } = patient.ageEvidence
  for (const { pattern, below = 0, above = Number.POSITIVE_INFINITY } of byAge) {
    if (patient.age >= below && patient.age <= above) continue
    for (const match of text.matchAll(pattern))
      if (present(match))
        say('age', match.index, match.index + match[0].length, `against the age of ${patient.age} years, stated at ${start} to ${end}`)
  }
}

/** Vital signs that no living person has, and doses ten times the largest in use. */
function outsideTheRange(text: string, say: Say): void {
  for (const { id, pattern, low, high } of vitals)
    for (const match of text.matchAll(pattern)) {
      const value = Number(match.groups!['value'])
      if (value < low || value > high)
        say('vital', match.index, match.index + match[0].length, `${id} of ${value}, outside ${low} to ${high}`)
    }
  for (const match of text.matchAll(pressure)) {
    const [systolic, diastolic] = [Number(match.groups!['systolic']), Number(match.groups!['diastolic'])]
    if (systolic > 370 || systolic < 30 || diastolic > 360 || diastolic > systolic)
      say('vital', match.index, match.index + match[0].length, `blood pressure of ${systolic}/${diastolic}`)
  }
  for (const match of text.matchAll(dose)) {
    const { drug, amount, unit } = match.groups!
    const milligrams = Number(amount) * inMilligrams[unit!.toLowerCase()]!
    const most = largestDose[drug!.toLowerCase()]!
    if (milligrams >= 10 * most)
      say('dose', match.index, match.index + match[0].length, `a dose of ${milligrams} mg; the largest in use is ${most} mg`)
  }
}

interface Place {
  readonly start: number
  readonly end: number
}

/** Lasting conditions, and allergies, that the note both denies and states. */
function deniedAndStated(document: Document, say: Say): void {
  const { text } = document
  const sentence = sentenceOf(document)
  for (const { name, pattern } of anyLasting.test(text) ? lasting : []) {
    let absent: Place | undefined
    let present: Place | undefined
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (!phraseEnds.test(text.slice(end, end + 6)) || others.test(sentence(start))) continue
      const before = text.slice(Math.max(0, start - reach), start)
      // "No known asthma" states none, and "possible asthma" nothing for sure.
      const status = assertionOf(document, start, end)
      if (status === 'absent' && denied!.test(before)) absent ??= { start, end }
      // Once had, always had.
      else if ((status === 'present' || status === 'historical') && stated!.test(before)) present ??= { start, end }
    }
    if (!absent || !present) continue
    const [first, second] = absent.start < present.start ? [absent, present] : [present, absent]
    const [here, there] = second === absent ? ['denied', 'stated'] : ['stated', 'denied']
    say('negation', second.start, second.end, `${name} is ${here} here and ${there} at ${first.start} to ${first.end}`)
  }
  const none = [...text.matchAll(noAllergy)][0]
  const some =
    none &&
    [...text.matchAll(someAllergy)].find(
      (match) => !others.test(sentence(match.index)) && !/\b(?:no|not|nil|denies|food|seasonal|pollen|dust)\b/i.test(sentence(match.index)),
    )
  if (none && some)
    say(
      'negation',
      some.index,
      some.index + some[0].length,
      `an allergy is stated here and denied at ${none.index} to ${none.index + none[0].length}`,
    )
}

/** The sentence at a place. */
function sentenceOf(document: Document): (at: number) => string {
  const { starts, ends, count } = sentences(document)
  return (at) => {
    let low = 0
    let high = count
    while (low < high) {
      const middle = (low + high) >>> 1
      if (starts[middle]! <= at) low = middle + 1
      else high = middle
    }
    return low > 0 && at < ends[low - 1]! ? document.text.slice(starts[low - 1], ends[low - 1]) : ''
  }
}
