import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  type GoldType,
  goldCorpora,
  type Span,
  type SpanLevel,
  scanIdentifiers,
  spanCounts,
  spanLevels,
  spanScoreIntervals,
  spanScores,
} from '../src/index.ts'

const shared = new URL('../../../../shared/', import.meta.url)
const absent = !existsSync(shared)

interface Gold {
  readonly id: string
  readonly text: string
  readonly spans: readonly (Span & { label: string })[]
}

const json = (path: string) => JSON.parse(readFileSync(new URL(path, shared), 'utf8'))

// Two words of the three are right: P and R by hand.
test('strict, overlap and token level of one text', () => {
  const text = 'seen by Dr Ann Mary Berg today'
  const gold = [{ start: 11, end: 24 }]
  const found = [
    { start: 8, end: 19 },
    { start: 25, end: 30 },
  ]
  expect(spanLevels.map((level) => spanCounts(text, gold, found, level))).toEqual([
    [1, 0, 2, 0],
    [1, 1, 2, 1],
    [3, 2, 4, 2],
  ])
  const { precision, recall, f1 } = spanScores([[3, 2, 4, 2]])
  expect([precision, recall]).toEqual([0.5, 2 / 3])
  expect(f1).toBeCloseTo(4 / 7, 12)
  expect(spanScores([])).toEqual({ precision: 1, recall: 1, f1: 1 })
})

describe.skipIf(absent).each(Object.entries(goldCorpora))('%s', (name, { file, types }) => {
  const documents: Gold[] = absent
    ? []
    : readFileSync(new URL(`corpora/${file}`, shared), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
  const theirs: Record<string, [number, number, string, number][]> = absent ? {} : json(`oracles/${name}.privacy.presidio-spans.json`)
  const oracle = absent ? undefined : json(`oracles/${name}.privacy.json`).scores.presidio
  const found = documents.map(({ text }) => scanIdentifiers(text).identifiers)

  const ourCounts = ({ labels, ours }: GoldType, level: SpanLevel) =>
    documents.map(({ text, spans }, i) =>
      spanCounts(
        text,
        spans.filter(({ label }) => labels.includes(label)),
        found[i]!.filter(ours),
        level,
      ),
    )
  const peerCounts = ({ labels, peer }: GoldType, level: SpanLevel) =>
    documents.map(({ id, text, spans }) =>
      spanCounts(
        text,
        spans.filter(({ label }) => labels.includes(label)),
        (theirs[id] ?? []).flatMap(([start, end, type]) => (peer.includes(type) ? [{ start, end }] : [])),
        level,
      ),
    )
  const known = types.filter(({ peer }) => peer.length > 0)

  test.each(known)('$name: the scores of Presidio’s spans are those its own run gave', (type) => {
    if (type.labels.length > 1) return
    for (const [level, theirLevel] of [
      ['strict', 'exact'],
      ['overlap', 'overlap'],
    ] as const)
      expect(spanScores(peerCounts(type, level)).recall).toBeCloseTo(oracle[theirLevel][type.labels[0]!].recall, 12)
  })

  test.each(known)('$name: F1 is at least Presidio’s at every level', (type) => {
    for (const level of spanLevels) {
      const ours = ourCounts(type, level)
      const { f1 } = spanScores(ours)
      const [low, high] = spanScoreIntervals(ours).f1
      expect(f1, level).toBeGreaterThanOrEqual(spanScores(peerCounts(type, level)).f1 - 1e-12)
      expect(low).toBeLessThanOrEqual(f1 + 1e-12)
      expect(high).toBeGreaterThanOrEqual(f1 - 1e-12)
    }
  })

  test.each(types.filter(({ fixedForm }) => fixedForm))('$name, of a fixed form: recall of at least 0.95', (type) =>
    expect(spanScores(ourCounts(type, 'overlap')).recall).toBeGreaterThanOrEqual(0.95),
  )

  test('over all types that both know, our interval of micro-F1 lies above Presidio’s at every level', () => {
    for (const level of spanLevels) {
      const ours = spanScoreIntervals(known.flatMap((type) => ourCounts(type, level))).f1
      const peer = spanScoreIntervals(known.flatMap((type) => peerCounts(type, level))).f1
      expect(ours[0], level).toBeGreaterThan(peer[1])
    }
  })

  test.each(types.filter(({ name }) => name === 'clinician' || name === 'patient'))('$name: recall of names of at least 0.85', (type) =>
    expect(spanScores(ourCounts(type, 'overlap')).recall).toBeGreaterThanOrEqual(0.85),
  )
})
