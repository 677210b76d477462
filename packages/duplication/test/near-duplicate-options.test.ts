import { auditSchema, createDocument } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { isKeepRule, missProbability, nearDuplicates } from '../src/index.ts'
import { concluded, corpusOf } from './corpora.ts'

const run = (from: number, to: number): string => Array.from({ length: to - from }, (_, i) => `w${from + i}`).join(' ')
const table = (made: Awaited<ReturnType<typeof concluded>>, id: string) => made.audit.tables.find((each) => each.id === id)

test('runs of 9 characters: the Jaccard similarity of their sets', async () => {
  const [a, b] = ['the left knee was swollen and painful on walking', 'The left  knee was swollen and painful on standing']
  const { audit, pairs } = await concluded(nearDuplicates({ shingles: 'characters' }), corpusOf({ a, b, c: 'short' }))
  auditSchema.parse(audit)
  const runs = (text: string): Set<string> => {
    const normalised = text.toLowerCase().replace(/\s+/g, ' ')
    return new Set(Array.from({ length: normalised.length - 8 }, (_, i) => normalised.slice(i, i + 9)))
  }
  const [x, y] = [runs(a), runs(b)]
  const both = [...x].filter((each) => y.has(each)).length
  expect(pairs).toHaveLength(1)
  expect(pairs[0]!.similarity).toBeCloseTo(both / (x.size + y.size - both), 12)
  expect(audit.estimates[0]).toMatchObject({ n: 2, left: 1, reason: '1 left out: fewer than 9 characters' })
  expect(audit.measures[0]!.definition).toContain('runs of 9 characters')
})

test('a threshold can be moved afterwards: pairs, documents, groups and expected misses of each', async () => {
  // 96 runs each: 92 shared of 100 (0.92), and 76 of 116 (0.655).
  const made = await concluded(
    nearDuplicates(),
    corpusOf({ a: run(0, 100), b: run(4, 104), x: run(1000, 1100), y: run(1020, 1120), z: run(5000, 5100) }),
  )
  const rows = table(made, 'near-duplicates-thresholds')!.rows
  expect(rows.map((row) => row.slice(0, 5))).toEqual([
    ...[0.5, 0.55, 0.6, 0.65].map((threshold) => [threshold, 2, 4, 4 / 5, 2]),
    ...[0.7, 0.75, 0.8, 0.85, 0.9].map((threshold) => [threshold, 1, 2, 2 / 5, 1]),
    [0.95, 0, 0, 0, 0],
  ])
  const expected = [92 / 100, 76 / 116].reduce((sum, s) => sum + missProbability(s) / (1 - missProbability(s)), 0)
  expect(rows[0]![5]).toBeCloseTo(expected, 12)
  const curve = made.audit.charts.find(({ id }) => id === 'near-duplicates-setting')!
  // 1 - (1 - 0.5^3)^42, by hand.
  expect(curve.form === 'curve' && curve.series[0]!.y[20]).toBeCloseTo(0.996_33, 4)
})

test('pairs at the border are listed, nearest first', async () => {
  // 80 of 100 (0.8) and 79 of 101 (0.782).
  const made = await concluded(
    nearDuplicates(),
    corpusOf({ a: run(0, 94), b: run(10, 104), x: run(1000, 1094), y: run(1011, 1105), p: run(2000, 2094), q: run(2001, 2095) }),
  )
  expect(table(made, 'near-duplicates-borderline')!.rows.map(([a, b]) => [a, b])).toEqual([
    ['a', 'b'],
    ['x', 'y'],
  ])
})

test('which of a group is kept: the longest, the earliest, the best by a measure', async () => {
  const documents = [
    ['a', '2025-03-01', run(0, 60)],
    ['b', '2025-01-01', run(0, 61)],
    ['c', '2025-02-01', run(0, 63)],
  ].map(([id, date, text]) => createDocument({ id: id!, text: text!, metadata: new Map([['seen', date!]]) }))
  const kept = async (keep: Parameters<typeof nearDuplicates>[0]) => {
    const made = await concluded(nearDuplicates(keep), documents)
    const title = table(made, 'near-duplicates-groups')!.title
    return [made.rows.ids.filter((_, i) => made.documentValues.get('duplicate-keep')![i] === 1).join(), title] as const
  }
  expect(await kept({})).toEqual(['c', expect.stringContaining('the longest of each group is kept')])
  expect(await kept({ keep: 'earliest' })).toEqual(['b', expect.stringContaining('the earliest of each group by "seen"')])
  await expect(kept({ keep: 'highest:no-such-measure' })).rejects.toThrow('duplication.keep: no document has a value of "no-such-measure"')
  expect(['longest', 'earliest', 'highest:mattr-50', 'lowest:x', 'highest:', 'best'].map(isKeepRule)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
  ])
})
