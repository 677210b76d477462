import { type Annotation, annotationProblems, createDocument, obeysTheLaws } from '@corpuscope/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundaryProblem, overlapsOf } from '../src/annotation-places.ts'
import { annotations } from '../src/index.ts'
import { concluded } from './concluded.ts'

const span = (start: number, end: number, type = 'X', more: Partial<Annotation> = {}): Annotation => ({ type, start, end, ...more })
const noted = (id: string, text: string, ...marked: Annotation[]) => createDocument({ id, text, annotations: marked })

test('obeys the laws', () => obeysTheLaws(annotations()))

test.each([
  ['no fever', 3, 8, undefined],
  ['no fever', 3, 7, 'ends inside a word'],
  ['no fever', 4, 8, 'begins inside a word'],
  ['no fever', 2, 8, 'begins with white space'],
  ['no fever', 0, 3, 'ends with white space'],
  ['B-cell', 2, 6, undefined],
  ['5mg daily', 1, 3, undefined],
  ['took 500 mg', 5, 7, 'ends inside a number'],
  ['e\u0301tat', 1, 5, 'begins inside a word'],
  ['患者发热三天', 2, 4, undefined],
  ['a 🤒 b', 2, 3, 'ends inside a character'],
  ['a 🤒 b', 2, 4, undefined],
  ['one', 1, 1, undefined],
])('%s from %i to %i: %s', (text, start, end, expected) => expect(boundaryProblem(text, start, end)).toBe(expected))

test.each([
  ['apart', [span(0, 2), span(3, 5)], [undefined, undefined]],
  ['touching', [span(0, 3), span(3, 5)], [undefined, undefined]],
  ['nested', [span(0, 9), span(3, 5)], [undefined, 'nested']],
  ['nested at an edge, inner first', [span(0, 2), span(0, 9)], ['nested', undefined]],
  ['same place, another type', [span(0, 9, 'A'), span(0, 9, 'B')], [undefined, 'nested']],
  ['twice', [span(0, 9), span(0, 9)], [undefined, 'doubled']],
  ['twice, another code', [span(0, 9, 'A', { code: '1' }), span(0, 9, 'A', { code: '2' })], [undefined, 'nested']],
  ['crossing', [span(3, 9), span(0, 5)], ['crossing', undefined]],
  ['crossing one that a longer one hides', [span(0, 4), span(1, 9), span(2, 6)], [undefined, 'crossing', 'crossing']],
] as const)('%s', (_, marked, expected) => expect(overlapsOf(marked)).toEqual(expected))

test('crossing is what comparing every pair finds', () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(12), fc.integer({ min: 1, max: 8 })), { maxLength: 12 }), (drawn) => {
      const marked = drawn.map(([start, length], i) => span(start, start + length, `${i}`))
      const crosses = marked.map((b) => marked.some((a) => a.start < b.start && a.end > b.start && a.end < b.end))
      expect(overlapsOf(marked).map((overlap) => overlap === 'crossing')).toEqual(crosses)
    }),
  ))

test('a hundred thousand nested ones take no time worth speaking of', () => {
  const marked = Array.from({ length: 100_000 }, (_, i) => span(i, 300_000 - i))
  expect(overlapsOf(marked).filter((overlap) => overlap === 'nested')).toHaveLength(99_999)
})

test('wrong, cut, crossing: each counted once, against what could be so', async () => {
  const documents = [
    noted('a', 'no fever today', span(3, 8), span(3, 7), span(14, 14, 'X', { problem: annotationProblems.outside })),
    noted('b', 'no fever today', span(0, 8), span(3, 14), span(3, 14), span(0, 2, 'Y', { problem: annotationProblems.otherWords })),
    noted('c', 'no fever'),
    createDocument({ id: 'd', text: 'not annotated' }),
  ]
  const { values, estimates, findings, tables } = await concluded(annotations(), documents)
  expect(values).toEqual({
    'annotation-problem-share': 2 / 7,
    'annotation-boundary-share': 1 / 6,
    'annotation-overlap-share': 2 / 6,
  })
  expect(estimates[0]).toMatchObject({ n: 2, left: 2, reason: '2 left out: no annotation' })
  for (const { interval, value } of estimates) expect(interval![0] <= value! && value! <= interval![1]).toBe(true)
  expect(findings).toEqual([
    { rule: 'annotation-boundary', document: 'a', message: 'annotation ends inside a word', span: { start: 3, end: 7 } },
    { rule: 'annotation-outside-text', document: 'a', message: 'annotation lies outside the text', span: { start: 14, end: 14 } },
    { rule: 'annotation-other-words', document: 'b', message: 'annotation does not cover the words it states', span: { start: 0, end: 2 } },
    { rule: 'annotation-crossing', document: 'b', message: 'annotation crosses another', span: { start: 3, end: 14 } },
    { rule: 'annotation-doubled', document: 'b', message: 'annotation repeats another', span: { start: 3, end: 14 } },
  ])
  // Types of fewer than five documents may be words of a patient, and are not named.
  expect(tables[0]!.rows).toEqual([['2 other types', 7, null, 2, 1, 2, 2]])
})

test('types of many documents are named, most frequent first', async () => {
  const documents = Array.from({ length: 5 }, (_, i) =>
    noted(`n${i}`, 'no fever', span(3, 8, 'Symptom'), span(0, 2, '__proto__'), span(3, 8, 'Symptom')),
  )
  const { tables } = await concluded(annotations(), [...documents, noted('x', 'Ann', span(0, 3, 'Ann'))])
  expect(tables[0]!.rows.map(([type, count]) => [type, count])).toEqual([
    ['Symptom', 10],
    ['__proto__', 5],
    ['1 other type', 1],
  ])
})

test('a corpus without annotations says so', async () => {
  const { estimates, tables } = await concluded(annotations(), [createDocument({ text: 'a' })])
  expect(estimates.map(({ value, reason }) => [value, reason])).toEqual(Array(3).fill([null, 'no document has an annotation']))
  expect(tables).toEqual([])
})
