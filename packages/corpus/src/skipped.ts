/** What stood in an input and is no document, by kind. */
export interface Skipped {
  readonly what: string
  readonly count: number
  /** First paths, in order. */
  readonly examples: string[]
}

const listed = 3

export function createSkipped(): Map<string, { count: number; paths: string[] }> {
  return new Map()
}

export function skip(skipped: ReturnType<typeof createSkipped>, what: string, path: string): void {
  const entry = skipped.get(what)
  if (entry) {
    entry.count++
    entry.paths.push(path)
    // Enough to sort from, without keeping 200,000 names.
    if (entry.paths.length > 1000) entry.paths = entry.paths.sort().slice(0, listed)
  } else skipped.set(what, { count: 1, paths: [path] })
}

export const skippedList = (skipped: ReturnType<typeof createSkipped>): Skipped[] =>
  [...skipped]
    .map(([what, { count, paths }]) => ({ what, count, examples: paths.sort().slice(0, listed) }))
    .sort((a, b) => b.count - a.count || (a.what < b.what ? -1 : 1))
