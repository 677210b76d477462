import { auditSchema, findingSchema, obeysTheLaws } from '@corpuscope/core'
import { wordSequences } from '@corpuscope/features'
import { seededRandom, wilson } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { jaccard, type NearPairs, nearDuplicates, nearPairs, runSource, signatureOf } from '../src/index.ts'
import { absent, concluded, corpusOf, documentsOf, oracleCorpora, oracleOf, sequencesOf } from './corpora.ts'

const conclude = (texts: Readonly<Record<string, string>>) => concluded(nearDuplicates(), corpusOf(texts))
const run = (from: number, to: number): string => Array.from({ length: to - from }, (_, i) => `w${from + i}`).join(' ')

test('obeys the laws', () => obeysTheLaws(nearDuplicates(), { features: [wordSequences()] }))

test('the arithmetic of a small case', async () => {
  // 36 runs of five words in a, 32 of them in b too, which has 36 again: 32 / 40 = 0.8.
  const { audit, pairs, findings } = await conclude({ a: run(0, 40), b: run(4, 44), c: run(100, 140), d: 'too short by one' })
  auditSchema.parse(audit)
  expect(audit.estimates[0]).toMatchObject({ n: 3, left: 1, reason: '1 left out: fewer than 5 words', interval: wilson(1, 1.5) })
  expect(audit.estimates[0]!.value).toBeCloseTo(2 / 3, 12)
  // The passage that proves it: w4 to w39.
  const passage = { a: { start: run(0, 4).length + 1, end: run(0, 40).length }, b: { start: 0, end: run(4, 40).length } }
  expect(pairs).toEqual([{ a: 'a', b: 'b', kind: 'copy', similarity: 0.8, content: 0.8, contained: 32 / 36, passage }])
  expect(findings.map((finding) => findingSchema.parse(finding))).toMatchObject([
    { rule: 'near-duplicate', severity: 'warning', document: 'b', message: 'near copy of a: Jaccard similarity 0.80' },
  ])
  expect(audit.tables[0]!.rows).toEqual([['a', 'b', 'copy', 0.8, 0.8]])
  expect(audit.charts[0]).toMatchObject({ form: 'histogram', counts: [0, 0, 0, 0, 0, 0, 1, 0, 0, 0] })
})

test('below 0.8 a pair is listed and no document counts', async () => {
  // 31 / 41 = 0.756.
  const { audit, pairs, findings } = await conclude({ a: run(0, 40), b: run(5, 45) })
  expect(audit.estimates[0]).toMatchObject({ value: 0, interval: wilson(0, 2) })
  expect(pairs).toMatchObject([{ a: 'a', b: 'b', kind: 'amended copy', similarity: 31 / 41, content: 31 / 41, contained: 31 / 36 }])
  expect(findings).toEqual([])
})

test('exact copies count, and are left to the other analysis to report', async () => {
  const { audit, pairs, findings } = await conclude({ a: run(0, 40), b: run(0, 40).toUpperCase(), c: run(100, 140) })
  expect(audit.estimates[0]!.value).toBeCloseTo(2 / 3, 12)
  expect(pairs).toEqual([])
  expect(findings).toEqual([])
  expect(audit.charts[0]).toMatchObject({ form: 'bars', category: ['2 documents'], value: [1] })
})

test('the same words with other punctuation: a near copy at 1.00, its own copies not reported twice', async () => {
  const { pairs, findings } = await conclude({
    a: 'one two three four five',
    b: 'one, two; three (four) five!',
    c: 'One, two; three (four) five!',
  })
  expect(pairs.map(({ a, b, similarity }) => [a, b, similarity])).toEqual([
    ['a', 'b', 1],
    ['a', 'c', 1],
  ])
  expect(findings.map(({ document, message }) => [document, message])).toEqual([['b', 'near copy of a: Jaccard similarity 1.00']])
})

test('a document like several earlier ones has one finding, that names the most similar', async () => {
  const { findings } = await conclude({ a: run(0, 100), b: run(5, 105), c: run(6, 106) })
  expect(findings.map(({ document, message }) => [document, message])).toEqual([
    ['b', 'near copy of a: Jaccard similarity 0.90'],
    ['c', 'near copy of b: Jaccard similarity 0.98, and of 1 more'],
  ])
})

test('no document of five words: not applicable, and why', async () => {
  const { audit } = await conclude(Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`n${i}`, ['pain', '', 'no fever'][i % 3]!])))
  expect(audit.estimates[0]).toMatchObject({
    value: null,
    status: 'not applicable',
    left: 50,
    reason: 'every document has fewer than 5 words',
  })
})

test('one document 10,000 times is one group', async () => {
  const { audit, pairs } = await conclude(Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`n${i}`, run(0, 60)])))
  expect(audit.estimates[0]).toMatchObject({ value: 1, n: 10_000, interval: wilson(1, 1) })
  expect(pairs).toEqual([])
})

test('10,000 documents of one word are left out', async () => {
  const { audit } = await conclude(Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`n${i}`, `word${i}`])))
  expect(audit.estimates[0]).toMatchObject({ status: 'not applicable', left: 10_000 })
})

test('3,000 different documents all alike: looked at in part, every one found, and said', async () => {
  const texts = Array.from({ length: 3000 }, (_, i) => [`n${i}`, `${run(0, 150)} only ${i}`] as const)
  const { audit, pairs } = await conclude(Object.fromEntries(texts))
  expect(audit.estimates[0]).toMatchObject({ value: 1, n: 3000 })
  expect(audit.notes.map(({ text }) => text).join(' ')).toContain('not every pair was looked at')
  expect(pairs.length).toBeLessThan((3000 * 2999) / 2)
})

