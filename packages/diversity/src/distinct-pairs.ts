/**
 * Different runs of two words / all of them, over ever more documents in one pass.
 *
 * @param order  documents
 * @param sizes  how many of them, ascending
 * @returns      0 to 1 for each size; 0 where there is no run
 */
export function distinctPairs(order: Uint32Array, sizes: readonly number[], words: (place: number) => Uint32Array): number[] {
  let room = 0
  for (const place of order.subarray(0, sizes.at(-1)!)) room += words(place).length
  const mask = 2 ** Math.ceil(Math.log2(2 * room + 2)) - 1
  const table = new Uint32Array(mask + 1)
  let [total, different, done] = [0, 0, 0]
  return sizes.map((size) => {
    for (; done < size; done++) {
      const sequence = words(order[done]!)
      for (let at = 1; at < sequence.length; at++) {
        // 32 bits of both words; of a million different runs some hundred share theirs, and count as one.
        const hash = (Math.imul(sequence[at - 1]!, 0x9e3779b1) ^ sequence[at]! ^ (sequence[at]! >>> 15)) >>> 0 || 1
        let slot = (Math.imul(hash, 0x85ebca6b) >>> 7) & mask
        while (table[slot] !== 0 && table[slot] !== hash) slot = (slot + 1) & mask
        if (table[slot] === 0) {
          table[slot] = hash
          different++
        }
        total++
      }
    }
    return total === 0 ? 0 : different / total
  })
}
