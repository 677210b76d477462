import * as z from 'zod'
import { chartSchema, tableSchema } from './chart.ts'
import { findingSchema, ruleSchema } from './finding.ts'
import { estimateSchema, measureSchema } from './measure.ts'
import { auditVersion, runVersion } from './versions.ts'

/** A question about the corpus, and the analyses that answer it. */
export const categorySchema = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  question: z.string().min(1),
  analyses: z.array(z.string()),
  /** Measures and rules of those analyses. */
  measures: z.array(z.string()),
  rules: z.array(z.string()),
  /** Measures that may speak for the category on the first screen. */
  headlines: z.array(z.string()),
  /** Measures that a short view (a terminal, a dataset card) shows, in this order. */
  summary: z.array(z.string()).optional(),
})
export type Category = z.infer<typeof categorySchema>

export const noteSchema = z.strictObject({ analysis: z.string().nullable(), text: z.string().min(1) })
export type Note = z.infer<typeof noteSchema>

/** A second corpus that stood beside the audited one. */
export const companionSchema = z.strictObject({
  /** `against`: what the corpus is held against; `holdout`: of the same source, never seen by the corpus's maker. */
  role: z.enum(['against', 'holdout']),
  /** SHA-256 of the sorted document keys. */
  hash: z.string(),
  documents: z.int().min(1),
  characters: z.int().min(0),
  /** Records that could not be read. */
  unread: z.int().min(0),
})

/** `audit.json`: nothing in it depends on threads, shards, paths, the clock or the host (that is `run.json`). */
export const auditSchema = z.strictObject({
  schema: z.literal(auditVersion),
  corpus: z.strictObject({
    /** SHA-256 of the sorted document keys. */
    hash: z.string(),
    documents: z.int().min(0),
    /** UTF-16 code units. */
    characters: z.int().min(0),
    languages: z.array(z.strictObject({ language: z.string(), documents: z.int() })),
    /** Metadata fields: `kept` ones are in documents.parquet, for the others `reason` says why not. */
    fields: z.array(
      z.strictObject({
        name: z.string(),
        present: z.int(),
        kept: z.boolean(),
        kind: z.enum(['number', 'date', 'category', 'other']),
        reason: z.string().optional(),
      }),
    ),
    labelled: z.int().min(0),
    /** What stood in the input and is no document of this audit. */
    unread: z.array(z.strictObject({ what: z.string(), count: z.int().min(1), examples: z.array(z.string()) })),
    /** Set when only a part was audited. */
    limit: z.int().optional(),
  }),
  /** What it was held against; estimates with `corpus: against` are of the first. */
  companions: z.array(companionSchema).optional(),
  suite: z.strictObject({ id: z.string(), title: z.string() }),
  categories: z.array(categorySchema),
  measures: z.array(measureSchema),
  rules: z.array(ruleSchema),
  estimates: z.array(estimateSchema),
  /** The first 1,000 by document; all of them are in findings.parquet. */
  findings: z.array(findingSchema),
  findingCounts: z.array(z.strictObject({ rule: z.string(), severity: z.string(), findings: z.int(), documents: z.int() })),
  charts: z.array(chartSchema),
  tables: z.array(tableSchema),
  notes: z.array(noteSchema),
  provenance: z.strictObject({
    version: z.string(),
    options: z.record(z.string(), z.unknown()),
    seed: z.int(),
    /** What the input was taken for, each with how many documents. */
    formats: z.array(z.strictObject({ format: z.string(), documents: z.int() })),
    /** Fingerprints of embedders, references and lexicons that made numbers. */
    instruments: z.array(z.strictObject({ id: z.string(), title: z.string(), fingerprint: z.string() })),
    references: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        edition: z.string(),
        page: z.string().optional(),
        licence: z.string(),
        denominator: z.string(),
      }),
    ),
  }),
})
export type Audit = z.infer<typeof auditSchema>

/** `run.json`: what differs between two runs of the same audit. */
export const runSchema = z.strictObject({
  schema: z.literal(runVersion),
  started: z.string(),
  seconds: z.number(),
  phases: z.array(z.strictObject({ name: z.string(), seconds: z.number() })),
  threads: z.int(),
  node: z.string(),
  platform: z.string(),
  inputs: z.array(z.string()),
  peakMegabytes: z.number(),
})
export type Run = z.infer<typeof runSchema>
