import { expect, test } from 'vitest'
import {
  averageRanks,
  bootstrapInterval,
  cohenKappa,
  fleissKappa,
  gwetAc1,
  krippendorffAlpha,
  ratingCounts,
  scottPi,
  seededRandom,
} from '../src/index.ts'
import { expectClose, testVectors } from './vectors.ts'

const coded = (labels: readonly string[]): number[] => labels.map((label) => label.charCodeAt(0) - 97)

testVectors('agree with krippendorff, scikit-learn and statsmodels', (vectors) => {
  const { krippendorff: alpha, krippendorff_binary: binary, two_rater: two, fleiss, kappa_paradox: paradox } = vectors
  for (const scale of ['nominal', 'ordinal', 'interval', 'ratio'] as const)
    expectClose(krippendorffAlpha(alpha.data_4_coders_12_units_null_missing, scale), alpha[scale])
  expectClose(krippendorffAlpha(binary.data, 'nominal'), binary.nominal)
  const [first, second] = [coded(two.rater1), coded(two.rater2)]
  expectClose(cohenKappa(first, second), two.cohen_kappa)
  expectClose(cohenKappa(first, second, 'linear'), two.kappa_linear)
  expectClose(cohenKappa(first, second, 'quadratic'), two.kappa_quadratic)
  expectClose(scottPi(first, second), two.scott_pi)
  expectClose(gwetAc1(ratingCounts([first, second], 3)), two.gwet_ac1)
  expectClose(krippendorffAlpha([first, second], 'nominal'), two.krippendorff_alpha_nominal)
  expectClose(fleissKappa(fleiss.ratings_10x5), fleiss.fleiss_kappa)
  expectClose(gwetAc1(fleiss.ratings_10x5), fleiss.gwet_ac1_multi)
  const cells = paradox.table_yy_yn_ny_nn
  const a = cells.flatMap((times, cell) => new Array<number>(times).fill(cell < 2 ? 1 : 0))
  const b = cells.flatMap((times, cell) => new Array<number>(times).fill(cell % 2 === 0 ? 1 : 0))
  expectClose(cohenKappa(a, b), paradox.cohen_kappa)
  expectClose(gwetAc1(ratingCounts([a, b], 2)), paradox.gwet_ac1)
})

test('two raters without a missing rating: alpha is pi + (1 - pi) / 2n', () => {
  const random = seededRandom('pi')
  for (let round = 0; round < 20; round++) {
    const draw = (): number[] => Array.from({ length: 30 }, () => Math.floor(random() * 3))
    const [a, b] = [draw(), draw()]
    const pi = scottPi(a, b)!
    expect(krippendorffAlpha([a, b], 'nominal')).toBeCloseTo(pi + (1 - pi) / 60, 12)
  }
})

test('the order of raters and of units makes no difference, and a unit rated once none either', () => {
  const ratings = [
    [1, 2, null, 4, 2, null],
    [1, 3, 2, 4, null, null],
    [2, 3, 2, 4, 2, 5],
  ]
  for (const scale of ['nominal', 'ordinal', 'interval', 'ratio'] as const) {
    const alpha = krippendorffAlpha(ratings, scale)!
    expect(krippendorffAlpha([...ratings].reverse(), scale)).toBeCloseTo(alpha, 12)
    expect(
      krippendorffAlpha(
        ratings.map((row) => [...row].reverse()),
        scale,
      ),
    ).toBeCloseTo(alpha, 12)
    expect(
      krippendorffAlpha(
        ratings.map((row) => row.slice(0, 5)),
        scale,
      ),
    ).toBeCloseTo(alpha, 12)
  }
})

test('the ordinal scale sees the order alone', () => {
  const ratings = [
    [1, 2, 3, 4, 4, 2],
    [1, 3, 3, 4, 2, 2],
  ]
  const stretched = ratings.map((row) => row.map((value) => value ** 3))
  expect(krippendorffAlpha(stretched, 'ordinal')).toBeCloseTo(krippendorffAlpha(ratings, 'ordinal')!, 12)
  expect(krippendorffAlpha(stretched, 'interval')).not.toBeCloseTo(krippendorffAlpha(ratings, 'interval')!, 3)
})

test('quadratic kappa of ranks without ties is near the correlation of raters with equal margins', () => {
  const a = [0, 1, 2, 3, 4]
  const b = [1, 0, 2, 4, 3]
  const [x, y] = [averageRanks(a), averageRanks(b)]
  let [xy, xx] = [0, 0]
  for (let i = 0; i < 5; i++) {
    xy += (x[i]! - 3) * (y[i]! - 3)
    xx += (x[i]! - 3) ** 2
  }
  expect(cohenKappa(a, b, 'quadratic')).toBeCloseTo(xy / xx, 12)
})

test('a weight counts a unit as often as it says', () => {
  const [a, b] = [
    [0, 1, 1, 2],
    [0, 1, 2, 2],
  ]
  const twice = (row: number[]): number[] => [...row, row[2]!]
  const weights = [1, 1, 2, 1]
  expect(krippendorffAlpha([a, b], 'interval', weights)).toBeCloseTo(krippendorffAlpha([twice(a), twice(b)], 'interval')!, 12)
  expect(cohenKappa(a, b, 'linear', weights)).toBeCloseTo(cohenKappa(twice(a), twice(b), 'linear')!, 12)
  expect(scottPi(a, b, weights)).toBeCloseTo(scottPi(twice(a), twice(b))!, 12)
  const counts = ratingCounts([a, b], 3)
  expect(fleissKappa(counts, weights)).toBeCloseTo(fleissKappa([...counts, counts[2]!])!, 12)
  expect(gwetAc1(counts, weights)).toBeCloseTo(gwetAc1([...counts, counts[2]!])!, 12)
  const interval = bootstrapInterval(4, (drawn) => gwetAc1(counts, drawn) ?? Number.NaN, { random: seededRandom('ac1') })!
  expect(interval[0]).toBeLessThan(interval[1])
})

test('nothing to compare, or one category only, has no coefficient', () => {
  expect(krippendorffAlpha([], 'nominal')).toBeNull()
  expect(
    krippendorffAlpha(
      [
        [1, null],
        [null, 1],
      ],
      'nominal',
    ),
  ).toBeNull()
  expect(
    krippendorffAlpha(
      [
        [1, 1],
        [1, 1],
      ],
      'nominal',
    ),
  ).toBeNull()
  expect(cohenKappa([1, 1], [1, 1])).toBeNull()
  expect(cohenKappa([null], [1])).toBeNull()
  expect(scottPi([], [])).toBeNull()
  expect(scottPi([1, 1], [1, 1])).toBeNull()
  expect(fleissKappa([])).toBeNull()
  expect(
    fleissKappa([
      [2, 0],
      [2, 0],
    ]),
  ).toBeNull()
  expect(gwetAc1([[2], [2]])).toBeNull()
  expect(
    gwetAc1([
      [1, 0],
      [0, 1],
    ]),
  ).toBeNull()
})

test.each([
  ['raters of different length', () => krippendorffAlpha([[1, 2], [1]], 'nominal')],
  ['a rating that is no number', () => cohenKappa([Number.NaN], [1])],
  [
    'different numbers of ratings',
    () =>
      fleissKappa([
        [2, 0],
        [1, 2],
      ]),
  ],
  ['a rating beyond the categories', () => ratingCounts([[3]], 2)],
  [
    'ratings below 0 on a ratio scale',
    () =>
      krippendorffAlpha(
        [
          [-1, 1],
          [1, 2],
        ],
        'ratio',
      ),
  ],
])('%s is refused', (_, call) => expect(call).toThrow(RangeError))
