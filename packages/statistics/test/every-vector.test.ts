import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  acceleration,
  additiveSmoothing,
  adjustedResiduals,
  agrestiCoull,
  bcaLevels,
  benjaminiHochberg,
  benjaminiYekutieli,
  bennettS,
  bhattacharyya,
  biasCorrection,
  bonferroni,
  chiSquareQuantile,
  chiSquareTest,
  clopperPearson,
  cohenKappa,
  cohenW,
  correlationP,
  cosineOfShares,
  coverageAt,
  cramersV,
  cramersVOfFit,
  cressieRead,
  distribution,
  equivalenceTest,
  exactMultinomialNulls,
  exactMultinomialP,
  fei,
  fleissKappa,
  goodman,
  gTest,
  gwetAc1,
  hellinger,
  hillNumber,
  holm,
  independenceG,
  independenceTest,
  interpolation,
  jeffreys,
  jensenShannonDistance,
  jensenShannonDivergence,
  kendallP,
  kendallTauB,
  kendallTauC,
  kolmogorovSmirnov,
  krippendorffAlpha,
  kullbackLeibler,
  mannWhitney,
  meanEquivalence,
  multinomialNulls,
  normalQuantile,
  orderedWasserstein,
  outcomes,
  pearson,
  populationStabilityIndex,
  quantile,
  quesenberryHurst,
  rarefied,
  ratingCounts,
  richness,
  ruleOfThree,
  sampleEnergyDistance,
  scottPi,
  seededRandom,
  shapeOf,
  sharesOf,
  sisonGlaz,
  spearman,
  standardisedResiduals,
  symmetricChiSquare,
  totalVariation,
  wasserstein,
  wilson,
  wilsonContinuityCorrected,
} from '../src/index.ts'

const file = new URL('../../../../shared/references/statistics-vectors.json', import.meta.url)

type Json = string | number | boolean | null | Json[] | { readonly [key: string]: Json }
type Made = number | boolean | null | undefined | readonly Made[] | ArrayLike<number>

/** The reference values, and which of them a comparison has read. */
class Expected {
  readonly #read = new Set<string>()
  constructor(readonly root: Json) {}

  /** An input: read, not compared. */
  of<T>(path: string): T {
    return this.#at(path) as T
  }

  /** Compares what is made with the value at a path, numbers to a relative error, all the way down. */
  is(path: string, made: Made, relative = 1e-9): void {
    this.#compare(path, this.#at(path), made, relative)
  }

  /** Paths of numbers, truths and nulls that nothing has read; words are remarks. */
  unread(): string[] {
    const found: string[] = []
    const walk = (value: Json, path: string): void => {
      if (this.#read.has(path)) return
      if (Array.isArray(value)) for (const [i, each] of value.entries()) walk(each, `${path}/${i}`)
      else if (value !== null && typeof value === 'object') for (const [key, each] of Object.entries(value)) walk(each, `${path}|${key}`)
      else if (typeof value !== 'string') found.push(path)
    }
    walk(this.root, '')
    return found
  }

  #at(path: string): Json {
    const keys = path.split('|')
    this.#read.add(`|${path}`)
    let value = this.root
    for (const key of keys) {
      value = (value as Record<string, Json>)[key]!
      expect(value, path).not.toBeUndefined()
    }
    return value
  }

  #compare(path: string, expected: Json, made: Made, relative: number): void {
    if (Array.isArray(expected)) {
      expect(made, path).toHaveLength(expected.length)
      for (const [i, each] of expected.entries()) this.#compare(`${path}/${i}`, each, (made as readonly Made[])[i], relative)
    } else if (typeof expected === 'number') {
      expect(typeof made, path).toBe('number')
      const error = Math.abs((made as number) - expected) / (expected === 0 ? 1 : Math.abs(expected))
      expect(error, `${path}: ${made} against ${expected}`).toBeLessThanOrEqual(relative)
    } else expect(made, path).toBe(expected)
  }
}

