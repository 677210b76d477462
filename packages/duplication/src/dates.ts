import type { Rows } from '@corpuscope/core'

const isoDate = /^\d{4}-\d{2}-\d{2}/

/** When each document was written, by a metadata field, in milliseconds; NaN where it has none. */
export const timesOf = (rows: Rows, field: string): Float64Array =>
  Float64Array.from({ length: rows.n }, (_, i) => {
    const value = rows.fields.get(field)?.values[i]
    return typeof value === 'string' && value !== '' ? Date.parse(value) : Number.NaN
  })

/** Whether a field holds dates and nothing else. */
export function isDates(rows: Rows, field: string): boolean {
  const present = (rows.fields.get(field)?.values ?? []).filter((value) => value !== null && value !== '')
  return (
    present.length > 0 && present.every((value) => typeof value === 'string' && isoDate.test(value) && !Number.isNaN(Date.parse(value)))
  )
}

/** The first field, by name, that holds dates. */
export const dateField = (rows: Rows): string | undefined => [...rows.fields.keys()].sort().find((name) => isDates(rows, name))
