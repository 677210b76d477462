import { type Analysis, type Measure, type Rule, shareEstimate } from '@corpuscope/core'
import { language } from '@corpuscope/text'
import { consistencySources } from './consistency-rules.ts'
import { contradictions } from './contradictions.ts'

const measure: Measure = {
  id: 'inconsistent-document-share',
  title: 'Documents that contradict themselves',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition:
    'Documents with a condition that the stated sex or age of the patient rules out, a vital sign no living person has had, a dose ten times the largest in use, a plan for the other side of the body, a date that cannot be, or a lasting condition both denied and stated / documents in English. Rules are chosen to be right rather than to find all.',
  source: consistencySources.age,
}

const ruled = (id: keyof typeof consistencySources, title: string, definition: string): Rule => ({
  id: `consistency-${id}`,
  title,
  severity: 'warning',
  measure: measure.id,
  definition: `${definition} Source: ${consistencySources[id].text}.`,
})

const rules: readonly Rule[] = [
  ruled(
    'sex',
    'Condition of the other sex',
    'The patient is stated to be of one sex and to have what only the other has. Not flagged where a relative, a denial or a possibility is in the sentence.',
  ),
  ruled('age', 'Condition outside its ages', 'The stated age lies far outside the ages at which the condition is seen.'),
  ruled(
    'vital',
    'Vital sign outside the human range',
    'A pulse, saturation, breathing rate, temperature or blood pressure that no living person has had, or a diastolic pressure above the systolic one.',
  ),
  ruled(
    'dose',
    'Dose ten times the largest in use',
    'A single dose of ten times the largest in use or more: most often a wrong unit, g for mg or mg for mcg.',
  ),
  ruled(
    'laterality',
    'Plan for the other side',
    'History and examination name a part of the body on one side, twice or more, assessment or plan on the other side alone. Sentences that compare sides do not count.',
  ),
  ruled(
    'date',
    'Date that cannot be',
    'A date that is in no calendar whether its day or its month comes first, or a birth after an admission, an admission after a discharge.',
  ),
  ruled(
    'negation',
    'Denied and stated in one note',
    'A lasting condition, such as diabetes or asthma, or an allergy, is denied in one place and stated in another, of one patient.',
  ),
]

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