const shares = (counts: ArrayLike<number>): Float64Array => sharesOf(counts)!

test.skipIf(!existsSync(file))(
  'every value of the reference file, made by SciPy, statsmodels and enumeration, is met to 1e-9',
  () => {
    const expected = new Expected(JSON.parse(readFileSync(file, 'utf8')))
    distances(expected)
    goodnessOfFit(expected)
    multinomial(expected)
    published(expected)
    proportions(expected)
    equivalence(expected)
    coverage(expected)
    ranks(expected)
    raters(expected)
    resamples(expected)
    expect(expected.unread()).toEqual([])
  },
  60_000,
)

function distances(expected: Expected): void {
  for (const pair of ['p_vs_q', 'with_zeros', 'disjoint', 'identical']) {
    const at = (key: string): string => `distances|${pair}|${key}`
    const [p, q] = [expected.of<number[]>(at('p')), expected.of<number[]>(at('q'))]
    expected.is(at('tv'), totalVariation(p, q))
    expected.is(at('hellinger'), hellinger(p, q))
    expected.is(at('bhattacharyya_coefficient'), bhattacharyya(p, q))
    expected.is(at('kl_nats_p_q'), kullbackLeibler(p, q))
    expected.is(at('kl_nats_q_p'), kullbackLeibler(q, p))
    expected.is(at('js_divergence_bits'), jensenShannonDivergence(p, q))
    expected.is(at('js_divergence_nats'), jensenShannonDivergence(p, q) * Math.LN2)
    expected.is(at('js_distance_base2'), jensenShannonDistance(p, q))
    expected.is(at('js_distance_nats'), jensenShannonDistance(p, q) * Math.sqrt(Math.LN2))
    expected.is(at('cosine_similarity'), cosineOfShares(p, q))
    expected.is(at('chi2_distance_symmetric'), symmetricChiSquare(p, q))
  }
  const [p, q] = [expected.of<number[]>('kl_smoothing|counts_p'), expected.of<number[]>('kl_smoothing|counts_q')]
  const smoothed = (alpha: number): number | null => kullbackLeibler(additiveSmoothing(q, alpha)!, additiveSmoothing(p, alpha)!)
  expected.is('kl_smoothing|additive_alpha_0.5', smoothed(0.5))
  expected.is('kl_smoothing|additive_alpha_1', smoothed(1))
  expected.is('kl_smoothing|jelinek_mercer_lambda_0.01', kullbackLeibler(shares(q), interpolation(shares(p), shares(q), 0.01)))
  const [before, after] = [expected.of<number[]>('psi|expected'), expected.of<number[]>('psi|actual')]
  expected.is('psi|psi', populationStabilityIndex(before, after))
  expected.is('psi|check', kullbackLeibler(before, after)! + kullbackLeibler(after, before)!)
  expected.is('psi|psi_zero_floor_1e-4_not_renormalised', populationStabilityIndex(before, expected.of<number[]>('psi|with_zero_actual')))
  const numeric = (key: string): string => `two_sample_numeric|${key}`
  const [x, y] = [expected.of<number[]>(numeric('x')), expected.of<number[]>(numeric('y'))]
  expected.is(numeric('wasserstein_1'), wasserstein(x, y))
  expected.is(numeric('energy_distance_scipy'), sampleEnergyDistance(x, y))
  const ks = kolmogorovSmirnov(x, y)
  expected.is(numeric('ks_statistic'), ks.statistic)
  expected.is(numeric('ks_p_exact'), ks.p)
  expected.is(numeric('ks_p_asymptotic_scipy'), ks.approximateP)
  const same = kolmogorovSmirnov(x, x)
  expected.is(numeric('ks_identical'), [same.statistic, same.p])
  const ranked = mannWhitney(x, y)
  expected.is(numeric('mannwhitney_u'), ranked.u)
  expected.is(numeric('mannwhitney_p_asymp_cc'), ranked.p)
  expected.is(numeric('cliffs_delta'), ranked.delta)
  const ordered = (key: string): string => `wasserstein_ordered_categories|${key}`
  expected.is(ordered('unit_spacing'), orderedWasserstein(expected.of(ordered('p')), expected.of(ordered('q'))))
}

