import { expect, test } from 'vitest'
import { comparable } from '../src/index.ts'
import { measured } from './examples.ts'

const by = (instrument?: string) => measured('vendi-score', 20, instrument === undefined ? {} : { instrument })

test('values of the same instrument, or of none, are comparable', () => {
  expect(comparable(by('lsa-1f'), by('lsa-1f'))).toBeUndefined()
  expect(comparable(by(), by())).toBeUndefined()
})

test('values of different embedders are not, and the reason names both', () =>
  expect(comparable(by('lsa-1f'), by('lsa-2e'))).toBe(
    'vendi-score was made by "lsa-1f" in one and by "lsa-2e" in the other; values of different instruments are not contrasted. Audit both with the same one.',
  ))

test('a named and an unnamed instrument are different ones, either way round', () => {
  expect(comparable(by('lsa-1f'), by())).toContain('an unnamed instrument')
  expect(comparable(by(), by('lsa-1f'))).toContain('an unnamed instrument')
})

test('different measures are never comparable', () =>
  expect(comparable(by(), measured('mattr-50', 0.8))).toBe('vendi-score and mattr-50 are different measures.'))