test('other scripts', async () => {
  const chinese = '患者因反复发热咳嗽三天就诊查体咽部充血双肺呼吸音粗未闻及明显干湿性啰音建议口服药物治疗并复查血常规。'
  const russian = 'пациент жалуется на боль в груди с утра без одышки и кашля температура нормальная давление немного повышено'
  const { audit, pairs } = await conclude({ a: chinese, b: `${chinese}！`, c: russian, d: russian.replace('утра', 'вечера') })
  expect(audit.estimates[0]).toMatchObject({ n: 4, value: 0.5 })
  expect(pairs[0]).toMatchObject({ a: 'a', b: 'b', similarity: 1 })
})

test('random sets: nothing wrong, nothing missed at 0.8', () => {
  const random = seededRandom('sets')
  const element = (): number => Math.floor(random() * 2 ** 53)
  const sets: Float64Array[] = []
  for (let i = 0; i < 400; i++) {
    // From 5 runs to 400, so that densification has little to do and much.
    const base = Array.from({ length: Math.floor(5 * 80 ** random()) }, element)
    const changed = base.map((each) => (random() < 0.08 ? element() : each))
    for (const set of [base, changed]) sets.push(Float64Array.from(new Set(set)).sort())
  }
  const signatures = sets.map((set) =>
    signatureOf({
      count: set.length,
      low: Uint32Array.from(set, (each) => each % 2 ** 32),
      high: Uint32Array.from(set, (each) => each / 2 ** 32),
    }),
  )
  const near = nearPairs({ n: sets.length, signature: (i) => signatures[i]!, set: (i) => sets[i]! }, 0.5)
  const found = pairsOf(near)
  let above = 0
  for (let i = 0; i < sets.length; i++)
    for (let j = i + 1; j < sets.length; j++) {
      const exact = jaccard(sets[i]!, sets[j]!)
      const got = found(i, j)
      if (got !== undefined) expect(got).toBe(exact)
      if (exact < 0.8) continue
      above++
      expect(got, `sets ${i} and ${j} at ${exact}`).toBe(exact)
    }
  expect(above).toBeGreaterThan(200)
})

/** Similarity of any two documents as found, equal sets expanded. */
function pairsOf({ first, a, b, similarity }: NearPairs): (i: number, j: number) => number | undefined {
  const found = new Map<string, number>()
  for (let at = 0; at < a.length; at++) found.set(`${a[at]} ${b[at]}`, similarity[at]!)
  return (i, j) => {
    const [x, y] = [first[i]!, first[j]!].sort((p, q) => p - q)
    return x === y ? 1 : found.get(`${x} ${y}`)
  }
}

/** Pairs of documents at or above a threshold, equal sets expanded. */
function expandedPairs({ first, equal, a, b, similarity }: NearPairs, threshold: number): number {
  const members = new Uint32Array(first.length)
  for (const leader of first) members[leader]!++
  let pairs = 0
  for (const { length } of equal) pairs += (length * (length - 1)) / 2
  for (let at = 0; at < a.length; at++) if (similarity[at]! >= threshold - 1e-12) pairs += members[a[at]!]! * members[b[at]!]!
  return pairs
}

const thresholds = [0.5, 0.7, 0.8, 0.9]

for (const corpus of oracleCorpora)
  test.skipIf(absent(corpus))(`${corpus.name}: the pairs that brute force finds`, () => {
    const { word5, docs } = oracleOf(corpus)
    const documents = documentsOf(corpus)
    expect(documents).toHaveLength(docs)
    const source = runSource(docs, sequencesOf(documents))
    expect(documents.filter((_, i) => source.size(i) === 0)).toHaveLength(word5.empty_sets)
    const near = nearPairs(source, 0.5)
    const found = pairsOf(near)
    const place = new Map(documents.map(({ id }, i) => [id, i]))

    const wrong: string[] = []
    const listed = new Set<string>()
    const recall = thresholds.map((threshold) => ({ threshold, pairs: 0, found: 0 }))
    for (const [a, b, exact] of word5.pairs) {
      const [i, j] = [place.get(a)!, place.get(b)!].sort((p, q) => p - q) as [number, number]
      listed.add(`${i} ${j}`)
      const got = found(i, j)
      if (got !== undefined && !(Math.abs(got - exact) < 1e-9)) wrong.push(`${a} and ${b}: ${got} for ${exact}`)
      for (const each of recall)
        if (exact >= each.threshold) {
          each.pairs++
          if (got !== undefined) each.found++
        }
    }
    // Where the oracle's list is cut, its counts are not: nothing found is wrong, so what is found can be counted against them.
    for (const { threshold, pairs, found: hits } of recall) {
      const all = word5.pairs_at_or_above[String(threshold)]!
      if (!word5.pairs_cut) expect(pairs).toBe(all)
      expect(hits, `of ${pairs} listed pairs at ${threshold}`).toBeGreaterThanOrEqual(pairs * 0.99)
      expect(expandedPairs(near, threshold), `pairs at ${threshold}`).toBeGreaterThanOrEqual(all * 0.99)
      expect(expandedPairs(near, threshold), `pairs at ${threshold}`).toBeLessThanOrEqual(all)
    }

    // Precision: what is found is in the oracle's list, as far down as that list goes.
    const least = word5.pairs_cut ? word5.pairs.at(-1)![2] : 0.5
    expect(least).toBeLessThan(0.8)
    for (let at = 0; at < near.a.length; at++) {
      const pair = `${near.a[at]} ${near.b[at]}`
      if (near.similarity[at]! > least + 1e-9 && !listed.has(pair)) wrong.push(`${pair} at ${near.similarity[at]} is no pair`)
    }
    expect(wrong).toEqual([])
  })
