import type { Chart } from '@corpuscope/core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { darkTheme, lightTheme, pageTheme, svgOf } from '../src/index.ts'
import { charts } from './sample.ts'

const all = Object.values(charts)

// Vega warns on the console, where the command's progress stands: a spec of ours gives it no reason to.
beforeEach(() => {
  vi.spyOn(console, 'warn')
})
afterEach(() => {
  expect(console.warn).not.toHaveBeenCalled()
  vi.restoreAllMocks()
})

test.each(all)('$form is drawn as one SVG, the same each time, with every width', async (chart) => {
  for (const [theme, width] of [
    [lightTheme, 560],
    [darkTheme, 330],
    [pageTheme, 330],
  ] as const) {
    const svg = await svgOf(chart, theme, width)
    expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 \d+ \d+"[^>]*>.*<\/svg>$/s)
    expect(svg).toMatch(new RegExp(`^<svg [^>]*width="${width}"`))
    expect(await svgOf(chart, theme, width)).toBe(svg)
  }
})

test.each(all)('$form carries nothing that a strict Content-Security-Policy forbids, and no ids', async (chart) => {
  const svg = await svgOf(chart, pageTheme)
  const tags = svg.match(/<[^>]+>/g)!.join('')
  expect(tags).not.toMatch(/<(script|style|image|a|foreignObject)\b|\s(style|id|href|xlink:href|on\w+)=/)
  expect(svg).not.toMatch(/NaN|Infinity|undefined/)
})

test.each(all)('$form takes its colours from the theme alone', async (chart) => {
  const colours = [...(await svgOf(chart, pageTheme)).matchAll(/(?:fill|stroke)="([^"]*)"/g)].map((match) => match[1]!)
  expect(colours.filter((colour) => colour !== 'none' && colour !== 'transparent' && !colour.startsWith('var(--chart-'))).toEqual([])
})

test('a category name that is cut keeps its full text, escaped, as a tooltip', async () => {
  const svg = await svgOf(charts.bars)
  expect(svg).toContain(`<title>${'W'.repeat(300)}</title>`)
  expect(svg).not.toContain('<script')
})

test.each([
  { ...charts.dumbbell, category: [], value: [], low: [], high: [], reference: [] },
  { ...charts.bars, category: [], value: [] },
  { ...charts.histogram, edges: [], counts: [], marks: [] },
  { ...charts.map, document: [], x: [], y: [], fields: [] },
  { ...charts.curve, series: [] },
  { ...charts.ridgeline, group: [], n: [], median: [], x: [], density: [] },
  { ...charts.heatmap, row: [], column: [], value: [] },
] as Chart[])('$form without data says so', async (chart) => {
  expect(await svgOf(chart)).toContain('There is nothing to draw.')
})

test.each([
  { ...charts.dumbbell, category: ['one'], value: [1], low: [null], high: [null], reference: [1] },
  { ...charts.bars, category: ['one'], value: [0] },
  { ...charts.histogram, edges: [5, 5], counts: [1], marks: [{ title: 'mean', value: 5 }] },
  { ...charts.map, document: ['one'], x: [3], y: [3], fields: [{ name: 'kind', values: ['red'] }] },
  { ...charts.curve, series: [{ title: 'one', x: [1], y: [1] }] },
  { ...charts.heatmap, row: ['one'], column: ['one'], value: [2] },
  { ...charts.ridgeline, group: ['one'], n: [3], median: [5], x: [4, 5, 6], density: [[0, 1, 0]] },
] as Chart[])('$form of one point shows it', async (chart) => {
  const svg = await svgOf(chart)
  expect(svg).not.toMatch(/NaN|Infinity/)
  expect(svg).toMatch(/<(path|line) [^>]*(fill|stroke)="#(0072b2|5a636d)"/)
})

test('a map of many documents draws an even part of them', async () => {
  const n = 4000
  const places = Array.from({ length: n }, (_, i) => i)
  const svg = await svgOf({ ...charts.map, document: places.map(String), x: places, y: places.map((i) => i % 50), fields: [] } as Chart)
  expect(svg.match(/<path /g)!.length).toBeLessThanOrEqual(1502)
  expect(svg.length).toBeLessThan(300_000)
})
