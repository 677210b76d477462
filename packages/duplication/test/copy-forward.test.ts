import { auditSchema, createDocument } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { copyForward, timeCutoff } from '../src/index.ts'
import { concluded } from './corpora.ts'

const run = (from: number, to: number): string => Array.from({ length: to - from }, (_, i) => `w${from + i}`).join(' ')
const notes = (each: readonly (readonly [id: string, patient: string | null, date: string | null, text: string])[]) =>
  each.map(([id, patient, date, text]) =>
    createDocument({
      id,
      text,
      metadata: new Map([
        ['patient', patient],
        ['seen', date],
      ]),
    }),
  )

test('words that an earlier note of the same patient holds, from 20 on end', async () => {
  const documents = notes([
    // Dates decide which was first, not ids.
    ['z1', 'p', '2025-01-01', run(0, 60)],
    ['a2', 'p', '2025-02-01', `${run(900, 910)} ${run(10, 40)} ${run(920, 930)}`],
    // 19 words are no passage.
    ['b3', 'p', '2025-03-01', `${run(0, 19)} ${run(950, 981)}`],
    ['q1', 'q', '2025-01-05', run(0, 60)],
    ['none', null, '2025-01-05', run(0, 60)],
  ])
  const { audit, findings } = await concluded(copyForward('patient'), documents)
  auditSchema.parse(audit)
  expect(audit.estimates[0]).toMatchObject({ value: 30 / (50 + 50), n: 2, left: 3 })
  expect(findings.map(({ document, message }) => [document, message])).toEqual([
    ['a2', `30 words on end are those of z1, at ${run(0, 10).length + 1} to ${run(0, 40).length}`],
  ])
  const { start, end } = findings[0]!.span!
  expect(documents[1]!.text.slice(start, end)).toBe(run(10, 40))
})

test('a field that no document has, none named, and no patient seen twice', async () => {
  const documents = notes([['a', 'p', null, run(0, 30)]])
  const reason = async (field: string | undefined) => (await concluded(copyForward(field), documents)).audit.estimates[0]!.reason
  expect(await reason(undefined)).toContain('duplication.copyForward')
  expect(await reason('author')).toBe('no document has a field "author"')
  expect(await reason('patient')).toBe('no two documents have the same "patient"')
})

test('documents after a cut-off date', async () => {
  const documents = notes([
    ['a', null, '2025-01-01', 'x'],
    ['b', null, '2025-06-30', 'x'],
    ['c', null, '2025-07-01', 'x'],
    ['d', null, null, 'x'],
  ])
  const estimate = async (cutoff: string | undefined) => (await concluded(timeCutoff(cutoff), documents)).audit.estimates[0]!
  // The day itself is not after it.
  expect(await estimate('2025-06-30')).toMatchObject({
    value: 1 / 3,
    n: 3,
    left: 1,
    reason: 'by "seen", after 2025-06-30; 1 left out: no date',
  })
  expect((await estimate(undefined)).reason).toContain('duplication.cutoff')
})
