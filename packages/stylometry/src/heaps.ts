/** How many types have each frequency, ascending by frequency. */
export interface Spectrum {
  readonly frequencies: Float64Array
  readonly types: Float64Array
}

export function spectrumOf(frequencies: ArrayLike<number>): Spectrum {
  const sorted = Float64Array.from(frequencies).sort()
  const distinct: number[] = []
  const types: number[] = []
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) {
      distinct.push(sorted[i]!)
      types.push(0)
    }
    types[types.length - 1]!++
  }
  return { frequencies: Float64Array.from(distinct), types: Float64Array.from(types) }
}

/** Steps of the growth curve: at k/50 of the words, k = 1 … 50. */
const steps = 50

/**
 * Expected number of different words among n words drawn at random, for n at fiftieths of the text: it depends on the frequencies alone, so
 * that the order of documents cannot change it.
 *
 * E[V(n)] = sum over types of 1 - (1 - n/N)^f.
 *
 * @returns words and different words at each step; steps below one word are left out
 * @see Baayen 2001, Word Frequency Distributions, section 2.6 (binomial interpolation)
 */
export function expectedGrowth({ frequencies, types }: Spectrum): { readonly words: number[]; readonly types: number[] } {
  let n = 0
  for (let i = 0; i < frequencies.length; i++) n += frequencies[i]! * types[i]!
  const words: number[] = []
  const different: number[] = []
  for (let k = 1; k <= steps; k++) {
    const drawn = Math.floor((n * k) / steps)
    if (drawn < 1) continue
    const absent = Math.log1p(-drawn / n)
    let expected = 0
    for (let i = 0; i < frequencies.length; i++) expected += types[i]! * -Math.expm1(frequencies[i]! * absent)
    words.push(drawn)
    different.push(expected)
  }
  return { words, types: different }
}

/**
 * Heaps's law V(n) = K n^beta by least squares of ln V on ln n.
 *
 * @returns null for fewer than two points or where no word is added
 * @see Herdan 1960; Heaps 1978, Information Retrieval, section 7.5
 */
export function heapsFit(words: ArrayLike<number>, types: ArrayLike<number>): { readonly beta: number; readonly k: number } | null {
  const n = words.length
  let x = 0
  let y = 0
  for (let i = 0; i < n; i++) {
    x += Math.log(words[i]!)
    y += Math.log(types[i]!)
  }
  x /= n
  y /= n
  let xx = 0
  let xy = 0
  for (let i = 0; i < n; i++) {
    const dx = Math.log(words[i]!) - x
    xx += dx * dx
    xy += dx * (Math.log(types[i]!) - y)
  }
  if (n < 2 || xx === 0) return null
  const beta = xy / xx
  return { beta, k: Math.exp(y - beta * x) }
}
