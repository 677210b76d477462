import { vector } from '@corpuscope/core'
import { mix32 } from '@corpuscope/statistics'

/** An element that stands in many sets belongs to a form they share; from so many different sets on. */
export const leastSharers = 10

/** Elements that stand in many sets, and where they stand together. */
export interface SharedRuns {
  /** Different elements that `leastSharers` sets or more hold. */
  readonly count: number
  /** Whether an element is one of them. */
  has(element: number): boolean
  /** Elements that stand in the very same sets, as one block: largest first by how much of the corpus they take. */
  readonly blocks: readonly SharedBlock[]
}

export interface SharedBlock {
  /** Sets that hold the block. */
  readonly documents: number
  /** Elements of the block. */
  readonly runs: number
  /** A set that holds it: the first. */
  readonly first: number
}

/**
 * Finds the elements that stand in at least `least` of the given sets, in two passes and without a table of all elements: the first
 * pass counts into one byte a slot, the second keeps exact counts of those whose slot was full enough. Nothing is estimated.
 *
 * @param members  which sets are looked at; equal sets should be given once, or copies would look like a form
 * @param set      distinct integers below 2^53 of set i
 */
export function sharedRuns(members: ArrayLike<number>, set: (i: number) => ArrayLike<number>, least = leastSharers): SharedRuns {
  let elements = 0
  for (let m = 0; m < members.length; m++) elements += set(members[m]!).length
  let size = 1024
  // A slot is passed by chance when others fill it: with 4 slots an element that is one in some 10^12. Larger tables are slower than that.
  while (size < elements * 4 && size < 2 ** 28) size *= 2
  const slots = new Uint8Array(size)
  const enough = Math.min(least, 255)
  for (let m = 0; m < members.length; m++) {
    const one = set(members[m]!)
    for (let i = 0; i < one.length; i++) {
      const slot = slotOf(one[i]!) & (size - 1)
      if (slots[slot]! < 255) slots[slot]!++
    }
  }
  const table = elementTable()
  for (let m = 0; m < members.length; m++) {
    const i = members[m]!
    const one = set(i)
    for (let at = 0; at < one.length; at++) if (slots[slotOf(one[at]!) & (size - 1)]! >= enough) table.add(one[at]!, i)
  }
  return table.shared(least)
}

const slotOf = (element: number): number => mix32((element % 4294967296) ^ mix32(Math.floor(element / 4294967296), 7), 7)

function elementTable() {
  let slots = new Int32Array(2048).fill(-1)
  const keys = vector.create('f64')
  const counts = vector.create('u32')
  const firsts = vector.create('u32')
  // Two sums over the sets' numbers, hashed: elements of equal sums and counts stand in the same sets.
  const here = vector.create('u32')
  const there = vector.create('u32')

  const find = (key: number): number => {
    let slot = slotOf(key) & (slots.length - 1)
    for (let at = slots[slot]!; at >= 0; at = slots[slot]!) {
      if (keys.data[at] === key) return slot
      slot = (slot + 1) & (slots.length - 1)
    }
    return slot
  }
  return {
    add(key: number, document: number): void {
      let slot = find(key)
      if (slots[slot]! < 0) {
        if (keys.length * 2 >= slots.length) {
          slots = new Int32Array(slots.length * 2).fill(-1)
          for (let at = 0; at < keys.length; at++) slots[find(keys.data[at]!)] = at
          slot = find(key)
        }
        slots[slot] = keys.length
        vector.push(keys, key)
        vector.push(counts, 0)
        vector.push(firsts, document)
        vector.push(here, 0)
        vector.push(there, 0)
      }
      const at = slots[slot]!
      counts.data[at]!++
      here.data[at] = (here.data[at]! + mix32(document, 11)) >>> 0
      there.data[at] = (there.data[at]! + mix32(document, 12)) >>> 0
    },
    shared(least: number): SharedRuns {
      const blocks = new Map<string, { documents: number; runs: number; first: number }>()
      let count = 0
      for (let at = 0; at < keys.length; at++) {
        if (counts.data[at]! < least) continue
        count++
        const identity = `${counts.data[at]} ${here.data[at]} ${there.data[at]}`
        const block = blocks.get(identity)
        if (block) block.runs++
        else blocks.set(identity, { documents: counts.data[at]!, runs: 1, first: firsts.data[at]! })
      }
      const has = (element: number): boolean => {
        const at = slots[find(element)]!
        return at >= 0 && counts.data[at]! >= least
      }
      return {
        count,
        has,
        blocks: [...blocks.values()].sort(
          (a, b) => b.documents * b.runs - a.documents * a.runs || b.documents - a.documents || a.first - b.first || b.runs - a.runs,
        ),
      }
    },
  }
}
