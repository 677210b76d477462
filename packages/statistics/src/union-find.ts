/** Disjoint groups of the numbers 0 to n - 1. */
export interface UnionFind {
  /** Joins the groups of a and b; false when they were one already. */
  union(a: number, b: number): boolean
  /** The smallest member of the group, whatever order the unions came in. */
  find(a: number): number
  /** Groups of at least so many members (default 1): members ascending, groups by their first member. */
  groups(atLeast?: number): number[][]
}

/**
 * Union-find with path halving; the smallest member leads, so the result depends on the pairs and not on their order.
 *
 * @param n  members, each alone at first
 * @see Tarjan & van Leeuwen 1984
 */
export function unionFind(n: number): UnionFind {
  const parent = Int32Array.from({ length: n }, (_, i) => i)
  const find = (a: number): number => {
    if (!(a >= 0 && a < n)) throw new RangeError(`unionFind: members are 0 to ${n - 1}, but got ${a}`)
    let x = a
    while (parent[x] !== x) {
      parent[x] = parent[parent[x]!]!
      x = parent[x]!
    }
    return x
  }
  return {
    find,
    union(a, b) {
      const first = find(a)
      const second = find(b)
      if (first === second) return false
      if (first < second) parent[second] = first
      else parent[first] = second
      return true
    },
    groups(atLeast = 1) {
      const sizes = new Int32Array(n)
      for (let i = 0; i < n; i++) sizes[find(i)]!++
      const byLeader = new Map<number, number[]>()
      for (let i = 0; i < n; i++) {
        const leader = parent[i]!
        if (sizes[leader]! < atLeast) continue
        const group = byLeader.get(leader)
        if (group === undefined) byLeader.set(leader, [i])
        else group.push(i)
      }
      return [...byLeader.values()]
    },
  }
}
