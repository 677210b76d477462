import { type Analysis, type Chart, type Measure, notApplicable, ratioEstimate } from '@corpuscope/core'
import { type Counts, counts, sumOf } from '@corpuscope/statistics'
import { words } from '@corpuscope/text'
import { codeOf } from './span.ts'

const density: Measure = {
  id: 'annotation-density',
  title: 'Annotations per 100 words',
  unit: 'annotations',
  range: [0, null],
  direction: 'descriptive',
  definition: '100 x annotations / words, over documents with an annotation.',
  source: { text: 'Ours' },
}

const effective: Measure = {
  id: 'annotation-label-diversity',
  title: 'Effective number of names',
  unit: 'names',
  range: [1, null],
  direction: 'descriptive',
  definition:
    'exp of the entropy of the names (codes, or types without a code) over annotations: as many as this, equally common, would be as varied.',
  source: { text: 'Hill 1973, Diversity and evenness: a unifying notation', url: 'https://doi.org/10.2307/1934352' },
}

const rare: Measure = {
  id: 'annotation-rare-name-share',
  title: 'Names with fewer than five annotations',
  unit: 'share',
  range: [0, 1],
  direction: 'descriptive',
  definition: 'Names (codes, or types without a code) with one to four annotations / names: what nothing can be learned or measured of.',
  source: { text: 'Ours' },
}

const coded: Measure = {
  id: 'annotation-coded-share',
  title: 'Annotations with a code',
  unit: 'share',
  range: [0, 1],
  direction: 'descriptive',
  definition: 'Annotations with a code / annotations. CUILESS, NIL and their like are no codes.',
  source: { text: 'Ours' },
}

const fewest = 5
const list = 'annotation-labels.counts'

/** What is annotated, how often, and how long the tail of rare names is. */
export const annotationLabels = (): Analysis<Counts> => ({
  id: 'annotation-labels',
  measures: [density, effective, rare, coded],
  create: counts.create,
  observe(partial, document) {
    const annotations = document.annotations ?? []
    if (annotations.length === 0) return undefined
    let withCode = 0
    for (const each of annotations) {
      const code = codeOf(each)
      counts.add(partial, code ?? each.type)
      if (code !== undefined) withCode++
    }
    return { lists: { [list]: Float64Array.of(annotations.length, words(document).count, withCode) } }
  },
  merge: counts.merge,
  conclude(partial, { rows, seed }) {
    const lists = Array.from({ length: rows.n }, (_, i) => rows.list(list, i)).filter((each) => each.length > 0)
    const left = rows.n - lists.length
    if (lists.length === 0)
      return { estimates: [density, effective, rare, coded].map(({ id }) => notApplicable(id, 'no document has an annotation', rows.n)) }
    const names = [...partial.values()].sort((a, b) => b - a)
    const total = sumOf(names)
    const ratio = (measure: Measure, top: number[], bottom: number[]) =>
      ratioEstimate(measure, top, bottom, { none: 'the annotated documents have no words', left, seed })
    const plain = (measure: Measure, value: number) => ({
      measure: measure.id,
      value,
      interval: null,
      n: lists.length,
      left,
      status: 'measured' as const,
    })
    const halves = names.findIndex((_, k) => 2 * sumOf(names.slice(0, k + 1)) >= total) + 1
    const chart: Chart = {
      id: 'annotation-labels-tail',
      analysis: 'annotation-labels',
      form: 'curve',
      title: 'Annotations by name, commonest first',
      summary: `${halves} of ${names.length} names make half of ${total} annotations.`,
      xUnit: 'names',
      unit: 'share',
      series: [{ title: 'annotations covered', ...covered(names, total) }],
    }
    return {
      estimates: [
        ratio(
          density,
          lists.map((each) => 100 * each[0]!),
          lists.map((each) => each[1]!),
        ),
        plain(effective, Math.exp(-sumOf(names.map((times) => (times / total) * Math.log(times / total))))),
        plain(rare, names.filter((times) => times < fewest).length / names.length),
        ratio(
          coded,
          lists.map((each) => each[2]!),
          lists.map((each) => each[0]!),
        ),
      ],
      charts: names.length > 1 ? [chart] : [],
    }
  },
})

/** At most 100 points of the curve of names against the share of annotations they make. */
function covered(names: readonly number[], total: number): { x: number[]; y: number[] } {
  const x: number[] = []
  const y: number[] = []
  const step = Math.max(1, Math.ceil(names.length / 100))
  let sum = 0
  names.forEach((times, k) => {
    sum += times
    if (k % step === 0 || k === names.length - 1) {
      x.push(k + 1)
      y.push(sum / total)
    }
  })
  return { x, y }
}
