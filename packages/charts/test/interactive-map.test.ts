import { expect, test } from 'vitest'
import { interactiveMap } from '../src/index.ts'
import type { MapChart } from '../src/map.ts'
import { charts } from './sample.ts'

test('a map keeps its columns once and a compiled spec for each field that tells documents apart', async () => {
  const map = await interactiveMap(charts.map as MapChart)
  expect(map.fields.map((field) => field.name)).toEqual(['kind', 'weight'])
  expect(map.document).toHaveLength(60)
  expect([Math.min(...map.x), Math.max(...map.x)]).toEqual([0, 10_000])
  for (const { spec, codes, labels, full } of map.fields) {
    expect(codes).toHaveLength(60)
    expect(labels).toHaveLength(full.length)
    expect(spec.data!.some((data) => data.name === 'points')).toBe(true)
    expect(JSON.stringify(spec)).not.toContain('apple-')
  }
})

test('without a field there is one spec, in one colour', async () => {
  const map = await interactiveMap({ ...(charts.map as MapChart), fields: [] })
  expect(map.fields.map((field) => field.name)).toEqual([null])
})
