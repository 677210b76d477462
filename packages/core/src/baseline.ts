import * as z from 'zod'
import { severities } from './finding.ts'
import { estimateSchema, measureIdSchema } from './measure.ts'
import { baselineVersion } from './versions.ts'

/** What a gate remembers of an audit that was accepted: small, sorted, a line an entry, so that a change of it can be reviewed. */
export const baselineSchema = z.strictObject({
  schema: z.literal(baselineVersion),
  audit: z.strictObject({ hash: z.string(), documents: z.int() }),
  measures: z.array(z.strictObject({ id: measureIdSchema, estimate: estimateSchema })),
  findings: z.array(
    z.strictObject({
      rule: z.string(),
      severity: z.enum(severities),
      document: z.string().nullable(),
      fingerprint: z.string(),
      /** How often it was seen: a finding seen once more is new. */
      count: z.int().min(1),
    }),
  ),
  /** Set when not all findings are known: audit.json alone holds the first 1,000. */
  missingFindings: z.int().min(1).optional(),
  /** A document each: id, first 16 hex digits of the SHA-256 of its text, and of its label; absent when only audit.json was read. */
  documents: z.array(z.tuple([z.string(), z.string(), z.string().nullable()])).optional(),
})
export type Baseline = z.infer<typeof baselineSchema>
