import { expect, test } from 'vitest'
import { interactiveMap } from '../src/index.ts'
import type { MapChart } from '../src/map.ts'
import { charts } from './sample.ts'

test('a map keeps its columns once and a compiled spec for each way of drawing', async () => {
  const map = await interactiveMap(charts.map as MapChart)
  expect(map.fields.map((field) => field.name)).toEqual(['kind', 'weight'])
  expect(map.document).toHaveLength(60)
  expect([Math.min(...map.x), Math.max(...map.x)]).toEqual([0, 10_000])
  for (const { groups } of map.fields) expect(groups.codes).toHaveLength(60)
  for (const spec of Object.values(map.specs)) {
    expect(spec.data!.some((data) => data.name === 'points')).toBe(true)
    expect(spec.signals!.map(({ name }) => name)).toEqual(expect.arrayContaining(['brush', 'view']))
    expect(JSON.stringify(spec)).not.toContain('apple-')
  }
  const scales = (name: keyof typeof map.specs) => map.specs[name].scales!.map((scale) => scale.name)
  expect(scales('plain')).toEqual(['x', 'y'])
  expect(scales('coloured')).toEqual(['x', 'y', 'color'])
  expect(scales('shaped')).toEqual(['x', 'y', 'color', 'shape'])
})

test('without a field there is none to colour by', async () => {
  const map = await interactiveMap({ ...(charts.map as MapChart), fields: [] })
  expect(map.fields).toEqual([])
})
