import { expect, test } from 'vitest'
import { labelsWithRoom } from '../src/map-labels.ts'

const corners = { x: [0, 100], y: [0, 100] }

test('names that come first are placed, those that would cover them are not', () => {
  const labels = [
    { text: 'knee, pain', x: 50, y: 50 },
    { text: 'knee, fall', x: 52, y: 50 },
    { text: 'rash', x: 50, y: 80 },
  ]
  expect(labelsWithRoom({ ...corners, labels }, 560, 400).map(({ text }) => text)).toEqual(['knee, pain', 'rash'])
})

test('a name at the rim is moved in; one wider than the map is left out', () => {
  const labels = [
    { text: 'shoulder, physio', x: 0, y: 10 },
    { text: 'x'.repeat(200), x: 50, y: 50 },
  ]
  const [placed, ...others] = labelsWithRoom({ ...corners, labels }, 560, 400)
  expect(placed!.x).toBeGreaterThan(5)
  expect(others).toEqual([])
})

test('a map without names has none', () => expect(labelsWithRoom(corners, 560, 400)).toEqual([]))
