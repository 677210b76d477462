/** What stood in the input and could not be read, by kind, with the first places of each: plain data, mergeable. */
export type Unread = Map<string, { count: number; places: Place[] }>

interface Place {
  readonly file: string
  readonly line: number
}

/** Places listed a kind; the rest is counted. */
const listed = 20

export const unread = {
  create: (): Unread => new Map(),
  add(target: Unread, what: string, file: string, line = 0): void {
    const entry = target.get(what)
    if (!entry) target.set(what, { count: 1, places: [{ file, line }] })
    else keep(entry, 1, [{ file, line }])
  },
  merge(target: Unread, other: Unread): void {
    for (const [what, theirs] of other) {
      const ours = target.get(what)
      if (!ours) target.set(what, { count: theirs.count, places: [...theirs.places] })
      else keep(ours, theirs.count, theirs.places)
    }
  },
  total: (target: Unread): number => [...target.values()].reduce((sum, { count }) => sum + count, 0),
}

// The least places, not the first seen: which thread came first must not show.
function keep(entry: { count: number; places: Place[] }, count: number, places: readonly Place[]): void {
  entry.count += count
  entry.places = [...entry.places, ...places]
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line))
    .slice(0, listed)
}
