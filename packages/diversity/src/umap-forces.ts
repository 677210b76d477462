/** Curve 1 / (1 + a d^(2b)) fitted to min_dist 0.1 and spread 1, as umap-learn 0.5 computes it. */
const a = 1.576943460405378
const b = 0.8950608781227859

/** Squared distances from 2^-24 to 2^16, 128 steps to the octave; beyond, the forces at the ends hold. */
const octaves = { least: -24, most: 16 } as const
const mantissaBits = 7
const restBits = 23 - mantissaBits
const bias = 127
const first = (octaves.least + bias) << mantissaBits
const last = ((octaves.most + bias) << mantissaBits) - first

/** By what a difference of places is multiplied to make a step. */
export interface Forces {
  /** Of the two ends of an edge: below 0. */
  readonly pull: (squaredDistance: number) => number
  /** Of two places that no edge joins: above 0. */
  readonly push: (squaredDistance: number) => number
}

/** Gradients of the two halves of the cross-entropy, over the difference of places; the 0.001 keeps near places from leaping apart. */
export const exactForces: Forces = {
  pull: (squared) => (-2 * a * b * squared ** (b - 1)) / (1 + a * squared ** b),
  push: (squared) => (2 * b) / ((0.001 + squared) * (1 + a * squared ** b)),
}

/**
 * The same from a table, in a fraction of the time of two powers: within 1e-4 of them, from places of single precision. An entry is found
 * by the bits of the number, which are its logarithm but for the curvature between two powers of two.
 */
export function tabledForces(): Forces {
  const number = new Float32Array(1)
  const bits = new Uint32Array(number.buffer)
  const tableOf = (force: (squared: number) => number): Float32Array =>
    Float32Array.from({ length: last + 2 }, (_, at) => {
      bits[0] = (at + first) << restBits
      return force(number[0]!)
    })
  const lookUp =
    (table: Float32Array) =>
    (squared: number): number => {
      number[0] = squared
      const whole = bits[0]!
      const at = (whole >>> restBits) - first
      if (at < 0) return table[0]!
      if (at > last) return table[last]!
      return table[at]! + (table[at + 1]! - table[at]!) * ((whole & ((1 << restBits) - 1)) / (1 << restBits))
    }
  return { pull: lookUp(tableOf(exactForces.pull)), push: lookUp(tableOf(exactForces.push)) }
}
