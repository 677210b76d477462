import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AuditError } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { documentsFrame, findingsFrame, pairsFrame } from '../src/index.ts'
import { auditFolder, temporaryFolder } from './audit-folder.ts'

const ids = { name: 'id', data: ['a', 'b', 'c'], type: 'STRING' as const }

test('a row a document, by its id, with the types of its columns', async () => {
  const folder = auditFolder({
    'documents.parquet': [
      ids,
      { name: 'setting', data: ['ward', null, 'clinic'], type: 'STRING', nullable: true },
      { name: 'words', data: [120, 7, 35], type: 'INT32' },
      { name: 'mattr-50', data: [0.8, null, 0.1 + 0.2], type: 'DOUBLE', nullable: true },
      { name: 'vendi', data: [null, null, null], type: 'DOUBLE', nullable: true },
      { name: 'signed', data: [true, false, null], type: 'BOOLEAN', nullable: true },
    ],
  })
  const frame = await documentsFrame(folder)
  expect(frame.index).toEqual(['a', 'b', 'c'])
  expect(frame.columns).toEqual(['id', 'setting', 'words', 'mattr-50', 'vendi', 'signed'])
  expect(frame.dtypes).toEqual(['string', 'string', 'int32', 'float32', 'float32', 'boolean'])
  expect(frame.values).toEqual([
    ['a', 'ward', 120, 0.8, Number.NaN, true],
    ['b', null, 7, Number.NaN, Number.NaN, false],
    ['c', 'clinic', 35, 0.30000000000000004, Number.NaN, null],
  ])
  expect(frame.loc({ rows: ['"b"'], columns: ['words'] }).values).toEqual([[7]])
  expect(frame.column('mattr-50').mean()).toBeCloseTo(0.55, 12)
})

test('a NaN in the file is a missing value as null is', async () => {
  const frame = await documentsFrame(auditFolder({ 'documents.parquet': [ids, { name: 'x', data: [1, Number.NaN, 2], type: 'DOUBLE' }] }))
  expect(frame.column('x').isNa().values).toEqual([false, true, false])
})

test('columns that would break or hide a member of the frame take an underscore, and it is said', async () => {
  const names = ['values', 'values_', 'shape', 'columns', 'dtypes', 'count', '$data', 'constructor', '__proto__', 'label', '_', '']
  const folder = auditFolder({
    'documents.parquet': [ids, ...names.map((name, i) => ({ name, data: [i, i + 1, i + 2], type: 'INT32' as const }))],
  })
  const renamed: [string, string][] = []
  const frame = await documentsFrame(folder, { onRename: (from, to) => renamed.push([from, to]) })
  expect(renamed).toEqual([
    ['values', 'values__'],
    ['shape', 'shape_'],
    ['columns', 'columns_'],
    ['dtypes', 'dtypes_'],
    ['count', 'count_'],
    ['$data', '$data_'],
    ['constructor', 'constructor_'],
    ['__proto__', '__proto___'],
  ])
  expect(frame.shape).toEqual([3, 13])
  expect(names.map((name) => frame.column(new Map(renamed).get(name) ?? name).values)).toEqual(names.map((_, i) => [i, i + 1, i + 2]))
  expect(frame.sortValues('values__', { ascending: false }).index).toEqual(['c', 'b', 'a'])
})

test('whole numbers of 64 bits stay exact, dates are ISO 8601, nested values JSON', async () => {
  const frame = await documentsFrame(
    auditFolder({
      'documents.parquet': [
        ids,
        { name: 'small', data: [1n, 2n, 3n], type: 'INT64' },
        { name: 'large', data: [1n, 2n, 9007199254740993n], type: 'INT64' },
        { name: 'seen', data: ['2021-05-06', '2021-05-07', '2021-05-08'].map((day) => new Date(day)), type: 'TIMESTAMP' },
        { name: 'more', data: [{ a: 1 }, [1, 2], null], type: 'JSON', nullable: true },
      ],
    }),
  )
  expect(frame.column('small').values).toEqual([1, 2, 3])
  expect(frame.column('large').values).toEqual([1, 2, '9007199254740993'])
  expect(frame.column('seen').values[0]).toBe('2021-05-06T00:00:00.000Z')
  expect(frame.column('more').values).toEqual(['{"a":1}', '[1,2]', null])
})

test('a text after a hundred numbers is no number: types are not guessed from the first rows', async () => {
  const data = Array.from({ length: 101 }, (_, i) => (i < 100 ? String(i) : 'later'))
  const frame = await documentsFrame(
    auditFolder({
      'documents.parquet': [
        { name: 'id', data: data.map((_, i) => `d${i}`), type: 'STRING' },
        { name: 'code', data, type: 'STRING' },
      ],
    }),
  )
  expect(frame.dtypes).toEqual(['string', 'string'])
})

test('an audit without documents, findings or pairs has frames without rows', async () => {
  const empty = [{ name: 'id', data: [], type: 'STRING' as const }]
  const folder = auditFolder({ 'documents.parquet': empty, 'findings.parquet': empty, 'pairs.parquet': empty })
  for (const frame of [await documentsFrame(folder), await findingsFrame(folder), await pairsFrame(folder)]) {
    expect(frame.shape).toEqual([0, 1])
    expect(frame.columns).toEqual(['id'])
  }
})

test('findings and pairs have a row each and repeat documents', async () => {
  const folder = auditFolder({
    'findings.parquet': [
      { name: 'document', data: ['a', 'a'], type: 'STRING' },
      { name: 'rule', data: ['identifier-email', 'identifier-phone'], type: 'STRING' },
    ],
    'pairs.parquet': [
      { name: 'a', data: ['a'], type: 'STRING' },
      { name: 'b', data: ['b'], type: 'STRING' },
      { name: 'jaccard', data: [0.9], type: 'DOUBLE' },
    ],
  })
  expect((await findingsFrame(folder)).column('document').values).toEqual(['a', 'a'])
  expect((await pairsFrame(folder)).values).toEqual([['a', 'b', 0.9]])
})

test('what is no audit folder is refused in a sentence', async () => {
  await expect(documentsFrame('no-such-folder')).rejects.toThrow(AuditError)
  await expect(documentsFrame('no-such-folder')).rejects.toThrow('no such file. Give the folder that "corpuscope audit" wrote.')
  const broken = temporaryFolder()
  writeFileSync(join(broken, 'documents.parquet'), 'PAR1 and no more')
  await expect(documentsFrame(broken)).rejects.toThrow('cannot be read as Parquet')
  await expect(documentsFrame(auditFolder({ 'documents.parquet': [{ name: 'x', data: [1], type: 'INT32' }] }))).rejects.toThrow(
    'no column "id"',
  )
  const doubled = auditFolder({ 'documents.parquet': [{ name: 'id', data: ['a', 'a'], type: 'STRING' }] })
  await expect(documentsFrame(doubled)).rejects.toThrow(AuditError)
})
