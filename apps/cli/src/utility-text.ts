import type { LearningPoint, ModeScore, TrainingUtility, UtilityPoint, UtilityRoom } from '@corpuscope/concepts'
import type { Chart } from '@corpuscope/core'
import { colors } from './terminal.ts'

const figure = (value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : value.toFixed(3).replace('-', '−')
const between = (interval: readonly [number, number] | null): string =>
  interval ? `${figure(interval[0])} to ${figure(interval[1])}` : 'no interval'

const row = (cells: readonly string[]): string =>
  cells
    .map((cell, i) => (i === 0 ? cell.padEnd(13) : i === 3 ? cell.padEnd(17) : cell.padStart([0, 9, 7, 17, 9, 7][i]!)))
    .join(' ')
    .trimEnd()

const byMode = (points: readonly UtilityPoint[]): { mode: string; of: (point: UtilityPoint) => ModeScore }[] =>
  points[0]!.scores.map(({ mode }) => ({ mode, of: ({ scores }) => scores.find((score) => score.mode === mode)! }))

/** F1 in every mode by epoch. */
export function epochText(points: readonly UtilityPoint[], room: UtilityRoom): string {
  const lines = [colors.bold(row(['F1', 'epoch', 'value', '95 % interval', 'precision', 'recall']))]
  for (const { mode, of } of byMode(points))
    for (const point of points) {
      const { f1, precision, recall } = of(point)
      lines.push(
        row([
          point.epoch === 0 ? mode : '',
          String(point.epoch),
          figure(f1.value),
          between(f1.interval),
          figure(precision.value),
          figure(recall.value),
        ]),
      )
    }
  return [
    ...lines,
    '',
    `${room.ambiguous} of ${room.mentions} mentions have an ambiguous name: contexts can move no other.`,
    `Always the right concept for them: strict F1 ${figure(room.best)}; the first one: ${figure(room.first)}.`,
  ].join('\n')
}

/** The same as a chart. */
export const epochChart = (points: readonly UtilityPoint[]): Chart => ({
  id: 'utility-epochs',
  analysis: 'utility',
  form: 'curve',
  title: 'F1 on held-out documents by epoch',
  summary: 'What notes without labels teach a concept annotator, with 95 % intervals.',
  xUnit: 'epochs',
  unit: 'share',
  series: byMode(points).map(({ mode, of }) =>
    curve(
      mode,
      points.map((point) => [point.epoch, of(point).f1]),
    ),
  ),
})

function curve(
  title: string,
  points: readonly (readonly [x: number, { readonly value: number | null; readonly interval: readonly [number, number] | null }])[],
) {
  const measured = points.filter(([, { value }]) => value !== null)
  return {
    title,
    x: measured.map(([x]) => x),
    y: measured.map(([, { value }]) => value!),
    low: measured.map(([, { interval }]) => interval?.[0] ?? null),
    high: measured.map(([, { interval }]) => interval?.[1] ?? null),
  }
}

const named = { corpus: 'corpus', baseline: 'baseline' } as const
const corporaOf = (points: readonly LearningPoint[]): LearningPoint['corpus'][] => [...new Set(points.map(({ corpus }) => corpus))]
const scoresOf = (points: readonly LearningPoint[]): string[] => points[0]!.scores.map(({ score }) => score)

/** Scores by documents trained on. */
export function learningText({ points, difference }: TrainingUtility): string {
  const lines = [colors.bold(row(['score', 'documents', 'value', '95 % interval', 'precision', 'recall']))]
  for (const corpus of corporaOf(points))
    for (const score of scoresOf(points))
      for (const [k, point] of points.filter((each) => each.corpus === corpus).entries()) {
        const { value, interval, precision, recall } = point.scores.find((each) => each.score === score)!
        lines.push(
          row([
            k > 0 ? '' : corpus === 'baseline' ? `${score}, base` : score,
            String(point.documents),
            figure(value),
            between(interval),
            ...(precision === undefined ? [] : [figure(precision), figure(recall)]),
          ]),
        )
      }
  if (!difference) return lines.join('\n')
  const { documents, score, value, interval } = difference
  const sign = value < 0 ? '−' : '+'
  return [
    ...lines,
    '',
    `Corpus less baseline at ${documents} documents each, ${score}: ${sign}${Math.abs(value).toFixed(3)} (${between(interval)}).`,
  ].join('\n')
}

/** The same as a chart: the first score of each corpus. */
export function learningChart({ points }: TrainingUtility): Chart {
  const [first] = scoresOf(points)
  return {
    id: 'utility-learning',
    analysis: 'utility',
    form: 'curve',
    title: `${first === 'accuracy' ? 'Accuracy' : `F1 (${first})`} on test documents by documents trained on`,
    summary: 'What a light model learns from more and more documents, with 95 % intervals.',
    xUnit: 'documents',
    unit: 'share',
    series: corporaOf(points).map((corpus) =>
      curve(
        named[corpus],
        points
          .filter((point) => point.corpus === corpus)
          .map((point) => [point.documents, point.scores.find(({ score }) => score === first)!]),
      ),
    ),
  }
}
