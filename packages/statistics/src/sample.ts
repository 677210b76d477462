import { hash53 } from './hash.ts'

/** The entries whose keys hash lowest: plain data, in the order of hash, then key. */
export interface BottomK<T> {
  readonly size: number
  entries: { readonly hash: number; readonly key: string; readonly value: T }[]
}

const before = (hash: number, key: string, other: { readonly hash: number; readonly key: string }): boolean =>
  hash < other.hash || (hash === other.hash && key < other.key)

function add<T>(sample: BottomK<T>, key: string, value: T): void {
  const { entries, size } = sample
  const hash = hash53(key)
  const last = entries[entries.length - 1]
  if (entries.length === size && (last === undefined || !before(hash, key, last))) return
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (before(hash, key, entries[middle]!)) high = middle
    else low = middle + 1
  }
  entries.splice(low, 0, { hash, key, value })
  if (entries.length > size) entries.pop()
}

function merge<T>(into: BottomK<T>, other: Readonly<BottomK<T>>): void {
  if (into.size !== other.size) {
    throw new RangeError(`bottomK: cannot merge samples of different sizes, ${into.size} and ${other.size}; create both with one size`)
  }
  const merged: BottomK<T>['entries'] = []
  const a = into.entries
  const b = other.entries
  for (let i = 0, j = 0; merged.length < into.size && (i < a.length || j < b.length); ) {
    const left = a[i]
    const right = b[j]
    if (right !== undefined && (left === undefined || before(right.hash, right.key, left))) {
      merged.push(right)
      j++
    } else {
      merged.push(left!)
      i++
    }
  }
  into.entries = merged
}

/**
 * A random sample that needs no random numbers: of all keys, those that hash lowest. Cut the stream anywhere, in any order, and merge:
 * the same sample. A key that comes twice stands in it twice, so equal keys should carry equal values.
 *
 * `entries` gives [key, value] in the order of the keys' hashes (ties by key), which is itself a random order: its first half is a sample too.
 *
 * @see Cohen & Kaplan 2007, Summarizing data using bottom-k sketches
 */
export const bottomK = {
  create<T>(size: number): BottomK<T> {
    if (!Number.isSafeInteger(size) || size < 0) {
      throw new RangeError(`bottomK: size must be a whole number, 0 or more, but got ${size}`)
    }
    return { size, entries: [] }
  },
  add,
  merge,
  entries: <T>(sample: Readonly<BottomK<T>>): [key: string, value: T][] => sample.entries.map(({ key, value }) => [key, value]),
}
