import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { numbersOf, openEmbedder, readSafetensors, writeSafetensors } from '../src/index.ts'
import { letterTokenizer } from './letter-model.ts'

const folder = mkdtempSync(join(tmpdir(), 'static-'))
afterAll(() => rmSync(folder, { recursive: true }))
const vocabulary = Object.keys(letterTokenizer.model.vocab).length
writeFileSync(join(folder, 'tokenizer.json'), JSON.stringify(letterTokenizer))

const table = (rows: number): Float32Array => Float32Array.from({ length: rows * 2 }, (_, i) => i)
const write = (tensors: Parameters<typeof writeSafetensors>[0]): void =>
  writeFileSync(join(folder, 'model.safetensors'), writeSafetensors(tensors, {}))

test('the mean over the known tokens, special tokens and unknown ones left out', async () => {
  write({ embeddings: { shape: [vocabulary, 2], data: table(vocabulary) } })
  const model = await openEmbedder({ from: folder })
  // a is row 4, (8, 9); b is row 5, (10, 11); x is unknown.
  expect((await model.embed(['a x b', 'b', 'x', ''])).map((vector) => vector && [...vector])).toEqual([[9, 10], [10, 11], null, null])
  expect(model.instrument.id).toBe('static-model')
})

test('weights and mapping of newer models', async () => {
  write({
    embeddings: { shape: [2, 2], data: Float32Array.of(1, 0, 0, 1) },
    weights: { shape: [vocabulary], data: new Float32Array(vocabulary).fill(0.5) },
    mapping: { shape: [vocabulary], data: Float32Array.from({ length: vocabulary }, (_, id) => (id === 4 ? 1 : 0)) },
  })
  const model = await openEmbedder({ from: folder })
  expect((await model.embed(['a b'])).map((vector) => [...vector!])).toEqual([[0.25, 0.25]])
})

test('a table that does not fit the tokenizer, a file that is none', async () => {
  write({ embeddings: { shape: [3, 2], data: table(3) } })
  await expect(openEmbedder({ from: folder })).rejects.toThrow(`has 3 tokens, but tokenizer.json beside it has ${vocabulary}`)
  writeFileSync(join(folder, 'model.safetensors'), 'nothing of the kind')
  await expect(openEmbedder({ from: folder })).rejects.toThrow('is no safetensors file, or was cut short')
  await expect(openEmbedder({ from: join(folder, 'none') })).rejects.toThrow('there is no such folder of a model')
})

test('half precision, and what was written is read', () => {
  const halves = Buffer.from([0x00, 0x3c, 0x00, 0xc0, 0x01, 0x00, 0x55, 0x35])
  // 1, -2, the smallest above 0, and the nearest to 1/3 (IEEE 754).
  expect([...numbersOf({ type: 'F16', shape: [4], bytes: halves })]).toEqual([1, -2, 2 ** -24, 0.333251953125])
  expect([...numbersOf({ type: 'BF16', shape: [1], bytes: Buffer.from([0x80, 0x3f]) })]).toEqual([1])
  const { metadata, tensors } = readSafetensors(writeSafetensors({ a: { shape: [2], data: Float32Array.of(1.5, -2) } }, { of: 'x' }), 'f')
  expect(metadata).toEqual({ of: 'x' })
  expect([...numbersOf(tensors.get('a')!)]).toEqual([1.5, -2])
})
