import { analysesOf } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { createSuite } from '../src/index.ts'

const idsOf = (only?: readonly string[]): string[] =>
  analysesOf(createSuite({ id: 'clinical-notes', seed: 1, ...(only && { only }) })).map(({ id }) => id)

test('what needs an embedding of its own is left out of the copies of a corpus, unless it is named or others need one', () => {
  expect(idsOf(['duplication'])).toContain('near-duplicates')
  expect(idsOf(['duplication'])).not.toContain('semantic-pairs')
  expect(idsOf(['semantic-pairs'])).toEqual(['semantic-pairs'])
  expect(idsOf(['semantic-duplicate-share'])).toEqual(['semantic-pairs'])
  expect(idsOf(['duplication', 'vendi-score'])).toContain('semantic-pairs')
  expect(idsOf(['duplication', 'style'])).not.toContain('semantic-pairs')
  expect(idsOf()).toContain('semantic-pairs')
})

test('what is asked for and not known is refused, with what was meant', () => {
  expect(() => idsOf(['duplicatoin'])).toThrow('Did you mean "duplication"?')
})
