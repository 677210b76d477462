// How fast the views are, in UTF-8 megabytes a second of one core's time (not of the clock: other work may be running).
//   npx esbuild packages/text/scripts/measure-speed.ts --bundle --platform=node --format=esm --outfile=<file>.mjs && node <file>.mjs notes.jsonl …
import { readFileSync } from 'node:fs'
import { language, lineSpans, normalisedText, scanWords, sectionSpans, sentenceSpans, shinglesOf } from '../src/index.ts'

const document = (text: string) => ({ id: '', key: '', text, parts: [], metadata: new Map<string, string>(), source: { file: '' } })
const measured: Readonly<Record<string, (text: string) => unknown>> = {
  'words, standard': (text) => scanWords(text),
  'words, oracle-1': (text) => scanWords(text, 'oracle-1'),
  'words, letters': (text) => scanWords(text, 'letters'),
  'words with vocabulary': (text) => scanWords(text).vocabulary,
  'words and shingles': (text) => shinglesOf(scanWords(text), 5),
  'words and language': (text) => language(document(text)),
  lines: (text) => lineSpans(text),
  sentences: (text) => sentenceSpans(text),
  sections: (text) => sectionSpans(text),
  'normalised text': (text) => normalisedText(text),
}

for (const file of process.argv.slice(2)) {
  const texts = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): string => JSON.parse(line).text)
  const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6
  console.log(`${file}: ${texts.length} texts, ${megabytes.toFixed(1)} MB`)
  for (const [name, run] of Object.entries(measured)) {
    let best = 0
    const until = performance.now() + 2500
    for (let round = 0; round < 3 || performance.now() < until; round++) {
      const before = process.cpuUsage()
      for (const text of texts) run(text)
      const { user, system } = process.cpuUsage(before)
      best = Math.max(best, megabytes / ((user + system) / 1e6))
    }
    console.log(`  ${name.padEnd(24)}${best.toFixed(0).padStart(6)} MB/s`)
  }
}