function goodnessOfFit(expected: Expected): void {
  const at = (key: string): string => `chi_square_gof|${key}`
  const [o, e] = [expected.of<number[]>(at('observed')), expected.of<number[]>(at('expected'))]
  const [chi, g] = [chiSquareTest(o, e), gTest(o, e)]
  expected.is(at('chi2'), chi.statistic)
  expected.is(at('df'), chi.df)
  expected.is(at('p'), chi.p)
  expected.is(at('g'), g.statistic)
  expected.is(at('g_p'), g.p)
  expected.is(at('cressie_read_2/3'), cressieRead(o, e).statistic)
  expected.is(at('cohen_w'), cohenW(o, e))
  expected.is(at('cramers_v_gof'), cramersVOfFit(o, e))
  expected.is(at('fei'), fei(o, e))
  expected.is(at('standardised_residuals'), standardisedResiduals(o, e))
  expected.is(at('adjusted_residuals'), adjustedResiduals(o, e))
  const zero = (key: string): string => `chi_square_zero_observed|${key}`
  const [seen, wanted] = [expected.of<number[]>(zero('observed')), expected.of<number[]>(zero('expected'))]
  expected.is(zero('chi2'), chiSquareTest(seen, wanted).statistic)
  expected.is(zero('p'), chiSquareTest(seen, wanted).p)
  expected.is(zero('g'), gTest(seen, wanted).statistic)
  expected.is(zero('g_p'), gTest(seen, wanted).p)
  const table = expected.of<number[][]>('contingency|table')
  const [independent, likely] = [independenceTest(table)!, independenceG(table)!]
  expected.is('contingency|chi2', independent.statistic)
  expected.is('contingency|df', independent.df)
  expected.is('contingency|p', independent.p)
  expected.is('contingency|g', likely.statistic)
  expected.is('contingency|cramers_v', cramersV(table))
  expected.is('contingency|cramers_v_bias_corrected', cramersV(table, { biasCorrected: true }))
  const ps = expected.of<number[]>('multiple_testing|p')
  expected.is('multiple_testing|bh_adjusted', benjaminiHochberg(ps))
  expected.is('multiple_testing|by_adjusted', benjaminiYekutieli(ps))
  expected.is('multiple_testing|holm', holm(ps))
  expected.is('multiple_testing|bonferroni', bonferroni(ps))
}

function multinomial(expected: Expected): void {
  const at = (key: string): string => `multinomial_exact|${key}`
  const [observed, p, n] = [expected.of<number[]>(at('observed')), expected.of<number[]>(at('p')), expected.of<number>(at('n'))]
  const seen = shares(observed)
  const [tv, js] = exactMultinomialNulls(p, n, [(drawn) => totalVariation(drawn, p), (drawn) => jensenShannonDivergence(drawn, p)])!
  expected.is(at('states'), outcomes(p, n))
  expected.is(at('p_value_prob_ordering'), exactMultinomialP(observed, p))
  expected.is(at('tv_observed'), totalVariation(seen, p))
  expected.is(at('p_value_tv_ge'), tv!.atLeast(totalVariation(seen, p)))
  expected.is(at('tv_null_mean'), tv!.mean)
  expected.is(at('tv_null_q95'), tv!.q95)
  expected.is(at('jsd_bits_observed'), jensenShannonDivergence(seen, p))
  expected.is(at('p_value_jsd_ge'), js!.atLeast(jensenShannonDivergence(seen, p)))
  expected.is(at('jsd_bits_null_mean'), js!.mean)
  expected.is(at('jsd_bits_null_q95'), js!.q95)
}

