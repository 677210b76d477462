import * as z from 'zod'

const name = z.string().min(1)

/** A reference as a person writes it, in YAML or JSON; a CSV file has the same columns and states the rest in lines of `# name: value`. */
export const referenceFileSchema = z.strictObject({
  id: name.optional().describe('Names the reference; the name of the file when left out.'),
  title: name.optional(),
  kind: z
    .enum(['distribution', 'ranking', 'list'])
    .default('distribution')
    .describe('A distribution has a value for each category; a ranking only an order, a list neither: no distance applies to them.'),
  unit: z
    .enum(['share', 'percent', 'count', 'rate'])
    .default('share')
    .describe('What the values are: shares sum to 1, percents to 100; counts and rates (per 100 encounters) are divided by their sum.'),
  categories: z
    .array(
      z.strictObject({
        id: name,
        value: z.number().min(0).optional(),
        aliases: z.array(name).default([]).describe('Other spellings that labels may have.'),
        title: name.optional(),
        group: name.optional(),
        codes: z.array(name).optional().describe('Codes that labels may have instead; *50 is rubric 50 of any ICPC-2 chapter.'),
      }),
    )
    .min(1),
  remainder: name.optional().describe('The category that takes what is not listed, such as Other.'),
  denominator: name.optional().describe('What the values are shares of.'),
  sampleSize: z.int().min(1).optional().describe('How many encounters, people or documents the source counted.'),
  tolerance: z
    .number()
    .gt(0)
    .lt(1)
    .optional()
    .describe('Difference of shares that still counts as aligned; 0.02 when left out, a convention.'),
  stratum: z
    .strictObject({ age: name.optional(), sex: name.optional(), setting: name.optional() })
    .optional()
    .describe('The part of the population that it describes.'),
  coding: z
    .array(
      z.strictObject({
        category: name,
        pattern: name.describe('Regular expression, looked for without case between word boundaries.'),
        weight: z.number().gt(0).default(1),
      }),
    )
    .optional()
    .describe('Rules that code a note without a label.'),
  source: z
    .strictObject({ text: name, edition: name.optional(), page: name.optional(), url: name.optional(), licence: name.optional() })
    .optional(),
  provenance: name.optional().describe('What was read, computed, recalled.'),
})
export type ReferenceFile = z.infer<typeof referenceFileSchema>
