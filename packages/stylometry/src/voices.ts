import {
  type Analysis,
  type Chart,
  type Context,
  type Estimate,
  type Measure,
  notApplicable,
  type Rows,
  type Table,
} from '@corpuscope/core'
import { wordFacts } from '@corpuscope/features'
import { shuffle } from '@corpuscope/statistics'
import { words } from '@corpuscope/text'
import { standardised } from './delta.ts'
import { type Sampled, sampled } from './sampled.ts'
import { clustersOf, mostClusters, permutations, principal } from './style-components.ts'
import { commonestLanguage, fewestWords, styled, styleOf, styleTable } from './style-features.ts'

interface Partial {
  readonly sample: Sampled
}

const sampleSize = 200
const fewestDocuments = 30
/** Most frequent function words; with the habits below, the features of a voice. */
const featureWords = 30
const labelPermutations = 99

const source = {
  text: 'Burrows 2002, LLC 17(3):267-287 (z-scores of function words); Horn 1965, Psychometrika 30:179-185 (permutation null of components); Rousseeuw 1987 (silhouette)',
}
const how = `On at most ${sampleSize} documents of ${fewestWords} words or more in the corpus's commonest language, drawn by hash: z-scores of its ${featureWords} most frequent function words and of seven habits (punctuation, symbols, digits, capitals, word and sentence length, telegraphic sentences), no content words.`

const measures: readonly Measure[] = [
  {
    id: 'voices',
    title: 'Voices',
    unit: 'voices',
    range: [1, mostClusters],
    direction: 'descriptive',
    definition: `Clusters of style that permutation does not give. ${how} The components that exceed those of permuted features are clustered by k-means; the number of clusters with the highest silhouette, or 1 when one of ${permutations} permutations of the features, projected and spread alike, reaches that silhouette. No interval: a number of clusters has no sampling distribution of use.`,
    source,
  },
  {
    id: 'effective-voices',
    title: 'Effective number of voices',
    unit: 'voices',
    range: [1, mostClusters],
    direction: 'descriptive',
    definition: `Exponential of the entropy of the clusters' sizes: many small voices beside a large one count little. ${how} No interval, as for voices.`,
    source: { text: 'Hill 1973, Ecology 54:427-432; clusters as for voices' },
  },
  {
    id: 'style-structure',
    title: 'Style in common',
    unit: 'ratio',
    range: [0, 1],
    direction: 'descriptive',
    definition: `Share of the variance of style in components that exceed those of permuted features: 0 when every habit varies by itself, as when each document has a hand of its own. ${how} No interval.`,
    source,
  },
]

/** How many hands the writing shows, without looking at what it is about. */
export function voices(): Analysis<Partial> {
  return {
    id: 'voices',
    measures,
    create: () => ({ sample: sampled.create(sampleSize) }),
    observe(partial, document) {
      if (!wordFacts(document).language || words(document).count < fewestWords || !sampled.takes(partial.sample, document.key))
        return undefined
      return { lists: styleOf(document, 'voices') }
    },
    merge: (partial, other) => sampled.merge(partial.sample, other.sample),
    conclude(_, context) {
      const sample = sampleOf(context.rows)
      if (sample.length < fewestDocuments) {
        const reason = `fewer than ${fewestDocuments} documents of ${fewestWords} words or more in one of en, fr, es, pt, de, it`
        return { estimates: measures.map(({ id }) => notApplicable(id, reason, context.rows.n)) }
      }
      const { rows } = context
      const table = styleTable(
        sample.map((i) => ({ rows, i })),
        'voices',
        rows.languages[sample[0]!]!,
        featureWords,
      )
      const scores = standardised(table.rows)
      const random = context.random('voices')
      const components = principal(scores, random)
      const of = clustersOf(scores, components, random)
      const clusters = sizesOf(of)
      const estimate = (measure: string, value: number): Estimate => ({
        measure,
        value,
        interval: null,
        n: sample.length,
        left: context.rows.n - sample.length,
        status: 'measured',
        ...(context.rows.n > sample.length && { reason: `${sample.length} documents were drawn or could take part` }),
      })
      const fields = byField(context, sample, scores)
      const map = clusters.length > 1 ? heatMap(scores, table.names, of, clusters) : undefined
      return {
        estimates: [
          estimate('voices', clusters.length),
          estimate('effective-voices', effectiveNumber(clusters)),
          estimate('style-structure', components.share),
        ],
        ...(map && { charts: [map] }),
        ...(fields && { tables: [fields] }),
      }
    },
  }
}

/** Places of the sampled documents of the commonest language, in the order of their keys' hashes. */
function sampleOf(rows: Rows): number[] {
  const drawn = styled(rows, 'voices', sampleSize)
  const commonest = commonestLanguage(drawn.map((i) => rows.languages[i]!))
  return drawn.filter((i) => rows.languages[i] === commonest)
}

