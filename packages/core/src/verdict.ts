import * as z from 'zod'
import { findingSchema } from './finding.ts'
import { verdictVersion } from './versions.ts'

export const outcomes = ['error', 'failed', 'not applicable', 'passed'] as const

/** `verdict.json`: what the gate said of an audit. */
export const verdictSchema = z.strictObject({
  schema: z.literal(verdictVersion),
  /** Exit code: 0 passed, 1 failed, 3 something required could not be measured. */
  exit: z.union([z.literal(0), z.literal(1), z.literal(3)]),
  passed: z.boolean(),
  audit: z.strictObject({ hash: z.string(), documents: z.int() }),
  rules: z.array(
    z.strictObject({
      id: z.string(),
      measure: z.string().optional(),
      severity: z.enum(['error', 'warning']),
      outcome: z.enum(outcomes),
      /** In plain words: "at most 0.01", "0.034 (0.02 to 0.05)". */
      expected: z.string(),
      actual: z.string(),
      reason: z.string().optional(),
      /** Documents or findings to look at, first ones. */
      look: z.array(findingSchema.pick({ rule: true, document: true, fingerprint: true, message: true })).optional(),
    }),
  ),
})
export type Verdict = z.infer<typeof verdictSchema>
