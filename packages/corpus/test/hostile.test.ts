import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CorpusError } from '@corpuscope/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folderOf, readAll } from './reading.ts'

const seeds = {
  jsonl: ['{"text":"a b"}', '{"text":', '\n', '\r\n', '[', '"', '\\u0000', '\ufeff', '{}', '__proto__'],
  csv: ['id,text\n', '1,a b\n', '"', '""', ',', ';', '\t', '\n', '\r', '\ufeff', 'é'],
  tsv: ['id\ttext\n', '1\ta b\n', '"', '\t', '\n', ' '],
  txt: ['words ', '\ufeff', '\n', '\u202e'],
} as const

test.each(Object.entries(seeds))('any bytes in a .%s: documents, counted records, or one sentence', async (extension, pieces) => {
  const folder = folderOf({})
  const noise = fc.uint8Array({ maxLength: 3 }).map((bytes) => Buffer.from(bytes))
  const piece = fc.constantFrom(...pieces).map((text) => Buffer.from(text))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof({ weight: 9, arbitrary: piece }, noise), { maxLength: 30 }), async (drawn) => {
      const file = join(folder, `drawn.${extension}`)
      writeFileSync(file, Buffer.concat(drawn))
      try {
        const { documents, unread, bytes, plan } = await readAll(file, {}, { shardBytes: 5, recordBytes: 50 })
        expect(bytes).toBeLessThanOrEqual(plan.bytes)
        for (const { id, key } of documents) expect([id.length > 0, key.startsWith(`${id}\n`)]).toEqual([true, true])
        for (const [, , line] of unread) if (line !== undefined) expect(line).toBeGreaterThan(0)
      } catch (error) {
        expect(error).toBeInstanceOf(CorpusError)
      }
    }),
    { numRuns: 1000 },
  )
})
