import { bandRows, bands } from './lsh.ts'
import { bins, minhash } from './minhash.ts'
import { sketchWords } from './sketch.ts'
import { type WordRuns, wordRuns } from './word-runs.ts'

/** Where the keys of bands begin in a signature, and the sketch; what stands before is how many different runs there are and two hashes of the set. */
export const keysFrom = 3
export const sketchFrom = keysFrom + bands
/** Numbers of a signature. The sketch is the lowest byte of each MinHash value, four in a number. */
export const signatureLength = sketchFrom + sketchWords

// The seed is fixed: which pairs are found, and so which findings a baseline knows, must not move with the run's seed.
const signWhole = minhash(1)
const signContent = minhash(2)
const values = new Uint32Array(bins)

/** What is kept of a document's runs of 5 words to find others like it; empty when it has none. */
export function runSignature(sequence: ArrayLike<number>): Uint32Array {
  return signatureOf(wordRuns(sequence))
}

/** The same of any set of runs. */
export function signatureOf(runs: WordRuns, signer: 'whole' | 'content' = 'whole'): Uint32Array {
  const { count, low, high } = runs
  if (count === 0) return new Uint32Array(0)
  const signature = new Uint32Array(signatureLength)
  // Sums do not depend on the order of the runs.
  let one = 0
  let other = 0
  for (let i = 0; i < count; i++) {
    one = (one + low[i]!) | 0
    other = (other + high[i]!) | 0
  }
  signature[0] = count
  signature[1] = one
  signature[2] = other
  const sign = signer === 'whole' ? signWhole : signContent
  sign(low, count, values)
  for (let band = 0; band < bands; band++) {
    let key = band + 1
    for (let row = 0; row < bandRows; row++) {
      key = Math.imul(key ^ values[band * bandRows + row]!, 0x85ebca6b)
      key ^= key >>> 15
    }
    key = Math.imul(key, 0xc2b2ae35)
    signature[keysFrom + band] = key ^ (key >>> 16)
  }
  for (let bin = 0; bin < bins; bin++) signature[sketchFrom + (bin >>> 2)]! |= (values[bin]! & 255) << ((bin & 3) * 8)
  return signature
}
