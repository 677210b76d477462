/** How numbers read on the page. Every number goes through here. */

const thin = '\u202f'
const minus = '\u2212'
const significant = 3

/** A count: whole, its thousands set apart. @example count(12345) // '12,345' */
export function count(value: number): string {
  return String(Math.abs(Math.round(value)))
    .replace(/\B(?=(\d{3})+$)/g, ',')
    .replace(/^/, value < 0 && Math.round(value) !== 0 ? minus : '')
}

/**
 * A value in its unit: shares as per cent, whole numbers as counts, all else to three significant digits.
 *
 * @param beside  numbers shown with it (the ends of its interval): all take the decimals of the value, so that they compare
 */
export function amount(value: number, unit: string, beside: readonly number[] = []): string {
  const factor = unit === 'share' ? 100 : 1
  const whole = factor === 1 && [value, ...beside].every(Number.isInteger)
  return figure(
    value * factor,
    whole
      ? 0
      : decimals(
          value * factor,
          beside.map((other) => other * factor),
        ),
  )
}

function decimals(value: number, beside: readonly number[]): number {
  // Zero has no digits to count: its interval shows the scale.
  const scale = value === 0 ? Math.max(0, ...beside.map(Math.abs)) : Math.abs(value)
  if (scale === 0) return 0
  return Math.min(12, Math.max(0, significant - 1 - Math.floor(Math.log10(scale))))
}

function figure(value: number, places: number): string {
  if (value === 0) return '0'
  const size = Math.abs(value)
  if (size < 1e-4 || size >= 1e15) {
    const [digits, power] = size.toExponential(significant - 1).split('e') as [string, string]
    return `${value < 0 ? minus : ''}${digits} × 10^${power.replace('+', '').replace('-', minus)}`
  }
  const [head, tail] = size.toFixed(places).split('.') as [string, string?]
  const text = tail === undefined ? count(Number(head)) : `${count(Number(head))}.${tail}`
  return value < 0 && Number(size.toFixed(places)) !== 0 ? `${minus}${text}` : text
}

/** What follows a number in this unit: "%", " words", nothing for a bare ratio. */
export const unitSuffix = (unit: string): string => (unit === 'share' ? `${thin}%` : unit === 'ratio' ? '' : ` ${unit}`)

/** One of a thing is no "1 documents". */
const withUnit = (figures: string, unit: string): string =>
  `${figures}${figures === '1' ? unitSuffix(unit.replace(/^(\w*[^s\W])s\b/, '$1')) : unitSuffix(unit)}`

/** A value with its unit. @example quantity(0.0342, 'share') // '3.42 %' */
export const quantity = (value: number, unit: string, beside?: readonly number[]): string => withUnit(amount(value, unit, beside), unit)

/** A number given to us, not estimated (a reference, a floor): its last zeros say nothing. @example given(0.01, 'share') // '1 %' */
export const given = (value: number, unit: string): string =>
  withUnit(
    amount(value, unit)
      .replace(/(\.\d*?)0+$/, '$1')
      .replace(/\.$/, ''),
    unit,
  )

/** A 95 % interval beside a value, without the unit. @example interval(0.9, [0.89, 0.91], 'ratio') // '0.890 to 0.910' */
export function intervalText(value: number, [low, high]: readonly [number, number], unit: string): string {
  const factor = unit === 'share' ? 100 : 1
  if (factor === 1 && [value, low, high].every(Number.isInteger)) return `${count(low)} to ${count(high)}`
  const places = decimals(value * factor, [low * factor, high * factor])
  return `${figure(low * factor, places)} to ${figure(high * factor, places)}`
}

/** A number in a table cell, whatever it is. */
export const cell = (value: number, unit?: string): string => (unit === undefined ? amount(value, '') : quantity(value, unit))
