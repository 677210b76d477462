import {
  type Analysis,
  type Chart,
  type Context,
  type Estimate,
  type Measure,
  notApplicable,
  type Result,
  type Table,
} from '@corpuscope/core'
import { drawn, type Embedding, leastForTopics, type Topics } from '@corpuscope/features'
import {
  adjustedRandIndex,
  criticalValue,
  drawnWithoutReplacement,
  hillNumber,
  normalisedMutualInformation,
  standardDeviation,
  wilson,
} from '@corpuscope/statistics'
import { coverageByLabel } from './coverage-by-label.ts'
import { grouped } from './words-for.ts'

const id = 'topics'

/** Documents whose topics are held against their labels. */
const mostCompared = 2000

/** Random halves of them that the spread of the agreement is judged by. */
const halves = 60

const lange = { text: 'Lange, Roth, Braun & Buhmann 2004, Stability-based validation of clustering solutions, Neural Computation 16:1299' }
const clusters =
  'Topics are clusters of the embedding by k-means, as many as random halves of the documents agree on (3, 5, 8, 12, 18, 27 or 40); a document that half of these clusterings place elsewhere has none.'
const labelled = `Of more than ${grouped(mostCompared)} labelled documents with a topic, ${grouped(mostCompared)} are drawn by the hash of their keys.`

const measures = {
  count: {
    id: 'topic-count',
    title: 'Topics that can be told apart',
    unit: 'topics',
    range: [0, null],
    direction: 'descriptive',
    definition: `${clusters} No interval: it is a choice among numbers tried.`,
    source: lange,
  },
  stability: {
    id: 'topic-stability',
    title: 'Stability of the topics',
    unit: 'ratio',
    range: [-1, 1],
    direction: 'descriptive',
    definition: `Mean adjusted Rand index of clusterings of random halves of the documents, each carried on to all: 1 where any half shows the same topics, 0 where they are chance. ${clusters}`,
    source: lange,
  },
  entropy: {
    id: 'cluster-entropy',
    title: 'Evenness of the topics',
    unit: 'topics',
    range: [1, null],
    direction: 'descriptive',
    definition: `exp of the entropy of the shares of the topics: as many equally large ones would be as even. ${clusters}`,
    source: { text: 'Hill 1973, Diversity and evenness: a unifying notation and its consequences, Ecology 54:427' },
  },
  left: {
    id: 'topic-left-out-share',
    title: 'Documents that belong to no topic',
    unit: 'share',
    range: [0, 1],
    direction: 'descriptive',
    definition: `Share of the documents with an embedding that have no topic. ${clusters}`,
    source: lange,
  },
  information: {
    id: 'topic-label-nmi',
    title: 'What the topics tell of the labels (NMI)',
    unit: 'ratio',
    range: [0, 1],
    direction: 'descriptive',
    definition: `Mutual information of topic and label / the mean of their entropies: 1 where each tells the other. Chance is not taken out. ${labelled}`,
    source: { text: 'Strehl & Ghosh 2002, Cluster ensembles, JMLR 3:583; normalised as scikit-learn does' },
  },
  rand: {
    id: 'topic-label-ari',
    title: 'Agreement of topics and labels (adjusted Rand index)',
    unit: 'ratio',
    range: [-1, 1],
    direction: 'descriptive',
    definition: `Agreement on which documents belong together, beyond chance: 1 where topics are labels, 0 where they have nothing to do with each other. ${labelled}`,
    source: { text: 'Hubert & Arabie 1985, Comparing partitions, Journal of Classification 2:193' },
  },
} as const satisfies Record<string, Measure>

/** What the documents are about, by their embedding alone, and whether that is what their labels say. */
export const topicsAnalysis = (): Analysis<null> => ({
  id,
  measures: Object.values(measures),
  needs: ['embedding', 'topics'],
  create: () => null,
  observe: () => undefined,
  merge: () => undefined,
  conclude: (_, context) => resultOf(context.feature<Embedding>('embedding'), context.feature<Topics>('topics'), context),
})

function resultOf(embedding: Embedding, topics: Topics, context: Context): Result {
  const { rows } = context
  const present = embedding.has.reduce((sum, has) => sum + has, 0)
  if (topics.k === 0) {
    const reason = `needs ${leastForTopics} documents with an embedding, but has ${present}`
    return { estimates: Object.values(measures).map((measure) => notApplicable(measure.id, reason, rows.n)) }
  }
  const placed = topics.sizes.reduce((sum, size) => sum + size, 0)
  const common = {
    left: rows.n - present,
    n: present,
    instrument: embedding.instrument.fingerprint,
    status: 'measured',
    interval: null,
  } as const
  const estimates: Estimate[] = [
    { ...common, measure: measures.count.id, value: topics.k },
    { ...common, measure: measures.stability.id, value: topics.stability },
    { ...common, measure: measures.entropy.id, value: hillNumber(topics.sizes, 1)!, n: placed, left: rows.n - placed },
    {
      ...common,
      measure: measures.left.id,
      value: (present - placed) / present,
      interval: wilson(present - placed, present),
      intervalMethod: 'Wilson, topics taken as given',
    },
    ...agreement(topics, embedding, context),
  ]
  const charts = coverageByLabel(rows.labels, topics, context.random(`${id} coverage`))
  return {
    estimates,
    tables: [tableOf(topics, rows.labels)],
    charts: [sizesOf(topics), ...charts],
    documentValues: { topic: Float64Array.from(topics.of, (topic) => (topic < 0 ? Number.NaN : topic + 1)) },
    instruments: [embedding.instrument],
  }
}

