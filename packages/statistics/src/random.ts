import { hash32 } from './hash.ts'

/** A source of numbers from 0 up to but not including 1. */
export type Random = () => number

/**
 * Random numbers that are the same on every machine for the same seed: sfc32, seeded by hashing, 53 bits each.
 *
 * @param seed  a number or a text such as `1 mattr-50`; 1 and '1' are the same seed
 * @see Doty-Humphrey, PractRand (sfc32); passes its tests and BigCrush
 */
export function seededRandom(seed: number | string): Random {
  const text = String(seed)
  let a = hash32(text, 1) | 0
  let b = hash32(text, 2) | 0
  let c = hash32(text, 3) | 0
  let counter = 1
  const next = (): number => {
    const out = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + out) | 0
    return out
  }
  for (let i = 0; i < 15; i++) next()
  return () => {
    const high = next() >>> 5
    return (high * 67108864 + (next() >>> 6)) / 9007199254740992
  }
}

/**
 * A whole number from 0 to n - 1, each equally likely: the leftover of 2^53 / n is drawn again instead of favouring the low numbers.
 *
 * @param n  1 or more
 */
export function integerBelow(random: Random, n: number): number {
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`integerBelow: n must be a whole number, 1 or more, but got ${n}`)
  const width = Math.floor(9007199254740992 / n)
  for (;;) {
    const drawn = Math.floor((random() * 9007199254740992) / width)
    if (drawn < n) return drawn
  }
}

/** Puts values into a random order, in place (Fisher & Yates). */
export function shuffle<T extends Uint32Array | Float64Array | number[]>(values: T, random: Random): T {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const moved = values[i]!
    values[i] = values[j]!
    values[j] = moved
  }
  return values
}

/** `size` of the numbers 0 to n - 1, drawn without replacement, in the order of the draw. */
export function drawnWithoutReplacement(n: number, size: number, random: Random): Uint32Array {
  const places = Uint32Array.from({ length: n }, (_, i) => i)
  for (let i = 0; i < size; i++) {
    const j = i + Math.floor(random() * (n - i))
    const moved = places[i]!
    places[i] = places[j]!
    places[j] = moved
  }
  return places.subarray(0, size)
}
