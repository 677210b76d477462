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
export const inputFormats = ['text', 'jsonl', 'json', 'csv', 'tsv', 'parquet', 'arrow', 'conll', 'pubtator'] as const

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

const gateSeverity = z.enum(['error', 'warning', 'off']).default('error').describe('A warning is shown and does not change the exit code.')

/** How far a value may lie from what it is held against. */
const withinSchema = z
  .strictObject({
    of: z.enum(['reference', 'baseline']).describe("The estimate's own reference, or its value in the baseline."),
    absolute: z.number().min(0).optional().describe('Allowed distance in the unit of the measure.'),
    relative: z.number().min(0).optional().describe('Allowed distance as a share of the value it is held against; 0.1 is 10 %.'),
    on: z
      .enum(['noise', 'value', 'interval'])
      .default('noise')
      .describe(
        'noise: a distance that sampling alone gives in one case of 1,000 or more does not fail; value: the distance itself; interval: the far end of its interval.',
      ),
  })
  .describe('A band around the reference or the baseline; with both absolute and relative, the wider of them.')

/** One rule of the policy. */
export const policyRuleSchema = z
  .strictObject({
    measure: z.string().optional().describe('The measure, when the rule has a name of its own.'),
    min: bound.optional(),
    max: bound.optional(),
    equals: z.number().optional(),
    within: withinSchema.optional(),
    facet: z
      .strictObject({ field: z.string(), value: z.string().optional() })
      .optional()
      .describe('Judge the estimates of this metadata field, all its values or one; the worst decides.'),
    part: z.string().optional().describe('Judge the estimate of this part of the documents.'),
    severity: gateSeverity,
    required: z.boolean().default(true).describe('A required measure that was not measured ends the gate with exit code 3.'),
  })
  .describe('Bounds on one measure.')
export type PolicyRule = z.infer<typeof policyRuleSchema>

/** How many findings there may be. */
export const findingsRuleSchema = z
  .strictObject({
    max: z.int().min(0).optional().describe('Findings there may be, waived ones not counted.'),
    maxNew: z.int().min(0).optional().describe('Findings there may be that the baseline does not have.'),
    severity: gateSeverity,
    required: z.boolean().default(true).describe('Without it, a rule that this audit does not look for is not applicable.'),
  })
  .describe('Bounds on the findings of one rule, or of one severity.')
export type FindingsRule = z.infer<typeof findingsRuleSchema>

/** A finding that a person has looked at and answers for, for a while. */
export const waiverSchema = z.strictObject({
  rule: z.string().min(1).describe('Rule of the finding.'),
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{16}$/, 'is not 16 hex digits')
    .optional()
    .describe('This finding; or give document.'),
  document: z.string().min(1).optional().describe('All findings of the rule in this document; or give fingerprint.'),
  reason: z.string().min(1).describe('Why it may stay.'),
  owner: z.string().min(1).describe('Who answers for it.'),
  expires: z.iso.date().describe('Last day on which it holds, as 2026-12-31.'),
})
export type Waiver = z.infer<typeof waiverSchema>

/** What is held against a baseline, whenever there is one. */
export const ratchetSchema = z.strictObject({
  newFindings: gateSeverity.describe('No finding of severity error or warning that the baseline does not have.'),
  measures: gateSeverity.describe('No measure worse than in the baseline by more than noise.'),
  falseAlarms: z
    .number()
    .gt(0)
    .max(0.5)
    .default(0.005)
    .describe('Chance that any of the measures fails although nothing changed; shared among them (Holm).'),
  labels: gateSeverity.describe('No document with the text of the baseline and another label.'),
})

const rulesShape = {
  extends: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .describe('Presets or policy files that this one changes: synthetic-clinical-notes, instruction-set, release-minimum.'),
  measures: z.record(z.string(), policyRuleSchema).default({}).describe('Measure id to its bounds.'),
  findings: z
    .record(z.string(), findingsRuleSchema)
    .default({})
    .describe('Rule id, or a severity (error, warning, note), to how many findings there may be.'),
  required: z.array(z.string()).default([]).describe('Measures that have to be measured, whatever they are.'),
  ratchet: ratchetSchema.prefault({}),
  waivers: z.array(waiverSchema).default([]),
}

