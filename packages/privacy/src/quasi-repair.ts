import type { Table } from '@corpuscope/core'
import { type Coded, classSizes, within } from './equivalence-classes.ts'
import type { QuasiField } from './quasi-fields.ts'

const id = 'k-anonymity'
/** Classes below this are weak: the smallest cell that health agencies publish. */
const weakBelow = 5

function repairRow(fields: readonly QuasiField[], left: QuasiField | undefined, n: number): (string | number | null)[] {
  return rowOf(
    left?.name ?? 'nothing',
    fields.filter((field) => field !== left),
    n,
  )
}

function rowOf(what: string, fields: readonly Coded[], n: number): (string | number)[] {
  const { sizes } = classSizes(fields, n)
  return [what, sizes.reduce((least, size) => Math.min(least, size), n), within(sizes, 2), within(sizes, weakBelow), sizes.length]
}

/**
 * One step after the other, each the one that leaves fewest documents in classes below 5, of two alike the one that keeps more classes, until
 * none is left or nothing helps.
 */
export function generalisationTable(fields: readonly QuasiField[], n: number): Table {
  const now = fields.map((field) => ({ name: field.name, codes: field.codes, distinct: field.distinct, coarser: field.coarser }))
  const rows = [rowOf('as it is', now, n)]
  for (;;) {
    if (now.length === 0 || within(classSizes(now, n).sizes, weakBelow) === 0) break
    const options = now.flatMap((field, i) => {
      const next = field.coarser[0]
      const changed = next
        ? now.map((each, j) => (j === i ? { ...each, ...next, name: each.name, coarser: each.coarser.slice(1) } : each))
        : now.filter((_, j) => j !== i)
      const { sizes } = classSizes(changed, n)
      return [{ step: next?.step ?? `${field.name} left out`, changed, weak: within(sizes, weakBelow), classes: sizes.length }]
    })
    const best = options.reduce((a, b) => (b.weak < a.weak || (b.weak === a.weak && b.classes > a.classes) ? b : a))
    now.splice(0, now.length, ...best.changed)
    rows.push(rowOf(best.step, now, n))
  }
  return {
    id: `${id}-generalisation`,
    analysis: id,
    title: `Which generalisation would leave no document in a class below ${weakBelow}`,
    columns: [
      { title: 'Step' },
      { title: 'k after it', unit: 'documents' },
      { title: 'Alone', unit: 'documents' },
      { title: `In classes below ${weakBelow}`, unit: 'documents' },
      { title: 'Classes' },
    ],
    rows,
  }
}

/** What leaving each quasi-identifier out would do. */
export const repairTable = (fields: readonly QuasiField[], n: number): Table => ({
  id: `${id}-repair`,
  analysis: id,
  title: 'What leaving a quasi-identifier out would do',
  columns: [
    { title: 'Left out' },
    { title: 'k', unit: 'documents' },
    { title: 'Alone', unit: 'documents' },
    { title: `In classes below ${weakBelow}`, unit: 'documents' },
    { title: 'Classes' },
  ],
  rows: [undefined, ...fields].map((left) => repairRow(fields, left, n)),
})
