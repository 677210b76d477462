import type { DataFrame } from 'danfojs-node'
import { rowsOf } from './rows.ts'

/**
 * A frame as a JSON array of records, one a line. A missing value is null, and so is an infinite one, which JSON cannot hold. The index
 * is not written: `documentsFrame` has it as the column `id`.
 */
export function toJson(frame: DataFrame): string {
  const records = rowsOf(frame).map((cells) => JSON.stringify(Object.fromEntries(frame.columns.map((name, i) => [name, cells[i] ?? null]))))
  return records.length === 0 ? '[]\n' : `[\n${records.join(',\n')}\n]\n`
}
