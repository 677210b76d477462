import type { Analysis, Document } from '@corpuscope/core'
import { auditSchema, concludeState, createDocument, createState, observer } from '@corpuscope/core'
import type { Embedding } from '@corpuscope/features'
import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { nearestRecords, nearestTwo, semanticPairs } from '../src/index.ts'

const d = 16

/** A corpus whose points are given: document i of `from` has the i-th of them. */
async function concludedAt(
  analysis: Analysis,
  points: readonly (readonly number[])[],
  beside: Readonly<Record<string, readonly (readonly number[])[]>> = {},
) {
  const vectors = new Map<string, readonly number[]>()
  const documents = (name: string, each: readonly (readonly number[])[]): Document[] =>
    each.map((point, i) => {
      const id = `${name}${String(i).padStart(5, '0')}`
      vectors.set(id, point)
      return createDocument({ id, text: id })
    })
  const embedding = {
    id: 'embedding',
    create: () => null,
    observe: () => undefined,
    merge: () => undefined,
    conclude: (_: null, { rows }: { rows: { n: number; ids: readonly string[] } }): Embedding => {
      const dimensions = points[0]!.length
      const all = new Float64Array(rows.n * dimensions)
      for (const [i, id] of rows.ids.entries()) {
        const point = vectors.get(id)!
        const length = Math.hypot(...point)
        all.set(
          point.map((each) => each / length),
          i * dimensions,
        )
      }
      return {
        n: rows.n,
        d: dimensions,
        vectors: all,
        has: new Uint8Array(rows.n).fill(1),
        instrument: { id: 'given', title: 'Given', fingerprint: '0' },
      }
    },
  }
  const suite = {
    id: 'test',
    title: 'Test',
    categories: [{ id: 'copies', title: 'Copies', question: 'What is here twice?', analyses: [analysis], headlines: [] }],
    features: [embedding as never],
    references: [],
    language: () => 'en',
  }
  const observed = (each: readonly Document[]) => {
    const state = createState(suite)
    const observe = observer(suite, state)
    for (const document of each) observe(document, 'test')
    return state
  }
  const companions = Object.fromEntries(Object.entries(beside).map(([role, each]) => [role, observed(documents(role, each))]))
  const made = await concludeState(suite, observed(documents('n', points)), { version: '0', seed: 1, options: {}, companions })
  auditSchema.parse(made.audit)
  return made
}

const random = seededRandom('points')
const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
const point = (): number[] => Array.from({ length: d }, normal)
const near = (to: readonly number[], by: number): number[] => to.map((each) => each + by * normal())

test('planted paraphrases are found; independent points hardly ever pass the null', async () => {
  const alone = Array.from({ length: 500 }, point)
  const none = await concludedAt(semanticPairs(), alone)
  // 1 % of documents pass by chance.
  expect(none.audit.estimates[0]!.value).toBeLessThan(0.03)
  const planted = alone.slice(0, 40).map((each) => near(each, 0.02))
  const made = await concludedAt(semanticPairs(), [...alone, ...planted])
  const found = new Set(made.pairs.map(({ a, b }) => `${a} ${b}`))
  for (let i = 0; i < 40; i++) expect(found.has(`n${String(i).padStart(5, '0')} n${String(500 + i).padStart(5, '0')}`)).toBe(true)
  expect(made.audit.estimates[0]).toMatchObject({ floor: 0.01, n: 540 })
  expect(made.pairs.every(({ kind }) => kind === 'same meaning')).toBe(true)
})

test('fewer than 50 documents: not applicable', async () => {
  expect((await concludedAt(semanticPairs(), [point(), point()])).audit.estimates[0]).toMatchObject({ status: 'not applicable' })
})

test('distance to the closest record, and its ratio to the second closest', () => {
  const at = (...points: number[][]) => ({ n: points.length, d: 2, vectors: Float64Array.from(points.flat()) })
  const own = at([1, 0], [0.6, 0.8])
  const { first, ratio } = nearestTwo(own, at([1, 0], [0, 1], [0.8, 0.6]), 3)
  expect(first[0]).toBeCloseTo(0, 12)
  expect(ratio[0]).toBeCloseTo(0, 12)
  // 1 - 0.96 and 1 - 0.8.
  expect(first[1]).toBeCloseTo(0.04, 12)
  expect(ratio[1]).toBeCloseTo(0.04 / 0.2, 12)
  expect(nearestTwo(at([1, 0]), at([1, 0], [1, 0]), 2).ratio[0]).toBe(1)
})

test('copies of the source are closer to it than to a holdout; fresh documents are not', async () => {
  const source = Array.from({ length: 300 }, point)
  const holdout = Array.from({ length: 300 }, point)
  const fresh = await concludedAt(nearestRecords(), Array.from({ length: 300 }, point), { against: source, holdout })
  const [distance, , closer] = fresh.audit.estimates
  expect(closer!.interval![0]).toBeLessThan(0.5)
  expect(closer!.interval![1]).toBeGreaterThan(0.5)
  expect(Math.abs(distance!.value! - distance!.reference!)).toBeLessThan(0.1)
  const copies = await concludedAt(
    nearestRecords(),
    source.map((each) => near(each, 0.05)),
    { against: source, holdout },
  )
  expect(copies.audit.estimates.map(({ value }) => value)).toEqual([expect.closeTo(0, 1), expect.closeTo(0, 1), 1])
  const without = await concludedAt(nearestRecords(), source, { against: holdout })
  expect(without.audit.estimates[2]).toMatchObject({ status: 'not applicable', reason: 'there is no holdout; give one with --holdout' })
})
