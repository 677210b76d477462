/** Groups that hold together, and which of each to keep. */
export interface Kept {
  /** For each document the one that stands for it: itself when it is kept. */
  readonly keeper: Uint32Array
  /** Groups of two or more: the kept one, then those it stands for in ascending order; by their kept one. */
  readonly groups: readonly (readonly number[])[]
}

/**
 * From each group of copies the one of the highest rank is kept, of equal ranks the first; each one dropped is a copy of the one kept for it. So
 * a chain, where each is like the next and the ends are not, falls apart into stars, and no two that are kept are copies of each other.
 *
 * @param ranks  of each document: its length, say
 * @param a, b   pairs that are copies
 */
export function keepHighest(ranks: ArrayLike<number>, a: ArrayLike<number>, b: ArrayLike<number>): Kept {
  const n = ranks.length
  const starts = new Uint32Array(n + 1)
  for (let i = 0; i < a.length; i++) {
    starts[a[i]! + 1]!++
    starts[b[i]! + 1]!++
  }
  for (let i = 0; i < n; i++) starts[i + 1]! += starts[i]!
  const next = starts.slice(0, n)
  const others = new Uint32Array(2 * a.length)
  for (let i = 0; i < a.length; i++) {
    others[next[a[i]!]!++] = b[i]!
    others[next[b[i]!]!++] = a[i]!
  }
  const keeper = Uint32Array.from({ length: n }, (_, i) => i)
  const settled = new Uint8Array(n)
  const groups: number[][] = []
  const linked = Uint32Array.from({ length: n }, (_, i) => i).filter((i) => starts[i + 1]! > starts[i]!)
  for (const i of linked.sort((x, y) => ranks[y]! - ranks[x]! || x - y)) {
    if (settled[i]) continue
    settled[i] = 1
    const group: number[] = []
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      const other = others[at]!
      if (settled[other]) continue
      settled[other] = 1
      keeper[other] = i
      group.push(other)
    }
    if (group.length > 0) groups.push([i, ...group.sort((x, y) => x - y)])
  }
  return { keeper, groups: groups.sort((x, y) => x[0]! - y[0]!) }
}
