import type { Estimate, Measure } from '@corpuscope/core'
import { count, intervalText, quantity } from '@corpuscope/core/number-text'

/** "1 document", "500 documents". */
export const plural = (value: number, one: string, many = `${one}s`): string => `${count(value)} ${value === 1 ? one : many}`

/** "654 words (632 to 678)", or why there is none. */
export function estimateText({ value, interval, reason, status }: Estimate, { unit }: Measure): string {
  if (value === null) return `not measured: ${reason ?? status}`
  // Resampling equal values says nothing of what else there may be.
  if (interval && interval[0] === interval[1]) return `${quantity(value, unit)} (the same in all)`
  return interval ? `${quantity(value, unit, interval)} (${intervalText(value, interval, unit)})` : quantity(value, unit)
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
