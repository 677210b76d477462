import { sumOf } from './exact-sum.ts'
import { chiSquareSurvival } from './gamma.ts'
import type { ChiSquareResult } from './goodness-of-fit.ts'

/** A table without its empty rows and columns, with what independence would give. */
function margins(table: readonly ArrayLike<number>[]) {
  const width = table[0]?.length ?? 0
  for (const row of table) {
    if (row.length !== width) throw new RangeError(`contingency table: all rows must have ${width} cells, but one has ${row.length}`)
    for (let j = 0; j < width; j++) {
      if (!(row[j]! >= 0 && row[j]! < Infinity)) throw new RangeError(`contingency table: counts must be 0 or more, but got ${row[j]}`)
    }
  }
  const rows = table.map((row) => sumOf(row))
  const columns = Array.from({ length: width }, (_, j) => sumOf(table.map((row) => row[j]!)))
  return { rows, columns, n: sumOf(rows), r: rows.filter((sum) => sum > 0).length, c: columns.filter((sum) => sum > 0).length }
}

type Independence = ChiSquareResult & { readonly statistic: number }

function independence(table: readonly ArrayLike<number>[], term: (observed: number, expected: number) => number): Independence | null {
  const { rows, columns, n, r, c } = margins(table)
  if (r < 2 || c < 2) return null
  const terms: number[] = []
  table.forEach((row, i) => {
    for (let j = 0; j < columns.length; j++) {
      const expected = (rows[i]! * columns[j]!) / n
      if (expected > 0) terms.push(term(row[j]!, expected))
    }
  })
  const statistic = Math.max(0, sumOf(terms))
  const df = (r - 1) * (c - 1)
  return { statistic, df, p: chiSquareSurvival(statistic, df) }
}

/**
 * Pearson's chi-square test of independence, without continuity correction.
 *
 * @param table  counts, a row after the other; empty rows and columns are left out
 * @returns      null when fewer than two rows or columns are left
 */
export const independenceTest = (table: readonly ArrayLike<number>[]): Independence | null =>
  independence(table, (observed, expected) => (observed - expected) ** 2 / expected)

/** The same by the likelihood ratio, G = 2 sum o ln(o / e), with 0 ln 0 = 0 (Wilks 1938). */
export const independenceG = (table: readonly ArrayLike<number>[]): Independence | null =>
  independence(table, (observed, expected) => (observed > 0 ? 2 * observed * Math.log(observed / expected) : 0))

/**
 * Cramer's V: how strongly rows and columns go together, 0 (independent) to 1 (one tells the other).
 *
 * @param options biasCorrected: without the part that chance alone gives (Bergsma 2013); default false
 * @returns       null when fewer than two rows or columns are left, or the correction leaves none
 */
export function cramersV(
  table: readonly ArrayLike<number>[],
  { biasCorrected = false }: { readonly biasCorrected?: boolean } = {},
): number | null {
  const test = independenceTest(table)
  if (test === null) return null
  const { n, r, c } = margins(table)
  const squared = test.statistic / n
  if (!biasCorrected) return Math.min(1, Math.sqrt(squared / (Math.min(r, c) - 1)))
  if (n <= 1) return null
  const reduced = Math.max(0, squared - ((r - 1) * (c - 1)) / (n - 1))
  const sides = Math.min(r - (r - 1) ** 2 / (n - 1), c - (c - 1) ** 2 / (n - 1)) - 1
  return sides > 0 ? Math.min(1, Math.sqrt(reduced / sides)) : null
}
