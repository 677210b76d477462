import { integerBelow, type Random } from '@corpuscope/statistics'

/** Records as whole numbers, a column an attribute; the same number means the same value in every table that is compared. */
export interface Records {
  readonly n: number
  readonly columns: readonly Uint32Array[]
}

/** How many of a number of attacks succeeded on the records that were used, on others, and by guessing. */
export interface AttackCounts {
  readonly attacks: number
  readonly successes: number
  readonly controlAttacks: number
  readonly controlSuccesses: number | undefined
  readonly baseline: number
}

const mostColumns = 3

/** The same records without repeats, in their order. */
export function distinctRecords(records: Records): Records {
  const seen = new Set<string>()
  const kept: number[] = []
  for (let i = 0; i < records.n; i++) {
    const key = records.columns.map((column) => column[i]!).join(' ')
    if (seen.size < seen.add(key).size) kept.push(i)
  }
  return recordsAt(records, kept)
}

export const recordsAt = ({ columns }: Records, places: readonly number[]): Records => ({
  n: places.length,
  columns: columns.map((column) => Uint32Array.from(places, (place) => column[place]!)),
})

/** A conjunction of conditions, each on one column: equal to a value, or not. */
interface Query {
  readonly columns: readonly number[]
  readonly values: readonly number[]
  readonly not?: readonly boolean[]
}

function matches(records: Records, { columns, values, not }: Query): number {
  let found = 0
  for (let i = 0; i < records.n; i++) {
    let all = true
    for (let c = 0; all && c < columns.length; c++) all = (records.columns[columns[c]!]![i] === values[c]) !== (not?.[c] ?? false)
    if (all) found++
  }
  return found
}

/**
 * Singling out: predicates of up to three attributes that only one synthetic record meets, and that only one original record meets as well.
 * Drawn evenly among all there are, which is what drawing records and attributes until enough single one out comes to.
 *
 * @param original  the records that were used, @param control records that were not; each without repeats
 * @param most      attacks
 */
export function singlingOut(
  original: Records,
  synthetic: Records,
  control: Records | undefined,
  most: number,
  random: Random,
): AttackCounts {
  const size = Math.min(mostColumns, synthetic.columns.length)
  const queries = drawn(loneQueries(synthetic, size), most, random)
  const hits = (records: Records): number => queries.filter((query) => matches(records, query) === 1).length
  const guesses = queries.map(() => randomQuery(synthetic, size, random))
  return {
    attacks: queries.length,
    successes: hits(original),
    controlAttacks: queries.length,
    controlSuccesses: control && hits(control),
    baseline: guesses.filter((query) => matches(original, query) === 1).length,
  }
}

/** Every query over so many columns that exactly one record meets. */
function loneQueries({ n, columns }: Records, size: number): Query[] {
  const found: Query[] = []
  for (const chosen of combinations(columns.length, size)) {
    const holder = new Map<string, number>()
    for (let i = 0; i < n; i++) {
      const key = chosen.map((c) => columns[c]![i]!).join(' ')
      holder.set(key, holder.has(key) ? -1 : i)
    }
    for (const i of holder.values()) if (i >= 0) found.push({ columns: chosen, values: chosen.map((c) => columns[c]![i]!) })
  }
  return found
}

function combinations(n: number, size: number, from = 0): number[][] {
  if (size === 0) return [[]]
  const found: number[][] = []
  for (let i = from; i <= n - size; i++) for (const rest of combinations(n, size - 1, i + 1)) found.push([i, ...rest])
  return found
}

function randomQuery({ columns }: Records, size: number, random: Random): Query {
  const chosen = drawn([...columns.keys()], size, random)
  return {
    columns: chosen,
    values: chosen.map((c) => {
      const values = [...new Set(columns[c])]
      return values[integerBelow(random, values.length)]!
    }),
    not: chosen.map(() => random() < 0.5),
  }
}

/**
 * Linkability: a record is cut into two halves of its attributes, and both lead to the same synthetic record as their closest.
 *
 * @param original  the records that were used, @param control records that were not
 */
export function linkability(
  original: Records,
  synthetic: Records,
  control: Records | undefined,
  halves: readonly [readonly number[], readonly number[]],
  most: number,
  random: Random,
): AttackCounts {
  const linked = (records: Records): number =>
    places(records, most, random).filter((place) => {
      const [one, other] = halves.map((half) => closest(synthetic, records, place, half)) as [number, number]
      return one === other
    }).length
  const attacks = Math.min(most, original.n)
  let baseline = 0
  for (let i = 0; i < attacks; i++) {
    const guess = integerBelow(random, synthetic.n)
    if (guess === integerBelow(random, synthetic.n)) baseline++
  }
  return {
    attacks,
    successes: linked(original),
    controlAttacks: control ? Math.min(most, control.n) : 0,
    controlSuccesses: control && linked(control),
    baseline,
  }
}

/**
 * Inference: the synthetic record closest in all other attributes gives a record's secret away; the baseline takes any synthetic record's.
 *
 * @param secret  place of its column
 */
export function inference(
  original: Records,
  synthetic: Records,
  control: Records | undefined,
  secret: number,
  most: number,
  random: Random,
): AttackCounts {
  const known = [...original.columns.keys()].filter((column) => column !== secret)
  const secrets = synthetic.columns[secret]!
  const right = (records: Records, guess: (place: number) => number): number =>
    places(records, most, random).filter((place) => secrets[guess(place)] === records.columns[secret]![place]).length
  const inferred = (records: Records): number => right(records, (place) => closest(synthetic, records, place, known))
  return {
    attacks: Math.min(most, original.n),
    successes: inferred(original),
    controlAttacks: control ? Math.min(most, control.n) : 0,
    controlSuccesses: control && inferred(control),
    baseline: right(original, () => integerBelow(random, synthetic.n)),
  }
}

/** The synthetic record that differs in fewest of some columns; of several the first. */
function closest(synthetic: Records, records: Records, place: number, columns: readonly number[]): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < synthetic.n && least > 0; i++) {
    let differing = 0
    for (const column of columns) if (synthetic.columns[column]![i] !== records.columns[column]![place]) differing++
    if (differing < least) {
      least = differing
      best = i
    }
  }
  return best
}

const places = ({ n }: Records, most: number, random: Random): number[] =>
  drawn(
    Array.from({ length: n }, (_, i) => i),
    most,
    random,
  )

/** So many without replacement, all where there are fewer; the first steps of a Fisher-Yates shuffle. */
function drawn<Item>(items: Item[], most: number, random: Random): Item[] {
  const count = Math.min(most, items.length)
  for (let i = 0; i < count; i++) {
    const j = i + integerBelow(random, items.length - i)
    ;[items[i], items[j]] = [items[j]!, items[i]!]
  }
  return items.slice(0, count)
}
