import { createDocument, type Document } from '@corpuscope/core'
import { directIdentifiers } from '@corpuscope/privacy'
import { mattr } from '@corpuscope/stylometry'
import { wordShingles, words } from '@corpuscope/text'
import { Bench } from 'tinybench'

/** Each kernel over the same two megabytes of notes, with documents made anew so that no view is remembered. */
export async function kernels(texts: readonly string[]): Promise<{ name: string; median: number; unit: string; rate: number }[]> {
  const copies = Math.max(1, Math.ceil(2e6 / texts.reduce((sum, text) => sum + text.length, 0)))
  const corpus = Array.from({ length: copies }, () => texts).flat()
  const megabytes = corpus.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6
  const identifiers = directIdentifiers()
  const style = mattr({ window: 50 })
  let documents: Document[] = []
  const each = (work: (document: Document) => unknown) => () => {
    for (const document of documents) work(document)
  }
  // A document per text without the SHA-256 of its key: the kernel alone is timed.
  const fresh = (): void => {
    documents = corpus.map((text, i) => ({ id: String(i), key: String(i), text, parts: [], metadata: new Map(), source: { file: '' } }))
  }
  const bench = new Bench({ time: 1000, warmupTime: 200 })
  const add = (name: string, work: () => void): void => void bench.add(name, work, { beforeEach: fresh })
  add('words', each(words))
  add(
    'words and MATTR-50',
    each((document) => style.observe(null, document)),
  )
  add(
    'words and 5-word shingles',
    each((document) => wordShingles(document, 5)),
  )
  add(
    'words and direct identifiers',
    each((document) => identifiers.observe(identifiers.create(), document)),
  )
  add('documents with SHA-256 keys', () => {
    for (const text of corpus) createDocument({ text })
  })
  await bench.run()
  return bench.tasks.map(({ name, result }) => {
    const median = 'latency' in result ? result.latency.p50 / 1000 : Number.NaN
    return { name: `kernel: ${name}`, median, unit: 's', rate: megabytes / median }
  })
}
