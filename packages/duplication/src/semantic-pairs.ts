import { type Analysis, type Context, type Measure, notApplicable, type Pair, shareEstimate } from '@corpuscope/core'
import { dealtCoordinates, type Embedding, embedded, nearestNeighbours } from '@corpuscope/features'
import { hash32 } from '@corpuscope/statistics'

const analysis = 'semantic-pairs'
/** Documents looked at: every one is held against every other. */
const most = 2000
const fewest = 50
/** Share of documents that would have so near a neighbour if meanings were mixed at random. */
const falseShare = 0.01

const measure: Measure = {
  id: 'semantic-duplicate-share',
  title: 'Documents that mean what another means',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition: `Documents whose nearest neighbour, by cosine of embeddings, is nearer than ${falseShare * 100} % of documents have one under the null / documents with an embedding. The null mixes each dimension of the embedding among the documents on its own, which keeps how each is spread and takes away what they have in common. At most ${most} documents, drawn by hash.`,
  source: {
    text: 'Abbas et al. 2023, SemDeDup: Data-efficient learning at web-scale through semantic deduplication',
    url: 'https://arxiv.org/abs/2303.09540',
  },
}

/** Pairs of documents that say the same in other words: beyond a cosine that a null distribution sets. */
export const semanticPairs = (): Analysis<null> => ({
  id: analysis,
  measures: [measure],
  needs: ['embedding'],
  // The copies of a corpus are found in a fraction of the time that its embedding takes.
  dear: true,
  create: () => null,
  observe: () => undefined,
  merge: () => undefined,
  conclude(_, context) {
    const { rows, feature } = context
    const points = drawn(feature<Embedding>('embedding'), rows.keys)
    const n = points.places.length
    if (n < fewest || points.d === 0)
      return { estimates: [notApplicable(measure.id, `fewer than ${fewest} documents have an embedding`, rows.n)] }
    const { threshold } = nullThreshold(points, context)
    const near = nearestNeighbours(points.vectors, n, points.d, 1)
    const pairs: Pair[] = []
    let hits = 0
    for (let i = 0; i < n; i++) {
      const cosine = near.similarities[i]!
      if (cosine <= threshold) continue
      hits++
      const j = near.indices[i]!
      // Each other's nearest are one pair.
      if (j < i && near.indices[j] === i) continue
      const [a, b] = [points.places[i]!, points.places[j]!].sort((x, y) => x - y) as [number, number]
      pairs.push({ a: rows.ids[a]!, b: rows.ids[b]!, kind: 'same meaning', similarity: Math.min(1, cosine), cosine: Math.min(1, cosine) })
    }
    const about = { left: rows.n - n, leftOut: 'not drawn, or without an embedding', reason: `cosine above ${threshold.toFixed(3)}` }
    return {
      estimates: [{ ...shareEstimate(measure, hits, n, about), floor: falseShare }],
      pairs: pairs.sort((x, y) => y.similarity - x.similarity || (x.a < y.a ? -1 : 1)),
      notes: [
        {
          analysis,
          text: `Pairs of the same meaning are nearer than a cosine of ${threshold.toFixed(3)}, which ${falseShare * 100} % of documents would reach if each dimension of the embedding were mixed among documents. Their similarity is that cosine, no Jaccard similarity.`,
        },
      ],
    }
  },
})

interface Points {
  readonly places: Uint32Array
  readonly d: number
  readonly vectors: Float64Array
}

/** Documents with a point, at most so many, those of the lowest hash; in key order. */
function drawn(embedding: Embedding, keys: readonly string[]): Points {
  const { rows, vectors } = embedded(embedding)
  const { d } = embedding
  const chosen = Array.from(rows, (row, at) => ({ at, hash: hash32(keys[row]!) }))
    .sort((a, b) => a.hash - b.hash || a.at - b.at)
    .slice(0, most)
    .map(({ at }) => at)
    .sort((a, b) => a - b)
  const taken = new Float64Array(chosen.length * d)
  for (const [i, at] of chosen.entries()) taken.set(vectors.subarray(at * d, (at + 1) * d), i * d)
  return { places: Uint32Array.from(chosen, (at) => rows[at]!), d, vectors: taken }
}

/** The cosine that nearest neighbours of the mixed points exceed in `falseShare` of cases. */
function nullThreshold({ places, d, vectors }: Points, context: Context): { readonly threshold: number } {
  const n = places.length
  const mixed = dealtCoordinates(vectors, n, d, context.random(analysis))
  const nearest = nearestNeighbours(mixed, n, d, 1).similarities.slice().sort()
  return { threshold: nearest[Math.ceil((1 - falseShare) * n) - 1]! }
}
