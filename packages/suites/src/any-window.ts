import type { Analysis, Suite } from '@corpuscope/core'
import { mattr } from '@corpuscope/stylometry'

/** The analysis of a measure whose name holds a window, such as `mattr-75`; undefined for any other name. */
export function anyWindow(id: string): Analysis | undefined {
  const window = /^mattr-([1-9]\d{0,5})$/.exec(id)?.[1]
  return window === undefined ? undefined : (mattr({ window: Number(window) }) as Analysis)
}

/** The suite with those windows of its style that are asked for by name and that it does not have. */
export function withWindows(suite: Suite, names: readonly string[]): Suite {
  const known = new Set(suite.categories.flatMap(({ analyses }) => analyses.flatMap(({ measures }) => measures.map(({ id }) => id))))
  const added = [...new Set(names)].filter((id) => !known.has(id)).flatMap((id) => anyWindow(id) ?? [])
  if (added.length === 0) return suite
  return {
    ...suite,
    categories: suite.categories.map((category) =>
      category.id === 'style' ? { ...category, analyses: [...category.analyses, ...added] } : category,
    ),
  }
}
