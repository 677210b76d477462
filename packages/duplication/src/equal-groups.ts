import { mix32 } from '@corpuscope/statistics'

/**
 * For each of n things the first that equals it, itself if there is none before: groups of equals in one pass, without sorting.
 *
 * @param key   a non-negative integer below 2^53, the same for equal things
 * @param same  decides between things of one key
 */
export function firstEqual(n: number, key: (i: number) => number, same: (i: number, j: number) => boolean): Uint32Array {
  const first = new Uint32Array(n)
  let size = 16
  while (size < n * 2) size *= 2
  const slots = new Int32Array(size).fill(-1)
  for (let i = 0; i < n; i++) {
    const mine = key(i)
    let slot = mix32((mine % 4294967296) ^ Math.floor(mine / 4294967296)) & (size - 1)
    first[i] = i
    for (let at = slots[slot]!; at >= 0; at = slots[slot]!) {
      if (key(at) === mine && same(at, i)) {
        first[i] = at
        break
      }
      slot = (slot + 1) & (size - 1)
    }
    if (first[i] === i) slots[slot] = i
  }
  return first
}

/** The same of lists of hashes of one length; the first two tell most of them apart. */
export function equalLists(n: number, list: (i: number) => ArrayLike<number>): Uint32Array {
  const keys = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    const one = list(i)
    keys[i] = (one[1]! & 0x1fffff) * 4294967296 + one[0]!
  }
  return firstEqual(
    n,
    (i) => keys[i]!,
    (i, j) => {
      const [one, other] = [list(i), list(j)]
      for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false
      return true
    },
  )
}

/** Members of each group of two or more, ascending; groups by their first member. */
export function groupsOf(first: Uint32Array): readonly (readonly number[])[] {
  const members = new Map<number, number[]>()
  for (let i = 0; i < first.length; i++) {
    const leader = first[i]!
    if (leader === i) continue
    const group = members.get(leader)
    if (group) group.push(i)
    else members.set(leader, [leader, i])
  }
  return [...members.values()].sort((a, b) => a[0]! - b[0]!)
}
