import {
  type Analysis,
  type Chart,
  type Context,
  type Estimate,
  type Measure,
  notApplicable,
  type Reference,
  type Result,
  type Table,
} from '@corpuscope/core'
import { categoryIndex, comparableLabel } from '@corpuscope/references'
import { counts, rarefactionCurve, richness, unseenMassInterval, zipfExponent } from '@corpuscope/statistics'

const id = 'category-coverage'

/** Fewer documents of a category can neither teach nor test anything: a convention. */
const enough = 5

const coverageMeasure: Measure = {
  id,
  title: 'Categories with five documents or more',
  unit: 'share',
  range: [0, 1],
  direction: 'higher',
  definition: `Share of the reference's categories, or units of a curriculum, that have at least ${enough} labelled documents; the remainder ("Other") is no category. Other numbers of documents stand in the table.`,
  source: { text: 'This project; five documents are a convention' },
}

const populationMeasure: Measure = {
  id: 'population-covered',
  title: 'Share of the population whose category the corpus has',
  unit: 'share',
  range: [0, 1],
  direction: 'higher',
  definition:
    'Sum of the reference shares of the named categories that have a labelled document, divided by the sum over all named categories; the remainder is no category.',
  source: { text: 'As the coverage of disease prevalence that RJUA-QA reports (Lyu et al. 2023)' },
}

const unseenMeasure: Measure = {
  id: 'unseen-label-share',
  title: 'Next document of a label not seen before',
  unit: 'share',
  range: [0, 1],
  direction: 'descriptive',
  definition: 'Labels seen once / labelled documents: the estimated chance that one more document of this kind would bring a new label.',
  source: { text: 'Good 1953, The Population Frequencies of Species', url: 'https://doi.org/10.1093/biomet/40.3-4.237' },
}

const richnessMeasure: Measure = {
  id: 'label-richness',
  title: 'Labels there are, at the least (Chao1)',
  unit: 'labels',
  range: [0, null],
  direction: 'descriptive',
  definition:
    'Different labels seen + (n - 1) / n x f1^2 / (2 f2), with f1 and f2 the labels seen once and twice: a lower bound of how many the source of these documents has.',
  source: { text: 'Chao 1984, Nonparametric Estimation of the Number of Classes', url: 'https://www.jstor.org/stable/4615964' },
}

const zipfMeasure: Measure = {
  id: 'label-zipf-exponent',
  title: 'Long tail of labels: Zipf exponent',
  unit: 'ratio',
  range: [0, null],
  direction: 'descriptive',
  definition:
    'Exponent s of the shares by rank, proportional to rank^-s, by maximum likelihood over the labels seen: 0 is flat, larger is a shorter tail.',
  source: { text: 'Clauset, Shalizi & Newman 2009, Power-Law Distributions in Empirical Data', url: 'https://doi.org/10.1137/070710111' },
}

const measures = [coverageMeasure, populationMeasure, unseenMeasure, richnessMeasure, zipfMeasure]

interface Coverage {
  /** Label as written -> documents. */
  readonly labels: Map<string, number>
  unlabelled: number
}

/**
 * Which categories of a reference, or units of a curriculum, a corpus has, how much of the population they are, and how many labels it would have if it
 * went on.
 */
