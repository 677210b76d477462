import { mutualInformation } from './mutual-information.ts'

/** How often each pair of groups goes together: groups of `first` x groups of `second`; a group below 0 is none, and what is in none is left out. */
export function crossTable(first: ArrayLike<number>, second: ArrayLike<number>): number[][] {
  if (first.length !== second.length)
    throw new RangeError(`crossTable: both groupings must be of the same things, but got ${first.length} and ${second.length}`)
  let [rows, columns] = [0, 0]
  for (let i = 0; i < first.length; i++) {
    if (first[i]! < 0 || second[i]! < 0) continue
    rows = Math.max(rows, first[i]! + 1)
    columns = Math.max(columns, second[i]! + 1)
  }
  const table = Array.from({ length: rows }, () => new Array<number>(columns).fill(0))
  for (let i = 0; i < first.length; i++) if (first[i]! >= 0 && second[i]! >= 0) table[first[i]!]![second[i]!]!++
  return table
}

const pairs = (count: number): number => (count * (count - 1)) / 2
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** Sums of the rows and of the columns, without those that are empty. */
function margins(table: readonly (readonly number[])[]): readonly [rows: number[], columns: number[]] {
  const rows = table.map(sumOf)
  const columns = (table[0] ?? []).map((_, j) => sumOf(table.map((row) => row[j]!)))
  return [rows.filter((sum) => sum > 0), columns.filter((sum) => sum > 0)]
}

/**
 * Adjusted Rand index: agreement of two groupings on which things belong together, beyond chance.
 *
 * @param table  groups of one x groups of the other, counts; see `crossTable`
 * @returns      1 for the same grouping whatever its names, 0 at chance, below 0 for less than that; null for fewer than two things
 * @see Hubert & Arabie 1985, Comparing partitions, Journal of Classification 2:193
 * @example adjustedRandIndex([[2, 0], [0, 2]]) // 1
 */
export function adjustedRandIndex(table: readonly (readonly number[])[]): number | null {
  const [rows, columns] = margins(table)
  const n = sumOf(rows)
  if (n < 2) return null
  const together = sumOf(table.map((row) => sumOf(row.map(pairs))))
  const [first, second] = [sumOf(rows.map(pairs)), sumOf(columns.map(pairs))]
  const expected = (first * second) / pairs(n)
  const greatest = (first + second) / 2
  // Both put everything into one group, or each thing into its own: the same grouping.
  return greatest === expected ? 1 : (together - expected) / (greatest - expected)
}

const entropy = (sums: readonly number[], n: number): number => -sumOf(sums.map((sum) => (sum / n) * Math.log2(sum / n)))

/**
 * Normalised mutual information of two groupings: over the mean of their entropies. Chance is not taken out: of many small groups it is above 0.
 *
 * @param table  groups of one x groups of the other, counts
 * @returns      0 (independent) to 1 (the same); null without things. 1 when both have one group, as scikit-learn has it
 * @see Strehl & Ghosh 2002, Cluster ensembles, JMLR 3:583; the arithmetic mean is scikit-learn's
 */
export function normalisedMutualInformation(table: readonly (readonly number[])[]): number | null {
  const [rows, columns] = margins(table)
  const n = sumOf(rows)
  if (n === 0) return null
  if (rows.length === 1 && columns.length === 1) return 1
  const mean = (entropy(rows, n) + entropy(columns, n)) / 2
  return mean === 0 ? 0 : Math.min(1, mutualInformation(table)!.plain / mean)
}
