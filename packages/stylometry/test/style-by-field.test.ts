import { type Analysis, createDocument, obeysTheLaws } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { betweenShare, documentLength, styleByField } from '../src/index.ts'
import { audited } from './audited.ts'

test('obeys the laws', () => obeysTheLaws(styleByField('setting')))

test('share of variance between groups: the arithmetic stands here', () => {
  // Means 2 and 6 around 4: between 2 * (4 + 4) = 16; within 1 + 1 + 1 + 1 = 4.
  expect(betweenShare([1, 3, 5, 7], [0, 0, 1, 1], 2)).toBeCloseTo(16 / 20, 12)
  expect(betweenShare([1, 3, 1, 3], [0, 0, 1, 1], 2)).toBe(0)
  expect(betweenShare([2, 2], [0, 1], 2)).toBeNull()
})

/** Both analyses as one, since the second reads what the first left. */
const withLengths = (field: string): Analysis<null> => {
  const lengths = documentLength()
  return { ...styleByField(field), measures: lengths.measures, observe: (_, document) => lengths.observe(null, document) }
}

const notes = Array.from({ length: 60 }, (_, i) =>
  createDocument({
    id: `n${i}`,
    language: 'en',
    text: 'word '.repeat((i % 2 === 0 ? 20 : 60) + (i % 7)),
    metadata: new Map([
      ['setting', i % 2 === 0 ? 'clinic' : 'ward'],
      ['coin', i % 4 < 2 ? 'heads' : 'tails'],
      ['name', `note of ${i}`],
    ]),
  }),
)

test('a field that makes documents long or short shows it, one that does not is at chance', async () => {
  const { audit } = await audited(withLengths('setting'), notes)
  const [chart] = audit.charts
  if (chart?.form !== 'ridgeline') throw new Error('no ridgeline')
  expect(chart.group).toEqual(['clinic', 'ward'])
  expect(chart.n).toEqual([30, 30])
  // 20 and 60 words and 0 to 6 more.
  expect(chart.median).toEqual([23, 63])
  const [title, n, between, within, , p] = audit.tables[0]!.rows[0]!
  expect([title, n, p]).toEqual(['Document length', 60, 1 / 200])
  expect(between).toBeGreaterThan(0.95)
  expect((between as number) + (within as number)).toBeCloseTo(1, 3)
  const coin = (await audited(withLengths('coin'), notes)).audit.tables[0]!.rows[0]!
  expect(coin[5]).toBeGreaterThan(0.05)
})

test('a field of names is not drawn, and the note says why', async () => {
  const { audit } = await audited(withLengths('name'), notes)
  expect(audit.charts).toEqual([])
  expect(audit.notes[0]!.text).toContain('not a few short categories')
  expect(JSON.stringify(audit.notes)).not.toContain('note of 3')
})
