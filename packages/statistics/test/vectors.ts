import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Distances {
  readonly p: number[]
  readonly q: number[]
  readonly tv: number
  readonly hellinger: number
  readonly kl_nats_p_q: number | null
  readonly kl_nats_q_p: number | null
  readonly js_divergence_bits: number
  readonly js_distance_base2: number
}

interface NullStatistic {
  readonly mean: number
  readonly q95: number
  readonly q99: number
}

type Pair = [number, number]

interface RichnessCase {
  readonly counts?: number[]
  readonly 'good_turing_coverage_1-f1/n': number
  readonly chao_jost_coverage: number
  readonly chao1: number
  readonly chao1_ci95_lognormal: Pair | null
  readonly rarefaction_extrapolation: Record<string, number>
}

/** The parts of the reference values that these tests read. */
interface Vectors {
  readonly distances: {
    readonly p_vs_q: Distances
    readonly with_zeros: Distances
    readonly disjoint: Distances
    readonly identical: Distances
  }
  readonly psi: {
    readonly expected: number[]
    readonly actual: number[]
    readonly psi: number
    readonly with_zero_actual: number[]
    readonly 'psi_zero_floor_1e-4_not_renormalised': number
  }
  readonly chi_square_gof: {
    readonly observed: number[]
    readonly expected: number[]
    readonly chi2: number
    readonly df: number
    readonly p: number
    readonly g: number
    readonly g_p: number
    readonly cohen_w: number
    readonly standardised_residuals: number[]
    readonly adjusted_residuals: number[]
  }
  readonly chi_square_zero_observed: {
    readonly observed: number[]
    readonly expected: number[]
    readonly chi2: number
    readonly p: number
    readonly g: number
    readonly g_p: number
  }
  readonly contingency: {
    readonly table: number[][]
    readonly chi2: number
    readonly df: number
    readonly p: number
    readonly cramers_v: number
    readonly cramers_v_bias_corrected: number
  }
  readonly multinomial_exact: {
    readonly observed: number[]
    readonly p: number[]
    readonly n: number
    readonly p_value_tv_ge: number
    readonly tv_null_mean: number
    readonly tv_null_q95: number
    readonly p_value_jsd_ge: number
    readonly jsd_bits_null_mean: number
  }
  readonly syngp500_vs_beach_31_categories: {
    readonly beach_percent: number[]
    readonly syngp500_counts_n500: number[]
    readonly observed: {
      readonly tv: number
      readonly jsd_bits: number
      readonly js_distance_base2: number
      readonly hellinger: number
      readonly chi2: number
    }
    readonly chi2_p: number
    readonly g: number
    readonly cohen_w: number
    readonly kl_nats_syn_beach: number
    readonly psi: number
    readonly spearman_30_categories_without_other: number
    readonly kendall_tau_b_30: number
    readonly null_monte_carlo: Record<'chi2' | 'tv' | 'jsd_bits' | 'js_distance_base2' | 'hellinger', NullStatistic>
  }
  readonly proportion_intervals_95: Record<
    string,
    { readonly wilson: Pair; readonly clopper_pearson: Pair; readonly jeffreys: Pair; readonly wilson_cc: Pair }
  >
  readonly goodman_simultaneous_95: { readonly counts: number[]; readonly chi2_quantile_used: number; readonly intervals: Pair[] }
  readonly kl_smoothing: {
    readonly counts_p: number[]
    readonly counts_q: number[]
    readonly 'additive_alpha_0.5': number
    readonly additive_alpha_1: number
    readonly 'jelinek_mercer_lambda_0.01': number
  }
  readonly rank_correlation: { readonly x: number[]; readonly y: number[]; readonly spearman: number; readonly kendall_tau_b: number }
  readonly krippendorff: Record<'nominal' | 'ordinal' | 'interval' | 'ratio', number> & {
    readonly data_4_coders_12_units_null_missing: (number | null)[][]
  }
  readonly krippendorff_binary: { readonly data: number[][]; readonly nominal: number }
  readonly two_rater: {
    readonly rater1: string[]
    readonly rater2: string[]
    readonly cohen_kappa: number
    readonly kappa_linear: number
    readonly kappa_quadratic: number
    readonly scott_pi: number
    readonly gwet_ac1: number
    readonly krippendorff_alpha_nominal: number
  }
  readonly kappa_paradox: { readonly table_yy_yn_ny_nn: number[]; readonly cohen_kappa: number; readonly gwet_ac1: number }
  readonly fleiss: { readonly ratings_10x5: number[][]; readonly fleiss_kappa: number; readonly gwet_ac1_multi: number }
  readonly tost: {
    readonly one_proportion_wald: {
      readonly x: number
      readonly n: number
      readonly p0: number
      readonly margin: number
      readonly p_tost: number
      readonly ci90_wald: Pair
    }
  }
  readonly richness: Record<'small' | 'no_doubletons' | 'no_singletons' | 'all_singletons' | 'syngp500_snomed_codes', RichnessCase> & {
    readonly syngp500_multiplicity: Record<string, number>
  }
  readonly multiple_testing: { readonly p: number[]; readonly bh_adjusted: number[] }
  readonly bootstrap_bca_exact_n5_mean: {
    readonly data: number[]
    readonly z0_with_half_ties: number
    readonly acceleration_jackknife: number
    readonly bca_levels_half_ties: Pair
    readonly percentile_ci95_linear_quantiles: Pair
    readonly bca_ci95_half_ties_linear: Pair
  }
  readonly descriptive: { readonly x: number[]; readonly cv_sample_ddof1: number }
}

const file = new URL('../../../../shared/references/statistics-vectors.json', import.meta.url)

/** A test against values of SciPy, statsmodels and exact enumeration, where the reference folder is at hand. */
export function testVectors(name: string, check: (vectors: Vectors) => void): void {
  test.skipIf(!existsSync(file))(name, () => check(JSON.parse(readFileSync(file, 'utf8'))))
}

/** Equal to a relative error, 1e-9 unless told: the reference values have twelve digits. */
export function expectClose(actual: number | null | undefined, expected: number, relative = 1e-9): void {
  expect(actual).not.toBeNull()
  if (expected === 0) expect(Math.abs(actual!)).toBeLessThanOrEqual(relative)
  else expect(Math.abs(actual! - expected) / Math.abs(expected), `${actual} against ${expected}`).toBeLessThanOrEqual(relative)
}

export const expectPair = (actual: readonly number[] | null, expected: readonly number[], relative?: number): void => {
  expect(actual).toHaveLength(2)
  expectClose(actual![0], expected[0]!, relative)
  expectClose(actual![1], expected[1]!, relative)
}
