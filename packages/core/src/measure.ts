import * as z from 'zod'

/** Ids are kebab-case and unique over all families. */
export const measureIdSchema = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'a measure id is kebab-case, like "mattr-50"')

/** What a number is: everything the terminal, the page and the gate need to show and judge it, so that they know no measure by name. */
export const measureSchema = z.strictObject({
  id: measureIdSchema,
  title: z.string().min(1),
  /** In the singular for `ratio` and `bits`, in the plural for things counted: `words`, `documents`. */
  unit: z.string().min(1),
  /** Least and greatest possible value; null where there is no bound. */
  range: z.tuple([z.number().nullable(), z.number().nullable()]),
  /** Which way is better: `near` means near its reference; `descriptive` has no better, and cannot be gated by an open bound. */
  direction: z.enum(['higher', 'lower', 'near', 'descriptive']),
  definition: z.string().min(1),
  source: z.strictObject({ text: z.string().min(1), url: z.string().optional() }),
  /** ISO 639-1 codes of the languages that the number holds for; a document in another is left out. `any` for all, absent where it was not said. */
  languages: z.union([z.literal('any'), z.array(z.string().min(2)).min(1)]).optional(),
})
export type Measure = z.infer<typeof measureSchema>

export const statuses = ['measured', 'not applicable', 'error'] as const

/** One measured value with its uncertainty. `null` always has a reason and never passes a gate. */
export const estimateSchema = z
  .strictObject({
    measure: measureIdSchema,
    value: z.number().nullable(),
    /** 95 % interval. */
    interval: z.tuple([z.number(), z.number()]).nullable(),
    intervalMethod: z.string().optional(),
    /** Over documents, ddof 1; cv is null where the mean is 0. */
    spread: z.strictObject({ sd: z.number(), cv: z.number().nullable() }).optional(),
    /** Documents that the value is made of. */
    n: z.int().min(0),
    /** Documents that could not take part: too short, without a label. */
    left: z.int().min(0),
    /** What sampling noise alone gives at this n, on average; a divergence of this size means nothing. */
    floor: z.number().optional(),
    /** What sampling noise alone exceeds in one case of 20 (95 % quantile): a value above it is more than chance. */
    floor95: z.number().optional(),
    /** The value this one is read against. */
    reference: z.number().optional(),
    /** Which embedder, lexicon or reference made the number: values of different instruments are never contrasted. */
    instrument: z.string().optional(),
    status: z.enum(statuses),
    /** Why there is no value, or what the reader has to know about it. */
    reason: z.string().optional(),
    facet: z.strictObject({ field: z.string(), value: z.string() }).optional(),
    part: z.string().optional(),
    corpus: z.literal('against').optional(),
  })
  .refine(
    (estimate) => (estimate.status === 'measured') === (estimate.value !== null),
    'a measured estimate has a value, any other has none',
  )
  .refine((estimate) => estimate.status === 'measured' || estimate.reason !== undefined, 'an estimate without a value says why')
export type Estimate = z.infer<typeof estimateSchema>
