import { ConfigError, type Rows } from '@corpuscope/core'
import { dateField, timesOf } from './dates.ts'

/** Which of a group of copies is kept: `longest`, `earliest`, or `highest:<measure>` or `lowest:<measure>` of a number a document. */
export type KeepRule = 'longest' | 'earliest' | `highest:${string}` | `lowest:${string}`

/** Whether a rule is one. */
export const isKeepRule = (rule: string): rule is KeepRule => /^(?:longest|earliest|(?:highest|lowest):.+)$/.test(rule)

/**
 * The number of each document by which the highest of a group is kept, and the rule in words. Documents without a number come last; of
 * equal ones the first in key order is kept.
 *
 * @throws ConfigError for a measure that was not observed document by document
 */
export function keepRanks(rows: Rows, rule: KeepRule): { readonly ranks: Float64Array; readonly words: string } {
  if (rule === 'longest') return { ranks: rows.lengths, words: 'the longest of each group is kept, of equal length the first' }
  if (rule === 'earliest') {
    const field = dateField(rows)
    if (field === undefined)
      return { ranks: new Float64Array(rows.n), words: 'the first of each group is kept: no metadata field holds dates' }
    return { ranks: present(timesOf(rows, field), -1), words: `the earliest of each group by "${field}" is kept, of one day the first` }
  }
  const [way, measure] = [rule.slice(0, rule.indexOf(':')), rule.slice(rule.indexOf(':') + 1)]
  const values = rows.values(measure)
  if (values.length === 0)
    throw new ConfigError(
      `duplication.keep: no document has a value of "${measure}" in this run. Name a measure of single documents, such as mattr-50, and let it be measured too.`,
    )
  return {
    ranks: present(values, way === 'lowest' ? -1 : 1),
    words: `the ${way} of each group by ${measure} is kept, of equal ones the first`,
  }
}

const present = (values: Float64Array, sign: number): Float64Array =>
  values.map((value) => (Number.isNaN(value) ? Number.NEGATIVE_INFINITY : sign * value))
