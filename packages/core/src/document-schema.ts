import * as z from 'zod'
import { type Document, type Scalar, wordRules } from './document.ts'

const offset = z.int().min(0)

/** A document as JSON: what another program has to hand over, or gets. Metadata is an object here and a Map in the program. */
export const documentSchema = z.strictObject({
  id: z.string(),
  key: z.string().describe('Id, a line feed, and the SHA-256 of the text in hex.'),
  text: z.string(),
  language: z.string().optional(),
  wordRule: z.enum(wordRules).optional(),
  parts: z
    .array(z.strictObject({ name: z.string(), role: z.string().optional(), start: offset, end: offset }))
    .describe('Offsets are UTF-16 code units, end exclusive.'),
  metadata: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  label: z.string().optional(),
  annotations: z.array(z.strictObject({ type: z.string(), start: offset, end: offset, code: z.string().optional() })).optional(),
  source: z.strictObject({ file: z.string(), line: z.int().min(1).optional() }),
})

/** The JSON form of a document. */
export function documentJson({ metadata, ...document }: Document): z.infer<typeof documentSchema> {
  const fields: [string, Scalar][] = [...metadata]
  // Through defineProperty semantics of fromEntries: a field called __proto__ stays a field.
  return documentSchema.parse({ ...document, metadata: Object.fromEntries(fields) })
}
