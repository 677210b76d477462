import * as z from 'zod'

export const severities = ['error', 'warning', 'note'] as const

/** Something seen in one document, that a person may want to look at. */
export const findingSchema = z.strictObject({
  rule: z.string().min(1),
  severity: z.enum(severities),
  /** The document's id; null for what was never a document, such as a line that is not JSON. */
  document: z.string().nullable(),
  span: z.strictObject({ start: z.int().min(0), end: z.int().min(0) }).optional(),
  /** Says what and where in words that hold no patient text. */
  message: z.string().min(1),
  /** Stable under reordering and re-running: baselines and waivers name it. */
  fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
  /** Masked by default. */
  evidence: z.string().optional(),
  file: z.string().optional(),
  line: z.int().min(1).optional(),
})
export type Finding = z.infer<typeof findingSchema>

/** A finding as an analysis reports it: the engine adds document and fingerprint. */
export interface FindingDraft {
  readonly rule: string
  readonly severity: (typeof severities)[number]
  readonly message: string
  readonly span?: { readonly start: number; readonly end: number }
  readonly evidence?: string
  /**
   * What makes it this one and no other inside its document. It goes into the fingerprint, which is published, and a hash of a name or a
   * number is undone by trying all there are: so the shape of the matched text (`masked`), never the text itself. Of equal ones their order tells.
   */
  readonly identity: string
}

/** A rule that findings are made under. */
export const ruleSchema = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  severity: z.enum(severities),
  definition: z.string().min(1),
  /** The measure that counts these findings, for a gate that wants to show them. */
  measure: z.string().optional(),
})
export type Rule = z.infer<typeof ruleSchema>
