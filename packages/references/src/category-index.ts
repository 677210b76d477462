import type { Reference } from '@corpuscope/core'

/** A label as it is compared: one Unicode form, any case, any dash, single blanks. */
export const comparableLabel = (label: string): string =>
  label
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()

/**
 * Where each comparable name and alias of a reference stands among its categories; the name wins over another category's alias.
 *
 * @example categoryIndex(beachRfe).get(comparableLabel('SKIN symptom - other')) // 15
 */
export function categoryIndex(reference: Reference): ReadonlyMap<string, number> {
  const index = new Map(reference.categories.map(({ id }, i) => [comparableLabel(id), i]))
  reference.categories.forEach(({ aliases }, i) => {
    for (const alias of aliases) if (!index.has(comparableLabel(alias))) index.set(comparableLabel(alias), i)
  })
  return index
}
