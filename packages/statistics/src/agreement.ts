/** How far apart two ratings are: names alone, places in an order, or numbers. */
export type AgreementScale = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/** A rating of each unit by each rater; null where that rater gave none. */
export type Ratings = readonly (readonly (number | null)[])[]

/** How often each unit counts, as a bootstrap over units draws them; 1 each when left out. */
type Weights = ArrayLike<number>

function unitsOf(name: string, ratings: Ratings): number {
  const units = ratings[0]?.length ?? 0
  for (const row of ratings) {
    if (row.length !== units)
      throw new RangeError(`${name}: every rater needs a place for each of ${units} units, but one has ${row.length}`)
    for (const value of row)
      if (value !== null && !Number.isFinite(value)) throw new RangeError(`${name}: a rating must be finite or null, but got ${value}`)
  }
  return units
}

/**
 * Krippendorff's alpha: 1 - observed / expected disagreement, for any number of raters and with missing ratings.
 *
 * @param ratings  raters x units; units with fewer than two ratings drop out. On the nominal scale numbers are names; on the ordinal scale their order counts
 * @returns        at most 1, 0 at chance, below 0 when raters disagree on purpose; null when no unit has two ratings or all ratings are alike (0/0)
 * @see Krippendorff 2011, Computing Krippendorff's Alpha-Reliability
 * @example krippendorffAlpha([[1, 2, 2], [1, 2, 1]], 'nominal')?.toFixed(3) // '0.444'
 */
export function krippendorffAlpha(ratings: Ratings, scale: AgreementScale, weights?: Weights): number | null {
  const units = unitsOf('krippendorffAlpha', ratings)
  const values = [...new Set(ratings.flatMap((row) => row.filter((value) => value !== null)))].sort((a, b) => a - b)
  if (scale === 'ratio' && values.some((value) => value < 0))
    throw new RangeError('krippendorffAlpha: a ratio scale has no ratings below 0')
  const place = new Map(values.map((value, k) => [value, k]))
  const size = values.length
  // What was rated, by places among the values, unit after unit.
  const given = new Uint32Array(ratings.length * units)
  const starts = new Uint32Array(units + 1)
  let filled = 0
  for (let unit = 0; unit < units; unit++) {
    for (const row of ratings) {
      const value = row[unit]
      if (value !== null && value !== undefined) given[filled++] = place.get(value)!
    }
    starts[unit + 1] = filled
  }
  const margins = new Float64Array(size)
  let n = 0
  for (let unit = 0; unit < units; unit++) {
    const rated = starts[unit + 1]! - starts[unit]!
    const times = weights ? weights[unit]! : 1
    if (rated < 2 || times === 0) continue
    for (let i = starts[unit]!; i < starts[unit + 1]!; i++) margins[given[i]!]! += times
    n += times * rated
  }
  const distance = distanceOn(scale, values, margins)
  let observed = 0
  for (let unit = 0; unit < units; unit++) {
    const rated = starts[unit + 1]! - starts[unit]!
    const times = weights ? weights[unit]! : 1
    if (rated < 2 || times === 0) continue
    let apart = 0
    for (let i = starts[unit]!; i < starts[unit + 1]!; i++)
      for (let j = starts[unit]!; j < i; j++) if (given[i] !== given[j]) apart += distance(given[i]!, given[j]!)
    observed += (times * apart) / (rated - 1)
  }
  const expected = expectedOn(scale, values, margins, distance)
  return expected > 0 ? 1 - ((n - 1) * observed) / expected : null
}

/** Places on a scale that distances are squared differences of: the ratings themselves, or their mean ranks. */
function placesOn(scale: 'ordinal' | 'interval', values: readonly number[], margins: Float64Array): Float64Array {
  if (scale === 'interval') return Float64Array.from(values)
  let below = 0
  return margins.map((each) => {
    const middle = below + each / 2
    below += each
    return middle
  })
}

/** Squared distance of two ratings, by their places among the values. */
function distanceOn(scale: AgreementScale, values: readonly number[], margins: Float64Array): (a: number, b: number) => number {
  if (scale === 'nominal') return () => 1
  if (scale === 'ratio') return (a, b) => ((values[a]! - values[b]!) / (values[a]! + values[b]!)) ** 2
  const places = placesOn(scale, values, margins)
  return (a, b) => (places[a]! - places[b]!) ** 2
}

