/** What word frequencies alone say about a text. Null where the measure is not defined. */
export interface Richness {
  readonly tokens: number
  readonly types: number
  readonly hapaxes: number
  readonly ttr: number | null
  readonly guiraudR: number | null
  readonly carrollCttr: number | null
  readonly herdanC: number | null
  readonly summerS: number | null
  readonly maasA2: number | null
  readonly dugastU: number | null
  readonly yuleK: number | null
  readonly yuleI: number | null
  readonly simpsonD: number | null
  readonly herdanVm: number | null
  readonly honoreR: number | null
  readonly sichelS: number | null
  readonly brunetW: number | null
  readonly hapaxRatio: number | null
  readonly entropy: number | null
  readonly entropyNormalised: number | null
}

const lent = new Uint32Array(64)

/**
 * Vocabulary richness from the frequency of each type.
 *
 * N tokens, V types, V1 types that occur once, V2 twice, M2 the sum of squared frequencies, logarithms natural unless said:
 * TTR V/N; Guiraud R V/sqrt(N); Carroll CTTR V/sqrt(2N); Herdan C ln V/ln N; Summer S ln ln V/ln ln N (V > e); Maas a2 (ln N - ln V)/(ln N)^2;
 * Dugast U (ln N)^2/(ln N - ln V); Yule K 10^4 (M2 - N)/N^2; Yule I N^2/(M2 - N) (Oakes's form, 10^4/K); Simpson D sum f(f-1)/(N(N-1));
 * Herdan Vm sqrt(M2/N^2 - 1/V); Honoré R 100 ln N/(1 - V1/V); Sichel S V2/V; Brunet W N^(V^-0.165); hapax ratio V1/V; entropy in bits, and over
 * log2 V. Maas's a2 is often given with log10, which is ln 10 times this.
 *
 * @param frequencies  per type 1 or more
 * @see Tweedie & Baayen 1998, How variable may a constant be?; the primary sources stand with each measure
 */
export function richness(frequencies: ArrayLike<number>): Richness {
  const types = frequencies.length
  let tokens = 0
  let squares = 0
  let hapaxes = 0
  let twice = 0
  // Most frequencies of a short text are below 64: their logarithms are taken once a frequency, not once a type.
  const spectrum = lent.fill(0)
  let surprise = 0
  for (let type = 0; type < types; type++) {
    const f = frequencies[type]!
    tokens += f
    squares += f * f
    if (f < 64) spectrum[f]!++
    else surprise += f * Math.log2(f)
  }
  hapaxes = spectrum[1]!
  twice = spectrum[2]!
  for (let f = 2; f < 64; f++) if (spectrum[f]! > 0) surprise += spectrum[f]! * f * Math.log2(f)
  const n = tokens
  const v = types
  const lnN = Math.log(n)
  const lnV = Math.log(v)
  const some = n > 0
  const grows = n > 1
  const entropy = some ? Math.max(0, Math.log2(n) - surprise / n) : null
  return {
    tokens,
    types,
    hapaxes,
    ttr: some ? v / n : null,
    guiraudR: some ? v / Math.sqrt(n) : null,
    carrollCttr: some ? v / Math.sqrt(2 * n) : null,
    herdanC: grows ? lnV / lnN : null,
    summerS: v > Math.E ? Math.log(lnV) / Math.log(lnN) : null,
    maasA2: grows ? (lnN - lnV) / (lnN * lnN) : null,
    dugastU: grows && v < n ? (lnN * lnN) / (lnN - lnV) : null,
    yuleK: some ? (1e4 * (squares - n)) / (n * n) : null,
    yuleI: squares > n ? (n * n) / (squares - n) : null,
    simpsonD: grows ? (squares - n) / (n * (n - 1)) : null,
    herdanVm: some ? Math.sqrt(Math.max(0, squares / (n * n) - 1 / v)) : null,
    honoreR: some && hapaxes < v ? (100 * lnN) / (1 - hapaxes / v) : null,
    sichelS: some ? twice / v : null,
    brunetW: some ? n ** (v ** -0.165) : null,
    hapaxRatio: some ? hapaxes / v : null,
    entropy,
    entropyNormalised: entropy !== null && v > 1 ? entropy / Math.log2(v) : null,
  }
}
