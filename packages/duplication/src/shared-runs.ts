import { vector } from '@corpuscope/core'
import { mix32 } from '@corpuscope/statistics'
import { type HashCounts, hashCounts } from './hash-counts.ts'
import type { RunSource } from './run-source.ts'
import { runKey } from './word-runs.ts'

/** A run that stands in many documents belongs to a form they share; from so many different ones on. */
export const leastSharers = 10

/** Runs of words that stand in many documents, and where they stand together. */
export interface SharedRuns {
  /** Different runs that `leastSharers` documents or more hold. */
  readonly count: number
  /** Every document that holds one of them, and few others. */
  readonly holders: ArrayLike<number>
  /** Whether a run is one of them. */
  has(low: number, high: number): boolean
  /** Runs that stand in the very same documents, as one block: largest first by how much of the corpus they take. */
  readonly blocks: readonly SharedBlock[]
}

export interface SharedBlock {
  /** Documents that hold the block. */
  readonly documents: number
  /** Runs of the block. */
  readonly runs: number
  /** The first that holds it. */
  readonly first: number
}

/** The runs of some documents, and how often each stands in them. */
export interface RunTally {
  readonly members: ArrayLike<number>
  /** Lower hashes of the runs, member after member. */
  readonly hashes: Uint32Array
  /** Where those of member m end. */
  readonly ends: Float64Array
  /** Documents that a run counts as shared from. */
  readonly least: number
  readonly counts: HashCounts
}

/**
 * Counts the runs of documents by their hashes, without a table of all runs.
 *
 * @param members  which documents are looked at; equal ones should be given once, or copies would look like a form
 * @param all      runs of all of them together, or more
 */
export function tallyOf(members: ArrayLike<number>, { low: lowOf }: Pick<RunSource, 'low'>, all: number, least = leastSharers): RunTally {
  const hashes = new Uint32Array(all)
  const ends = new Float64Array(members.length)
  let filled = 0
  for (let m = 0; m < members.length; m++) {
    const low = lowOf(members[m]!)
    hashes.set(low, filled)
    filled += low.length
    ends[m] = filled
  }
  const used = hashes.subarray(0, filled)
  return { members, hashes: used, ends, least, counts: hashCounts(used, least) }
}

/**
 * Finds the runs that stand in at least `least` of the documents of a tally: exact counts are kept of the runs whose hashes occur often
 * enough. Nothing is estimated.
 */
export function sharedRuns({ members, hashes, ends, least, counts }: RunTally, { runs }: Pick<RunSource, 'runs'>): SharedRuns {
  const { frequent } = counts
  const table = elementTable()
  const holders = vector.create('u32')
  for (let m = 0, from = 0; m < members.length; from = ends[m++]!) {
    const to = ends[m]!
    let at = from
    while (at < to && !frequent(hashes[at]!)) at++
    if (at === to) continue
    const document = members[m]!
    vector.push(holders, document)
    const { count, low, high } = runs(document)
    for (let i = at - from; i < count; i++) if (frequent(low[i]!)) table.add(runKey(low[i]!, high[i]!), document)
  }
  const shared = table.shared(least)
  return {
    count: shared.count,
    blocks: shared.blocks,
    holders: vector.values(holders),
    has: (low, high) => frequent(low) && shared.has(runKey(low, high)),
  }
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
    shared(least: number) {
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