/** Sum of margin x margin x distance over pairs of different ratings; in closed form where the distance allows. */
function expectedOn(
  scale: AgreementScale,
  values: readonly number[],
  margins: Float64Array,
  distance: (a: number, b: number) => number,
): number {
  let n = 0
  for (const each of margins) n += each
  if (scale === 'ratio') {
    let sum = 0
    for (let a = 0; a < margins.length; a++)
      for (let b = a + 1; b < margins.length; b++) if (margins[a]! * margins[b]! > 0) sum += margins[a]! * margins[b]! * distance(a, b)
    return sum
  }
  if (scale === 'nominal') {
    let sum = 0
    for (const each of margins) sum += each * (n - each)
    return sum / 2
  }
  const places = placesOn(scale, values, margins)
  let centre = 0
  for (let k = 0; k < places.length; k++) centre += (margins[k]! * places[k]!) / n
  let squares = 0
  for (let k = 0; k < places.length; k++) squares += margins[k]! * (places[k]! - centre) ** 2
  return n * squares
}

/** How much two different ratings of Cohen's kappa disagree, by their places in the order of values. */
export type KappaWeights = 'none' | 'linear' | 'quadratic'

function pairedTable(name: string, first: Ratings[number], second: Ratings[number], weights: Weights | undefined) {
  unitsOf(name, [first, second])
  const values = [...new Set([...first, ...second].filter((value) => value !== null))].sort((a, b) => a - b)
  const place = new Map(values.map((value, k) => [value, k]))
  const size = values.length
  const table = new Float64Array(size * size)
  let n = 0
  first.forEach((a, unit) => {
    const b = second[unit]!
    if (a === null || b === null) return
    const times = weights ? weights[unit]! : 1
    table[place.get(a)! * size + place.get(b)!]! += times
    n += times
  })
  const rows = new Float64Array(size)
  const columns = new Float64Array(size)
  for (let a = 0; a < size; a++)
    for (let b = 0; b < size; b++) {
      rows[a]! += table[a * size + b]!
      columns[b]! += table[a * size + b]!
    }
  return { size, table, rows, columns, n }
}

/**
 * Cohen's kappa of two raters; weighted, a disagreement counts by the distance of the places of its ratings among all values.
 *
 * @returns  -1 to 1, 0 at chance; null when no unit has both ratings or both raters gave one and the same rating throughout (0/0)
 * @see Cohen 1960; Cohen 1968 for weights
 * @example cohenKappa([0, 0, 1, 1], [0, 1, 1, 1]) // 0.5
 */
export function cohenKappa(first: Ratings[number], second: Ratings[number], kind: KappaWeights = 'none', weights?: Weights): number | null {
  const { size, table, rows, columns, n } = pairedTable('cohenKappa', first, second, weights)
  let observed = 0
  let expected = 0
  for (let a = 0; a < size; a++)
    for (let b = 0; b < size; b++) {
      const apart = kind === 'none' ? Number(a !== b) : kind === 'linear' ? Math.abs(a - b) : (a - b) ** 2
      observed += apart * table[a * size + b]!
      expected += (apart * rows[a]! * columns[b]!) / n
    }
  return expected > 0 ? 1 - observed / expected : null
}

/**
 * Scott's pi of two raters: as Cohen's kappa, with chance from the pooled ratings of both.
 *
 * @returns  -1 to 1; null when no unit has both ratings or all ratings are alike
 * @see Scott 1955
 */
export function scottPi(first: Ratings[number], second: Ratings[number], weights?: Weights): number | null {
  const { size, table, rows, columns, n } = pairedTable('scottPi', first, second, weights)
  if (n === 0) return null
  let observed = 0
  let expected = 0
  for (let a = 0; a < size; a++) {
    observed += table[a * size + a]! / n
    expected += ((rows[a]! + columns[a]!) / (2 * n)) ** 2
  }
  return expected < 1 - 1e-15 ? (observed - expected) / (1 - expected) : null
}

/**
 * How often each category was given to each unit.
 *
 * @param categories  number of categories; ratings are whole numbers from 0 below it
 * @returns           units x categories
 */
