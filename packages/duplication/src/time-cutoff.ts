import { type Analysis, type Measure, notApplicable, shareEstimate } from '@corpuscope/core'
import { dateField, timesOf } from './dates.ts'

const measure: Measure = {
  id: 'after-cutoff-share',
  title: 'Documents dated after the cut-off',
  unit: 'share',
  range: [0, 1],
  direction: 'descriptive',
  definition:
    'Documents dated after the cut-off date (option duplication.cutoff) / documents with a date. The date is the first metadata field, by name, that holds dates and nothing else. What a model saw in training ends at its cut-off: documents before it may have been among that.',
  source: {
    text: 'Kapoor & Narayanan 2023, Leakage and the reproducibility crisis in machine-learning-based science',
    url: 'https://doi.org/10.1016/j.patter.2023.100804',
  },
}

/** Share of documents later than a date, such as the end of what a model was trained on. */
export const timeCutoff = (cutoff: string | undefined): Analysis<null> => ({
  id: 'time-cutoff',
  measures: [measure],
  create: () => null,
  observe: () => undefined,
  merge: () => undefined,
  conclude(_, { rows }) {
    if (cutoff === undefined)
      return { estimates: [notApplicable(measure.id, 'no cut-off date was given; give one with duplication.cutoff')] }
    const field = dateField(rows)
    if (field === undefined) return { estimates: [notApplicable(measure.id, 'no metadata field holds dates', rows.n)] }
    // A day ends where the next begins.
    const end = Date.parse(cutoff) + 86_400_000
    const times = timesOf(rows, field)
    const dated = times.filter((time) => !Number.isNaN(time))
    const hits = dated.reduce((sum, time) => sum + (time >= end ? 1 : 0), 0)
    const left = rows.n - dated.length
    const reason = `by "${field}", after ${cutoff}`
    return { estimates: [shareEstimate(measure, hits, dated.length, { left, leftOut: 'no date', reason })] }
  },
})
