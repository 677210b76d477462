/**
 * Mutual information of the rows and columns of a table of counts, in bits.
 *
 * @returns `plain` as counted, 0 or more, and `corrected` by the bias (r - 1)(c - 1) / (2 n ln 2) that chance alone gives, cut at 0; rows and columns
 *          that are empty do not count. null when nothing was counted
 * @see Miller 1955 for the correction
 */
export function mutualInformation(table: readonly ArrayLike<number>[]): { readonly plain: number; readonly corrected: number } | null {
  const width = table[0]?.length ?? 0
  const rows = table.map(() => 0)
  const columns = new Float64Array(width)
  let n = 0
  table.forEach((row, i) => {
    if (row.length !== width) throw new RangeError(`mutualInformation: all rows must have ${width} cells, but one has ${row.length}`)
    for (let j = 0; j < width; j++) {
      const count = row[j]!
      if (!(count >= 0 && count < Infinity)) throw new RangeError(`mutualInformation: counts must be 0 or more, but got ${count}`)
      rows[i]! += count
      columns[j]! += count
      n += count
    }
  })
  if (n === 0) return null
  let sum = 0
  table.forEach((row, i) => {
    for (let j = 0; j < width; j++) if (row[j]! > 0) sum += (row[j]! / n) * Math.log2((row[j]! * n) / (rows[i]! * columns[j]!))
  })
  const plain = Math.max(0, sum)
  const seen = (sums: ArrayLike<number>): number => Array.from(sums).filter((count) => count > 0).length
  return { plain, corrected: Math.max(0, plain - ((seen(rows) - 1) * (seen(columns) - 1)) / (2 * n * Math.LN2)) }
}
