import { type Audit, type Estimate, type Measure, type PolicyInput, wholeEstimate } from '@corpuscope/core'
import { binomialDraw, mean, normalQuantile, type Random, seededRandom, standardDeviation } from '@corpuscope/statistics'
import { baselineOf } from './baseline.ts'
import { evaluate } from './evaluate.ts'

export interface CalibrationOptions {
  /** Measure to one value a document, NaN where there is none: the columns of documents.parquet. */
  readonly columns: ReadonlyMap<string, Float64Array>
  readonly resamples?: number
  readonly seed?: number
}

export interface Calibration {
  readonly resamples: number
  readonly documents: number
  /** Share of resamples in which any rule of severity error failed. */
  readonly falseAlarms: number
  readonly rules: readonly {
    readonly id: string
    /** How the measure was drawn again. */
    readonly by: 'documents' | 'binomial' | 'standard error' | 'not simulated'
    readonly falseAlarms: number
    /** Broken by this audit itself, so that its resamples say nothing of false alarms. */
    readonly broken: boolean
  }[]
}

const z95 = 1.959963984540054

/**
 * How often a policy would fail a corpus that is only another sample of the same source: documents are drawn again with replacement,
 * once for the baseline and once for the audit. A measure that is the mean of its column is computed anew; a share without a column is
 * drawn from the binomial; any other moves by the standard error that its interval implies. Rules on findings are not simulated.
 */
export function calibrate(policy: PolicyInput, audit: Audit, { columns, resamples = 1000, seed = 1 }: CalibrationOptions): Calibration {
  const random = seededRandom(`${seed} calibrate`)
  const measures = new Map(audit.measures.map((measure) => [measure.id, measure]))
  const present = new Map([...columns].map(([id, values]) => [id, values.filter((value) => !Number.isNaN(value))]))
  const wayOf = (estimate: Estimate): Way => way(estimate, measures.get(estimate.measure), present.get(estimate.measure))
  const ways = audit.estimates.map(wayOf)
  // A copy of a document drawn twice is no finding: what the audit has stays as it is.
  const simulated: PolicyInput = { ...policy, findings: {}, waivers: [], ratchet: { ...policy.ratchet, newFindings: 'off', labels: 'off' } }
  const drawn = (): Audit => ({ ...audit, estimates: audit.estimates.map((estimate, i) => ways[i]!(estimate, random)) })
  const judged = (made: Audit, before: Audit) =>
    evaluate(simulated, made, { baseline: baselineOf(before, []), findings: [], today: '' }).rules
  const own = judged(audit, audit)
  const failures = new Map<string, number>()
  const broken = new Set(own.filter(({ outcome }) => outcome === 'failed' || outcome === 'error').map(({ id }) => id))
  let alarms = 0
  for (let r = 0; r < resamples; r++) {
    let alarm = false
    for (const { id, outcome, severity } of judged(drawn(), drawn())) {
      if (broken.has(id) || (outcome !== 'failed' && outcome !== 'error')) continue
      failures.set(id, (failures.get(id) ?? 0) + 1)
      if (severity === 'error') alarm = true
    }
    if (alarm) alarms++
  }
  return {
    resamples,
    documents: audit.corpus.documents,
    falseAlarms: alarms / resamples,
    rules: [
      ...own.map(({ id, measure }) => {
        const estimate = measure === undefined ? undefined : wholeEstimate(audit.estimates, measure)
        return {
          id,
          by: estimate ? nameOf(wayOf(estimate)) : ('not simulated' as const),
          falseAlarms: (failures.get(id) ?? 0) / resamples,
          broken: broken.has(id),
        }
      }),
      ...Object.keys(policy.findings ?? {}).map((key) => ({
        id: `findings/${key}`,
        by: 'not simulated' as const,
        falseAlarms: 0,
        broken: false,
      })),
    ],
  }
}

type Way = (estimate: Estimate, random: Random) => Estimate

const unchanged: Way = (estimate) => estimate
const binomial: Way = (estimate, random) => moved(estimate, binomialDraw(estimate.n, estimate.value!, random) / estimate.n, [0, 1])
const names = new WeakMap<Way, Calibration['rules'][number]['by']>([
  [unchanged, 'not simulated'],
  [binomial, 'binomial'],
])
const nameOf = (each: Way): Calibration['rules'][number]['by'] => names.get(each) ?? 'standard error'

function way({ value, interval, n, facet, part, corpus }: Estimate, measure: Measure | undefined, values: Float64Array | undefined): Way {
  if (value === null || !measure || corpus !== undefined) return unchanged
  const whole = facet === undefined && part === undefined
  if (whole && values && values.length === n && n > 1 && Math.abs(mean(values)! - value) <= 1e-9 * Math.max(1, Math.abs(value))) {
    const again: Way = (estimate, random) => resampledMean(estimate, values, random)
    names.set(again, 'documents')
    return again
  }
  // Wilson's standard error is not zero where nothing was seen, but drawing again from nothing gives nothing.
  if (measure.unit === 'share' && n > 0 && (value === 0 || interval === null)) return binomial
  if (interval === null) return unchanged
  return (estimate, random) => {
    const error = (interval[1] - interval[0]) / 2 / z95
    return moved(estimate, value + error * normalQuantile(Math.max(1e-12, random())), measure.range)
  }
}

function resampledMean(estimate: Estimate, values: Float64Array, random: Random): Estimate {
  const drawn = Float64Array.from(values, () => values[Math.floor(random() * values.length)]!)
  const value = mean(drawn)!
  const half = (z95 * standardDeviation(drawn)!) / Math.sqrt(values.length)
  return { ...estimate, value, interval: estimate.interval && [value - half, value + half] }
}

function moved(estimate: Estimate, to: number, [least, greatest]: Measure['range']): Estimate {
  const inside = (x: number): number => Math.min(greatest ?? Infinity, Math.max(least ?? -Infinity, x))
  const by = to - estimate.value!
  const { interval } = estimate
  return { ...estimate, value: inside(to), interval: interval && [inside(interval[0] + by), inside(interval[1] + by)] }
}

/** A calibration for a terminal. */
export function calibrationText({ resamples, documents, falseAlarms, rules }: Calibration): string {
  const percent = (share: number): string => `${Number((100 * share).toPrecision(3))} %`
  const column = Math.max(4, ...rules.map(({ id }) => id.length)) + 2
  return `False alarms: ${percent(falseAlarms)} of ${resamples} honest resamples of ${documents} documents

${rules.map(({ id, by, falseAlarms: rate, broken }) => `${id.padEnd(column)}${broken ? 'broken by this audit itself' : by === 'not simulated' ? by : `${percent(rate).padEnd(8)} drawn by ${by}`}`).join('\n')}
`
}
