import { auditSchema } from '@corpuscope/core'
import { seededRandom } from '@corpuscope/statistics'
import { describe, expect, test } from 'vitest'
import { contentPairs, judge, nearDuplicates, pairKinds, runSource } from '../src/index.ts'
import { absent, concluded, corpusOf, documentsOf, oracleCorpora, oracleOf, sequencesOf } from './corpora.ts'

const random = seededRandom('forms')
const word = (): string => `w${Math.floor(random() * 20_000)}`
const some = (count: number): string => Array.from({ length: count }, word).join(' ')
const form = Array.from({ length: 4 }, () => some(25))
/** A note on the form: a sentence of its own after each of 4 paragraphs that all notes share, 25 words of form for every 6. */
const filled = (): string[] => form.map((paragraph) => `${paragraph} ${some(6)}`)
const conclude = async (texts: Readonly<Record<string, string>>) => {
  const made = await concluded(nearDuplicates(), corpusOf(texts))
  auditSchema.parse(made.audit)
  return made
}
const estimated = (made: Awaited<ReturnType<typeof conclude>>, id: string) =>
  made.audit.estimates.find(({ measure }) => measure === id)!.value

test.each([
  ['the same content', [1, 2, 3, 4, 5], [1, 2, 3, 4, 5], 0.6, 'copy', 1],
  ['nothing in common but the form', [1, 2], [3, 4], 0.95, 'shared form', 0],
  ['half of the content', [1, 2, 3], [2, 3, 4], 0.9, 'amended copy', 0.5],
  ['nothing but form, all of it', [], [], 0.9, 'copy', Number.NaN],
  ['nothing but form, not all of it', [], [], 0.4, 'shared form', Number.NaN],
  ['content in one alone', [], [1], 0.9, 'shared form', 0],
])('%s', (_, a, b, whole, kind, content) => expect(judge(a, b, whole)).toEqual({ kind, content }))

test('a note and the same with an addendum of its length twice over is an amended copy', () => {
  const note = Array.from({ length: 30 }, (_, i) => i)
  const more = Array.from({ length: 90 }, (_, i) => i)
  expect(judge(note, more, 1 / 3)).toEqual({ kind: 'amended copy', content: 1 / 3 })
  // A few runs stand in a long text by chance.
  expect(judge(note.slice(0, 10), more, 1 / 9).kind).toBe('shared form')
})

describe('2,000 different notes on one form', () => {
  const notes = Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`n${i}`, filled().join('\n')]))

  test('no copy, no group, no finding; the form is seen', async () => {
    const made = await conclude(notes)
    expect(estimated(made, 'content-duplicate-share')).toBe(0)
    expect(made.findings).toEqual([])
    expect(new Set(made.pairs.map(({ kind }) => kind))).toEqual(new Set(['shared form']))
    expect(made.pairs.length).toBeGreaterThan(1000)
    // 4 paragraphs of 21 runs each out of 120 runs a note.
    expect(estimated(made, 'boilerplate-share')).toBeCloseTo((4 * 21) / 120, 3)
    const forms = made.audit.tables.find(({ id }) => id === 'near-duplicates-forms')!
    expect(forms.rows[0]!.slice(0, 2)).toEqual([2000, 4 * 21])
    expect(made.documentValues.get('duplicate-keep')!.every((keep) => keep === 1)).toBe(true)
  })

  test('real copies among them are found, and nothing else', async () => {
    const planted: string[] = []
    const texts: Record<string, string> = { ...notes }
    for (let i = 0; i < 40; i++) {
      // An addendum of three words (40 of 43 runs of its content are the note's), or another last word (39 of 41).
      const note = texts[`n${i * 50}`]!
      texts[`copy${i}`] = i % 2 === 0 ? `${note} seen again today` : note.replace(/\S+$/, `changed${i}`)
      planted.push([`copy${i}`, `n${i * 50}`].join(' '))
    }
    const { pairs, findings } = await conclude(texts)
    const copies = pairs.filter(({ kind }) => kind !== 'shared form')
    expect(copies.map(({ a, b }) => `${a} ${b}`).sort()).toEqual(planted.sort())
    expect(new Set(copies.map(({ kind }) => kind))).toEqual(new Set(['copy']))
    expect(findings).toHaveLength(40)
  })
})

test('the same content on two forms is a copy, though the documents as wholes are not alike', async () => {
  const other = some(400)
  const texts: Record<string, string> = {}
  for (let i = 0; i < 20; i++) {
    texts[`a${i}`] = `${form.join(' ')} ${some(60)}`
    texts[`b${i}`] = `${other} ${some(60)}`
  }
  const own = texts['a3']!.split(' ').slice(100).join(' ')
  texts['b3'] = `${other} ${own}`
  const { pairs } = await conclude(texts)
  const copies = pairs.filter(({ kind }) => kind === 'copy')
  expect(copies.map(({ a, b }) => [a, b])).toEqual([['a3', 'b3']])
  expect(copies[0]!.similarity).toBeLessThan(0.2)
  // 60 words have 56 runs among them, and 4 more in each document that begin in its form: 56 / (60 + 60 - 56).
  expect(copies[0]!.content).toBe(56 / 64)
})

test('12 copies of one text are copies, not a form: they count once', async () => {
  const text = some(100)
  const { pairs, audit, documentValues } = await conclude(
    Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`n${i}`, `${text}${'.'.repeat(i)}`])),
  )
  expect(pairs.every(({ kind }) => kind === 'copy')).toBe(true)
  expect(audit.estimates.map(({ value }) => value)).toEqual([1, 1, 0])
  // The longest is kept.
  expect([...documentValues.get('duplicate-keep')!].map((keep, i) => [keep, i]).filter(([keep]) => keep === 1)).toEqual([[1, 3]])
})

test('what is left when the list says drop holds no copy any more', async () => {
  const texts: Record<string, string> = {}
  for (let i = 0; i < 30; i++) {
    const words = some(120).split(' ')
    // A chain: each begins 6 words later than the one before.
    for (let step = 0; step < 6; step++) texts[`n${i}-${step}`] = words.slice(step * 6, step * 6 + 80).join(' ')
  }
  const first = await conclude(texts)
  const keep = first.documentValues.get('duplicate-keep')!
  const clean = Object.fromEntries(first.rows.ids.flatMap((id, i) => (keep[i] === 1 ? [[id, texts[id]!]] : [])))
  expect(Object.keys(clean).length).toBeLessThan(180)
  expect(Object.keys(clean).length).toBeGreaterThanOrEqual(60)
  expect(estimated(await conclude(clean), 'content-duplicate-share')).toBe(0)
})

const medquad = oracleCorpora.find(({ name }) => name === 'medquad')!
test.skipIf(absent(medquad))('medquad: almost all of the pairs that are alike share a form', () => {
  const documents = documentsOf(medquad)
  const judged = contentPairs(runSource(documents.length, sequencesOf(documents)), 0.5)
  const counts = Object.fromEntries(pairKinds.map((kind) => [kind, 0]))
  // By the text: pages on the symptoms or the inheritance of two diseases, of which the name alone differs, share a form.
  for (let i = 0; i < judged.a.length; i++) if (judged.similarity[i]! >= 0.5) counts[pairKinds[judged.kind[i]!]!]!++
  expect(counts['shared form']!).toBeGreaterThan(0.9 * oracleOf(medquad).word5.pairs_at_or_above['0.5']!)
  expect(counts['copy']! + counts['amended copy']!).toBeLessThan(200)
})
