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
      /** Rule of the findings that were counted, for a rule on findings. */
      finding: z.string().optional(),
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
  /** Findings of severity error and warning, held against the baseline. */
  baseline: z
    .strictObject({ hash: z.string(), documents: z.int(), newFindings: z.int().nullable(), goneFindings: z.int().nullable() })
    .optional(),
  waivers: z
    .array(
      z.strictObject({
        rule: z.string(),
        fingerprint: z.string().optional(),
        document: z.string().optional(),
        reason: z.string(),
        owner: z.string(),
        expires: z.string(),
        state: z.enum(['used', 'unused', 'expired']),
        /** Findings that it covers, or would if it had not expired. */
        findings: z.int(),
      }),
    )
    .optional(),
})
export type Verdict = z.infer<typeof verdictSchema>
