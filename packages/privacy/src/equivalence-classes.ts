import type { QuasiField } from './quasi-fields.ts'

export type Coded = Pick<QuasiField, 'codes' | 'distinct'>

/** Larger combinations are not tried, but for all fields together. */
export const mostCombined = 3

/** Each document's class, and the classes' sizes, by joining one field after the other. */
export function classSizes(fields: readonly Coded[], n: number): { readonly of: Uint32Array; readonly sizes: number[] } {
  let of = new Uint32Array(n)
  let count = n > 0 ? 1 : 0
  for (const { codes, distinct } of fields) {
    const ids = new Map<number, number>()
    const joined = new Uint32Array(n)
    for (let i = 0; i < n; i++) {
      // Below n times the number of values, so exact.
      const key = of[i]! * distinct + codes[i]!
      let code = ids.get(key)
      if (code === undefined) ids.set(key, (code = ids.size))
      joined[i] = code
    }
    of = joined
    count = ids.size
  }
  const sizes = new Array<number>(count).fill(0)
  for (const each of of) sizes[each]!++
  return { of, sizes }
}

/** Fewest fields whose values together only one document has; undefined where even all of them single none out. */
export function smallestCombination(fields: readonly QuasiField[], n: number): readonly QuasiField[] | undefined {
  const singlesOut = (chosen: readonly QuasiField[]): boolean => classSizes(chosen, n).sizes.includes(1)
  for (let size = 1; size <= Math.min(mostCombined, fields.length); size++) {
    const found = combinations(fields, size).find(singlesOut)
    if (found) return found
  }
  return singlesOut(fields) ? fields : undefined
}

function combinations<Item>(items: readonly Item[], size: number): Item[][] {
  if (size === 0) return [[]]
  return items.flatMap((item, i) => combinations(items.slice(i + 1), size - 1).map((rest) => [item, ...rest]))
}

/** Documents in classes below a size. */
export const within = (sizes: readonly number[], limit: number): number => sizes.reduce((sum, size) => (size < limit ? sum + size : sum), 0)