function published(expected: Expected): void {
  const at = (key: string): string => `syngp500_vs_beach_31_categories|${key}`
  const [percents, counts] = [expected.of<number[]>(at('beach_percent')), expected.of<number[]>(at('syngp500_counts_n500'))]
  const reference = shares(percents)
  const corpus = shares(counts)
  const wanted = reference.map((share) => share * 500)
  const functions = {
    tv: totalVariation,
    jsd_bits: jensenShannonDivergence,
    js_distance_base2: jensenShannonDistance,
    hellinger,
    chi2: (drawn: Float64Array): number => 500 * drawn.reduce((sum, each, i) => sum + (each - reference[i]!) ** 2 / reference[i]!, 0),
  } as const
  for (const [name, of] of Object.entries(functions)) expected.is(at(`observed|${name}`), of(corpus, reference))
  expected.is(at('chi2_p'), chiSquareTest(counts, wanted).p)
  expected.is(at('g'), gTest(counts, wanted).statistic)
  expected.is(at('cohen_w'), cohenW(counts, wanted))
  expected.is(at('kl_nats_syn_beach'), kullbackLeibler(corpus, reference))
  expected.is(at('psi'), populationStabilityIndex(reference, corpus))
  const draws = expected.of<number>(at('null_monte_carlo|draws'))
  const n = expected.of<number>(at('null_monte_carlo|n'))
  expect([draws, n]).toEqual([200_000, 500])
  const found = multinomialNulls(
    reference,
    n,
    Object.values(functions).map((of) => (drawn: Float64Array) => of(drawn, reference)),
    { random: seededRandom('published'), draws: 20_000 },
  )!
  for (const [i, [name, of]] of Object.entries(functions).entries()) {
    const floor = (key: string): string => at(`null_monte_carlo|${name}|${key}`)
    const { mean, sd, median, q95, q99, atLeast } = found[i]!
    // Another generator and a tenth of the draws: noise of either is under 2 %.
    expected.is(floor('mean'), mean, 0.02)
    expected.is(floor('sd'), sd, 0.02)
    expected.is(floor('q50'), median, 0.02)
    expected.is(floor('q95'), q95, 0.02)
    expected.is(floor('q99'), q99, 0.02)
    // A p of a few in 200,000: rarer than 1 in 1,000 by both.
    const p = expected.of<number>(floor('p_value_(r+1)/(R+1)'))
    expect([p < 0.001, atLeast(of(corpus, reference)) < 0.0015]).toEqual([true, true])
  }
  const [ours, theirs] = [counts.slice(0, 30), percents.slice(0, 30)]
  const gaps = ours.map((count, i) => Math.abs(count / 5 - theirs[i]!))
  const within = (points: number): number => gaps.filter((gap) => gap <= points + 1e-9).length
  expected.is(at('spearman_30_categories_without_other'), spearman(ours, theirs))
  expected.is(at('kendall_tau_b_30'), kendallTauB(ours, theirs))
  expected.is(at('pearson_30'), pearson(ours, theirs))
  expected.is(at('max_abs_diff_pp_without_other'), Math.max(...gaps))
  expected.is(at('within_1pp_of_30'), within(1))
  expected.is(at('within_2pp_of_30'), within(2))

  const named = (key: string): string => `syngp500_vs_beach_30_named_renormalised|${key}`
  const [p, q] = [shares(ours), shares(theirs)]
  const total = ours.reduce((sum, count) => sum + count, 0)
  const test30 = chiSquareTest(
    ours,
    q.map((share) => share * total),
  )
  expected.is(named('n'), total)
  expected.is(named('tv'), totalVariation(p, q))
  expected.is(named('js_distance_base2'), jensenShannonDistance(p, q))
  expected.is(named('chi2'), test30.statistic)
  expected.is(named('df'), test30.df)
  expected.is(named('p'), test30.p)
  expected.is(
    named('cohen_w'),
    cohenW(
      ours,
      q.map((share) => share * total),
    ),
  )
  const [tv, js] = multinomialNulls(q, total, [(drawn) => totalVariation(drawn, q), (drawn) => jensenShannonDistance(drawn, q)], {
    random: seededRandom('named'),
    draws: 20_000,
  })!
  expected.is(named('tv_null_mean'), tv!.mean, 0.02)
  expected.is(named('tv_null_q95'), tv!.q95, 0.02)
  expected.is(named('js_distance_null_q95'), js!.q95, 0.02)

  const intervals = goodman(counts)!
  // Printed to six places.
  expect(intervals.map((pair) => pair.map((end) => Number(end.toFixed(6))))).toEqual(expected.of('goodman_syngp500|intervals'))
  const inside = intervals.map(([low, high], i) => low <= reference[i]! && reference[i]! <= high)
  expected.is('goodman_syngp500|beach_inside', inside)
  expected.is(
    'goodman_syngp500|outside_indices_0based',
    inside.flatMap((holds, i) => (holds ? [] : [i])),
  )
}

