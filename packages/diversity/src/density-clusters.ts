/** Clusters of places on a map by how densely it is covered. */
export interface DensityClusters {
  readonly k: number
  /** The cluster of each place, 0 for the largest; -1 where the map is too thin. */
  readonly of: Int32Array
  /** Where each is densest, in the map's own coordinates. */
  readonly peaks: readonly { readonly x: number; readonly y: number }[]
}

/** Cells along the longer side of the map. */
const cells = 96

/** Two peaks are one cluster unless the way between them falls below this share of the lower one. */
const saddle = 0.6

/** Below this share of its cluster's peak a place is left out. */
const rim = 0.1

/** Fewer places than this, or than a hundredth of all, are no cluster. */
const leastPlaces = 5

/**
 * Density clusters of a map: a Gaussian kernel density on a grid, each of whose cells belongs to the peak that it climbs to; peaks that no valley parts are
 * one. Bandwidth by Scott's rule of the middle half of the places, so that islands far apart do not widen it.
 *
 * @param x, y  coordinates, finite; as many of one as of the other
 * @see Chazal, Guibas, Oudot & Skraba 2013, Persistence-based clustering in Riemannian manifolds, JACM 60:41 (here by ratio, on a grid)
 */
export function densityClusters(x: Float64Array, y: Float64Array): DensityClusters {
  const n = x.length
  if (n === 0) return { k: 0, of: new Int32Array(0), peaks: [] }
  const grid = gridOf(x, y)
  const density = densityOf(grid, x, y)
  const basin = basins(grid, density)
  const found = Int32Array.from({ length: n }, (_, i) => {
    const cell = grid.cellOf(x[i]!, y[i]!)
    return density[cell]! >= rim * density[basin[cell]!]! ? basin[cell]! : -1
  })
  const counts = new Map<number, number>()
  for (const peak of found) if (peak >= 0) counts.set(peak, (counts.get(peak) ?? 0) + 1)
  const least = Math.max(leastPlaces, n / 100)
  const kept = [...counts].filter(([, count]) => count >= least).sort((a, b) => b[1] - a[1] || a[0] - b[0])
  const number = new Map(kept.map(([peak], at) => [peak, at]))
  return {
    k: kept.length,
    of: found.map((peak) => number.get(peak) ?? -1),
    peaks: kept.map(([peak]) => grid.middleOf(peak)),
  }
}

interface Grid {
  readonly width: number
  readonly height: number
  /** Of a cell. */
  readonly side: number
  readonly cellOf: (x: number, y: number) => number
  readonly middleOf: (cell: number) => { readonly x: number; readonly y: number }
}

function gridOf(x: Float64Array, y: Float64Array): Grid {
  const ends = (values: Float64Array): readonly [number, number] => [
    values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
    values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
  ]
  const [[left, right], [bottom, top]] = [ends(x), ends(y)]
  const side = Math.max(right - left, top - bottom) / cells || 1
  const [width, height] = [Math.floor((right - left) / side) + 1, Math.floor((top - bottom) / side) + 1]
  return {
    width,
    height,
    side,
    cellOf: (at, up) => Math.floor((up - bottom) / side) * width + Math.floor((at - left) / side),
    middleOf: (cell) => ({ x: left + ((cell % width) + 0.5) * side, y: bottom + (Math.floor(cell / width) + 0.5) * side }),
  }
}

/** Counts in cells, blurred along and across. */
function densityOf({ width, height, side, cellOf }: Grid, x: Float64Array, y: Float64Array): Float64Array {
  const counts = new Float64Array(width * height)
  for (let i = 0; i < x.length; i++) counts[cellOf(x[i]!, y[i]!)]!++
  const bandwidth = Math.max(1, Math.min(cells / 12, (0.5 * (spread(x) + spread(y)) * x.length ** (-1 / 6)) / side / 2))
  const reach = Math.ceil(3 * bandwidth)
  const kernel = Float64Array.from({ length: 2 * reach + 1 }, (_, at) => Math.exp(-(((at - reach) / bandwidth) ** 2) / 2))
  const blurred = (from: Float64Array, length: number, lines: number, step: number, stride: number): Float64Array => {
    const to = new Float64Array(from.length)
    for (let line = 0; line < lines; line++)
      for (let at = 0; at < length; at++) {
        let sum = 0
        for (let other = Math.max(0, at - reach); other <= Math.min(length - 1, at + reach); other++)
          sum += kernel[other - at + reach]! * from[line * stride + other * step]!
        to[line * stride + at * step] = sum
      }
    return to
  }
  return blurred(blurred(counts, width, height, 1, width), height, width, width, 1)
}

/** Robust standard deviation: of the middle half. */
function spread(values: Float64Array): number {
  const sorted = values.slice().sort()
  return (sorted[Math.floor(0.75 * (sorted.length - 1))]! - sorted[Math.floor(0.25 * (sorted.length - 1))]!) / 1.349
}

/** The peak that each cell belongs to: cells from the densest down, each joining its densest neighbour, basins that meet above their saddle becoming one. */
function basins({ width, height }: Grid, density: Float64Array): Int32Array {
  const order = Uint32Array.from(density.keys()).filter((cell) => density[cell]! > 0)
  order.sort((a, b) => density[b]! - density[a]! || a - b)
  const peak = new Int32Array(density.length).fill(-1)
  const joined = Int32Array.from(density.keys())
  const rootOf = (cell: number): number => {
    let root = cell
    while (joined[root] !== root) root = joined[root]!
    return root
  }
  for (const cell of order) {
    const [column, row] = [cell % width, Math.floor(cell / width)]
    const around = [
      ...(column > 0 ? [cell - 1] : []),
      ...(column < width - 1 ? [cell + 1] : []),
      ...(row > 0 ? [cell - width] : []),
      ...(row < height - 1 ? [cell + width] : []),
    ].filter((other) => peak[other]! >= 0)
    // Of several basins the cell belongs to that of the highest peak.
    const roots = [...new Set(around.map((other) => rootOf(peak[other]!)))].sort((a, b) => density[b]! - density[a]! || a - b)
    peak[cell] = roots[0] ?? cell
    for (const lower of roots.slice(1)) if (density[cell]! > saddle * density[lower]!) joined[lower] = roots[0]!
  }
  return peak.map((cell) => (cell < 0 ? -1 : rootOf(cell)))
}
