import type { Verdict } from '@corpuscope/core'
import { xml } from './junit.ts'

const looks = {
  0: { text: 'passed', fill: '#2e7d32' },
  1: { text: 'failed', fill: '#b3261e' },
  3: { text: 'not measured', fill: '#8a5a00' },
} as const

/** A badge for a README, as SVG without script, font or link. */
export function badgeSvg({ exit }: Pick<Verdict, 'exit'>, label = 'corpus quality'): string {
  const { text, fill } = looks[exit]
  // Verdana at 11 pixels is about 6.6 wide a character; textLength makes it so.
  const widths = [label, text].map((part) => Math.round(part.length * 6.6))
  const [left, right] = [widths[0]! + 12, widths[1]! + 12]
  const said = (part: string, x: number, length: number): string =>
    `<text x="${x}" y="14" textLength="${length}" lengthAdjust="spacingAndGlyphs">${xml(part)}</text>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${xml(`${label}: ${text}`)}"><title>${xml(`${label}: ${text}`)}</title><rect width="${left}" height="20" fill="#444"/><rect x="${left}" width="${right}" height="20" fill="${fill}"/><g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">${said(label, 6, widths[0]!)}${said(text, left + 6, widths[1]!)}</g></svg>
`
}