export function ratingCounts(ratings: Ratings, categories: number): number[][] {
  const units = unitsOf('ratingCounts', ratings)
  return Array.from({ length: units }, (_, unit) => {
    const counts = new Array<number>(categories).fill(0)
    for (const row of ratings) {
      const value = row[unit]
      if (value === null || value === undefined) continue
      if (!Number.isInteger(value) || value < 0 || value >= categories)
        throw new RangeError(`ratingCounts: a rating must be a whole number below ${categories}, but got ${value}`)
      counts[value]!++
    }
    return counts
  })
}

const totalOf = (counts: ArrayLike<number>): number => {
  let sum = 0
  for (let k = 0; k < counts.length; k++) {
    if (!(Number.isInteger(counts[k]) && counts[k]! >= 0))
      throw new RangeError(`ratings must be counts, whole numbers from 0, but got ${counts[k]}`)
    sum += counts[k]!
  }
  return sum
}

/** Share of pairs of ratings of a unit that agree. */
function pairsAlike(counts: ArrayLike<number>, rated: number): number {
  let alike = 0
  for (let k = 0; k < counts.length; k++) alike += counts[k]! * (counts[k]! - 1)
  return alike / (rated * (rated - 1))
}

/**
 * Fleiss' kappa: agreement beyond chance of a fixed number of raters, who need not be the same for every unit.
 *
 * @param counts  units x categories: how many raters gave each category; every unit has the same number of ratings, 2 or more
 * @returns       at most 1; null without units and when all ratings are of one category (0/0)
 * @see Fleiss 1971
 * @example fleissKappa([[2, 0], [0, 2]]) // 1
 */
export function fleissKappa(counts: readonly ArrayLike<number>[], weights?: Weights): number | null {
  const raters = counts[0] ? totalOf(counts[0]) : 0
  const categories = counts[0]?.length ?? 0
  const given = new Float64Array(categories)
  let n = 0
  let observed = 0
  counts.forEach((row, unit) => {
    const rated = totalOf(row)
    if (rated !== raters || rated < 2)
      throw new RangeError(
        `fleissKappa: every unit needs the same number of ratings, 2 or more, but unit ${unit} has ${rated}. Alpha and AC1 allow missing ratings.`,
      )
    const times = weights ? weights[unit]! : 1
    n += times
    observed += times * pairsAlike(row, rated)
    for (let k = 0; k < categories; k++) given[k]! += times * row[k]!
  })
  if (n === 0) return null
  let expected = 0
  for (const each of given) expected += (each / (n * raters)) ** 2
  return expected < 1 - 1e-15 ? (observed / n - expected) / (1 - expected) : null
}

/**
 * Gwet's AC1: agreement beyond chance that does not collapse where one category is rare, for two raters or more and with missing ratings.
 *
 * @param counts  units x categories, with a column for each category that could have been given, seen or not; units with fewer than two ratings count for
 *                the shares of the categories and not for the agreement
 * @returns       at most 1; null when no unit has two ratings, or there is one category only
 * @see Gwet 2008; Gwet 2014, Handbook of Inter-Rater Reliability, for more than two raters
 * @example gwetAc1([[2, 0], [2, 0], [1, 1]])?.toFixed(4) // '0.5385'
 */
export function gwetAc1(counts: readonly ArrayLike<number>[], weights?: Weights): number | null {
  const categories = counts[0]?.length ?? 0
  if (categories < 2) return null
  const shares = new Float64Array(categories)
  let n = 0
  let both = 0
  let observed = 0
  counts.forEach((row, unit) => {
    const rated = totalOf(row)
    if (rated === 0) return
    const times = weights ? weights[unit]! : 1
    n += times
    for (let k = 0; k < categories; k++) shares[k]! += (times * row[k]!) / rated
    if (rated < 2) return
    both += times
    observed += times * pairsAlike(row, rated)
  })
  if (both === 0) return null
  let expected = 0
  for (const share of shares) expected += (share / n) * (1 - share / n)
  expected /= categories - 1
  return (observed / both - expected) / (1 - expected)
}

/** Bennett's S: agreement beyond what raters who pick each of k categories alike would have; null for fewer than two categories (Bennett, Alpert & Goldstein 1954). */
export const bennettS = (agreed: number, categories: number): number | null =>
  categories < 2 ? null : (agreed - 1 / categories) / (1 - 1 / categories)
