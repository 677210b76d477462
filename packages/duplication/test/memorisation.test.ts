import { auditSchema, findingSchema, obeysTheLaws } from '@corpuscope/core'
import { wordSequences } from '@corpuscope/features'
import { seededRandom, wilson } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { gramOverlap, memorisation, sourceRuns } from '../src/index.ts'
import { concluded, corpusOf } from './corpora.ts'

const run = (from: number, to: number): string => Array.from({ length: to - from }, (_, i) => `w${from + i}`).join(' ')

test('obeys the laws, alone and beside another corpus', async () => {
  await obeysTheLaws(memorisation(), { features: [wordSequences()], rounds: 1 })
  await obeysTheLaws(memorisation(), { features: [wordSequences()], beside: true, rounds: 1 })
})

test('the arithmetic of a small case', async () => {
  const texts = {
    a: `Seen: ${run(100, 160)}. Plan none`, // 60 words of x
    b: `${run(300, 350)} and more`, // 50 words: not more than 50
    c: run(500, 510), // 10 words of z, so 8 but not 13
    d: run(900, 990),
    e: 'none',
    f: '',
  }
  const source = { x: run(90, 170), y: run(300, 350), z: `${run(500, 510)} other` }
  const { audit, findings, documentValues } = await concluded(memorisation(), corpusOf(texts), {
    against: corpusOf(source),
    holdout: corpusOf({ h: run(895, 910) }),
  })
  auditSchema.parse(audit)
  expect(audit.estimates.map(({ measure, value, interval, n, left }) => [measure, value, interval, n, left])).toEqual([
    ['memorised-share', 1 / 5, wilson(1, 5), 5, 1],
    ['longest-shared-run', 60, null, 5, 1],
    ['contamination-8', 3 / 4, wilson(3, 4), 4, 2],
    ['contamination-13', 2 / 3, wilson(2, 3), 3, 3],
  ])
  expect([...documentValues.get('longest-shared-run')!]).toEqual([60, 50, 10, 0, 0, 0])
  expect(findings.map((finding) => findingSchema.parse(finding))).toMatchObject([{ rule: 'memorised-passage', document: 'a' }])
  const { start, end } = findings[0]!.span!
  expect(texts.a.slice(start, end)).toBe(run(100, 160))
  expect(findings[0]!.message).toBe(
    `60 words on end stand word for word in x of the other corpus, at ${run(90, 100).length + 1} to ${run(90, 160).length}`,
  )
  // Against the holdout: d shares 10 words with h.
  expect(audit.tables[0]!.rows.slice(0, 2)).toEqual([
    ['documents with more than 50 words on end', 1 / 5, 0],
    ['longest run, words', 60, 10],
  ])
})

test('without another corpus: not applicable, and what to do', async () => {
  const { audit } = await concluded(memorisation(), corpusOf({ a: run(0, 60) }))
  for (const { value, reason } of audit.estimates) {
    expect(value).toBeNull()
    expect(reason).toContain('--against')
  }
})

test('a form that many texts of both share is no contamination', async () => {
  const notes = (from: number, n: number) =>
    Object.fromEntries(Array.from({ length: n }, (_, i) => [`n${i}`, `${run(0, 30)} ${run(from + i * 50, from + i * 50 + 20)}`]))
  const { audit } = await concluded(memorisation(), corpusOf(notes(1000, 20)), { against: corpusOf(notes(5000, 20)) })
  expect(audit.estimates.filter(({ measure }) => measure.startsWith('contamination')).map(({ value }) => value)).toEqual([0, 0])
  const rows = Object.fromEntries(audit.tables[0]!.rows.map(([what, value]) => [what, value]))
  expect(rows['documents with a run of 13 words, forms and all']).toBe(1)
})

test('the longest shared run is that of comparing every place with every other', () => {
  const random = seededRandom('runs')
  const word = (): number => Math.floor(random() * 3) + 1
  const source = Array.from({ length: 12 }, () => Uint32Array.from({ length: Math.floor(random() * 60) }, word))
  const longest = sourceRuns(source.length, (i) => source[i]!)
  for (let round = 0; round < 200; round++) {
    const sequence = Uint32Array.from({ length: Math.floor(random() * 60) }, word)
    let best = 0
    for (const other of source)
      for (let i = 0; i < sequence.length; i++)
        for (let j = 0; j < other.length; j++) {
          let same = 0
          while (i + same < sequence.length && j + same < other.length && sequence[i + same] === other[j + same]) same++
          best = Math.max(best, same)
        }
    const found = longest(sequence)
    expect(found.length).toBe(best < 8 ? 0 : best)
    for (let i = 0; i < found.length; i++) expect(source[found.source]![found.sourceStart + i]).toBe(sequence[found.start + i])
  }
})

test('n-grams in common are those of two sets of strings', () => {
  const random = seededRandom('grams')
  const texts = (n: number) => {
    const all = Array.from({ length: n }, () => Uint32Array.from({ length: 40 }, () => Math.floor(random() * 4)))
    return { n, of: (i: number) => all[i]!, text: (i: number) => [i], all }
  }
  const [corpus, source] = [texts(30), texts(8)]
  const gramsOf = (words: Uint32Array) => new Set(Array.from({ length: 40 - 8 + 1 }, (_, i) => words.subarray(i, i + 8).join(' ')))
  const theirs = new Set(source.all.flatMap((words) => [...gramsOf(words)]))
  const { grams, shared } = gramOverlap(corpus, source, 8)
  corpus.all.forEach((words, i) => {
    expect(grams[i]).toBe(gramsOf(words).size)
    expect(shared[i]).toBe([...gramsOf(words)].filter((gram) => theirs.has(gram)).length)
  })
})
