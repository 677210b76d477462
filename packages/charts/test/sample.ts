import type { Chart } from '@corpuscope/core'

const common = { analysis: 'orchard', title: 'Apples', summary: 'Most apples are red.' }
const hostile = [
  '</text><script>alert(1)</script>',
  '"][x]" onload="alert(1)',
  `datum.value + ' \\ " & ${'signal'}`,
  'a.b[0]',
  '\u202eевил\u0000\n\ttwo lines',
  '苹果苹果苹果苹果苹果苹果苹果苹果苹果苹果苹果苹果苹果苹果苹果苹果',
  'W'.repeat(300),
  'constructor',
  '__proto__',
  '',
]

/** One chart of each form, of invented apples; names are hostile where a corpus could choose them. */
export const charts: Record<Chart['form'], Chart> = {
  dumbbell: {
    ...common,
    id: 'kinds',
    form: 'dumbbell',
    unit: 'share',
    category: hostile,
    value: hostile.map((_, i) => 0.1 + i / 100),
    low: hostile.map((_, i) => (i === 3 ? null : 0.08 + i / 100)),
    high: hostile.map((_, i) => (i === 3 ? null : 0.13 + i / 100)),
    reference: hostile.map((_, i) => 0.15 - i / 100),
    referenceTitle: 'this corpus',
  },
  histogram: {
    ...common,
    id: 'weights',
    form: 'histogram',
    unit: 'grams',
    edges: [50, 100, 150, 200, 250],
    counts: [3, 12, 7, 1],
    marks: [
      { title: 'mean', value: 134 },
      { title: hostile[0]!, value: 220 },
    ],
  },
  bars: { ...common, id: 'colours', form: 'bars', unit: 'apples', category: hostile, value: hostile.map((_, i) => i - 3) },
  map: {
    ...common,
    id: 'map',
    form: 'map',
    document: Array.from({ length: 60 }, (_, i) => `apple-${i}`),
    x: Array.from({ length: 60 }, (_, i) => Math.cos(i)),
    y: Array.from({ length: 60 }, (_, i) => Math.sin(i) * i),
    fields: [
      { name: 'kind', values: Array.from({ length: 60 }, (_, i) => (i % 7 === 0 ? null : hostile[i % 3]!)) },
      { name: 'weight', values: Array.from({ length: 60 }, (_, i) => 100 + i) },
      { name: 'id', values: Array.from({ length: 60 }, (_, i) => `apple-${i}`) },
    ],
  },
  pyramid: {
    ...common,
    id: 'halves',
    form: 'pyramid',
    unit: 'apples',
    band: ['small', hostile[0]!, 'large'],
    left: [3, 0, 5],
    right: [1, 2, 4],
    leftTitle: 'red',
    rightTitle: hostile[1]!,
  },
  curve: {
    ...common,
    id: 'growth',
    form: 'curve',
    xUnit: 'apples',
    unit: 'kinds',
    series: [
      { title: hostile[5]!, x: [1, 10, 100], y: [1, 4, 6], low: [1, 3, 5], high: [1, 5, 7] },
      { title: 'pears', x: [1, 10, 100], y: [1, 2, 3] },
    ],
  },
  intervals: {
    ...common,
    id: 'harvests',
    form: 'intervals',
    unit: 'share',
    category: hostile,
    value: hostile.map((_, i) => (i === 2 ? null : 0.1 + i / 100)),
    low: hostile.map((_, i) => (i === 2 || i === 3 ? null : 0.08 + i / 100)),
    high: hostile.map((_, i) => (i === 2 || i === 3 ? null : 0.13 + i / 100)),
    joined: false,
  },
}
