import { bootstrapInterval } from './bootstrap.ts'
import { sumOf } from './exact-sum.ts'
import { criticalValue, type Interval } from './interval.ts'
import type { Random } from './random.ts'

/** Beyond this many things resampling costs more than it tells: the ratio is normal. */
const bootstrapLimit = 2000

/**
 * 95 % interval of a ratio of sums, sum(a) / sum(b), such as precision, recall or F1 over documents: BCa bootstrap over the things to 2,000 of them,
 * above that normal by linearisation (the delta method).
 *
 * @param numerators    finite, one a thing
 * @param denominators  0 or more, one a thing
 * @returns             interval null when the denominators sum to 0, for fewer than two things, and when the bootstrap cannot judge it
 * @see Efron 1987; Cochran 1977, Sampling Techniques, section 6.4, for the linearised variance
 */
export function ratioInterval(
  numerators: ArrayLike<number>,
  denominators: ArrayLike<number>,
  { random, level = 0.95, resamples = 1000 }: { readonly random: Random; readonly level?: number; readonly resamples?: number },
): { readonly interval: Interval | null; readonly method: 'BCa bootstrap' | 'normal' } {
  const total = sumOf(denominators)
  // Things with nothing in either sum change no resample's ratio, but how many they are changes the chance of an empty one: they stay.
  const n = numerators.length
  if (!(total > 0) || n < 2) return { interval: null, method: 'BCa bootstrap' }
  if (n <= bootstrapLimit) {
    const statistic = (weights: Uint32Array): number => {
      let a = 0
      let b = 0
      for (let i = 0; i < n; i++) {
        a += weights[i]! * numerators[i]!
        b += weights[i]! * denominators[i]!
      }
      return a / b
    }
    return { interval: bootstrapInterval(n, statistic, { random, level, resamples }), method: 'BCa bootstrap' }
  }
  const ratio = sumOf(numerators) / total
  const squares = new Float64Array(n)
  for (let i = 0; i < n; i++) squares[i] = (numerators[i]! - ratio * denominators[i]!) ** 2
  const half = (criticalValue(level) * Math.sqrt((sumOf(squares) * n) / (n - 1))) / total
  return { interval: [ratio - half, ratio + half], method: 'normal' }
}
