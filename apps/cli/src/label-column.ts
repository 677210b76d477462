import type { Reference } from '@corpuscope/core'
import { readLabels } from '@corpuscope/corpus'
import { categoryIndex, comparableLabel } from '@corpuscope/references'

/** Longest line of a labels table that is read here. */
const lineBytes = 1 << 20

/**
 * The column of a labels table whose values are categories of the reference, every one of them; undefined where there is none, or more than one.
 *
 * @throws CorpusError for a table that cannot be read
 */
export function labelColumn(labels: string, idField: string | undefined, reference: Reference): string | undefined {
  const index = categoryIndex(reference)
  const { columns, rows } = readLabels(labels, idField, lineBytes)
  const holding = columns.filter((column) => {
    let some = false
    for (const row of rows.values()) {
      const value = row.get(column) ?? null
      if (value === null || value === '') continue
      if (!index.has(comparableLabel(String(value)))) return false
      some = true
    }
    return some
  })
  return holding.length === 1 ? holding[0] : undefined
}