const mostShown = 16

/** What makes each voice: mean z-scores of the features that differ most between the voices. */
function heatMap(scores: readonly Float64Array[], names: readonly string[], of: Uint8Array, sizes: readonly number[]): Chart {
  const means = sizes.map(() => new Float64Array(names.length))
  scores.forEach((row, i) => {
    for (let j = 0; j < row.length; j++) means[of[i]!]![j]! += row[j]! / sizes[of[i]!]!
  })
  const spread = (j: number): number => Math.max(...means.map((voice) => voice[j]!)) - Math.min(...means.map((voice) => voice[j]!))
  const shown = names
    .map((_, j) => j)
    .sort((a, b) => spread(b) - spread(a) || a - b)
    .slice(0, mostShown)
  const first = names[shown[0]!]!
  return {
    id: 'voices-features',
    analysis: 'voices',
    form: 'heatmap',
    title: 'What tells the voices apart',
    summary: `${sizes.length} voices of ${sizes.join(', ')} documents differ most in "${first}".`,
    unit: 'SDs from the mean',
    rowTitle: 'function word or habit',
    row: shown.map((j) => names[j]!),
    column: sizes.map((size, voice) => `${voice + 1} (${size})`),
    value: shown.flatMap((j) => means.map((voice) => Number(voice[j]!.toFixed(3)))),
    centre: 0,
  }
}

/** Sizes of clusters; the empty ones that k-means may leave are closed up in `of`. */
function sizesOf(of: Uint8Array): number[] {
  const sizes: number[] = []
  const place = new Map<number, number>()
  of.forEach((cluster, i) => {
    const at = place.get(cluster) ?? place.size
    place.set(cluster, at)
    of[i] = at
    sizes[at] = (sizes[at] ?? 0) + 1
  })
  return sizes
}

function effectiveNumber(sizes: readonly number[]): number {
  const n = sizes.reduce((sum, size) => sum + size, 0)
  return Math.exp(-sizes.reduce((sum, size) => sum + (size / n) * Math.log(size / n), 0))
}

const mostValues = 30

/** How much of the variance of style lies between the values of each categorical field, against permuted values. */
function byField({ rows, random }: Context, sample: readonly number[], scores: readonly Float64Array[]): Table | undefined {
  const table: [string, number, number, number, number][] = []
  for (const [name, field] of rows.fields) {
    const values = sample.map((i) => field.values[i] ?? null)
    const groups = new Map<string, number>()
    const of = values.map((value) => {
      if (typeof value !== 'string') return -1
      const group = groups.get(value) ?? groups.size
      groups.set(value, group)
      return group
    })
    if (groups.size < 2 || groups.size > mostValues || field.inText > 0 || of.filter((group) => group >= 0).length < 2 * groups.size)
      continue
    const draw = random(`voices ${name}`)
    const own = betweenShare(scores, of, groups.size)
    const chance = Array.from({ length: labelPermutations }, () => betweenShare(scores, shuffle([...of], draw), groups.size))
    const reached = chance.filter((share) => share >= own).length
    const floor = chance.reduce((sum, share) => sum + share, 0) / labelPermutations
    table.push([name, groups.size, Number(own.toPrecision(6)), Number(floor.toPrecision(6)), (reached + 1) / (labelPermutations + 1)])
  }
  if (table.length === 0) return undefined
  return {
    id: 'voices-fields',
    analysis: 'voices',
    title: 'Style between the values of a field',
    columns: [{ title: 'Field' }, { title: 'Values' }, { title: 'Share of variance between them' }, { title: 'By chance' }, { title: 'p' }],
    rows: table,
  }
}

/** Sum of squares between groups / total, over all features together; documents without a value take no part. */
function betweenShare(scores: readonly Float64Array[], of: readonly number[], groups: number): number {
  const m = scores[0]!.length
  const sums = new Float64Array(groups * m)
  const whole = new Float64Array(m)
  const sizes = new Float64Array(groups)
  let squares = 0
  let n = 0
  scores.forEach((row, i) => {
    const group = of[i]!
    if (group < 0) return
    n++
    sizes[group]!++
    for (let j = 0; j < m; j++) {
      sums[group * m + j]! += row[j]!
      whole[j]! += row[j]!
      squares += row[j]! * row[j]!
    }
  })
  let centre = 0
  for (let j = 0; j < m; j++) centre += whole[j]! ** 2 / n
  let between = -centre
  for (let group = 0; group < groups; group++)
    for (let j = 0; j < m; j++) if (sizes[group]! > 0) between += sums[group * m + j]! ** 2 / sizes[group]!
  return squares > centre ? Math.min(1, Math.max(0, between / (squares - centre))) : 0
}
