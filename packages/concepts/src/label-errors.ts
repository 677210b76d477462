import {
  type Analysis,
  type Document,
  type Finding,
  fingerprint,
  type Measure,
  notApplicable,
  type Rule,
  ratioEstimate,
} from '@corpuscope/core'
import { classProbabilities, logisticRegression, type Sparse } from '@corpuscope/features'
import { hash32, hash53 } from '@corpuscope/statistics'
import { words } from '@corpuscope/text'
import { confidentLabels } from './confident-learning.ts'

const source = {
  text: 'Northcutt, Jiang & Chuang 2021, Confident Learning: estimating uncertainty in dataset labels',
  url: 'https://doi.org/10.1613/jair.1.12125',
}

const measure: Measure = {
  id: 'annotation-label-error-share',
  title: 'Annotations whose type is likely another',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition:
    'Annotations that a classifier of their words and neighbours, fitted on the other documents (five folds), confidently takes for another type / annotations, over types with 20 or more. Up to 10,000 annotations, of documents drawn by hash. An estimate to look into, no verdict: the classifier errs too.',
  source,
}

const rule: Rule = {
  id: 'annotation-label-error',
  title: 'The type is likely another',
  severity: 'note',
  measure: measure.id,
  definition: 'Fitted on the other documents, a classifier is sure of another type: the most telling, at most 200 in all.',
}

const featuresList = 'label-errors.features'
const spansList = 'label-errors.spans'
const width = 20
const columns = 1 << 15
const folds = 5
const fewest = 20
const most = 10_000
const mostFindings = 200

/** Likely label errors: annotations whose type out-of-fold predictions contradict with confidence. */
export const labelErrors = (): Analysis<Map<number, string>> => ({
  id: 'label-errors',
  measures: [measure],
  rules: [rule],
  create: () => new Map(),
  observe(types, document) {
    const annotations = (document.annotations ?? []).filter((each) => !each.problem)
    if (annotations.length === 0) return undefined
    const sorted = [...annotations].sort((a, b) => a.start - b.start || a.end - b.end || (a.type < b.type ? -1 : 1))
    const spans = new Float64Array(3 * sorted.length)
    const features = new Uint32Array(width * sorted.length)
    sorted.forEach((each, i) => {
      const type = hash53(each.type)
      types.set(type, each.type)
      spans.set([each.start, each.end, type], 3 * i)
      features.set(featuresOf(document, each.start, each.end), width * i)
    })
    return { lists: { [spansList]: spans, [featuresList]: features } }
  },
  merge(types, others) {
    for (const [hash, name] of others) types.set(hash, name)
  },
  conclude(types, { rows, seed }) {
    const order = rows.keys.map((key, i) => ({ i, by: hash32(key, 12) })).sort((a, b) => a.by - b.by || a.i - b.i)
    const taken: { i: number; at: number; fold: number; type: number }[] = []
    let annotated = 0
    order.forEach(({ i }, rank) => {
      const spans = rows.list(spansList, i)
      if (spans.length > 0) annotated++
      if (taken.length < most)
        for (let at = 0; at < spans.length; at += 3) taken.push({ i, at: at / 3, fold: rank % folds, type: spans[at + 2]! })
    })
    if (annotated === 0) return { estimates: [notApplicable(measure.id, 'no document has an annotation', rows.n)] }
    const sizes = new Map<number, number>()
    for (const { type } of taken) sizes.set(type, (sizes.get(type) ?? 0) + 1)
    const classes = [...sizes]
      .filter(([, size]) => size >= fewest)
      .map(([type]) => type)
      .sort((a, b) => (types.get(a)! < types.get(b)! ? -1 : 1))
    if (classes.length < 2) return { estimates: [notApplicable(measure.id, `fewer than two types have ${fewest} annotations`, rows.n)] }
    const kept = taken.filter(({ type }) => classes.includes(type))
    const labels = Int32Array.from(kept, ({ type }) => classes.indexOf(type))
    const matrix = matrixOf(kept.map(({ i, at }) => rows.list(featuresList, i).subarray(width * at, width * (at + 1)) as Uint32Array))
    const probabilities = new Float64Array(kept.length * classes.length)
    for (let fold = 0; fold < folds; fold++) {
      const model = logisticRegression(
        matrix,
        labels.map((label, k) => (kept[k]!.fold === fold ? -1 : label)),
        classes.length,
        { penalty: 1, iterations: 40 },
      )
      kept.forEach((each, k) => {
        if (each.fold === fold) probabilities.set(classProbabilities(model, matrix, k), k * classes.length)
      })
    }
    const { other } = confidentLabels(labels, probabilities, classes.length)
    const margin = (k: number): number => probabilities[k * classes.length + other[k]!]! - probabilities[k * classes.length + labels[k]!]!
    const doubtful = Array.from(other.keys()).filter((k) => other[k]! >= 0)
    const documents = [...new Set(kept.map(({ i }) => i))].sort((a, b) => a - b)
    const place = new Map(documents.map((i, d) => [i, d]))
    const [wrong, all] = [documents.map(() => 0), documents.map(() => 0)]
    kept.forEach(({ i }, k) => {
      all[place.get(i)!]!++
      if (other[k]! >= 0) wrong[place.get(i)!]!++
    })
    const findings = doubtful
      .filter((k) => margin(k) > 0.2)
      .sort((a, b) => margin(b) - margin(a) || a - b)
      .slice(0, mostFindings)
      .map((k): Finding => {
        const { i, at } = kept[k]!
        const spans = rows.list(spansList, i)
        const [start, end] = [spans[3 * at]!, spans[3 * at + 1]!]
        return {
          rule: rule.id,
          severity: rule.severity,
          document: rows.ids[i]!,
          span: { start, end },
          message: `given as ${types.get(classes[labels[k]!]!)}, likely ${types.get(classes[other[k]!]!)} (${Math.round(100 * probabilities[k * classes.length + other[k]!]!)} %)`,
          fingerprint: fingerprint(rule.id, rows.ids[i]!, `${start} ${end} ${classes[labels[k]!]}`),
        }
      })
    return {
      estimates: [ratioEstimate(measure, wrong, all, { none: 'no document has an annotation', left: rows.n - documents.length, seed })],
      findings,
    }
  },
})

