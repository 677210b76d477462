import * as z from 'zod'

const common = {
  id: z.string().min(1),
  /** The analysis that drew it: the page puts it into that analysis's category. */
  analysis: z.string().min(1),
  title: z.string().min(1),
  /** What is to be seen, in a sentence or two that stand without the picture. */
  summary: z.string().min(1),
}
const numbers = z.array(z.number())
const maybeNumbers = z.array(z.number().nullable())
const strings = z.array(z.string())

/** A chart is a form and its data; how it looks is the `charts` package's business. Columns of one chart have one length. */
export const chartSchema = z.discriminatedUnion('form', [
  /** A share per category with its interval, against a reference. */
  z.strictObject({
    ...common,
    form: z.literal('dumbbell'),
    unit: z.string(),
    category: strings,
    value: numbers,
    low: maybeNumbers,
    high: maybeNumbers,
    reference: numbers,
    referenceTitle: z.string(),
  }),
  /** How many documents lie between edges[i] and edges[i + 1]; one more edge than counts. */
  z.strictObject({
    ...common,
    form: z.literal('histogram'),
    unit: z.string(),
    /** What the counts count, in the plural; documents unless it says otherwise. */
    counted: z.string().optional(),
    edges: numbers,
    counts: numbers,
    marks: z.array(z.strictObject({ title: z.string(), value: z.number() })),
    /** What would be counted under a null model or in a reference, one for each count. */
    reference: z.strictObject({ title: z.string(), counts: numbers }).optional(),
  }),
  /** A bar per category, in the given order. */
  z.strictObject({ ...common, form: z.literal('bars'), unit: z.string(), category: strings, value: numbers }),
  /** A point per document; `fields` colour it. Axes have no unit. */
  z.strictObject({
    ...common,
    form: z.literal('map'),
    document: strings,
    x: numbers,
    y: numbers,
    fields: z.array(z.strictObject({ name: z.string(), values: z.array(z.union([z.string(), z.number(), z.null()])) })),
    /** Names of places on it, the most important first. */
    labels: z.array(z.strictObject({ text: z.string(), x: z.number(), y: z.number() })).optional(),
  }),
  /** Two groups back to back, a pair of bars per band, first band at the bottom: age by sex. */
  z.strictObject({
    ...common,
    form: z.literal('pyramid'),
    unit: z.string(),
    band: strings,
    left: numbers,
    right: numbers,
    leftTitle: z.string(),
    rightTitle: z.string(),
    /** What the reference would have in each band, drawn as a mark. */
    leftReference: numbers.optional(),
    rightReference: numbers.optional(),
    referenceTitle: z.string().optional(),
  }),
  /** A line per series over a numeric axis, with an optional band. */
  z.strictObject({
    ...common,
    form: z.literal('curve'),
    xUnit: z.string(),
    unit: z.string(),
    series: z.array(
      z.strictObject({ title: z.string(), x: numbers, y: numbers, low: maybeNumbers.optional(), high: maybeNumbers.optional() }),
    ),
  }),
  /** A value with its interval per thing of a list, where some may have none; joined when the list is a course of time. */
  z.strictObject({
    ...common,
    form: z.literal('intervals'),
    unit: z.string(),
    category: strings,
    value: maybeNumbers,
    low: maybeNumbers,
    high: maybeNumbers,
    joined: z.boolean(),
  }),
  /** How a number is distributed in each group: a curve of density a group over one axis, the groups one below the other in the given order. */
  z.strictObject({
    ...common,
    form: z.literal('ridgeline'),
    unit: z.string(),
    /** What the groups are values of. */
    groupTitle: z.string(),
    group: strings,
    /** Documents a group. */
    n: numbers,
    median: numbers,
    x: numbers,
    /** A row a group, a column a place of `x`; each integrates to 1. */
    density: z.array(numbers),
  }),
  /** A number for each row and column; colour tells on which side of `centre` it lies and how far. */
  z.strictObject({
    ...common,
    form: z.literal('heatmap'),
    unit: z.string(),
    rowTitle: z.string(),
    row: strings,
    column: strings,
    /** Row after row; null where there is no number. */
    value: maybeNumbers,
    centre: z.number(),
  }),
])
export type Chart = z.infer<typeof chartSchema>

export const tableSchema = z.strictObject({
  id: z.string().min(1),
  analysis: z.string().min(1),
  title: z.string().min(1),
  columns: z.array(z.strictObject({ title: z.string(), unit: z.string().optional() })),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
  /** Name of a file of the audit folder that holds the table as CSV, for programs that go on from it. */
  file: z
    .string()
    .regex(/^[a-z][a-z0-9-]*\.csv$/)
    .optional(),
})
export type Table = z.infer<typeof tableSchema>

/** Two documents that an analysis holds against each other; ids in key order. */
export const pairSchema = z.strictObject({
  a: z.string(),
  b: z.string(),
  kind: z.string(),
  similarity: z.number(),
  /** Cosine of their embeddings, where they were found by that; `similarity` is the same then, and no Jaccard similarity. */
  cosine: z.number().optional(),
  /** The similarity of what is left when the forms that many documents share are taken out; absent where nothing is left of both. */
  content: z.number().optional(),
  /** Share of the smaller document's runs of words that stand in the larger: 1 where one is inside the other. */
  contained: z.number().optional(),
  /** What proves it: the longest passage that both hold, as UTF-16 offsets into each, end exclusive. */
  passage: z
    .strictObject({ a: z.strictObject({ start: z.int(), end: z.int() }), b: z.strictObject({ start: z.int(), end: z.int() }) })
    .optional(),
})
export type Pair = z.infer<typeof pairSchema>
