import { auditSchema, obeysTheLaws } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { canaries, canaryOf } from '../src/index.ts'
import { concluded, corpusOf } from './corpora.ts'

const rounded = (value: number | null): number | null => value && Number(value.toFixed(6))

test('what may stand in place of a canary', () => {
  expect(canaryOf('The code is 28 15.')).toMatchObject({ secret: '2815', bits: Math.log2(10 ** 4) })
  expect(rounded(canaryOf('The  word is {Ab9}!').bits)).toBe(rounded(Math.log2(26 * 26 * 10)))
  expect(canaryOf('nothing secret here')).toMatchObject({ secret: '', bits: 0 })
  // Characters that mean something in a pattern mean themselves.
  expect(canaryOf('cost (in $) is {7}?').fillingsIn('the cost (in $) is 3? the cost (in $) is 7?')).toEqual(['3', '7'])
  expect(canaryOf('a.b {1}').fillingsIn('axb 1')).toEqual([])
})

test('found, counted, and exposed by rank among all fillings', async () => {
  const { audit, findings } = await concluded(
    canaries(['the pin is {28}', 'the pin is {77}', 'the key of {99}', 'never said']),
    corpusOf({
      a: 'Note: the PIN is\n28, ok',
      b: 'the pin is 28',
      c: 'the pin is 77',
      d: 'the pin is 28 and the pin is 28',
      e: 'no fever',
    }),
  )
  auditSchema.parse(audit)
  const [share, exposure] = audit.estimates
  expect(share).toMatchObject({ measure: 'canary-share', value: 2 / 4, n: 4 })
  // 28 is the first of 100, 77 the second, 99 stands in the middle of 100 that nobody has: rank 1 + 99 / 2.
  const exposures = [Math.log2(100), Math.log2(100 / 2), Math.log2(100 / 50.5)]
  expect(exposure!.value).toBeCloseTo(exposures.reduce((sum, each) => sum + each) / 3, 12)
  expect(exposure).toMatchObject({ n: 3, left: 1 })
  expect(audit.tables[0]!.rows.map((row) => row.slice(0, 3))).toEqual([
    ['1', 3, 0],
    ['2', 1, 1],
    ['3', 0, 0],
    ['4', 0, 0],
  ])
  expect(findings.map(({ document, message }) => [document, message])).toEqual([
    ['a', 'holds canary 1 of the list'],
    ['b', 'holds canary 1 of the list'],
    ['c', 'holds canary 2 of the list'],
    ['d', 'holds canary 1 of the list'],
  ])
  // What was planted is not told.
  expect(JSON.stringify(audit)).not.toContain('pin is')
})

test('obeys the laws; without a list it is not applicable', async () => {
  await obeysTheLaws(canaries(['constructor {1}', '{a}']) as never, { rounds: 1 })
  const { audit } = await concluded(canaries([]), corpusOf({ a: 'x' }))
  expect(audit.estimates.map(({ status }) => status)).toEqual(['not applicable', 'not applicable'])
})