/** "3: knee, pain" where its words may be shown. */
export const nameOf = ({ names }: Topics, topic: number): string =>
  names[topic]?.length ? `${topic + 1}: ${names[topic].join(', ')}` : `topic ${topic + 1}`

function agreement(topics: Topics, embedding: Embedding, { rows, random }: Context): Estimate[] {
  const able = Uint32Array.from(Array(rows.n).keys()).filter((i) => topics.of[i]! >= 0 && rows.labels[i] !== null)
  const places = drawn(rows, able, mostCompared)
  const numbers = new Map<string, number>()
  const labels = Array.from(places, (i) => {
    const label = rows.labels[i]!
    if (!numbers.has(label)) numbers.set(label, numbers.size)
    return numbers.get(label)!
  })
  const both = [measures.information, measures.rand]
  if (numbers.size < 2) {
    const reason = numbers.size === 0 ? 'no document has a label' : 'all documents have one label'
    return both.map((measure) => notApplicable(measure.id, reason, rows.n))
  }
  const found = Array.from(places, (i) => topics.of[i]!)
  const table = (chosen: ArrayLike<number>): number[][] => {
    const counts = Array.from({ length: topics.k }, () => new Array<number>(numbers.size).fill(0))
    for (let at = 0; at < chosen.length; at++) counts[found[chosen[at]!]!]![labels[chosen[at]!]!]!++
    return counts
  }
  return [[measures.information, normalisedMutualInformation] as const, [measures.rand, adjustedRandIndex] as const].map(
    ([measure, statistic]) => {
      const draws = random(measure.id)
      const value = statistic(table([...found.keys()]))!
      const size = found.length >>> 1
      const parts =
        size < 10 ? [] : Array.from({ length: halves }, () => statistic(table(drawnWithoutReplacement(found.length, size, draws)))!)
      // A half drawn without replacement varies as much as the whole does from sample to sample; drawn with replacement, a document would agree with itself.
      const reach = criticalValue(0.95) * (standardDeviation(parts) ?? 0)
      return {
        measure: measure.id,
        value,
        interval: parts.length === 0 ? null : [Math.max(measure.range[0], value - reach), Math.min(1, value + reach)],
        ...(parts.length > 0 && { intervalMethod: `spread of ${halves} halves drawn without replacement, topics taken as given` }),
        n: places.length,
        left: rows.n - places.length,
        instrument: embedding.instrument.fingerprint,
        status: 'measured',
      }
    },
  )
}

function tableOf(topics: Topics, labels: readonly (string | null)[]): Table {
  const total = topics.of.length
  const labelled = labels.some((label) => label !== null)
  return {
    id: 'topics',
    analysis: id,
    title: 'Topics',
    columns: [
      { title: 'topic' },
      { title: 'words that set it apart' },
      { title: 'documents' },
      { title: 'share', unit: 'share' },
      ...(labelled ? [{ title: 'commonest label' }, { title: 'its share', unit: 'share' }] : []),
    ],
    rows: topics.sizes.map((size, topic) => {
      const [label, count] = commonest(labels.filter((_, i) => topics.of[i] === topic))
      const ofLabel = labelled ? [label, label === null ? null : count / size] : []
      return [topic + 1, topics.names[topic]!.join(', ') || null, size, size / total, ...ofLabel]
    }),
  }
}

function commonest(labels: readonly (string | null)[]): [label: string | null, count: number] {
  const counts = new Map<string, number>()
  for (const label of labels) if (label !== null) counts.set(label, (counts.get(label) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [null, 0]
}

function sizesOf(topics: Topics): Chart {
  const total = topics.of.length
  return {
    id: 'topics-bars',
    analysis: id,
    form: 'bars',
    title: 'Topics by size',
    summary: `${topics.k} topics that random halves of the documents agree on (stability ${topics.stability.toFixed(2)} of 1); the largest has ${grouped(topics.sizes[0]!)} of ${grouped(total)} documents.`,
    unit: 'documents',
    category: topics.sizes.map((_, topic) => nameOf(topics, topic)),
    value: [...topics.sizes],
  }
}
