import {
  type Analysis,
  type Chart,
  type Context,
  type Estimate,
  type Measure,
  type Note,
  notApplicable,
  type Result,
} from '@corpuscope/core'
import { drawn, type Embedding, embedded, pickRows, type Topics } from '@corpuscope/features'
import { densityClusters } from './density-clusters.ts'
import { type Layout, layout, mostForUmapJs } from './layout.ts'
import { mapQuality } from './map-quality.ts'
import { placeAmong } from './place-among.ts'
import { nameOf } from './topics.ts'
import { grouped, noPoint } from './words-for.ts'

const id = 'semantic-map'

/** Documents that get a place at most: their neighbours and places take some 15 s. */
const mostPlaced = 20_000

/** Of them, those in the picture: more would cover each other and fill the page. */
const mostShown = 5000

/** Documents whose neighbours tell how good the map is. */
const mostJudged = 2000

const leastDrawn = 5

/** Neighbours that the map is judged by. */
const neighbourhood = 15

const measure: Measure = {
  id: 'map-trustworthiness',
  title: 'Trustworthiness of the map',
  unit: 'ratio',
  range: [0, 1],
  direction: 'descriptive',
  definition:
    'Whether documents drawn near each other are alike: 1 when the 15 nearest on the map are the 15 nearest by cosine of the embedding, less the farther down they rank there ' +
    '(fewer than 15 where there are fewer than 32 documents; of more than 2,000 documents 2,000 are judged, drawn by the hash of their keys). A property of the picture, not of the corpus.',
  source: { text: 'Venna & Kaski 2001, Neighborhood preservation in nonlinear projection methods, ICANN' },
}

const preservationMeasure: Measure = {
  id: 'map-neighbour-preservation',
  title: 'Neighbours that the map keeps',
  unit: 'share',
  range: [0, 1],
  direction: 'descriptive',
  definition:
    'Share of the 15 documents nearest on the map that are among the 15 nearest by cosine of the embedding, judged as for map-trustworthiness. ' +
    'A plane cannot hold all neighbours of a space of many dimensions.',
  source: { text: 'Lee & Verleysen 2009, Quality assessment of dimensionality reduction, Neurocomputing 72:1431' },
}

/** The documents on a plane, near each other where they are alike in content. */
export const semanticMap = (): Analysis<null> => ({
  id,
  measures: [measure, preservationMeasure],
  needs: ['embedding', 'topics'],
  create: () => null,
  observe: () => undefined,
  merge: () => undefined,
  async conclude(_, context) {
    const embedding = context.feature<Embedding>('embedding')
    const { rows: present } = embedded(embedding)
    const left = embedding.n - present.length
    if (present.length < leastDrawn)
      return none(`needs ${leastDrawn} documents with an embedding, but has ${present.length}: ${left} are ${noPoint}`, left)
    const places = drawn(context.rows, present, mostPlaced)
    const vectors = pickRows(embedding.vectors, embedding.d, places)
    if (allAlike(vectors, embedding.d)) return none('all documents have the same embedding: there is nothing to set apart', left)
    const map = rounded(await layout(vectors, places.length, embedding.d, context.random(id)))
    return resultOf(embedding, vectors, present, places, map, context)
  },
})

const none = (reason: string, left: number): Result => ({
  estimates: [measure, preservationMeasure].map(({ id: each }) => notApplicable(each, reason, left)),
})

function allAlike(vectors: Float64Array, d: number): boolean {
  for (let i = d; i < vectors.length; i++) if (Math.abs(vectors[i]! - vectors[i - d]!) > 1e-9) return false
  return true
}

const toFour = (value: number): number => Math.round(value * 1e4) / 1e4
const rounded = ({ x, y }: Layout): Layout => ({ x: x.map(toFour), y: y.map(toFour) })

function resultOf(
  embedding: Embedding,
  vectors: Float64Array,
  present: Uint32Array,
  places: Uint32Array,
  map: Layout,
  context: Context,
): Result {
  const { n, d, instrument } = embedding
  const { rows } = context
  const topics = context.feature<Topics>('topics')
  const size = places.length
  const k = Math.min(neighbourhood, Math.floor((size - 1) / 2))
  const judged = indicesOf(drawn(rows, places, mostJudged), places)
  const precision = size > mostForUmapJs ? 'single' : 'double'
  const { trustworthiness, preservation } = mapQuality(vectors, size, d, map.x, map.y, k, { rows: judged, precision })
  const left = n - size
  const reasons = [
    ...(k < neighbourhood ? [`judged by ${k} neighbours, since there are ${size} documents`] : []),
    ...(present.length < n ? [`${grouped(n - present.length)} left out: ${noPoint}`] : []),
    ...(size < present.length ? [`${grouped(size)} of ${grouped(present.length)} documents drawn by the hash of their keys`] : []),
    ...(judged.length < size ? [`judged by the neighbours of ${grouped(judged.length)} documents`] : []),
  ]
  const shown = drawn(rows, places, mostShown)
  const { x, y, placing } = placesOfAll(embedding, present, places, vectors, map, context)
  const islands = islandsOf(map, places, n, topics)
  const notes: Note[] =
    shown.length < present.length
      ? [
          {
            analysis: id,
            text: `The map shows ${grouped(shown.length)} of ${grouped(present.length)} documents, drawn by the hash of their keys.${placing}`,
          },
        ]
      : []
  const estimate = (measured: Measure, value: number): Estimate => ({
    measure: measured.id,
    value,
    interval: null,
    n: size,
    left,
    instrument: instrument.fingerprint,
    status: 'measured',
    ...(reasons.length > 0 && { reason: reasons.join('; ') }),
  })
  return {
    estimates: [estimate(measure, trustworthiness), estimate(preservationMeasure, preservation)],
    charts: [chartOf(shown, placesOf(map, indicesOf(shown, places)), trustworthiness, { placed: size, islands, topics, rows })],
    notes,
    documentValues: {
      'map-x': x,
      'map-y': y,
      'map-cluster': Float64Array.from(islands.of, (island) => (island < 0 ? Number.NaN : island + 1)),
    },
    instruments: [instrument],
  }
}

