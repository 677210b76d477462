/**
 * The benchmark: kernels of one core by tinybench, and whole processes as a person waits for them. Prints a table and writes
 * reports/bench/results.json. It never passes or fails by the clock: compare two runs on one machine, as ratios.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { concepts } from './concepts.ts'
import { plantedCopies } from './copies.ts'
import { gold } from './gold.ts'
import { identifiers, identifiersByCorpus } from './identifiers.ts'
import { kernels } from './kernels.ts'
import { plantedTemplates } from './planted-templates.ts'
import { readerMode, readers, readOnce } from './readers.ts'
import { memoryMode, memoryOf, style } from './style.ts'
import { type VectorTask, vectors, vectorsMode, vectorsOnce } from './vectors.ts'

if (process.argv[2] === readerMode) {
  console.log(JSON.stringify(await readOnce(process.argv[3]!)))
  process.exit()
}
if (process.argv[2] === vectorsMode) {
  console.log(JSON.stringify(await vectorsOnce(process.argv[3] as VectorTask, process.argv[4]!, process.argv[5]!)))
  process.exit()
}
/** `npm run bench readers`, `vectors`, `identifiers`, `concepts`, `copies` or `style`: nothing else. */
const only = process.argv[2]

const root = fileURLToPath(new URL('../../..', import.meta.url))
const notes = join(root, 'fixtures/clinic/notes')
const named = readdirSync(notes).map((name) => [name, readFileSync(join(notes, name), 'utf8')] as const)
const texts = named.map(([, text]) => text)

if (process.argv[2] === memoryMode) {
  console.log(memoryOf(texts, Number(process.argv[3])))
  process.exit()
}

interface Row {
  readonly name: string
  readonly median: number
  readonly unit: string
  readonly rate?: number
}

/** A million documents with CORPUSCOPE_FULL, as the promise has it; else a tenth. */
const documents = process.env['CORPUSCOPE_FULL'] === undefined ? 100_000 : 1_000_000
/** Where the peers' scripts are, and a Python with their packages: see CONTRIBUTING. */
const { CORPUSCOPE_PEERS: scripts, CORPUSCOPE_PEERS_PYTHON: python } = process.env
const peers = scripts && python ? { scripts, python } : undefined
/** A folder with gold corpora and what Presidio found in them. */
const goldFolder = process.env['CORPUSCOPE_GOLD']
const vectorRows = (): Row[] => vectors(python ?? process.env['CORPUSCOPE_BENCH_PYTHON'] ?? 'python3')
const identifierRows = (): Row[] => [
  ...identifiers(texts, peers),
  ...(goldFolder === undefined ? [] : identifiersByCorpus(join(goldFolder, 'corpora'))),
]
const styleRows = async (): Promise<Row[]> => [
  ...style(texts, peers),
  ...(await plantedTemplates(named, join(root, 'fixtures/clinic/truth.json'))),
]
const allRows = async (): Promise<Row[]> => [
  ...(await styleRows()),
  ...identifierRows(),
  ...concepts(texts, python),
  ...readers(texts, documents),
  ...vectorRows(),
  ...(await kernels(texts)),
]
const parts: Readonly<Record<string, () => Row[] | Promise<Row[]>>> = {
  concepts: () => concepts(texts, python),
  readers: () => readers(texts, documents),
  vectors: vectorRows,
  identifiers: identifierRows,
  copies: () => [],
  style: styleRows,
}
const rows = only !== undefined && parts[only] ? await parts[only]() : await allRows()

/** Median seconds of five whole processes after one that is not counted. */
function wholeProcess(args: readonly string[]): number {
  const times: number[] = []
  for (let i = 0; i < 6; i++) {
    const start = performance.now()
    execFileSync(process.execPath, [...args], { stdio: 'ignore', cwd: root })
    times.push((performance.now() - start) / 1000)
  }
  return times.slice(1).sort((a, b) => a - b)[2]!
}

const main = join(root, 'apps/cli/dist/main.js')
const out = join(tmpdir(), `corpuscope-bench-${process.pid}`)
if (only === undefined)
  rows.push(
    { name: 'process: node alone', median: wholeProcess(['-e', '0']), unit: 's' },
    { name: 'process: corpuscope --help', median: wholeProcess([main, '--help']), unit: 's' },
    {
      name: 'process: audit of the clinic, 1 thread',
      median: wholeProcess([main, 'audit', notes, '-o', out, '--quiet', '--threads', '1']),
      unit: 's',
    },
    {
      name: 'process: audit of the clinic, 2 threads',
      median: wholeProcess([main, 'audit', notes, '-o', out, '--quiet', '--threads', '2']),
      unit: 's',
    },
  )
rmSync(out, { recursive: true, force: true })

for (const { name, median, unit, rate } of rows)
  console.log(
    `${name.padEnd(64)}${median.toPrecision(3).padStart(9)} ${unit}${rate === undefined ? '' : `${rate.toFixed(1).padStart(10)} MB/s`}`,
  )
// Folders of corpora with planted copies, made by whoever runs this.
const folders = (process.env['CORPUSCOPE_PLANTED'] ?? '').split(':').filter((folder) => folder !== '')
const { lines, found, programs } = await plantedCopies(main, folders, peers)
for (const line of lines) console.log(line)
if (goldFolder !== undefined && (only === undefined || only === 'identifiers'))
  for (const line of ['', ...gold(goldFolder)]) console.log(line)
const file = join(root, 'reports/bench/results.json')
mkdirSync(dirname(file), { recursive: true })
writeFileSync(
  file,
  `${JSON.stringify({ node: process.version, cpu: cpus()[0]?.model, cores: cpus().length, date: new Date().toISOString(), rows, ...(found.length > 0 && { copies: found }), ...(programs.length > 0 && { copiesByProgram: programs }) }, null, 1)}\n`,
)
console.log(`\nwritten to ${file}`)
