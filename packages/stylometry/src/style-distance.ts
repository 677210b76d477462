import { type Analysis, type Context, type Estimate, type Measure, notApplicable, type Rows, type Table } from '@corpuscope/core'
import { wordFacts } from '@corpuscope/features'
import { mean, standardDeviation, wilson } from '@corpuscope/statistics'
import { words } from '@corpuscope/text'
import { burrowsDelta, standardised } from './delta.ts'
import { type Sampled, sampled } from './sampled.ts'
import { commonestLanguage, fewestWords, styled, styleOf, styleTable } from './style-features.ts'
import { separation } from './two-samples.ts'

const id = 'style-distance'
const mostDocuments = 200
const fewestDocuments = 20
const mostWords = 100
const permutations = 999
const shown = 20

const how = `Of each corpus at most ${mostDocuments} documents of ${fewestWords} words or more, as many of one as of the other, drawn by hash and in the audited corpus's commonest language; z-scores of the ${mostWords} most frequent function words of both and of seven habits of writing, no content words.`

const measures: readonly Measure[] = [
  {
    id: 'style-delta',
    title: 'Distance of style to the other corpus (Delta)',
    unit: 'standard deviations',
    range: [0, null],
    direction: 'descriptive',
    definition: `Burrows's Delta between the mean profiles of the two corpora: mean absolute difference of mean z-scores. ${how} The floor is its mean over ${permutations} permutations of which document is of which corpus. No interval.`,
    source: { text: 'Burrows 2002, Literary and Linguistic Computing 17(3):267-287', url: 'https://doi.org/10.1093/llc/17.3.267' },
  },
  {
    id: 'style-told-apart',
    title: 'Documents told from the other corpus by style',
    unit: 'share',
    range: [0, 1],
    direction: 'descriptive',
    definition: `Classifier two-sample test: share of documents whose corpus a ridge regression on the other documents names rightly, each left out in turn. About one half when the two are written alike. ${how} The floor is the mean over ${permutations} permutations.`,
    source: { text: 'Lopez-Paz & Oquab 2017, Revisiting Classifier Two-Sample Tests, ICLR', url: 'https://arxiv.org/abs/1610.06545' },
  },
]

/** How far the style of the corpus is from that of the one it is held against, whatever the two are about. */
export function styleDistance(): Analysis<{ readonly sample: Sampled }> {
  return {
    id,
    measures,
    alone: true,
    create: () => ({ sample: sampled.create(2 * mostDocuments) }),
    observe({ sample }, document) {
      if (!wordFacts(document).language || words(document).count < fewestWords || !sampled.takes(sample, document.key)) return undefined
      return { lists: styleOf(document, id) }
    },
    merge: (partial, other) => sampled.merge(partial.sample, other.sample),
    conclude(_, context) {
      const { against, rows } = context
      const none = (reason: string) => ({ estimates: measures.map((measure) => notApplicable(measure.id, reason, rows.n)) })
      if (!against) return none('no corpus to be held against: name one with --against')
      const own = styled(rows, id, 2 * mostDocuments)
      const language = commonestLanguage(own.map((i) => rows.languages[i]!))
      const of = (all: Rows, from: readonly number[]) => from.filter((i) => all.languages[i] === language)
      const ours = of(rows, own)
      const theirs = of(against.rows, styled(against.rows, id, 2 * mostDocuments))
      const size = Math.min(mostDocuments, ours.length, theirs.length)
      if (size < fewestDocuments)
        return none(
          `fewer than ${fewestDocuments} documents of ${fewestWords} words or more in each corpus, in one language of en, fr, es, pt, de, it`,
        )
      return compared(
        context,
        [...ours.slice(0, size).map((i) => ({ rows, i })), ...theirs.slice(0, size).map((i) => ({ rows: against.rows, i }))],
        language,
      )
    },
  }
}

function compared({ rows, random }: Context, documents: readonly { readonly rows: Rows; readonly i: number }[], language: string) {
  const size = documents.length / 2
  const features = styleTable(documents, id, language, mostWords)
  const scores = standardised(features.rows)
  const draw = random(id)
  const labels = scores.map((_, i) => i < size)
  const delta = deltaOf(scores, labels)
  let floor = 0
  let reached = 0
  for (let round = 0; round < permutations; round++) {
    for (let i = labels.length - 1; i > 0; i--) {
      const j = Math.floor(draw() * (i + 1))
      const label = labels[i]!
      labels[i] = labels[j]!
      labels[j] = label
    }
    const chance = deltaOf(scores, labels)
    floor += chance / permutations
    if (chance >= delta) reached++
  }
  const p = (reached + 1) / (permutations + 1)
  const told = separation(scores, scores[0]!.length, permutations, draw)
  const estimate = (measure: string, value: number, chance: number, rest: Partial<Estimate>): Estimate => ({
    measure,
    value,
    interval: null,
    floor: chance,
    n: size,
    left: rows.n - size,
    status: 'measured',
    reason: `${size} documents of each corpus`,
    ...rest,
  })
  return {
    estimates: [
      estimate('style-delta', delta, floor, { reason: `${size} documents of each corpus; p ${p} by permutation` }),
      estimate('style-told-apart', told.accuracy, told.chance, {
        interval: wilson(Math.round(told.accuracy * 2 * size), 2 * size),
        intervalMethod: 'Wilson',
        reason: `${size} documents of each corpus; p ${told.p} by permutation`,
      }),
    ],
    tables: [telling(features.rows, features.names, size)],
  }
}

function deltaOf(scores: readonly Float64Array[], first: readonly boolean[]): number {
  const m = scores[0]!.length
  const ours = new Float64Array(m)
  const theirs = new Float64Array(m)
  const half = scores.length / 2
  scores.forEach((row, i) => {
    const into = first[i] ? ours : theirs
    for (let j = 0; j < m; j++) into[j]! += row[j]! / half
  })
  return burrowsDelta(ours, theirs)
}

/** The features that differ most, by the difference of means in pooled standard deviations (Cohen's d). */
function telling(rows: readonly Float64Array[], names: readonly string[], size: number): Table {
  const all = names.map((name, j) => {
    const ours = rows.slice(0, size).map((row) => row[j]!)
    const theirs = rows.slice(size).map((row) => row[j]!)
    const pooled = Math.sqrt((standardDeviation(ours)! ** 2 + standardDeviation(theirs)! ** 2) / 2)
    const [here, there] = [mean(ours)!, mean(theirs)!]
    return { name, here, there, d: pooled > 0 ? (here - there) / pooled : 0 }
  })
  const figure = (value: number): number => Number(value.toPrecision(4))
  return {
    id: `${id}-features`,
    analysis: id,
    title: 'What tells the two corpora apart most',
    columns: [
      { title: 'Function word (share of words) or habit' },
      { title: 'This corpus' },
      { title: 'The other' },
      { title: 'Difference', unit: 'standard deviations' },
    ],
    rows: all
      .sort((a, b) => Math.abs(b.d) - Math.abs(a.d) || (a.name < b.name ? -1 : 1))
      .slice(0, shown)
      .map(({ name, here, there, d }) => [name, figure(here), figure(there), figure(d)]),
  }
}
