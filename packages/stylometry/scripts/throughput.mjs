/**
 * How fast all style measures of single documents are made, on one core, without part-of-speech tagging: seconds of the processor, since
 * other work on the machine stretches the clock.
 *
 *     node packages/stylometry/scripts/throughput.mjs notes.jsonl
 */
import { readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const file = process.argv[2]
if (file === undefined) throw new Error('throughput: name a file of JSON lines with a field "text"')
const out = fileURLToPath(new URL('./throughput.bundle.mjs', import.meta.url))
await build({
  stdin: {
    contents: `
      export { createDocument } from '@corpuscope/core'
      export { language } from '@corpuscope/text'
      export * from './index.ts'`,
    resolveDir: fileURLToPath(new URL('../src', import.meta.url)),
    loader: 'ts',
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: out,
  logLevel: 'error',
  external: ['onnxruntime-node'],
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
})
const style = await import(out)
rmSync(out)

const records = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line))
const bytes = records.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
const analyses = [
  style.documentLength(),
  style.mattr({ window: 25 }),
  style.mattr({ window: 50 }),
  style.mattr({ window: 100 }),
  style.lexicalRichness(),
  style.vocabularyGrowth(),
  style.register(),
  style.abbreviations(),
  style.readability(),
  style.misspellings(),
  style.rhythm(),
  style.roleAsymmetry(),
  style.structure(),
  style.templates(),
  style.voices(),
]
const seconds = []
for (let round = 0; round < 7; round++) {
  const documents = records.map(({ id, text }) => style.createDocument({ id: String(id), text }))
  const partials = analyses.map((analysis) => analysis.create())
  const before = process.cpuUsage()
  // As in an audit, a document is let go when it was observed.
  for (let d = 0; d < documents.length; d++) {
    const document = documents[d]
    documents[d] = undefined
    for (const [i, analysis] of analyses.entries()) analysis.observe(partials[i], document)
  }
  const { user, system } = process.cpuUsage(before)
  seconds.push((user + system) / 1e6)
}
const first = seconds[0]
const [best] = seconds.slice(1).sort((a, b) => a - b)
console.log(
  JSON.stringify({
    documents: records.length,
    megabytes: Number((bytes / 1e6).toFixed(2)),
    cold: Number((bytes / 1e6 / first).toFixed(1)),
    warm: Number((bytes / 1e6 / best).toFixed(1)),
    unit: 'MB per second of one processor',
  }),
)
