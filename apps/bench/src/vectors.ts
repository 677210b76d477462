import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gramMatrix, layout, pairDistribution, vendiScore } from '@corpuscope/diversity'
import { singlePrecisionRate } from '@corpuscope/features'
import { normalQuantile, seededRandom, symmetricEigen } from '@corpuscope/statistics'
import { type PeerAnswer, peerOnVectors } from './peer-vectors.ts'

/** The argument with which this program, started again, does one task on a file of vectors and prints how that went. */
export const vectorsMode = 'vectors-once'

const d = 384
const tasks = ['vendi', 'pairs', 'map'] as const
export type VectorTask = (typeof tasks)[number]

interface VectorRow {
  readonly name: string
  readonly median: number
  readonly unit: string
}

/** What one process did: seconds of the work, of the processor in all, its peak of memory, and the answer. */
interface Answer extends PeerAnswer {
  readonly process: number
}

/** One task in a process of its own. */
export async function vectorsOnce(task: VectorTask, file: string, out: string): Promise<PeerAnswer> {
  const bytes = readFileSync(file)
  const rows = Float64Array.from(new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4))
  const n = rows.length / d
  const start = performance.now()
  const value = await answerOf(task, rows, n, out)
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage()
  return { seconds, cpu: (user + system) / 1e6, megabytes: Math.round(process.resourceUsage().maxRSS / 1024), value }
}

async function answerOf(task: VectorTask, rows: Float64Array, n: number, out: string): Promise<number> {
  if (task === 'vendi') return vendiScore(symmetricEigen(gramMatrix(rows, n, d), d).values)!
  if (task === 'pairs') {
    const pairs = pairDistribution(rows, n, d)
    pairs.histogram(200)
    return pairs.quantile(1)
  }
  const { x, y } = await layout(rows, n, d, seededRandom(42))
  writeFileSync(
    out,
    Float32Array.from({ length: 2 * n }, (_, at) => (at % 2 === 0 ? x : y)[at >> 1]!),
  )
  return n
}

/** Unit rows in 50 clusters of 12 directions each, as sentence vectors lie. */
function writeVectors(file: string, n: number): void {
  const random = seededRandom('vectors')
  const normal = (size: number): Float64Array =>
    Float64Array.from({ length: size }, () => normalQuantile((Math.floor(random() * 2 ** 32) + 0.5) / 2 ** 32))
  const [centres, directions] = [normal(50 * d), normal(12 * d)]
  const rows = new Float32Array(n * d)
  for (let i = 0; i < n; i++) {
    const centre = d * Math.floor(50 * random())
    const along = normal(12)
    const row = normal(d).map((noise, k) => {
      let value = centres[centre + k]! + 0.6 * noise
      for (let at = 0; at < 12; at++) value += (1.1 / 3) * along[at]! * directions[at * d + k]!
      return value
    })
    const length = Math.hypot(...row)
    rows.set(
      row.map((value) => value / length),
      i * d,
    )
  }
  writeFileSync(file, rows)
}

const middle = (answers: readonly Answer[]): Answer => [...answers].sort((a, b) => a.process - b.process)[answers.length >> 1]!

/**
 * Whole processes on vectors of 384 columns, in turn with the peers that are installed, and what the processor's arithmetic allows.
 *
 * @param python  with numpy and, for a row each, vendi-score, umap-learn and scikit-learn
 */
export function vectors(python: string): VectorRow[] {
  const folder = mkdtempSync(join(tmpdir(), 'corpuscope-bench-vectors-'))
  try {
    const file = (n: number): string => join(folder, `${n}.f32`)
    for (const n of [10_000, 20_000]) writeVectors(file(n), n)
    const rows: VectorRow[] = []
    const beside = (task: VectorTask, n: number, peer: string | undefined, rounds: number): { ours: Answer; theirs?: Answer } => {
      const answers = Array.from({ length: rounds }, () => ({
        ours: timed(() => ownAnswer(task, file(n), join(folder, 'ours.f32'))),
        theirs: peer === undefined ? undefined : timed(() => peerOnVectors(python, peer, file(n), join(folder, 'theirs.f32'))),
      }))
      const ours = middle(answers.map((each) => each.ours!))
      const found = answers.flatMap((each) => each.theirs ?? [])
      const theirs = found.length === 0 ? undefined : middle(found)
      rows.push(rowOf(`vectors: ${task}, ${n} x ${d}`, ours), ...(theirs ? [rowOf(`peer: ${peer}, ${n} x ${d}`, theirs)] : []))
      return { ours, ...(theirs && { theirs }) }
    }

    const rate = singlePrecisionRate()
    rows.push({ name: 'roofline: products of one core in WebAssembly, single precision', median: rate / 1e9, unit: 'GFLOP/s' })
    const blas = peerOnVectors(python, 'roofline', file(10_000), '')
    if (blas) rows.push({ name: 'roofline: products of one core by BLAS, single precision', median: blas.value / 1e9, unit: 'GFLOP/s' })

    const vendi = beside('vendi', 10_000, 'vendi-score', 3)
    if (vendi.theirs)
      rows.push({
        name: 'vectors: Vendi score less the one of vendi-score',
        median: Math.abs(vendi.ours.value - vendi.theirs.value),
        unit: '',
      })
    const pairs = beside('pairs', 20_000, 'all pairs by BLAS', 3)
    const work = 20_000 ** 2 * d
    rows.push({ name: 'vectors: pairs, share of the roofline', median: work / pairs.ours.seconds / rate, unit: '' })
    if (pairs.theirs)
      rows.push({ name: 'vectors: pairs, time as a multiple of BLAS', median: pairs.ours.process / pairs.theirs.process, unit: 'x' })

    const map = beside('map', 10_000, 'umap-learn', 1)
    if (map.theirs) {
      rows.push({ name: 'vectors: map, time as a multiple of umap-learn', median: map.ours.process / map.theirs.process, unit: 'x' })
      for (const whose of ['ours', 'theirs']) {
        const trust = peerOnVectors(python, 'trustworthiness', file(10_000), join(folder, `${whose}.f32`))
        if (trust)
          rows.push({
            name: `vectors: trustworthiness of the map, ${whose === 'ours' ? 'ours' : 'of umap-learn'}`,
            median: trust.value,
            unit: '',
          })
      }
    }
    beside('map', 20_000, undefined, 1)
    return rows
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const rowOf = (name: string, { process, cpu, megabytes }: Answer): VectorRow => ({
  name: `${name}, whole process, ${cpu.toFixed(1)} s of processor, peak ${megabytes} MB`,
  median: process,
  unit: 's',
})

function timed(work: () => PeerAnswer | undefined): Answer | undefined {
  const start = performance.now()
  const answer = work()
  return answer && { ...answer, process: (performance.now() - start) / 1000 }
}

const ownAnswer = (task: VectorTask, file: string, out: string): PeerAnswer =>
  JSON.parse(execFileSync(process.execPath, [process.argv[1]!, vectorsMode, task, file, out], { encoding: 'utf8' })) as PeerAnswer
