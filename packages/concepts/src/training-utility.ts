import type { Document } from '@corpuscope/core'
import { agreement, macroF1Interval } from '@corpuscope/features'
import { bootstrapInterval, hash32, type Interval, seededRandom, wilson } from '@corpuscope/statistics'
import { classified, trainClassifier } from './document-classifier.ts'
import { matchSpans, type ScoreMode, scoreModes } from './match-spans.ts'
import { scoreSpans } from './score.ts'
import type { Span } from './span.ts'
import { taggedSpans, trainSpanTagger } from './span-tagger.ts'

/** What a model that was trained on some documents scores on the test documents. */
export interface LearningPoint {
  /** Which corpus the documents are of. */
  readonly corpus: 'corpus' | 'baseline'
  readonly documents: number
  readonly scores: readonly LearningScore[]
}

export interface LearningScore {
  /** A mode of scoring spans, or `accuracy` or `macro-f1` of labels. */
  readonly score: string
  readonly value: number | null
  readonly interval: Interval | null
  readonly precision?: number | null
  readonly recall?: number | null
}

export interface TrainingUtility {
  readonly points: readonly LearningPoint[]
  /** The corpus less the baseline, both at as many documents, on the same resamples of the test documents; null without a baseline. */
  readonly difference: {
    readonly documents: number
    readonly score: string
    readonly value: number
    readonly interval: Interval | null
  } | null
}

export interface TrainingOptions {
  readonly seed: number
  /** Times a tagger reads its documents. */
  readonly epochs?: number
  readonly modes?: readonly ScoreMode[]
  readonly groupOf?: (type: string) => string
  /** Annotations that take part. */
  readonly keep?: (document: Document) => readonly Span[]
}

interface Corpora {
  readonly corpus: readonly Document[]
  readonly baseline?: readonly Document[]
  readonly test: readonly Document[]
}

/** Parts of a corpus that a learning curve is drawn over; each holds the one before. */
const parts = [1 / 16, 1 / 8, 1 / 4, 1 / 2, 1]
const fewest = 5

/** Sizes of a learning curve over so many documents. */
export const learningSizes = (documents: number): number[] => [
  ...new Set(parts.map((part) => Math.min(documents, Math.max(fewest, Math.round(part * documents))))),
]

/** Documents in an order drawn by hash: a smaller part lies within a larger one, whatever the files. */
const drawn = (documents: readonly Document[], seed: number): Document[] =>
  documents
    .map((document) => ({ document, by: hash32(document.key, seed) }))
    .sort((a, b) => a.by - b.by || (a.document.key < b.document.key ? -1 : 1))
    .map(({ document }) => document)

/** What one training gives: its scores, and what each test document adds to the first of them, as a part and a whole. */
interface Trial {
  readonly scores: readonly LearningScore[]
  readonly parts: Float64Array
  readonly wholes: Float64Array
}

function curveOf(
  { corpus, baseline }: Corpora,
  seed: number,
  trial: (lessons: readonly Document[]) => Trial,
  score: string,
): TrainingUtility {
  const points: LearningPoint[] = []
  const run = (name: LearningPoint['corpus'], documents: readonly Document[]): Map<number, Trial> => {
    const order = drawn(documents, seed)
    return new Map(
      learningSizes(order.length).map((size) => {
        const made = trial(order.slice(0, size))
        points.push({ corpus: name, documents: size, scores: made.scores })
        return [size, made]
      }),
    )
  }
  const ours = run('corpus', corpus)
  if (!baseline) return { points, difference: null }
  const theirs = run('baseline', baseline)
  const size = Math.min(corpus.length, baseline.length)
  const at = (made: ReadonlyMap<number, Trial>, documents: readonly Document[]): Trial =>
    made.get(size) ?? trial(drawn(documents, seed).slice(0, size))
  return { points, difference: { documents: size, score, ...differenceOf(at(ours, corpus), at(theirs, baseline), seed) } }
}

