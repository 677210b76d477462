import type { Estimate, Measure } from '@corpuscope/core'

/** A count with thin groups: 12,345. */
export const count = (value: number): string => value.toLocaleString('en-US')

/** "1 document", "500 documents". */
export const plural = (value: number, one: string, many = `${one}s`): string => `${count(value)} ${value === 1 ? one : many}`

/** A number to three significant digits, shares as percent. */
export function number(value: number, unit: string): string {
  if (unit === 'share') return `${significant(value * 100)} %`
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? count(value) : significant(value)
}

function significant(value: number): string {
  if (value === 0) return '0'
  const size = Math.floor(Math.log10(Math.abs(value)))
  if (size >= 3) return count(Math.round(value))
  if (size < -4) return value.toExponential(1)
  return value.toFixed(Math.max(0, 2 - size))
}

/** "0.909 (0.906 to 0.912) ratio", or why there is none. */
export function estimateText(estimate: Estimate, measure: Measure): string {
  if (estimate.value === null) return `not measured: ${estimate.reason ?? estimate.status}`
  const { unit } = measure
  const interval = estimate.interval ? ` (${number(estimate.interval[0], unit)} to ${number(estimate.interval[1], unit)})` : ''
  return `${number(estimate.value, unit)}${interval}${unit === 'share' || unit === 'ratio' ? '' : ` ${unit}`}`
}

/** Text broken at blanks so that no line is longer than the window. */
export function wrap(text: string, width: number, indent = ''): string {
  const lines: string[] = []
  let line = ''
  // Blanks only: a no-break space keeps "3 %" together.
  for (const word of text.split(/[ \n]+/)) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  if (line !== '') lines.push(indent + line)
  return lines.join('\n')
}
