import { expect, test } from 'vitest'
import { hash32, hash53, mix32 } from '../src/index.ts'

// Published MurmurHash3_x86_32 values; bytes 21 43 65 87 are the code units 4321 and 8765.
test.each([
  ['', 0, 0x00000000],
  ['', 1, 0x514e28b7],
  ['', 0xffffffff, 0x81f16f39],
  ['\u4321\u8765', 0, 0xf55b516b],
  ['\u4321\u8765', 0x5082edee, 0x2362f9de],
  ['\u4321', 0, 0xa0f7b07a],
  ['\u0000\u0000', 0, 0x2362f9de],
  ['\u0000', 0, 0x30f4c306],
])('MurmurHash3 of %j with seed %i', (text, seed, expected) => expect(hash32(text, seed)).toBe(expected))

test('mix32 with seed 0 is the finaliser, and a bijection', () => {
  expect(mix32(1)).toBe(0x514e28b7)
  const seen = new Set<number>()
  for (let i = 0; i < 100_000; i++) seen.add(mix32(i, 77))
  expect(seen.size).toBe(100_000)
})

const bits32 = (x: number): number[] => Array.from({ length: 32 }, (_, i) => (x >>> i) & 1)
const bits53 = (x: number): number[] => [...bits32(x % 2 ** 32), ...bits32(Math.floor(x / 2 ** 32)).slice(0, 21)]

test.each([
  ['hash32', (text: string) => bits32(hash32(text))],
  ['hash53', (text: string) => bits53(hash53(text))],
] as const)('%s: every bit of every letter moves every bit of the result half of the time', (_, hashed) => {
  const trials = 4000
  for (const position of [0, 1, 6, 10]) {
    for (const bit of [0, 3, 6]) {
      const flips = hashed('').fill(0)
      for (let i = 0; i < trials; i++) {
        const text = `note ${i * 7919}`.padEnd(11, 'x')
        const other = text.slice(0, position) + String.fromCharCode(text.charCodeAt(position) ^ (1 << bit)) + text.slice(position + 1)
        const a = hashed(text)
        const b = hashed(other)
        for (let k = 0; k < flips.length; k++) if (a[k] !== b[k]) flips[k]!++
      }
      // Five standard errors of a fair coin: 0.5 +- 0.04.
      for (const flip of flips) expect(Math.abs(flip / trials - 0.5)).toBeLessThan(0.04)
    }
  }
})

test('hash53 keeps a million short texts apart', () => {
  const seen = new Set<number>()
  for (let i = 0; i < 1_000_000; i++) seen.add(hash53(i % 2 === 0 ? `doc-${i}` : i.toString(36)))
  expect(seen.size).toBe(1_000_000)
})

test('hash53 is a whole number below 2^53, spread evenly', () => {
  const buckets = new Array<number>(64).fill(0)
  for (let i = 0; i < 64_000; i++) {
    const hash = hash53(`${i}`)
    expect(Number.isSafeInteger(hash) && hash >= 0).toBe(true)
    buckets[Math.floor(hash / 2 ** 47)]!++
  }
  // 1,000 a bucket; 200 is more than six standard errors.
  for (const bucket of buckets) expect(Math.abs(bucket - 1000)).toBeLessThan(200)
})

test('length, order, script and lone surrogates all count', () => {
  const texts = ['', '\u0000', '\u0000\u0000', 'ab', 'ba', '痛み', 'み痛', 'боль', '😀', '\ud83d', '\ude00', 'é', 'e\u0301']
  expect(new Set(texts.map((text) => hash53(text))).size).toBe(texts.length)
  expect(new Set(texts.map((text) => hash32(text, 9))).size).toBe(texts.length)
})

test('seeds of mix32 order the same numbers independently', () => {
  // The lowest of 8 under two seeds coincide one time in 8, as minhash needs.
  let same = 0
  for (let trial = 0; trial < 8000; trial++) {
    const lowest = (seed: number): number => {
      let best = 0
      for (let i = 1; i < 8; i++) if (mix32(hash32(`${trial} ${i}`), seed) < mix32(hash32(`${trial} ${best}`), seed)) best = i
      return best
    }
    if (lowest(1) === lowest(2)) same++
  }
  expect(Math.abs(same / 8000 - 1 / 8)).toBeLessThan(0.02)
})
