import { hash53 } from '@corpuscope/statistics'

/**
 * Which documents of a stream may belong to the sample of those whose keys hash lowest, decided as they pass: a document of the final sample is
 * among the lowest of whatever was seen before it, on every thread. A few more are taken than the sample needs, about size x ln(n / size).
 */
export interface Sampled {
  readonly size: number
  /** Lowest hashes seen, as a heap with the highest on top. */
  readonly lowest: number[]
}

export const sampled = {
  create: (size: number): Sampled => ({ size, lowest: [] }),

  /** Whether this document has to be kept; notes it as seen. */
  takes({ size, lowest }: Sampled, key: string): boolean {
    const hash = hash53(key)
    if (lowest.length < size) {
      lowest.push(hash)
      rise(lowest)
      return true
    }
    // An equal hash may be the same document twice: both are kept.
    if (hash > lowest[0]!) return false
    lowest[0] = hash
    sink(lowest)
    return true
  },

  merge(into: Sampled, other: Sampled): void {
    for (const hash of other.lowest) {
      if (into.lowest.length < into.size) {
        into.lowest.push(hash)
        rise(into.lowest)
      } else if (hash < into.lowest[0]!) {
        into.lowest[0] = hash
        sink(into.lowest)
      }
    }
  },
}

function rise(heap: number[]): void {
  let at = heap.length - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (heap[parent]! >= heap[at]!) return
    ;[heap[parent], heap[at]] = [heap[at]!, heap[parent]!]
    at = parent
  }
}

function sink(heap: number[]): void {
  let at = 0
  for (;;) {
    const left = 2 * at + 1
    let largest = at
    if (left < heap.length && heap[left]! > heap[largest]!) largest = left
    if (left + 1 < heap.length && heap[left + 1]! > heap[largest]!) largest = left + 1
    if (largest === at) return
    ;[heap[largest], heap[at]] = [heap[at]!, heap[largest]!]
    at = largest
  }
}
