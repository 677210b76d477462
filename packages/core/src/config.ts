import * as z from 'zod'
import { wordRules } from './document.ts'

/** What a document is made of: see `shape` below. */
export const shapes = [
  'text',
  'dialogue',
  'instruction',
  'multiple-choice',
  'question-answer',
  'summary',
  'inference',
  'translation',
] as const
export const inputFormats = ['text', 'jsonl', 'json', 'csv', 'tsv', 'parquet', 'conll', 'pubtator'] as const

/** How the input is read; each can be given on the command line too. */
export const inputConfigSchema = z.strictObject({
  format: z.enum(inputFormats).optional().describe('What the input is; guessed from names and content when left out.'),
  textField: z.string().min(1).optional().describe('Field or column that holds the text.'),
  idField: z.string().min(1).optional().describe('Field or column that names the document.'),
  labelField: z.string().min(1).optional().describe('Field, of the documents or of the labels table, that holds the label.'),
  languageField: z.string().min(1).optional().describe('Field that holds the language code.'),
  labels: z.string().min(1).optional().describe('A CSV or TSV table joined to the documents by id or file name.'),
  namePattern: z.string().min(1).optional().describe('Metadata from file names, like "{snomed}_{number}_{condition}.txt".'),
  shape: z
    .enum(shapes)
    .optional()
    .describe(
      'What a document is made of: one text, or the parts of a dialogue, an instruction, a question and its answer ...; guessed when left out.',
    ),
  split: z.string().min(1).optional().describe('Only this split of a dataset: "train", say.'),
  subset: z.string().min(1).optional().describe('Only this configuration of a dataset folder, as its README.md names it.'),
  maxBad: z.number().min(0).max(1).default(0.05).describe('Largest share of unreadable records before the run stops with exit code 2.'),
  words: z.enum(wordRules).default('standard').describe('How text is cut into words.'),
  language: z.string().min(2).optional().describe('Language of every document, instead of detecting it.'),
  limit: z.int().min(1).optional().describe('Audit only this many documents, drawn by hash of their keys.'),
  keepFields: z
    .array(z.string())
    .default([])
    .describe('Metadata fields that enter artefacts although they are no numbers, dates or categories.'),
  dropFields: z.array(z.string()).default([]).describe('Metadata fields that stay out of artefacts.'),
})
export type InputConfig = z.infer<typeof inputConfigSchema>

const bound = z.union([
  z.number(),
  z.strictObject({
    value: z.number(),
    on: z.enum(['value', 'interval']).default('value').describe('Compare the value itself, or the end of the interval that is worse.'),
  }),
])

/** One rule of the policy. */
export const policyRuleSchema = z
  .strictObject({
    min: bound.optional(),
    max: bound.optional(),
    equals: z.number().optional(),
    severity: z.enum(['error', 'warning', 'off']).default('error'),
    required: z.boolean().default(true).describe('A required measure that was not measured ends the gate with exit code 3.'),
  })
  .describe('Bounds on one measure.')
export type PolicyRule = z.infer<typeof policyRuleSchema>

export const policySchema = z.strictObject({
  measures: z.record(z.string(), policyRuleSchema).default({}).describe('Measure id to its bounds.'),
})
export type Policy = z.infer<typeof policySchema>

/** `corpuscope.yaml`. */
export const configSchema = z.strictObject({
  input: inputConfigSchema.prefault({}),
  suite: z.string().default('clinical-notes').describe('Which analyses run; see "corpuscope list suites".'),
  only: z.array(z.string()).optional().describe('Only these analyses or categories.'),
  by: z.array(z.string().min(1)).default([]).describe('Metadata fields whose values are measured apart, such as setting or author.'),
  reference: z.string().default('beach-rfe').describe('The distribution that the case mix is held against.'),
  seed: z.int().min(0).max(4294967295).default(1),
  gate: policySchema.prefault({}),
})
export type Config = z.infer<typeof configSchema>
export type ConfigInput = z.input<typeof configSchema>
