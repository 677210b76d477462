import { type Analysis, type Document, type FindingDraft, type Measure, type Rule, shareEstimate } from '@corpuscope/core'
import { ageSex, assertionOf } from '@corpuscope/features'
import { language, sentences } from '@corpuscope/text'
import { ageRules, femaleOnly, largestDose, maleOnly, vitalRules } from './consistency-rules.ts'

const measure: Measure = {
  id: 'inconsistent-document-share',
  title: 'Documents that contradict themselves',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition:
    'Documents with a condition that the stated sex or age of the patient rules out, a vital sign no living person has, or a dose ten times the largest in use / documents in English. Rules are chosen to be right rather than to find all.',
  source: { text: 'Rules written by us; ranges and doses as stated beside them' },
}

const rules: readonly Rule[] = [
  {
    id: 'consistency-sex',
    title: 'Condition of the other sex',
    severity: 'warning',
    measure: measure.id,
    definition:
      'The patient is stated to be of one sex and to have what only the other has. Not flagged where a relative, a denial or a possibility is in the sentence.',
  },
  {
    id: 'consistency-age',
    title: 'Condition outside its ages',
    severity: 'warning',
    measure: measure.id,
    definition: 'The stated age lies far outside the ages at which the condition is seen.',
  },
  {
    id: 'consistency-vital',
    title: 'Vital sign outside the human range',
    severity: 'warning',
    measure: measure.id,
    definition:
      'A pulse, saturation, breathing rate, temperature or blood pressure that no living person has, or a diastolic pressure above the systolic one.',
  },
  {
    id: 'consistency-dose',
    title: 'Dose ten times the largest in use',
    severity: 'warning',
    measure: measure.id,
    definition: 'A single dose of ten times the largest in use or more: most often a wrong unit, g for mg or mg for mcg.',
  },
]

const word = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'giu')
const ofSex = { female: word(femaleOnly), male: word(maleOnly) }
const byAge = ageRules.map((rule) => ({ ...rule, pattern: word(rule.pattern) }))
const vitals = vitalRules.map((rule) => ({ ...rule, pattern: new RegExp(`(?<![\\p{L}\\p{N}])${rule.pattern}`, 'giu') }))
const pressure = /(?<![\p{L}\p{N}])(?:bp|blood pressure)\s*[:=]?\s*(?<systolic>\d{2,4})\s?\/\s?(?<diastolic>\d{2,4})(?![\d/.])/giu
const dose = new RegExp(
  `(?<![\\p{L}])(?<drug>${Object.keys(largestDose).join('|')})\\s+(?<amount>\\d+(?:\\.\\d+)?)\\s?(?<unit>g|mg|mcg|microg|µg|kg)(?![\\p{L}/])`,
  'giu',
)
const inMilligrams: Readonly<Record<string, number>> = { kg: 1e6, g: 1000, mg: 1, mcg: 0.001, microg: 0.001, µg: 0.001 }
const others =
  /\b(?:wife|husband|partner|girlfriend|boyfriend|mother|father|mum|mom|dad|sister|brother|daughter|son|aunt|uncle|grand\w+|baby|family|fhx?|maternal|paternal|couple|spouse|they|if|trans\w*|fiancée?|female|male)\b/i

/** What contradicts itself in a note: both places are given, the finding stands at the second. */
export function contradictions(document: Document): FindingDraft[] {
  const { text } = document
  const found: FindingDraft[] = []
  const patient = ageSex(document)
  const clear = patient.contradictions.length === 0
  const sentence = sentenceOf(document)
  const say = (rule: string, start: number, end: number, message: string): void =>
    void found.push({ rule, severity: 'warning', span: { start, end }, message, identity: text.slice(start, end) })
  const present = (match: RegExpMatchArray): boolean => {
    const start = match.index!
    return assertionOf(document, start, start + match[0].length) === 'present' && !others.test(sentence(start))
  }
  if (clear && patient.sex !== undefined && patient.sexBasis === 'stated' && patient.sexEvidence) {
    const { start, end } = patient.sexEvidence
    for (const match of text.matchAll(ofSex[patient.sex === 'female' ? 'male' : 'female']))
      if (present(match))
        say('consistency-sex', match.index, match.index + match[0].length, `against the sex "${patient.sex}", stated at ${start} to ${end}`)
  }
  if (clear && patient.age !== undefined && patient.ageEvidence) {
    const { start, end } = patient.ageEvidence
    for (const { pattern, below = 0, above = Number.POSITIVE_INFINITY } of byAge) {
      if (patient.age >= below && patient.age <= above) continue
      for (const match of text.matchAll(pattern))
        if (present(match))
          say(
            'consistency-age',
            match.index,
            match.index + match[0].length,
            `against the age of ${patient.age} years, stated at ${start} to ${end}`,
          )
    }
  }
  for (const { id, pattern, low, high } of vitals)
    for (const match of text.matchAll(pattern)) {
      const value = Number(match.groups!['value'])
      if (value < low || value > high)
        say('consistency-vital', match.index, match.index + match[0].length, `${id} of ${value}, outside ${low} to ${high}`)
    }
  for (const match of text.matchAll(pressure)) {
    const [systolic, diastolic] = [Number(match.groups!['systolic']), Number(match.groups!['diastolic'])]
    if (systolic > 370 || systolic < 30 || diastolic > 360 || diastolic > systolic)
      say('consistency-vital', match.index, match.index + match[0].length, `blood pressure of ${systolic}/${diastolic}`)
  }
  for (const match of text.matchAll(dose)) {
    const { drug, amount, unit } = match.groups!
    const milligrams = Number(amount) * inMilligrams[unit!.toLowerCase()]!
    const most = largestDose[drug!.toLowerCase()]!
    if (milligrams >= 10 * most)
      say('consistency-dose', match.index, match.index + match[0].length, `a dose of ${milligrams} mg; the largest in use is ${most} mg`)
  }
  return found
}

function sentenceOf(document: Document): (at: number) => string {
  const { starts, ends, count } = sentences(document)
  return (at) => {
    for (let i = 0; i < count; i++) if (starts[i]! <= at && at < ends[i]!) return document.text.slice(starts[i], ends[i])
    return ''
  }
}

/** Contradictions inside a note. */
export const consistency = (): Analysis<{ documents: number; odd: number }> => ({
  id: 'consistency',
  measures: [measure],
  rules,
  create: () => ({ documents: 0, odd: 0 }),
  observe(partial, document) {
    if (language(document).language !== 'en') return undefined
    partial.documents++
    const findings = contradictions(document)
    if (findings.length === 0) return undefined
    partial.odd++
    return { findings }
  },
  merge(partial, other) {
    partial.documents += other.documents
    partial.odd += other.odd
  },
  conclude({ documents, odd }, { rows }) {
    const left = rows.n - documents
    const none = 'no document is in English, which the rules are written for'
    return { estimates: [shareEstimate(measure, odd, documents, { left, leftOut: 'not in English', none })] }
  },
})
