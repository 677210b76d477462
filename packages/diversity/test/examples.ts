import { existsSync, readFileSync } from 'node:fs'
import {
  type Analysis,
  type Conclusion,
  concludeState,
  createDocument,
  createState,
  type Document,
  observer,
  type Suite,
} from '@corpuscope/core'
import { embedding, topics, wordSequences } from '@corpuscope/features'
import { seededRandom } from '@corpuscope/statistics'

const shared = (path: string): URL => new URL(`../../../../shared/${path}`, import.meta.url)

/** Documents with ids in the order of their texts. */
export const documentsOf = (texts: readonly string[], label?: (i: number) => string): Document[] =>
  texts.map((text, i) => createDocument({ id: `note-${String(i).padStart(5, '0')}`, text, ...(label && { label: label(i) }) }))

/** The audit that one analysis, on the default embedding, makes of the documents. */
export function audited(analysis: Analysis, documents: readonly Document[], seed = 1): Promise<Conclusion> {
  const suite: Suite = {
    id: 'test',
    title: 'Test',
    categories: [{ id: 'test', title: 'Test', question: 'Is it diverse?', analyses: [analysis], headlines: [] }],
    features: [embedding(), topics(), wordSequences()],
    references: [],
    language: () => 'en',
  }
  const state = createState(suite)
  const observe = observer(suite, state)
  for (const document of documents) observe(document, 'test')
  return concludeState(suite, state, { version: '0', seed, options: {} })
}

export async function estimateOf(analysis: Analysis, texts: readonly string[]) {
  const { audit } = await audited(analysis, documentsOf(texts))
  return audit.estimates[0]!
}

const vectorsFile = shared('references/diversity-vectors.json')
/** Values of the reference implementations; undefined where the shared folder is not at hand. */
export const vectors = existsSync(vectorsFile) ? JSON.parse(readFileSync(vectorsFile, 'utf8')) : undefined

/** Rows of unit length, one after the other. */
export function unitRows(rows: readonly (readonly number[])[]): Float64Array {
  return Float64Array.from(
    rows.flatMap((row) => {
      const length = Math.hypot(...row)
      return row.map((value) => value / length)
    }),
  )
}

/** Whether sentence-model vectors are at hand. */
export const hasOracles = existsSync(shared('oracles/embeddings'))

/** Sentence-model vectors with the figures computed from them elsewhere. */
export function oracle(name: string) {
  const bytes = readFileSync(shared(`oracles/embeddings/${name}.f32`))
  const floats = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
  const { n, dim, results } = JSON.parse(readFileSync(shared(`oracles/${name}.semantic.json`), 'utf8'))
  return { n: n as number, d: dim as number, rows: Float64Array.from(floats), results }
}

/** Texts of 12 words on a few subjects, so that the embedding has structure. */
export function subjects(n: number, kinds = 4): string[] {
  const random = seededRandom('subjects')
  return Array.from({ length: n }, (_, i) =>
    Array.from({ length: 12 }, () => `subject${i % kinds}word${Math.floor(random() * 17)}`).join(' '),
  )
}

/** The k nearest other points of each point, by trying all: the nearer first. */
export function euclideanNeighbours(points: readonly (readonly number[])[], k: number) {
  return points.map((point, i) =>
    points
      .map((other, at) => ({ at, distance: Math.hypot(...point.map((x, axis) => x - other[axis]!)) }))
      .filter(({ at }) => at !== i)
      .sort((a, b) => a.distance - b.distance)
      .slice(0, k),
  )
}
