import { sumOf } from './exact-sum.ts'

/** How often each key was seen. A Map, because `constructor` and `__proto__` are words too. */
export type Counts = Map<string, number>

function add(counts: Counts, key: string, by = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + by)
}

/** Counting by name; `add` and `merge` change their first argument. */
export const counts = {
  create: (): Counts => new Map(),
  add,
  merge(into: Counts, other: ReadonlyMap<string, number>): void {
    for (const [key, count] of other) add(into, key, count)
  },
  total: (counts: ReadonlyMap<string, number>): number => sumOf([...counts.values()]),
  /** Most frequent first, ties by key in code unit order: the same list whatever order the keys arrived in. */
  ranked: (counts: ReadonlyMap<string, number>): [key: string, count: number][] =>
    [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : a > b ? 1 : 0)),
}