function differenceOf(a: Trial, b: Trial, seed: number): { value: number; interval: Interval | null } {
  const ratio = ({ parts: tops, wholes }: Trial, weights: ArrayLike<number>): number => {
    let [top, whole] = [0, 0]
    for (let i = 0; i < tops.length; i++) {
      top += weights[i]! * tops[i]!
      whole += weights[i]! * wholes[i]!
    }
    return whole > 0 ? top / whole : 0
  }
  const of = (weights: ArrayLike<number>): number => ratio(a, weights) - ratio(b, weights)
  const n = a.parts.length
  return {
    value: of(new Float64Array(n).fill(1)),
    interval: bootstrapInterval(n, of, {
      random: seededRandom(`${seed} difference`),
      resamples: 1000,
      method: n > 2000 ? 'percentile' : 'bca',
    }),
  }
}

/**
 * What annotated documents teach a light tagger of spans: an averaged perceptron trained on more and more of them, scored on documents that none of them
 * is, beside the same tagger trained on a baseline corpus.
 *
 * @param test  annotated documents
 * @see Collins 2002 for the tagger
 */
export function taggingUtility(corpora: Corpora, options: TrainingOptions): TrainingUtility {
  const {
    seed,
    epochs,
    modes = scoreModes.filter((mode) => mode !== 'strict'),
    groupOf,
    keep = ({ annotations = [] }) => annotations,
  } = options
  // A tagger gives types and no codes.
  const uncoded = (document: Document): Span[] =>
    keep(document).map(({ type, start, end, fragments }) => ({ type, start, end, ...(fragments && { fragments }) }))
  const gold = corpora.test.map(uncoded)
  const [first] = modes
  const trial = (lessons: readonly Document[]): Trial => {
    const tagger = trainSpanTagger(
      lessons.map((document) => ({ document, spans: uncoded(document) })),
      { random: seededRandom(`${seed} tagger`), ...(epochs !== undefined && { epochs }) },
    )
    const documents = corpora.test.map((document, i) => ({ id: document.id, gold: gold[i]!, predicted: taggedSpans(tagger, document) }))
    const scores = scoreSpans(documents, { modes, ...(groupOf && { groupOf }), random: (purpose) => seededRandom(`${seed} ${purpose}`) })
    const credited = documents.map(({ gold: marked, predicted }) =>
      matchSpans(marked, predicted, first!, groupOf).reduce(
        (sum, { kind }) => sum + (kind === 'correct' ? 2 : kind === 'partial' ? 1 : 0),
        0,
      ),
    )
    return {
      scores: scores.map(({ mode, f1, precision, recall }) => ({
        score: mode,
        value: f1.value,
        interval: f1.interval,
        precision: precision.value,
        recall: recall.value,
      })),
      parts: Float64Array.from(credited),
      wholes: Float64Array.from(documents, ({ gold: marked, predicted }) => marked.length + predicted.length),
    }
  }
  return curveOf(corpora, seed, trial, first!)
}

/** What labelled documents teach a light classifier of documents: logistic regression over TF-IDF. Documents without a label take no part. */
export function labellingUtility({ corpus, baseline, test }: Corpora, { seed }: TrainingOptions): TrainingUtility {
  const labelled = (documents: readonly Document[]): Document[] => documents.filter(({ label }) => label !== undefined && label !== '')
  const held = labelled(test)
  const trial = (lessons: readonly Document[]): Trial => {
    const guesses = classified(trainClassifier(lessons.map((document) => ({ document, label: document.label! }))), held)
    const classes = [...new Set([...held.map(({ label }) => label!), ...guesses])].sort()
    const place = new Map(classes.map((label, k) => [label, k]))
    const given = held.map(({ label }) => place.get(label!)!)
    const found = agreement(
      given,
      guesses.map((label) => place.get(label)!),
      classes.length,
    )
    const right = held.map(({ label }, i) => Number(label === guesses[i]))
    return {
      scores: [
        {
          score: 'accuracy',
          value: found?.accuracy ?? null,
          interval: found
            ? wilson(
                right.reduce((sum, each) => sum + each, 0),
                right.length,
              )
            : null,
        },
        {
          score: 'macro-f1',
          value: found?.macroF1 ?? null,
          interval: found ? macroF1Interval(found, classes.length, { random: seededRandom(`${seed} macro-f1`) }) : null,
        },
      ],
      parts: Float64Array.from(right),
      wholes: new Float64Array(right.length).fill(1),
    }
  }
  return curveOf({ corpus: labelled(corpus), ...(baseline && { baseline: labelled(baseline) }), test: held }, seed, trial, 'accuracy')
}
