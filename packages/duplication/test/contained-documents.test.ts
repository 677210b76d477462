import { auditSchema } from '@corpuscope/core'
import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { containedDocuments, containment, missedContainment } from '../src/index.ts'
import { concluded, corpusOf } from './corpora.ts'

const run = (from: number, to: number): string => Array.from({ length: to - from }, (_, i) => `w${from + i}`).join(' ')

test('a small note inside a large one, which no Jaccard similarity shows', async () => {
  const { audit, findings, pairs } = await concluded(
    containedDocuments(),
    corpusOf({
      large: run(0, 600),
      small: run(100, 160),
      // 36 of 56 runs are those of the larger: not enough.
      half: `${run(300, 340)} ${run(5000, 5020)}`,
      short: run(200, 210),
      other: run(9000, 9100),
    }),
  )
  auditSchema.parse(audit)
  expect(audit.estimates[0]).toMatchObject({ value: 1 / 4, n: 4, left: 1 })
  expect(findings.map(({ document, message }) => [document, message])).toEqual([
    ['small', '100 % of its own runs of words stand in large, which is larger'],
  ])
  expect(pairs).toEqual([{ a: 'large', b: 'small', kind: 'contained', similarity: 56 / 596, contained: 1 }])
})

test('equals comparing every two by value, on planted pieces', () => {
  const random = seededRandom('contained')
  const word = (): number => Math.floor(random() * 2 ** 32)
  const documents = Array.from({ length: 300 }, () => Array.from({ length: 60 + Math.floor(random() * 400) }, word))
  for (let i = 0; i < 100; i++) {
    const from = documents[i]!
    const piece = from.slice(10, 10 + 30 + Math.floor(random() * 20)).map((each) => (random() < 0.02 ? word() : each))
    documents.push(piece)
  }
  const runsOf = (words: readonly number[]): Set<string> => new Set(words.slice(4).map((_, i) => words.slice(i, i + 5).join(' ')))
  const sets = documents.map(runsOf)
  const { holder, share } = containment(documents.length, (i) => Uint32Array.from(documents[i]!))
  let above = 0
  let missed = 0
  for (let i = 0; i < sets.length; i++) {
    let best = 0
    for (let j = 0; j < sets.length; j++) {
      if (sets[i]!.size < 20 || sets[j]!.size < sets[i]!.size * 1.25) continue
      let both = 0
      for (const run of sets[i]!) if (sets[j]!.has(run)) both++
      best = Math.max(best, both / sets[i]!.size)
    }
    if (best < 0.8) expect(holder[i]).toBe(-1)
    else {
      above++
      if (holder[i]! < 0) missed++
      else expect(share[i]).toBeCloseTo(best, 12)
    }
  }
  expect(above).toBeGreaterThan(60)
  expect(missed).toBeLessThanOrEqual(3)
})

test('the chance to miss one is binomial: fewer than 4 of 8', () => {
  expect(missedContainment(1)).toBe(0)
  // 1 - pbinom(3, 8, 0.8) of R is 0.9895937.
  expect(missedContainment(0.8)).toBeCloseTo(1 - 0.9895937, 6)
})