export function categoryCoverage(reference: Reference): Analysis<Coverage> {
  const index = categoryIndex(reference)
  return {
    id,
    measures,
    create: () => ({ labels: counts.create(), unlabelled: 0 }),
    observe(partial, { label }) {
      if (label === undefined || label.trim() === '') partial.unlabelled++
      else counts.add(partial.labels, label)
      return undefined
    },
    merge(partial, other) {
      counts.merge(partial.labels, other.labels)
      partial.unlabelled += other.unlabelled
    },
    conclude({ labels, unlabelled }, context) {
      const n = counts.total(labels)
      if (n === 0)
        return {
          estimates: measures.map((measure) =>
            notApplicable(measure.id, 'no document has a label: give --labels or --label-field', unlabelled),
          ),
        }
      // Spellings of one category are one label; labels of another classification stand for themselves.
      const merged = new Map<string, number>()
      const documents = new Float64Array(reference.categories.length)
      let strangers = 0
      for (const [label, times] of labels) {
        const at = index.get(comparableLabel(label))
        if (at === undefined) strangers += times
        else documents[at]! += times
        counts.add(merged, at === undefined ? `label ${comparableLabel(label)}` : `category ${at}`, times)
      }
      const common = { n, left: unlabelled, ...(unlabelled > 0 && { reason: `${unlabelled} without a label left out` }) }
      const open = ofLabels(
        [...merged.values()].sort((a, b) => b - a),
        common,
        context,
      )
      const known = strangers > 0 ? unknownTo(reference, strangers, n + unlabelled) : ofReference(reference, documents, common)
      return { ...known, ...open, estimates: [...known.estimates, ...open.estimates] }
    },
  }
}

type Common = Pick<Estimate, 'n' | 'left' | 'reason'>

const unknownTo = (reference: Reference, strangers: number, n: number): Result => ({
  estimates: [coverageMeasure, populationMeasure].map((measure) => ({
    ...notApplicable(measure.id, `labels of ${strangers} documents are no category of ${reference.id}`, n),
  })),
})

function ofReference({ id: name, title, categories, remainder, kind }: Reference, documents: Float64Array, common: Common): Result {
  const named = categories
    .map(({ id: category, share, group }, i) => ({ category, share, group, documents: documents[i]! }))
    .filter(({ category }) => category !== remainder)
  const total = named.reduce((sum, { share }) => sum + (share ?? 0), 0)
  const having = (k: number) => named.filter((each) => each.documents >= k)
  const population = (of: readonly { readonly share: number | null }[]): number | null =>
    total > 0 ? Math.min(1, of.reduce((sum, { share }) => sum + (share ?? 0), 0) / total) : null
  const why = 'a property of these documents, not an estimate of a population: no interval'
  const property = (measure: string, value: number): Estimate => ({
    measure,
    value,
    interval: null,
    ...common,
    status: 'measured',
    reason: [common.reason, why].filter((part) => part !== undefined).join('; '),
  })
  const covered = population(having(1))
  const missing = having(0).filter((each) => each.documents === 0)
  return {
    estimates: [
      named.length > 0
        ? property(coverageMeasure.id, having(enough).length / named.length)
        : notApplicable(coverageMeasure.id, `${name} has no named category`, common.n),
      covered !== null && kind === 'distribution'
        ? property(populationMeasure.id, covered)
        : notApplicable(populationMeasure.id, `${name} has no shares of its named categories`, common.n),
    ],
    tables: [
      {
        id: 'category-coverage-levels',
        analysis: id,
        title: `Categories of ${title} with at least so many documents`,
        columns: [
          { title: 'At least', unit: 'documents' },
          { title: 'Categories' },
          { title: 'Of' },
          { title: 'Population', unit: 'share' },
        ],
        rows: [1, 2, enough, 10, 20, 50].map((k) => [
          k,
          having(k).length,
          named.length,
          kind === 'distribution' ? population(having(k)) : null,
        ]),
      },
      ...(kind === 'distribution' ? [tiers(title, named, total)] : []),
      {
        id: 'category-coverage-missing',
        analysis: id,
        title: `Categories of ${title} without a document`,
        columns: [{ title: 'Category' }, { title: 'Group' }, { title: 'Reference', unit: 'share' }],
        rows: missing.slice(0, 1000).map(({ category, group, share }) => [category, group ?? null, share]),
      },
    ],
    notes: [
      {
        analysis: id,
        text: `${having(1).length} of ${named.length} categories of ${title} have a document, ${having(enough).length} have ${enough} or more${covered !== null && kind === 'distribution' ? `; those with a document are ${Number((100 * covered).toFixed(1))}\u00a0% of the named part of the population` : ''}.`,
      },
    ],
  }
}

interface NamedCategory {
  readonly share: number | null
  readonly documents: number
}

