import type { Identifier } from './identifier.ts'

/** In the order of their places; where two claim the same characters, the one that is better founded keeps them, then the longer. */
export function withoutOverlap(found: Identifier[]): Identifier[] {
  if (found.length < 2) return found
  const kept: Identifier[] = []
  for (const identifier of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (!last || identifier.start >= last.end) kept.push(identifier)
    else if (rank(identifier, last) > 0) {
      // An address behind a name leaves the name what stands before it.
      if (last.kind === 'person' && identifier.start > last.start) kept.splice(-1, 1, { ...last, end: identifier.start - 1 }, identifier)
      else kept[kept.length - 1] = identifier
    }
  }
  return kept
}

const rank = (a: Identifier, b: Identifier): number => a.strength - b.strength || a.end - a.start - (b.end - b.start)
