/**
 * Numbers by hash, as plain data: open addressing over typed arrays, about ten times as fast as a Map whose keys are beyond 31 bits. Keys are
 * integers from 1 to 2^53 - 1 whose low bits are well mixed, such as the hashes of `words`.
 */
export interface HashTable {
  /** 0 where a slot is free. */
  keys: Float64Array
  values: Float64Array
  size: number
}

const slotOf = (keys: Float64Array, key: number): number => {
  const mask = keys.length - 1
  // The low 32 bits, whatever lies above them.
  let slot = (key | 0) & mask
  while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask
  return slot
}

function grow(table: HashTable): void {
  const { keys, values } = table
  table.keys = new Float64Array(keys.length * 2)
  table.values = new Float64Array(keys.length * 2)
  for (let i = 0; i < keys.length; i++) {
    if (keys[i] === 0) continue
    const slot = slotOf(table.keys, keys[i]!)
    table.keys[slot] = keys[i]!
    table.values[slot] = values[i]!
  }
}

export const hashTable = {
  /** An empty table with room for so many keys; it grows beyond them. */
  create(expected = 512): HashTable {
    const slots = 2 ** Math.ceil(Math.log2(2 * Math.max(1, expected) + 1))
    return { keys: new Float64Array(slots), values: new Float64Array(slots), size: 0 }
  },

  /** The value of a key; -1 when it has none. */
  get({ keys, values }: HashTable, key: number): number {
    const slot = slotOf(keys, key)
    return keys[slot] === 0 ? -1 : values[slot]!
  },

  set(table: HashTable, key: number, value: number): void {
    if (table.size * 2 >= table.keys.length) grow(table)
    const slot = slotOf(table.keys, key)
    if (table.keys[slot] === 0) {
      table.keys[slot] = key
      table.size++
    }
    table.values[slot] = value
  },

  /** Adds to the value of a key, 0 before. */
  add(table: HashTable, key: number, value: number): void {
    if (table.size * 2 >= table.keys.length) grow(table)
    const slot = slotOf(table.keys, key)
    if (table.keys[slot] === 0) {
      table.keys[slot] = key
      table.size++
    }
    table.values[slot]! += value
  },

  /** Adds to the values of several keys, 1 each or what stands in `amounts` beside it. */
  addEach(table: HashTable, added: Float64Array, amounts?: Uint32Array): void {
    let { keys, values } = table
    let mask = keys.length - 1
    for (let i = 0; i < added.length; i++) {
      const key = added[i]!
      let slot = (key | 0) & mask
      while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask
      values[slot]! += amounts === undefined ? 1 : amounts[i]!
      if (keys[slot] !== 0) continue
      keys[slot] = key
      table.size++
      if (table.size * 2 < keys.length) continue
      grow(table)
      keys = table.keys
      values = table.values
      mask = keys.length - 1
    }
  },

  merge(into: HashTable, other: HashTable): void {
    for (let i = 0; i < other.keys.length; i++) if (other.keys[i] !== 0) hashTable.add(into, other.keys[i]!, other.values[i]!)
  },
}