function proportions(expected: Expected): void {
  const all = expected.root as { proportion_intervals_95: Record<string, Json> }
  for (const key of Object.keys(all.proportion_intervals_95)) {
    const [x, n] = key.split('/').map(Number) as [number, number]
    const at = (name: string): string => `proportion_intervals_95|${key}|${name}`
    if (key.startsWith('rule')) {
      expected.is(`proportion_intervals_95|${key}`, ruleOfThree(n))
      continue
    }
    expected.is(at('wilson'), wilson(x, n))
    expected.is(at('clopper_pearson'), clopperPearson(x, n))
    expected.is(at('agresti_coull'), agrestiCoull(x, n))
    expected.is(at('jeffreys'), jeffreys(x, n))
    expected.is(at('wilson_cc'), wilsonContinuityCorrected(x, n))
  }
  const at = (key: string): string => `goodman_simultaneous_95|${key}`
  const counts = expected.of<number[]>(at('counts'))
  expected.is(at('chi2_quantile_used'), chiSquareQuantile(1 - 0.05 / counts.length, 1))
  expected.is(at('intervals'), goodman(counts))
  expected.is(at('quesenberry_hurst_intervals'), quesenberryHurst(counts))
  expected.is(at('sison_glaz_statsmodels'), sisonGlaz(counts))
}

function equivalence(expected: Expected): void {
  const means = (key: string): string => `tost|two_sample_means|${key}`
  const [a, b] = [expected.of<number[]>(means('a')), expected.of<number[]>(means('b'))]
  const bounds = expected.of<[number, number]>(means('bounds'))
  const pooled = meanEquivalence(a, b, bounds, { pooled: true })!
  expected.is(means('p_pooled'), pooled.p)
  expected.is(means('t_lower'), pooled.lower.t)
  expected.is(means('p_lower'), pooled.lower.p)
  expected.is(means('t_upper'), pooled.upper.t)
  expected.is(means('p_upper'), pooled.upper.p)
  expected.is(means('df'), pooled.df)
  expected.is(means('p_welch'), meanEquivalence(a, b, bounds)!.p)
  const share = (key: string): string => `tost|one_proportion_wald|${key}`
  const [x, n, p0, margin] = ['x', 'n', 'p0', 'margin'].map((key) => expected.of<number>(share(key))) as [number, number, number, number]
  const wald = equivalenceTest(x, n, p0, margin, { method: 'wald' })!
  expected.is(share('se'), (wald.interval[1] - wald.interval[0]) / (2 * normalQuantile(0.95)))
  expected.is(share('p_lower'), wald.lowerP)
  expected.is(share('p_upper'), wald.upperP)
  expected.is(share('z_lower'), -normalQuantile(wald.lowerP))
  expected.is(share('z_upper'), normalQuantile(wald.upperP))
  expected.is(share('p_tost'), wald.p)
  expected.is(share('ci90_wald'), wald.interval)
}

