import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { basisFile, embedded, embedding, readBasis } from '../src/index.ts'
import { cosine, documentsOf, embeddingOf, made } from './examples.ts'

test('documents of like words lie near each other', async () => {
  const made = await embeddingOf(['itchy rash arm', 'red itchy rash', 'chest pain cough', 'chest pain fever cough', 'rash', 'cough'])
  expect(cosine(made, 0, 1)).toBeGreaterThan(0.9)
  expect(cosine(made, 2, 3)).toBeCloseTo(1, 9)
  expect(Math.abs(cosine(made, 0, 2))).toBeLessThan(1e-9)
})

test('with no more documents than dimensions, cosines are those of the term weights', async () => {
  const made = await embeddingOf(['fever rash', 'rash'])
  const fever = 1 + Math.log(3 / 2)
  expect(cosine(made, 0, 1)).toBeCloseTo(1 / Math.hypot(fever, 1), 12)
})

test('rows are of unit length; a document that shares no word has none', async () => {
  const made = await embeddingOf(['fever cough', 'fever cough', 'rash pain', 'rash', 'pain', 'xylophone', ''])
  expect([...made.has]).toEqual([1, 1, 1, 1, 1, 0, 0])
  for (let i = 0; i < made.n; i++) expect(cosine(made, i, i)).toBeCloseTo(made.has[i]!, 12)
  const { rows, vectors } = embedded(made)
  expect([...rows]).toEqual([0, 1, 2, 3, 4])
  expect(vectors).toEqual(made.vectors.subarray(0, 5 * made.d).slice())
})

test('identical texts have one dimension and one point', async () => {
  const made = await embeddingOf(Array.from({ length: 300 }, () => 'fever and chest pain'))
  expect(made.d).toBe(1)
  expect(cosine(made, 0, 299)).toBeCloseTo(1, 12)
})

test.each([
  ['one document', ['fever'], [1]],
  ['empty documents', ['', ' '], [0, 0]],
  ['stop words only', ['it is the', 'and of'], [0, 0]],
  ['other scripts', ['患者发热三天', 'пациент жалуется'], [1, 1]],
])('%s', async (_, texts, has) => {
  const made = await embeddingOf(texts)
  expect([...made.has]).toEqual(has)
  expect(made.vectors).toHaveLength(made.n * made.d)
  expect(made.vectors.every(Number.isFinite)).toBe(true)
})

test('parts in any order make the same bytes', async () => {
  const documents = documentsOf(Array.from({ length: 60 }, (_, i) => `word${i % 7} word${i % 11} word${(i * i) % 13} constructor`))
  const whole = await made(embedding({ rank: 4 }), documents)
  const parts = await made(embedding({ rank: 4 }), documents.slice(40), [], documents.slice(0, 40).reverse())
  expect(parts).toEqual(whole)
})

test('the fingerprint names the space: other texts or another rank are another instrument', async () => {
  const texts = ['fever cough', 'fever rash', 'rash', 'cough']
  const { instrument } = await embeddingOf(texts)
  expect(instrument.id).toBe('lsa-128')
  expect(instrument.fingerprint).toMatch(/^[0-9a-f]{16}$/)
  expect((await embeddingOf(texts)).instrument).toEqual(instrument)
  expect((await embeddingOf(texts, { seed: 7 })).instrument.fingerprint).toBe(instrument.fingerprint)
  expect((await embeddingOf([...texts, 'rash'])).instrument.fingerprint).not.toBe(instrument.fingerprint)
  expect((await embeddingOf(texts, { rank: 2 })).instrument.fingerprint).not.toBe(instrument.fingerprint)
})

const notesOf = (n: number, from = 0): string[] =>
  Array.from({ length: n }, (_, i) => `word${(i + from) % 7} word${(i + from) % 11} word${(i * i + from) % 13} smith${i % 3}`)

test('a kept space gives its own corpus the same bytes, and another corpus points in it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'basis-'))
  const feature = embedding({ rank: 4 })
  const first = await made(feature, documentsOf(notesOf(60)))
  writeFileSync(join(folder, basisFile), feature.keeps!(first)[basisFile]!)
  const again = await made(embedding({ basis: folder }), documentsOf(notesOf(60)))
  expect(again.vectors).toEqual(first.vectors)
  expect(again.instrument).toEqual(first.instrument)
  const other = await made(embedding({ basis: join(folder, basisFile) }), documentsOf(['word1 word3', 'unheard of']))
  expect(other.instrument).toEqual(first.instrument)
  expect([...other.has]).toEqual([1, 0])
  writeFileSync(join(folder, basisFile), feature.keeps!(first)[basisFile]!.subarray(0, -8))
  await expect(readBasis(folder)).rejects.toThrow('is no basis of an embedding, or was cut short')
  rmSync(folder, { recursive: true })
  await expect(readBasis(folder)).rejects.toThrow('there is no embedding-basis.safetensors')
})

test('a word that touches an identifier anywhere is no part of a kept space, nor is one of four documents', async () => {
  const texts = [...notesOf(60), ...Array(4).fill('rare word1')] as string[]
  const identifiers = ({ text }: { text: string }) => {
    const start = text.indexOf('smith1')
    return start < 0 || text.includes('word2') ? [] : [{ start, end: start + 6 }]
  }
  const made60 = await made(embedding({ identifiers }), documentsOf(texts))
  const terms = made60.basis!.terms.map(({ term }) => term)
  expect(terms).toContain('smith0')
  expect(terms).not.toContain('smith1')
  expect(terms).not.toContain('rare')
  // A small corpus keeps none.
  const feature = embedding()
  expect(feature.keeps!(await made(feature, documentsOf(notesOf(49))))).toEqual({})
})

test('a rank below 1 is refused', () => {
  expect(() => embedding({ rank: 0 })).toThrow('rank must be a whole number, 1 or more')
})

const notes = new URL('../../../../shared/corpora/syngp500/syngp500.jsonl', import.meta.url)

test.skipIf(!existsSync(notes))('SynGP500: every note has a point, and another start of the iteration moves it little', async () => {
  const texts = readFileSync(notes, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => String(JSON.parse(line).text))
  const first = await embeddingOf(texts)
  const second = await embeddingOf(texts, { seed: 2 })
  expect(first.d).toBe(128)
  expect(embedded(first).rows).toHaveLength(500)
  let squares = 0
  for (let i = 1; i < 500; i++) squares += (cosine(first, 0, i) - cosine(second, 0, i)) ** 2
  expect(Math.sqrt(squares / 499)).toBeLessThan(0.02)
})
