/**
 * Numbers by hash, as plain data: open addressing over a typed array, about ten times as fast as a Map whose keys are beyond 31 bits. Keys are
 * integers from 1 to 2^53 - 1 whose low bits are well mixed, such as the hashes of `words`.
 */
export interface HashTable {
  /** Per slot its key, 0 where it is free, and its value: side by side, since a large table costs one miss of the cache for each. */
  entries: Float64Array
  size: number
}

/** Where a key stands in `entries`, or would stand. */
const placeOf = (entries: Float64Array, key: number): number => {
  const mask = entries.length - 2
  // The low 32 bits, whatever lies above them.
  let place = ((key | 0) << 1) & mask
  while (entries[place] !== 0 && entries[place] !== key) place = (place + 2) & mask
  return place
}

const isHalfFull = ({ entries, size }: HashTable): boolean => size * 4 >= entries.length

function grow(table: HashTable): void {
  const { entries } = table
  const larger = new Float64Array(entries.length * 2)
  for (let i = 0; i < entries.length; i += 2) {
    if (entries[i] === 0) continue
    const place = placeOf(larger, entries[i]!)
    larger[place] = entries[i]!
    larger[place + 1] = entries[i + 1]!
  }
  table.entries = larger
}

export const hashTable = {
  /** An empty table with room for so many keys; it grows beyond them. */
  create(expected = 512): HashTable {
    const slots = 2 ** Math.ceil(Math.log2(2 * Math.max(1, expected) + 1))
    return { entries: new Float64Array(2 * slots), size: 0 }
  },

  /** The value of a key; -1 when it has none. */
  get({ entries }: HashTable, key: number): number {
    const place = placeOf(entries, key)
    return entries[place] === 0 ? -1 : entries[place + 1]!
  },

  set(table: HashTable, key: number, value: number): void {
    if (isHalfFull(table)) grow(table)
    const { entries } = table
    const place = placeOf(entries, key)
    if (entries[place] === 0) {
      entries[place] = key
      table.size++
    }
    entries[place + 1] = value
  },

  /** Adds to the value of a key, 0 before. */
  add(table: HashTable, key: number, value: number): void {
    if (isHalfFull(table)) grow(table)
    const { entries } = table
    const place = placeOf(entries, key)
    if (entries[place] === 0) {
      entries[place] = key
      table.size++
    }
    entries[place + 1]! += value
  },

  /** Adds to the values of several keys, 1 each or what stands in `amounts` beside it. */
  addEach(table: HashTable, added: Float64Array, amounts?: Uint32Array): void {
    let { entries } = table
    let mask = entries.length - 2
    for (let i = 0; i < added.length; i++) {
      const key = added[i]!
      let place = ((key | 0) << 1) & mask
      while (entries[place] !== 0 && entries[place] !== key) place = (place + 2) & mask
      entries[place + 1]! += amounts === undefined ? 1 : amounts[i]!
      if (entries[place] !== 0) continue
      entries[place] = key
      table.size++
      if (!isHalfFull(table)) continue
      grow(table)
      entries = table.entries
      mask = entries.length - 2
    }
  },

  merge(into: HashTable, { entries }: HashTable): void {
    for (let i = 0; i < entries.length; i += 2) if (entries[i] !== 0) hashTable.add(into, entries[i]!, entries[i + 1]!)
  },

  /** Per slot its key; 0 where it is free. */
  keys: ({ entries }: HashTable): Float64Array => every2nd(entries, 0),

  /** Per slot its value; 0 where it is free. */
  values: ({ entries }: HashTable): Float64Array => every2nd(entries, 1),
}

function every2nd(entries: Float64Array, from: 0 | 1): Float64Array {
  const found = new Float64Array(entries.length / 2)
  for (let i = 0; i < found.length; i++) found[i] = entries[2 * i + from]!
  return found
}