/** Hashed features of a span, at most 20: its words, first, last and how many, endings, case, and two words on either side; 0 fills the rest. */
function featuresOf(document: Document, start: number, end: number): Uint32Array {
  const { count, starts, ends, types, vocabulary } = words(document)
  let first = 0
  let high = count
  while (first < high) {
    const middle = (first + high) >>> 1
    if (ends[middle]! <= start) first = middle + 1
    else high = middle
  }
  let last = first
  while (last < count && starts[last]! < end) last++
  const at = (i: number): string => (i >= 0 && i < count ? vocabulary[types[i]!]! : '')
  const written = document.text.slice(start, Math.min(end, start + 2))
  const found = [
    `n${Math.min(4, last - first)}`,
    `f${at(first)}`,
    `l${at(last - 1)}`,
    `c${/^\p{Lu}/u.test(written)}`,
    `a${at(first - 1)}`,
    `b${at(first - 2)}`,
    `y${at(last)}`,
    `z${at(last + 1)}`,
  ]
  for (const word of [at(first), at(last - 1)]) found.push(`s${word.slice(-3)}`, `p${word.slice(0, 3)}`)
  for (let i = first; i < last && found.length < width; i++) found.push(`w${at(i)}`)
  const made = new Uint32Array(width)
  found.forEach((feature, k) => {
    made[k] = 1 + (hash32(feature) % (columns - 1))
  })
  return made
}

function matrixOf(rows: readonly Uint32Array[]): Sparse {
  const starts = new Uint32Array(rows.length + 1)
  const indices: number[] = []
  rows.forEach((row, k) => {
    for (const feature of new Set(row)) if (feature !== 0) indices.push(feature)
    starts[k + 1] = indices.length
  })
  return { rows: rows.length, columns, starts, indices: Uint32Array.from(indices), values: new Float64Array(indices.length).fill(1) }
}
