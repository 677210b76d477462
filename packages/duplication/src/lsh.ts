import { type TypedArray, type Vector, vector } from '@corpuscope/core'

/** Bands of a signature, and values of each: of pairs at 0.5, the lowest that are listed, 4 in 1,000 are missed, at 0.8 none in ten billion. */
export const bands = 42
export const bandRows = 3

/** Chance that two documents of similarity s share no band: (1 - s^3)^42. */
export const missProbability = (similarity: number): number => (1 - similarity ** bandRows) ** bands

/** The same in words, to one digit: nobody reads 8e-14. */
export function missText(similarity: number): string {
  const miss = missProbability(similarity)
  if (miss < 1e-9) return 'less than 1 in a billion'
  const rounded = Number(miss.toPrecision(1))
  return rounded.toFixed(-Math.floor(Math.log10(rounded)))
}

export interface CandidateOptions {
  /** Most pairs of bucket neighbours looked at, over all bands; beyond it large buckets are looked at in part. */
  readonly whole: number
  /** Pairs aimed at when that is so; 8 bytes each. */
  readonly part: number
  /** Whether a pair is worth a visit: asked before it is held, as often as the two meet. All are without it. */
  readonly likely?: (a: number, b: number) => boolean
}

/** Memory and time stay linear in documents, with room for some thousands that are all alike. */
export const candidateOptions = (n: number): CandidateOptions => ({ whole: 20e6 + 64 * n, part: 8e6 + 64 * n })

/**
 * Pairs that agree in at least one of 42 bands of 3 values, each once, the lower number first.
 *
 * A bucket of m documents holds m^2 / 2 pairs. When all buckets together hold too many, members of large ones meet only the first of
 * the bucket and as many neighbours as fit, where those that agree in the next band too stand beside each other.
 *
 * @param keys   one 32-bit key a band and document, band after band
 * @param visit  called in ascending order of a, then b
 * @returns      the bucket size up to which all pairs were looked at; Infinity when that is all of them
 * @see Indyk & Motwani 1998; Leskovec, Rajaraman & Ullman, Mining of Massive Datasets, section 3.4
 */
export function eachCandidate(
  keys: Uint32Array,
  n: number,
  { whole, part, likely = () => true }: CandidateOptions,
  visit: (a: number, b: number) => void,
): number {
  const see = (met: TypedArray): void => {
    // One pair may be met in several bands; sorted, it stands beside itself.
    met.sort()
    for (let i = 0; i < met.length; i++) if (i === 0 || met[i] !== met[i - 1]) visit(Math.floor(met[i]! / n), met[i]! % n)
  }
  const all = everyPair(keys, n, whole, likely)
  if (all) {
    see(vector.values(all))
    return Number.POSITIVE_INFINITY
  }
  const sizes = bucketSizes(keys, n)
  let limit = 2
  while (costOf(sizes, limit * 2) <= Math.min(part, whole)) limit *= 2
  see(neighbours(keys, n, limit, costOf(sizes, limit), likely))
  return limit
}

/** All pairs of all buckets, each at the first band it shares, as a * n + b; undefined as soon as there are more than `most` to look at. */
function everyPair(keys: Uint32Array, n: number, most: number, likely: (a: number, b: number) => boolean): Vector | undefined {
  const met = vector.create('f64')
  const room = roomFor(n)
  let cost = 0
  for (let band = 0; band < bands; band++) {
    eachBucket(keys, band, n, room, (members) => {
      cost += (members.length * (members.length - 1)) / 2
      if (cost > most) return
      for (let i = 0; i < members.length; i++)
        for (let j = i + 1; j < members.length; j++) {
          const a = members[i]!
          const b = members[j]!
          if (!likely(a, b)) continue
          let earlier = 0
          while (earlier < band && keys[earlier * n + a] !== keys[earlier * n + b]) earlier++
          if (earlier === band) vector.push(met, a * n + b)
        }
    })
    if (cost > most) return undefined
  }
  return met
}

/** Pairs of whole small buckets, and of neighbours in large ones, some more than once; there are no more than `most`. */
function neighbours(keys: Uint32Array, n: number, limit: number, most: number, likely: (a: number, b: number) => boolean): Float64Array {
  const met = new Float64Array(most)
  const room = roomFor(n)
  let count = 0
  const meet = (x: number, y: number): void => {
    if (likely(x, y)) met[count++] = Math.min(x, y) * n + Math.max(x, y)
  }
  for (let band = 0; band < bands; band++)
    eachBucket(keys, band, n, room, (members) => {
      const first = members[0]!
      const whole = members.length <= limit
      if (!whole) {
        const next = ((band + 1) % bands) * n
        members.sort((a, b) => keys[next + a]! - keys[next + b]! || a - b)
      }
      for (let i = 0; i < members.length; i++) {
        if (!whole && members[i] !== first) meet(first, members[i]!)
        const end = whole ? members.length : Math.min(members.length, i + limit)
        for (let j = i + 1; j < end; j++) meet(members[i]!, members[j]!)
      }
    })
  return met.subarray(0, count)
}

/** Bucket size -> how many buckets, over all bands. */
function bucketSizes(keys: Uint32Array, n: number): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>()
  const room = roomFor(n)
  for (let band = 0; band < bands; band++) eachBucket(keys, band, n, room, ({ length }) => sizes.set(length, (sizes.get(length) ?? 0) + 1))
  return sizes
}

/** Pairs to look at when buckets beyond the limit are looked at in part. */
function costOf(sizes: ReadonlyMap<number, number>, limit: number): number {
  let pairs = 0
  for (const [size, times] of sizes) pairs += times * (size <= limit ? (size * (size - 1)) / 2 : size * limit)
  return pairs
}

/** Room that the bands take in turn. */
interface Room {
  /** How often a slot of keys was met, up to 2. */
  readonly met: Uint8Array
  readonly packed: Float64Array
}

function roomFor(n: number): Room {
  let size = 1024
  while (size < 4 * n && size < 2 ** 26) size *= 2
  return { met: new Uint8Array(size), packed: new Float64Array(n) }
}

/** Visits the documents of each key of a band, ascending, where there are two or more. */
function eachBucket(keys: Uint32Array, band: number, n: number, { met, packed }: Room, visit: (members: Uint32Array) => void): void {
  const from = band * n
  // Most keys stand alone: those whose slot was met once are passed over, and the few others sorted.
  const mask = met.length - 1
  met.fill(0)
  for (let i = from; i < from + n; i++) {
    const slot = keys[i]! & mask
    if (met[slot]! < 2) met[slot]!++
  }
  // Key and number in one double sort natively, many times faster than numbers by a comparing function.
  let places = 1
  while (places < n) places *= 2
  const spread = Math.min(4294967296, 2 ** 53 / places)
  let count = 0
  for (let i = 0; i < n; i++) {
    const key = keys[from + i]!
    if (met[key & mask] === 2) packed[count++] = (key % spread) * places + i
  }
  const sorted = packed.subarray(0, count).sort()
  const bucketOf = (at: number): number => Math.floor(sorted[at]! / places)
  for (let start = 0; start < count; ) {
    let end = start + 1
    while (end < count && bucketOf(end) === bucketOf(start)) end++
    if (end - start > 1) visit(Uint32Array.from(sorted.subarray(start, end), (each) => each % places))
    start = end
  }
}
