import { distribution, histogram, meanInterval } from '@corpuscope/statistics'
import type { Analysis, Context } from './analysis.ts'
import type { Chart } from './chart.ts'
import type { Document } from './document.ts'
import type { Estimate, Measure } from './measure.ts'
import { notApplicable } from './not-applicable.ts'
import { intervalText, quantity } from './number-text.ts'

/** A measure that is one number a document: its corpus value is the mean over documents. */
export interface PerDocument extends Measure {
  /** This document's value; null leaves it out, and counts it as left out. */
  readonly of: (document: Document) => number | null
  /** Why documents are left out, for the reader: "fewer than 50 words". */
  readonly leftOut: string
}

/** An analysis from one number a document: mean with interval, standard deviation, CV and a histogram. */
export function perDocument({ of, leftOut, ...measure }: PerDocument): Analysis<null> {
  return {
    id: measure.id,
    measures: [measure],
    create: () => null,
    observe: (_, document) => ({ values: { [measure.id]: of(document) } }),
    merge: () => undefined,
    conclude(_, context) {
      const estimate = meanEstimate(measure, context, leftOut)
      const chart = histogramOf(measure, context)
      return { estimates: [estimate], charts: chart ? [chart] : [] }
    },
  }
}

/** Mean over documents of a measure observed row by row. */
export function meanEstimate(measure: Pick<Measure, 'id' | 'range'>, { rows }: Context, leftOut: string): Estimate {
  const values = rows.present(measure.id)
  return meanOfValues(measure, values, rows.n - values.length, leftOut)
}

/**
 * Mean of one number a document, with its interval and spread.
 *
 * @param values  of the documents that have one
 * @param left    documents that have none
 * @param leftOut why, for the reader: "fewer than 50 words"
 */
export function meanOfValues({ id, range }: Pick<Measure, 'id' | 'range'>, values: Float64Array, left: number, leftOut: string): Estimate {
  const summary = distribution(values)
  if (!summary) return notApplicable(id, `every document was left out: ${leftOut}`, left)
  const { interval, method, reason } = meanInterval(values, { within: range })
  const reasons = [...(left > 0 ? [`${left} left out: ${leftOut}`] : []), ...(reason !== undefined ? [reason] : [])]
  return {
    measure: id,
    value: summary.mean,
    interval,
    ...(interval && { intervalMethod: method }),
    ...(summary.sd !== null && { spread: { sd: summary.sd, cv: summary.cv } }),
    n: values.length,
    left,
    status: 'measured',
    ...(reasons.length > 0 && { reason: reasons.join('; ') }),
  }
}

function histogramOf(measure: Measure, { rows }: Context): Chart | undefined {
  const values = rows.present(measure.id)
  const summary = distribution(values)
  const bins = histogram(values)
  if (!summary || !bins || values.length < 2) return undefined
  const { q05, median, q95 } = summary.quantiles
  return {
    id: `${measure.id}-histogram`,
    analysis: measure.id,
    form: 'histogram',
    title: measure.title,
    summary: `Half of ${values.length} documents lie below ${quantity(median, measure.unit)}; the middle 90 % reach from ${intervalText(median, [q05, q95], measure.unit)}.`,
    unit: measure.unit,
    edges: [...bins.edges],
    counts: [...bins.counts],
    marks: [{ title: 'median', value: median }],
  }
}
