import type { Bound } from './bounds.ts'

/** "at most 0.01", "between 0.4 and 0.6", "at least 0.5 at the lower end of the interval". */
export function expectedText(bounds: readonly Bound[]): string {
  const [first, second] = bounds
  if (first?.key === 'min' && second?.key === 'max' && first.on === second.on)
    return first.on === 'value' ? `between ${first.value} and ${second.value}` : `an interval within ${first.value} and ${second.value}`
  return bounds.map(boundText).join(' and ')
}

function boundText({ key, value, on }: Bound): string {
  if (key === 'equals') return `exactly ${value}`
  const text = `${key === 'min' ? 'at least' : 'at most'} ${value}`
  return on === 'value' ? text : `${text} at the ${key === 'min' ? 'lower' : 'upper'} end of the interval`
}

/** "0.034 (0.02 to 0.05)": as short as can be told apart from every bound. */
export function actualText(value: number, interval: readonly [number, number] | null, bounds: readonly Bound[]): string {
  const limits = bounds.map((bound) => bound.value)
  const text = shortened(value, limits)
  return interval ? `${text} (${shortened(interval[0], limits)} to ${shortened(interval[1], limits)})` : text
}

/**
 * A number to four digits, whole ones kept whole, and to more where rounding would move it onto or over a limit: "at most 0.01" is
 * never answered by "0.01" when 0.0100004 failed.
 *
 * @example shortened(0.0100004, [0.01]) // '0.0100004'
 */
export function shortened(value: number, limits: readonly number[]): string {
  const whole = Math.trunc(Math.abs(value)).toString().length
  for (let digits = Math.max(4, Math.min(whole, 17)); digits < 17; digits++) {
    const rounded = Number(value.toPrecision(digits))
    if (limits.every((limit) => Math.sign(rounded - limit) === Math.sign(value - limit))) return String(rounded)
  }
  return String(value)
}
