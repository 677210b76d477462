import { expect, test } from 'vitest'
import { checkReference, observedReference } from '../src/index.ts'

test('the labels of a corpus are a distribution, most frequent first', () => {
  const reference = observedReference(['b', 'a', null, 'b', ' b ', ''], 'ours')
  expect(reference.categories).toEqual([
    { id: 'b', share: 0.75, aliases: [] },
    { id: 'a', share: 0.25, aliases: [] },
  ])
  expect(reference).toMatchObject({ sampleSize: 4, denominator: 'Labelled documents: 4 of 6.' })
  expect(checkReference(reference)).toEqual([])
})

test('a corpus without labels is no reference', () =>
  expect(() => observedReference([null, ''], 'ours')).toThrow('none of its 2 documents has a label'))