function coverage(expected: Expected): void {
  const multiplicity = Object.entries(expected.of<Record<string, number>>('richness|syngp500_multiplicity'))
  const codes = multiplicity.flatMap(([times, kinds]) => Array<number>(kinds).fill(Number(times)))
  for (const name of ['small', 'no_doubletons', 'no_singletons', 'all_singletons', 'syngp500_snomed_codes']) {
    const at = (key: string): string => `richness|${name}|${key}`
    const counts = name === 'syngp500_snomed_codes' ? codes : expected.of<number[]>(at('counts'))
    const found = richness(counts)!
    expected.is(at('n'), found.n)
    expected.is(at('S_obs'), found.seen)
    expected.is(at('f1'), found.once)
    expected.is(at('f2'), found.twice)
    expected.is(at('good_turing_coverage_1-f1/n'), 1 - found.unseenMass)
    expected.is(at('chao_jost_coverage'), found.coverage)
    expected.is(at('chao1'), found.chao1)
    expected.is(at('chao1_bias_corrected'), found.chao1BiasCorrected)
    expected.is(at('chao1_variance'), found.variance)
    expected.is(at('chao1_ci95_lognormal'), found.interval)
    for (const m of Object.keys(expected.of<Record<string, number>>(at('rarefaction_extrapolation'))))
      expected.is(at(`rarefaction_extrapolation|${m}`), rarefied(counts, Number(m)))
    for (const m of Object.keys(expected.of<Record<string, number>>(at('coverage_at_m'))))
      expected.is(at(`coverage_at_m|${m}`), coverageAt(counts, Number(m)))
    expected.is(
      at('hill_q0_q1_q2_empirical'),
      [0, 1, 2].map((order) => hillNumber(counts, order)),
    )
  }
}

function ranks(expected: Expected): void {
  const at = (key: string): string => `rank_correlation|${key}`
  const [x, y] = [expected.of<number[]>(at('x')), expected.of<number[]>(at('y'))]
  expected.is(at('spearman'), spearman(x, y))
  expected.is(at('spearman_p_t'), correlationP(spearman(x, y)!, x.length))
  expected.is(at('kendall_tau_b'), kendallTauB(x, y))
  expected.is(at('kendall_tau_c'), kendallTauC(x, y))
  expected.is(at('kendall_p_asymptotic'), kendallP(x, y))
  expected.is(at('pearson'), pearson(x, y))
  const numbers = expected.of<number[]>('descriptive|x')
  const shape = shapeOf(numbers)!
  expected.is('descriptive|cv_sample_ddof1', distribution(numbers)!.cv)
  expected.is('descriptive|cv_population', shape.cv)
  expected.is('descriptive|gini', shape.gini)
  expected.is('descriptive|skew_g1', shape.skewness)
  expected.is('descriptive|kurtosis_excess_g2', shape.kurtosis)
  expected.is('descriptive|mad_raw', shape.medianDeviation)
}

