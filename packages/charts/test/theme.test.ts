import { expect, test } from 'vitest'
import { darkTheme, lightTheme, themeVariables } from '../src/index.ts'

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string): number => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

test('black on white is 21 : 1', () => expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10))

test.each([
  ['light', lightTheme],
  ['dark', darkTheme],
])('in the %s theme text stands at 4.5 : 1 and marks at 3 : 1 (WCAG 2.2, 1.4.3 and 1.4.11)', (_, theme) => {
  for (const text of [theme.ink, theme.faint]) expect(contrast(text, theme.surface)).toBeGreaterThanOrEqual(4.5)
  for (const mark of [theme.value, theme.reference, ...theme.groups, ...theme.steps])
    expect(contrast(mark, theme.surface), mark).toBeGreaterThanOrEqual(3)
})

test('a theme becomes custom properties', () => {
  const css = themeVariables(lightTheme)
  expect(css).toMatch(/^--chart-ink:#1c2126;/)
  expect(css).toContain('--chart-group-7:')
  expect(css).toContain('--chart-step-5:')
})
