import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Analysis, concludeState, createDocument, createState, observer, type Suite } from '@corpuscope/core'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { afterAll, expect, test } from 'vitest'
import { type Embedding, readVectors, vectorsFile } from '../src/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'vectors-'))
afterAll(() => rmSync(folder, { recursive: true }))

function written(name: string, content: string | Uint8Array, ids?: readonly string[]): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  if (ids) writeFileSync(path.replace(/\.[^.]*$/, '.ids.json'), JSON.stringify(ids))
  return path
}

const bytesOf = (array: Float32Array | Float64Array): Uint8Array => new Uint8Array(array.buffer)

function npy(type: '<f4' | '<f8' | '>f4', shape: readonly number[], data: Float32Array | Float64Array): Buffer {
  const said = `{'descr': '${type}', 'fortran_order': False, 'shape': (${shape.join(', ')}), }`
  const header = `${said.padEnd(117)}\n`
  const size = Buffer.alloc(2)
  size.writeUInt16LE(header.length)
  return Buffer.concat([Buffer.from('\x93NUMPY\x01\x00', 'latin1'), size, Buffer.from(header), bytesOf(data)])
}

/** The embedding that documents with these ids get. */
async function embeddingOf(path: string, ids: readonly string[]): Promise<Embedding> {
  let made: Embedding | undefined
  const asking: Analysis<null> = {
    id: 'asking',
    measures: [],
    needs: ['embedding'],
    create: () => null,
    observe: () => undefined,
    merge: () => undefined,
    conclude(_, context) {
      made = context.feature<Embedding>('embedding')
      return { estimates: [] }
    },
  }
  const suite: Suite = {
    id: 'test',
    title: 'Test',
    categories: [{ id: 'test', title: 'Test', question: 'Where?', analyses: [asking], headlines: [] }],
    features: [vectorsFile(path)],
    references: [],
    language: () => 'en',
  }
  const state = createState(suite)
  const observe = observer(suite, state)
  for (const id of ids) observe(createDocument({ id, text: `text of ${id}` }), 'test')
  await concludeState(suite, state, { version: '0', seed: 1, options: {} })
  return made!
}

const rows = [3, 4, 0, 0, 0, 2]
test.each([
  ['single.f32', bytesOf(Float32Array.from(rows))],
  ['single.npy', npy('<f4', [3, 2], Float32Array.from(rows))],
  ['double.npy', npy('<f8', [3, 2], Float64Array.from(rows))],
])('%s: rows in the order of the ids beside it', async (name, content) => {
  expect(await readVectors(written(name, content, ['a', 'b', 'c']))).toEqual({
    ids: ['a', 'b', 'c'],
    d: 2,
    vectors: Float64Array.from(rows),
  })
})

test('lines of JSON carry their ids', async () => {
  const path = written('lines.jsonl', '{"id":"a","vector":[3,4]}\n\n{"id":"b","vector":[0,1]}\n')
  expect(await readVectors(path)).toEqual({ ids: ['a', 'b'], d: 2, vectors: new Float64Array([3, 4, 0, 1]) })
})

test('documents find their rows by id, at unit length; no row or a row of zeros is no point', async () => {
  const path = written('matched.f32', bytesOf(Float32Array.from(rows)), ['a', 'b', 'c'])
  const { n, d, vectors, has, instrument } = await embeddingOf(path, ['c', 'x', 'b', 'a'])
  expect({ n, d, has: [...has] }).toEqual({ n: 4, d: 2, has: [1, 0, 1, 0] })
  expect([...vectors]).toEqual([0.6, 0.8, 0, 0, 0, 1, 0, 0])
  expect(instrument.fingerprint).toMatch(/^[0-9a-f]{16}$/)
})

const singles = bytesOf(new Float32Array(6))
test.each([
  ['missing.f32', null, ['a'], 'no such file of vectors'],
  ['odd.f32', new Uint8Array(7), ['a'], 'no whole number of 4-byte numbers'],
  ['many.f32', singles, ['a', 'b', 'c', 'd'], 'not a row for each of the 4 ids'],
  ['none.f32', singles, [], 'not a row for each of the 0 ids'],
  ['text.npy', 'no acute distress', ['a'], 'is no NumPy file'],
  ['big.npy', npy('>f4', [3, 2], new Float32Array(6)), ['a', 'b', 'c'], 'little-endian'],
  ['short.npy', npy('<f4', [4, 2], new Float32Array(6)), ['a', 'b', 'c', 'd'], 'says 4 x 2 numbers'],
  ['nan.f32', bytesOf(Float32Array.of(1, Number.NaN)), ['a'], 'row 1 holds a number that is not finite'],
  ['bad.jsonl', '{"id":"a","vector":[1]}\n{"id":7}', undefined, 'bad.jsonl line 2: needs "id"'],
  ['uneven.jsonl', '{"id":"a","vector":[1]}\n{"id":"b","vector":[1,2]}', undefined, 'line 2: has 2 numbers'],
  ['empty.jsonl', '', undefined, 'holds no vectors'],
  ['vectors.txt', '1 2 3', undefined, 'read from .f32, .npy, .jsonl or .parquet'],
])('%s is refused, and why', async (name, content, ids, reason) => {
  await expect(readVectors(content === null ? join(folder, name) : written(name, content, ids))).rejects.toThrow(reason)
})

test('ids of another corpus are refused', async () => {
  const path = written('other.f32', bytesOf(new Float32Array([1, 0])), ['a'])
  await expect(embeddingOf(path, ['x'])).rejects.toThrow('none of its ids is that of a document')
})

const stored = fileURLToPath(new URL('../../../../shared/oracles/embeddings/', import.meta.url))
test.skipIf(!existsSync(stored))('stored sentence vectors are read as they are, from .f32 and written anew as .npy', async () => {
  const path = `${stored}primock57-notes.f32`
  const { ids, d, vectors } = await readVectors(path)
  expect([ids.length, d, vectors.length]).toEqual([57, 384, 57 * 384])
  const bytes = readFileSync(path)
  expect(vectors[383]).toBe(bytes.readFloatLE(4 * 383))
  const again = await readVectors(written('minilm.npy', npy('<f4', [57, 384], Float32Array.from(vectors)), ids))
  expect(again.vectors).toEqual(vectors)
})

test('a row of a Parquet file for each document', async () => {
  const columnData = [
    { name: 'id', data: ['a', 'b'], type: 'STRING' as const },
    {
      name: 'vector',
      data: [
        [3, 4],
        [0, -2],
      ],
      type: 'JSON' as const,
    },
  ]
  const path = written('v.parquet', new Uint8Array(parquetWriteBuffer({ columnData })))
  expect(await readVectors(path)).toEqual({ ids: ['a', 'b'], d: 2, vectors: Float64Array.of(3, 4, 0, -2) })
  await expect(readVectors(written('cut.parquet', 'PAR1 nothing'))).rejects.toThrow('cut.parquet: cannot be read as Parquet')
})
