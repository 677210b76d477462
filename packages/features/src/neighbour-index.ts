import { pickRows } from './dense.ts'
import { kMeans, nearestCentres } from './k-means.ts'
import { keepNearest, type Neighbours, nearestNeighbours } from './neighbours.ts'
import { eachProductBlock, tileAt } from './pair-products.ts'

/** Rows that the cells' centres are sought among, for each cell. */
const rowsPerCentre = 40

/** Cells that are searched for a query: the nearest to the centre of its own. */
const searched = 16

/** Rows in cells around centres, each searched only where its like may be. */
export interface NeighbourIndex {
  /** The nearest rows of each query, as far as they lie in the cells that are searched; -Infinity where these hold fewer than k. */
  readonly nearest: (queries: Float64Array, k: number) => Neighbours
}

/**
 * An inverted file over rows: about √n cells by k-means, of which a query sees the 16 around its own. Approximate: `recall` tells how far.
 *
 * @param vectors  n x d, row-major, unit rows
 * @param random   numbers in [0, 1); the same ones give the same index
 * @see Sivic & Zisserman 2003, Video Google; Jégou, Douze & Schmid 2011, Product quantization for nearest neighbor search
 */
export function neighbourIndex(vectors: Float64Array, n: number, d: number, random: () => number): NeighbourIndex {
  const k = Math.max(1, Math.round(Math.sqrt(n)))
  const sample = Uint32Array.from({ length: Math.min(n, rowsPerCentre * k) }, (_, i, size = Math.min(n, rowsPerCentre * k)) =>
    Math.floor((i * n) / size),
  )
  const clusters = kMeans(pickRows(vectors, d, sample), sample.length, d, Math.min(k, sample.length), random, { starts: 1, iterations: 10 })
  const members = grouped(nearestCentres(vectors, n, d, clusters), clusters.k)
  const around = nearestNeighbours(unit(clusters.centres, d), clusters.k, d, searched - 1)
  return {
    nearest(queries, wanted) {
      const m = queries.length / d
      const found: Neighbours = {
        k: wanted,
        indices: new Uint32Array(m * wanted),
        similarities: new Float64Array(m * wanted).fill(Number.NEGATIVE_INFINITY),
      }
      const least = new Float64Array(m).fill(Number.NEGATIVE_INFINITY)
      grouped(nearestCentres(queries, m, d, clusters), clusters.k).forEach((asked, cell) => {
        if (asked.length === 0) return
        const cells = [cell, ...around.indices.subarray(cell * around.k, (cell + 1) * around.k)]
        // By rising index, so that of equally near rows the lower comes first.
        const candidates = Uint32Array.from(cells.flatMap((each) => [...members[each]!])).sort()
        eachProductBlock(
          pickRows(queries, d, asked),
          pickRows(vectors, d, candidates),
          d,
          ({ tiles, rows: [from, to], columns: [other, end], width }) => {
            for (let row = from; row < to; row++) {
              const query = asked[row]!
              const first = tileAt(row - from, 0, width)
              for (let column = other; column < end; column++) {
                const similarity = tiles[first + tileAt(0, column - other, width)]!
                if (similarity > least[query]!) least[query] = keepNearest(found, query, candidates[column]!, similarity)
              }
            }
          },
          { precision: 'single' },
        )
      })
      return found
    },
  }
}

/** Share of the true nearest that were found. */
export function recall(found: Neighbours, exact: Neighbours): number {
  let kept = 0
  for (let at = 0; at < exact.indices.length; at += exact.k) {
    const seen = new Set(found.indices.subarray(at, at + found.k))
    for (const index of exact.indices.subarray(at, at + exact.k)) if (seen.has(index)) kept++
  }
  return kept / exact.indices.length
}

function grouped(of: Uint32Array, k: number): Uint32Array[] {
  const sizes = new Uint32Array(k)
  for (const cell of of) sizes[cell]!++
  const members = Array.from(sizes, (size) => new Uint32Array(size))
  sizes.fill(0)
  of.forEach((cell, i) => {
    members[cell]![sizes[cell]!++] = i
  })
  return members
}

function unit(rows: Float64Array, d: number): Float64Array {
  const out = rows.slice()
  for (let at = 0; at < out.length; at += d) {
    const row = out.subarray(at, at + d)
    const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0))
    if (length > 0) for (let k = 0; k < d; k++) row[k]! /= length
  }
  return out
}
