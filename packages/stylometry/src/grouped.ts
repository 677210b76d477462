import { type Analysis, type Context, type Document, type Estimate, type Measure, meanEstimate, type Table } from '@corpuscope/core'
import { distribution } from '@corpuscope/statistics'

/** One measure of a group: a number a document, the mean over documents for the corpus. */
export interface GroupedMeasure extends Measure {
  /** Why documents are left out, for the reader: "fewer than 42 words". */
  readonly leftOut: string
}

/** Mean, interval, spread of every measure of a group. */
export const groupedEstimates = (measures: readonly GroupedMeasure[], context: Context): Estimate[] =>
  measures.map((measure) => meanEstimate(measure, context, measure.leftOut))

/** How the documents of a corpus spread on each measure of a group: a row a measure. */
export function spreadTable(id: string, title: string, measures: readonly Measure[], { rows }: Context): Table {
  return {
    id: `${id}-spread`,
    analysis: id,
    title,
    columns: [
      { title: 'Measure' },
      { title: 'Unit' },
      { title: 'Documents' },
      { title: 'Mean' },
      { title: 'CV' },
      { title: '5 %' },
      { title: 'Median' },
      { title: '95 %' },
    ],
    rows: measures.flatMap((measure) => {
      const summary = distribution(rows.present(measure.id))
      if (!summary) return []
      const { q05, median, q95 } = summary.quantiles
      const figures = [summary.mean, summary.cv, q05, median, q95].map((value) => (value === null ? null : Number(value.toPrecision(6))))
      return [[measure.title, measure.unit, summary.n, ...figures]]
    }),
  }
}

export interface Group {
  readonly id: string
  readonly title: string
  readonly measures: readonly GroupedMeasure[]
  /** This document's values; a measure left out of the record, or null, leaves the document out of it. */
  readonly of: (document: Document) => Readonly<Record<string, number | null>>
}

/** An analysis of several numbers a document that are made in one pass: estimates, and one table in place of a chart for each. */
export function perDocumentGroup({ id, title, measures, of }: Group): Analysis<null> {
  return {
    id,
    // Counts of characters, words and lines hold for any language; what needs a list says for which.
    measures: measures.map(({ leftOut: _, ...measure }) => ({ languages: 'any' as const, ...measure })),
    create: () => null,
    observe: (_, document) => ({ values: of(document) }),
    merge: () => undefined,
    conclude(_, context) {
      const table = spreadTable(id, title, measures, context)
      return { estimates: groupedEstimates(measures, context), tables: table.rows.length > 0 ? [table] : [] }
    },
  }
}