export const policySchema = z.strictObject({
  ...rulesShape,
  audits: z
    .record(z.string(), z.strictObject(rulesShape))
    .default({})
    .describe('Several audits in one policy: name of an audit folder to what is different for it, rule by rule.'),
})
export type Policy = z.infer<typeof policySchema>
export type PolicyInput = z.input<typeof policySchema>

/** A corpus that stands beside the audited one; read as `input` says, but for what is given here. Words are cut alike in both. */
const companionConfigSchema = z.strictObject({
  paths: z.array(z.string().min(1)).min(1).describe('Folders, files or patterns of them.'),
  ...inputConfigSchema
    .pick({
      format: true,
      textField: true,
      idField: true,
      labelField: true,
      languageField: true,
      labels: true,
      namePattern: true,
      shape: true,
      split: true,
      subset: true,
      language: true,
    })
    .partial().shape,
})
export type CompanionConfig = z.infer<typeof companionConfigSchema>

export const embedderConfigSchema = z
  .strictObject({
    from: z
      .string()
      .min(1)
      .describe(
        'A folder with model.onnx and tokenizer.json (a sentence model) or model.safetensors and tokenizer.json (static word vectors), or the http address of an OpenAI-compatible service.',
      ),
    model: z.string().min(1).optional().describe('Name of the model at the service.'),
    pooling: z.enum(['mean', 'cls']).optional().describe('How the rows of the tokens become one; otherwise as the folder says.'),
    maxTokens: z.int().min(3).optional().describe('Most tokens of a window; otherwise as the folder says.'),
    longTexts: z
      .enum(['cut', 'first-last', 'all'])
      .optional()
      .describe('Texts longer than a window: only the beginning, the first and last window averaged, or all windows averaged.'),
    cache: z
      .union([z.string().min(1), z.literal(false)])
      .optional()
      .describe(
        'Folder that keeps the answers of a service by the hash of the text, or false (default: corpuscope in the cache folder of the user).',
      ),
  })
  .describe('What gives documents their points, instead of an embedding fitted on the corpus.')

/** What the analyses of duplication need to be told. */
const duplicationConfigSchema = z.strictObject({
  shingles: z
    .enum(['words', 'characters'])
    .default('words')
    .describe('Near duplicates by runs of 5 words, or of 9 characters for scripts and spellings that words do not fit.'),
  keep: z
    .string()
    .regex(/^(?:longest|earliest|(?:highest|lowest):.+)$/, 'is not longest, earliest, highest:<measure> or lowest:<measure>')
    .default('longest')
    .describe(
      'Which of a group of copies is kept: longest, earliest (by the first field that holds dates), highest:<measure> or lowest:<measure>.',
    ),
  copyForward: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Metadata field that says whose a document is, a patient or an author: passages copied from earlier ones of the same are measured.',
    ),
  cutoff: z.iso.date().optional().describe('Documents after this day are counted, such as the end of what a model was trained on.'),
  canaries: z
    .string()
    .min(1)
    .optional()
    .describe('A file of planted strings, one a line, their secret part in braces: which of them stand in the corpus.'),
})

const styleConfigSchema = z
  .strictObject({
    daleChallWords: z
      .string()
      .min(1)
      .optional()
      .describe('A text file of familiar words, one a line, such as the 3,000 of Dale & Chall, whose formula is measured with them.'),
    spellingWords: z
      .string()
      .min(1)
      .optional()
      .describe(
        'A text file of words that are spelled right, one a line: terms of the field, or all words of a language that has no dictionary here.',
      ),
  })
  .describe('Lists of words that style is measured with.')

