import { normalQuantile } from '@corpuscope/statistics'

/** How often an attack succeeds, as anonymeter has it: the centre of Wilson's interval, and half its width. */
export interface SuccessRate {
  readonly value: number
  readonly error: number
}

/** Of a risk, both ends cut to 0 to 1. */
export interface Risk {
  readonly value: number
  readonly interval: readonly [number, number]
}

const z = normalQuantile(0.975)

/**
 * Success rate of attacks, 95 %.
 *
 * @param attacks  1 or more
 * @see Giomi et al. 2023, A Unified Framework for Quantifying Privacy Risk in Synthetic Data, PoPETs 2023(2):312-328; Wilson 1927
 * @example successRate(30, 500).value.toFixed(6) // '0.063355'
 */
export function successRate(successes: number, attacks: number): SuccessRate {
  const variance = (successes * (attacks - successes)) / attacks
  return {
    value: (successes + (z * z) / 2) / (attacks + z * z),
    error: (z / (attacks + z * z)) * Math.sqrt(variance + (z * z) / 4),
  }
}

/**
 * What an attack on the records that were used gains over the same attack on records that were not: (attack - control) / (1 - control), with
 * the error propagated to first order; the rate itself where there is no control.
 *
 * @example privacyRisk(successRate(30, 500), successRate(10, 500)).value.toFixed(6) // '0.040657'
 */
export function privacyRisk(attack: SuccessRate, control?: SuccessRate): Risk {
  if (!control) return bounded(attack.value, attack.error)
  const margin = 1 - control.value
  const value = (attack.value - control.value) / margin
  const error = Math.hypot(attack.error / margin, (control.error * (attack.value - 1)) / margin ** 2)
  return bounded(value, error)
}

const within = (value: number): number => Math.min(1, Math.max(0, value))
const bounded = (value: number, error: number): Risk => ({ value: within(value), interval: [within(value - error), within(value + error)] })
