import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { signatureOf } from '../src/index.ts'
import { sketchFrom } from '../src/run-signature.ts'
import { agreeing, leastAgreeing, sketchWords } from '../src/sketch.ts'

const random = seededRandom('sketch')
const element = (): number => Math.floor(random() * 2 ** 32)
const elements = (n: number): number[] => Array.from({ length: n }, element)
const sketchOf = (low: readonly number[]): Uint32Array =>
  signatureOf({ count: low.length, low: Uint32Array.from(low), high: Uint32Array.from(low) }).subarray(sketchFrom)

/** Equal bytes of two sets of `size` elements of which so many are the same. */
function agreement(size: number, shared: number): number {
  const common = elements(shared)
  const both = new Uint32Array(2 * sketchWords)
  both.set(sketchOf([...common, ...elements(size - shared)]))
  both.set(sketchOf([...common, ...elements(size - shared)]), sketchWords)
  return agreeing(both, 0, sketchWords)
}

test('bytes are counted one by one', () => {
  const pair = new Uint32Array(2 * sketchWords)
  expect(agreeing(pair, 0, sketchWords)).toBe(4 * sketchWords)
  pair[0] = 0x01_00_80_00
  expect(agreeing(pair, 0, sketchWords)).toBe(4 * sketchWords - 2)
  pair[sketchWords] = 0xff_ff_ff_ff
  expect(agreeing(pair, 0, sketchWords)).toBe(4 * sketchWords - 4)
})

test.each([6, 12, 30, 60, 150, 400, 2000])('sets of %d elements: at the threshold hardly a pair is let go', (size) => {
  for (const similarity of [0.5, 0.8]) {
    // Rounded up, so that the pair is at the threshold or above.
    const shared = Math.ceil((2 * size * similarity) / (1 + similarity))
    let gone = 0
    for (let i = 0; i < 3000; i++) if (agreement(size, shared) < leastAgreeing(size, similarity)) gone++
    expect(gone).toBeLessThanOrEqual(3)
  }
})

test('most pairs far below the threshold are let go', () => {
  let gone = 0
  for (let i = 0; i < 1000; i++) if (agreement(150, 50) < leastAgreeing(150, 0.5)) gone++
  // At 0.2: 26 of 128 bytes, where 43 are wanted.
  expect(gone).toBeGreaterThan(990)
})