const conceptsConfigSchema = z
  .strictObject({
    vocabulary: z
      .string()
      .min(1)
      .describe('A file of names of concepts: a CSV table (code, name, synonyms, type), a SNOMED CT RF2 description file, or MRCONSO.RRF.'),
    language: z.string().min(2).optional().describe('Language of the names; otherwise that of the input, or English.'),
    groups: z
      .string()
      .min(1)
      .optional()
      .describe('Groups of semantic types: semantic-groups (the default), omop, or a CSV table with the columns type and group.'),
  })
  .describe('Names of concepts that are looked for in the notes.')

/** `corpuscope.yaml`. */
const privacyConfigSchema = z
  .strictObject({
    allow: z.array(z.string().min(1)).optional().describe('Values that name nobody here: noted, and not counted or masked.'),
    deny: z.array(z.string().min(2)).optional().describe('Values that are identifiers here, as whole words in any case.'),
    patterns: z
      .array(
        z.strictObject({
          name: z
            .string()
            .regex(/^[\w -]{1,40}$/)
            .describe('What findings call it.'),
          pattern: z.string().min(1).max(1000).describe('RE2 syntax: no look-around, no back-references; time linear in the text.'),
        }),
      )
      .optional()
      .describe('Patterns of identifiers of your own.'),
    spans: z
      .array(z.strictObject({ name: z.string().regex(/^[\w .-]{1,40}$/), path: z.string().min(1) }))
      .optional()
      .describe(
        'Spans that other tools found: JSON of Presidio or openmed, JSON Lines, or a folder of BRAT .ann files; offsets in code points.',
      ),
    population: z
      .int()
      .min(2)
      .optional()
      .describe('People among whom the patients of the corpus could be, for the estimate of who is alone there; else 100 a document.'),
    model: z.string().min(1).optional().describe('A folder with a local ONNX token classifier: model.onnx, tokenizer.json, config.json.'),
  })
  .describe('Lists, patterns and further detectors of identifiers.')

export const configSchema = z.strictObject({
  input: inputConfigSchema.prefault({}),
  suite: z.string().default('clinical-notes').describe('Which analyses run; see "corpuscope list suites".'),
  only: z.array(z.string()).optional().describe('Only these analyses or categories.'),
  by: z.array(z.string().min(1)).default([]).describe('Metadata fields whose values are measured apart, such as setting or author.'),
  reference: z.string().default('beach-rfe').describe('The distribution that the case mix is held against.'),
  population: z
    .array(z.string().min(1))
    .default([])
    .describe('Ages and sexes of the population, ids or files: cells or margins that patients are held against and weights are raked to.'),
  vectors: z
    .string()
    .min(1)
    .optional()
    .describe(
      'A file of vectors (.npy or .f32 with .ids.json beside it, .jsonl or .parquet) that takes the place of the embedding fitted on the corpus.',
    ),
  againstVectors: z
    .string()
    .min(1)
    .optional()
    .describe('A file of vectors of the corpus of "against", where "vectors" does not hold them too.'),
  basis: z
    .string()
    .min(1)
    .optional()
    .describe('An audit folder, or the embedding-basis.safetensors of one: documents get their points in the space that was fitted then.'),
  embedder: embedderConfigSchema.optional(),
  privacy: privacyConfigSchema.optional(),
  against: companionConfigSchema
    .optional()
    .describe('A corpus to hold this one against: real notes against synthetic ones, the training split against the test split.'),
  holdout: companionConfigSchema
    .optional()
    .describe('Documents of the same source as "against" that whoever made this corpus never saw: the null of memorisation.'),
  duplication: duplicationConfigSchema.optional(),
  concepts: conceptsConfigSchema.optional(),
  style: styleConfigSchema.optional(),
  seed: z.int().min(0).max(4294967295).default(1),
  gate: policySchema.prefault({}),
})
export type Config = z.infer<typeof configSchema>
export type ConfigInput = z.input<typeof configSchema>