function raters(expected: Expected): void {
  const four = expected.of<(number | null)[][]>('krippendorff|data_4_coders_12_units_null_missing')
  for (const scale of ['nominal', 'ordinal', 'interval', 'ratio'] as const)
    expected.is(`krippendorff|${scale}`, krippendorffAlpha(four, scale))
  expected.is('krippendorff_binary|nominal', krippendorffAlpha(expected.of('krippendorff_binary|data'), 'nominal'))
  const two = (key: string): string => `two_rater|${key}`
  const numbered = (key: string): number[] => expected.of<string[]>(two(key)).map((letter) => letter.charCodeAt(0) - 97)
  const [first, second] = [numbered('rater1'), numbered('rater2')]
  const agreed = first.filter((each, i) => each === second[i]).length / first.length
  const counts = ratingCounts([first, second], 3)
  expected.is(two('po'), agreed)
  expected.is(two('cohen_kappa'), cohenKappa(first, second))
  expected.is(two('sklearn_check'), cohenKappa(first, second))
  expected.is(two('kappa_linear'), cohenKappa(first, second, 'linear'))
  expected.is(two('kappa_quadratic'), cohenKappa(first, second, 'quadratic'))
  expected.is(two('scott_pi'), scottPi(first, second))
  expected.is(two('gwet_ac1'), gwetAc1(counts))
  expected.is(two('bennett_s'), bennettS(agreed, 3))
  expected.is(two('krippendorff_alpha_nominal'), krippendorffAlpha([first, second], 'nominal'))
  const [yy, yn, ny, nn] = expected.of<[number, number, number, number]>('kappa_paradox|table_yy_yn_ny_nn')
  const pairs = [...Array(yy).fill([1, 1]), ...Array(yn).fill([1, 0]), ...Array(ny).fill([0, 1]), ...Array(nn).fill([0, 0])] as [
    number,
    number,
  ][]
  const [left, right] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)]
  expected.is('kappa_paradox|po', (yy + nn) / pairs.length)
  expected.is('kappa_paradox|cohen_kappa', cohenKappa(left, right))
  expected.is('kappa_paradox|gwet_ac1', gwetAc1(ratingCounts([left, right], 2)))
  expect(cohenKappa([0, 0], [0, 0])).toBeNull()
  const ratings = expected.of<number[][]>('fleiss|ratings_10x5')
  const m = expected.of<number>('fleiss|raters')
  const alike = ratings.map((row) => row.reduce((sum, count) => sum + count * (count - 1), 0) / (m * (m - 1)))
  const observed = alike.reduce((sum, each) => sum + each, 0) / ratings.length
  const chance = ratings[0]!
    .map((_, k) => ratings.reduce((sum, row) => sum + row[k]!, 0) / (m * ratings.length))
    .reduce((sum, p) => sum + p * p, 0)
  expected.is('fleiss|P_bar', observed)
  expected.is('fleiss|Pe', chance)
  expect(fleissKappa(ratings)).toBeCloseTo((observed - chance) / (1 - chance), 12)
  expected.is('fleiss|fleiss_kappa', fleissKappa(ratings))
  expected.is('fleiss|gwet_ac1_multi', gwetAc1(ratings))
}

function resamples(expected: Expected): void {
  const at = (key: string): string => `bootstrap_bca_exact_n5_mean|${key}`
  const data = expected.of<number[]>(at('data'))
  const means: number[] = []
  for (let code = 0; code < 5 ** 5; code++) {
    let sum = 0
    for (let k = 0, rest = code; k < 5; k++, rest = Math.floor(rest / 5)) sum += data[rest % 5]!
    means.push(sum / 5)
  }
  const sorted = Float64Array.from(means).sort()
  const own = 6.2
  const below = sorted.filter((value) => value < own - 1e-9).length / sorted.length
  const ties = sorted.filter((value) => Math.abs(value - own) <= 1e-9).length / sorted.length
  expected.is(at('share_below_theta_hat'), below)
  expected.is(at('share_equal'), ties)
  const strict = normalQuantile(below)
  const half = biasCorrection(sorted, own, 1e-9)!
  const a = acceleration(data.map((value) => value - own))
  expected.is(at('z0_strict'), strict)
  expected.is(at('z0_with_half_ties'), half)
  expected.is(at('acceleration_jackknife'), a)
  expected.is(at('bca_levels_strict'), bcaLevels(strict, a))
  expected.is(at('bca_levels_half_ties'), bcaLevels(half, a))
  const between = (levels: readonly number[]): number[] => levels.map((level) => quantile(sorted, level))
  expected.is(at('percentile_ci95_linear_quantiles'), between([0.025, 0.975]))
  expected.is(at('bca_ci95_strict_linear'), between(bcaLevels(strict, a)))
  expected.is(at('bca_ci95_half_ties_linear'), between(bcaLevels(half, a)))
  expected.is(at('bootstrap_se_exact'), Math.sqrt(means.reduce((sum, value) => sum + (value - own) ** 2, 0) / means.length))
}