/** Where each of some ascending numbers stands among all of them. */
function indicesOf(some: Uint32Array, all: Uint32Array): Uint32Array {
  let at = 0
  return some.map((each) => {
    while (all[at] !== each) at++
    return at
  })
}

const placesOf = ({ x, y }: Layout, indices: Uint32Array): Layout => ({
  x: Float64Array.from(indices, (i) => x[i]!),
  y: Float64Array.from(indices, (i) => y[i]!),
})

/** The places of all documents, NaN where one has none: those beyond the drawn ones are put among these. */
function placesOfAll(
  { n, d, vectors: all }: Embedding,
  present: Uint32Array,
  places: Uint32Array,
  vectors: Float64Array,
  map: Layout,
  { random }: Context,
): Layout & { readonly placing: string } {
  const [x, y] = [spread(n, places, map.x), spread(n, places, map.y)]
  const further = present.filter((place) => Number.isNaN(x[place]!))
  if (further.length === 0) return { x, y, placing: '' }
  const placed = placeAmong(map, vectors, d, pickRows(all, d, further), random(`${id} index`))
  further.forEach((place, i) => {
    x[place] = toFour(placed.x[i]!)
    y[place] = toFour(placed.y[i]!)
  })
  const found = placed.recall < 1 ? `, ${(100 * placed.recall).toFixed(1)} % of which were found` : ''
  return { x, y, placing: ` In documents.parquet the others stand between the documents of the map that are most like them${found}.` }
}

/** Where documents crowd on the map. */
interface Islands {
  /** Of each document in key order, 0 for the largest; -1 for none. */
  readonly of: Int32Array
  readonly labels: readonly { readonly text: string; readonly x: number; readonly y: number }[]
}

/** Words of a name on the map, where there is little room. */
const wordsOfName = 2

function islandsOf({ x, y }: Layout, places: Uint32Array, n: number, topics: Topics): Islands {
  const clusters = densityClusters(x, y)
  const of = new Int32Array(n).fill(-1)
  places.forEach((place, i) => {
    of[place] = clusters.of[i]!
  })
  const names = topics.nameGroups(of, clusters.k)
  const labels = clusters.peaks.flatMap(({ x: across, y: up }, at) =>
    names[at]!.length > 0 ? [{ text: names[at]!.slice(0, wordsOfName).join(', '), x: across, y: up }] : [],
  )
  return { of, labels }
}

interface Shown {
  readonly placed: number
  readonly islands: Islands
  readonly topics: Topics
  readonly rows: Context['rows']
}

function chartOf(places: Uint32Array, { x, y }: Layout, trust: number, { placed, islands, topics, rows }: Shown): Chart {
  const of = <T>(values: ArrayLike<T>): T[] => Array.from(places, (i) => values[i]!)
  const numbered = (values: Int32Array, name: (at: number) => string) => of(values).map((at) => (at < 0 ? null : name(at)))
  const labels = of(rows.labels)
  const labelled = labels.some((label) => label !== null)
  const named = islands.labels.length
  return {
    id: `${id}-map`,
    analysis: id,
    form: 'map',
    title: 'Map of the documents by content',
    summary:
      `${grouped(places.length)} documents; those near each other have like content. Trustworthiness ${trust.toFixed(2)} of 1: ` +
      `distances across the map, its axes and the sizes of its islands mean nothing. Drawn by ${placed > mostForUmapJs ? 'UMAP on typed arrays' : 'umap-js'}.` +
      `${named > 0 ? ` Where documents crowd, the words that set them apart.` : ''}`,
    document: of(rows.ids),
    x: [...x],
    y: [...y],
    fields: [
      ...(labelled ? [{ name: 'label', values: labels }] : []),
      ...(topics.k > 0 ? [{ name: 'topic', values: numbered(topics.of, (at) => nameOf(topics, at)) }] : []),
      ...(named > 0 ? [{ name: 'density cluster', values: numbered(islands.of, (at) => `cluster ${at + 1}`) }] : []),
      { name: 'language', values: of(rows.languages) },
    ],
    ...(named > 0 && { labels: islands.labels.map((label) => ({ ...label, x: toFour(label.x), y: toFour(label.y) })) }),
  }
}

/** Values of the drawn documents at their places among all, NaN elsewhere. */
function spread(n: number, places: Uint32Array, values: Float64Array): Float64Array {
  const all = new Float64Array(n).fill(Number.NaN)
  for (let i = 0; i < places.length; i++) all[places[i]!] = values[i]!
  return all
}