/** By share of the named part: conventions, as the literature has no agreed bounds. */
function tiers(title: string, named: readonly NamedCategory[], total: number): Table {
  const of = (low: number, high: number) => named.filter(({ share }) => (share ?? 0) / total >= low && (share ?? 0) / total < high)
  const row = (name: string, part: readonly NamedCategory[]): Table['rows'][number] => [
    name,
    part.length,
    part.filter(({ documents }) => documents > 0).length,
    part.filter(({ documents }) => documents >= enough).length,
    part.reduce((sum, { documents }) => sum + documents, 0),
    total > 0 ? part.reduce((sum, { share }) => sum + (share ?? 0), 0) / total : null,
  ]
  return {
    id: 'category-coverage-tiers',
    analysis: id,
    title: `Common, less common and rare categories of ${title}`,
    columns: [
      { title: 'Tier (share of the named part)' },
      { title: 'Categories' },
      { title: 'With a document' },
      { title: `With ${enough}` },
      { title: 'Documents', unit: 'documents' },
      { title: 'Population', unit: 'share' },
    ],
    rows: [
      row('common: 5 % or more', of(0.05, Infinity)),
      row('less common: 2 to 5 %', of(0.02, 0.05)),
      row('rare: under 2 %', of(0, 0.02)),
    ],
  }
}

function ofLabels(sizes: readonly number[], common: Common, context: Context): Result {
  const found = richness(sizes)!
  const zipf = zipfExponent(sizes)
  const unseen = unseenMassInterval(found)
  const measured = (measure: string, value: number, interval: readonly [number, number] | null, method: string, why: string): Estimate => ({
    measure,
    value,
    interval: interval && [Math.min(value, interval[0]), Math.max(value, interval[1])],
    ...(interval && { intervalMethod: method }),
    ...common,
    status: 'measured',
    ...(!interval && { reason: [common.reason, why].filter((part) => part !== undefined).join('; ') }),
  })
  const few = 'no label was seen once or twice, which such an interval needs'
  return {
    estimates: [
      measured(unseenMeasure.id, found.unseenMass, unseen, 'normal, Esty 1983', few),
      measured(richnessMeasure.id, found.chao1, found.interval, 'log-normal, Chao 1987', 'no interval, as no label was seen once'),
      zipf
        ? measured(zipfMeasure.id, zipf.exponent, zipf.interval, 'normal, Fisher information', '')
        : notApplicable(zipfMeasure.id, 'one label has no tail', common.n),
    ],
    charts: [curve(sizes, found.n, context)],
  }
}

function curve(sizes: readonly number[], n: number, context: Context): Chart {
  const points = 24
  const m = [...new Set(Array.from({ length: points }, (_, i) => Math.max(1, Math.round(((i + 1) * 2 * n) / points))))]
  // The cost is documents by draws: large corpora have narrow intervals anyway.
  const draws = Math.max(10, Math.min(50, Math.round(2e6 / Math.max(n, sizes.length))))
  const drawn = rarefactionCurve(sizes, m, { random: context.random(`${id} curve`), draws })
  const at = (x: number): string => String(Math.round(drawn.find((point) => point.m >= x)?.kinds ?? sizes.length))
  const part = (title: string, keep: (x: number) => boolean) => {
    const kept = drawn.filter((point) => keep(point.m))
    return {
      title,
      x: kept.map((point) => point.m),
      y: kept.map((point) => point.kinds),
      low: kept.map((point) => point.interval[0]),
      high: kept.map((point) => point.interval[1]),
    }
  }
  return {
    id: 'category-coverage-curve',
    analysis: id,
    form: 'curve',
    title: 'Labels against documents',
    summary: `${n} labelled documents have ${sizes.length} different labels; half as many would have had about ${at(n / 2)}, twice as many are expected to have ${at(2 * n)}. Bands are 95 % intervals.`,
    xUnit: 'documents',
    unit: 'labels',
    series: [part('fewer documents', (x) => x <= n), part('more documents, expected', (x) => x >= n)].filter(
      (series) => series.x.length > 0,
    ),
  }
}
