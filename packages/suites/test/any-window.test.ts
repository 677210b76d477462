import { analysesOf } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { anyWindow, createSuite } from '../src/index.ts'

const named = (...only: string[]) => analysesOf(createSuite({ id: 'clinical-notes', seed: 1, only })).map(({ id }) => id)

test('MATTR of any window can be asked for by name', () => {
  expect(named('mattr-75')).toEqual(['mattr-75'])
  expect(named('mattr-75', 'mattr-50', 'mattr-75')).toEqual(['mattr-50', 'mattr-75'])
  expect(anyWindow('mattr-75')?.measures[0]).toMatchObject({ id: 'mattr-75', definition: expect.stringContaining('75 consecutive words') })
})

test('what is no window is no measure', () => {
  for (const id of ['mattr-0', 'mattr-075', 'mattr-7.5', 'mattr-5O', 'mattr-', 'msttr-75']) {
    expect(anyWindow(id)).toBeUndefined()
    expect(() => named(id)).toThrow(/has no category, analysis or measure/)
  }
})
