import * as z from 'zod'
import { partialVersion } from './versions.ts'

/** Envelope of what `observe` and `merge` write: `partial.json` beside `partial.bin`. */
export const partialSchema = z.strictObject({
  schema: z.literal(partialVersion),
  version: z.string(),
  suite: z.string(),
  /** What shapes the numbers, for a reader: lists are counted here, and stand in `partial.bin`. */
  options: z.record(z.string(), z.unknown()),
  analyses: z.array(z.string()),
  documents: z.int().min(0),
  /** `partial.bin` can only be read with the secret it was written with. */
  encrypted: z.literal('aes-256-gcm').optional(),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type PartialEnvelope = z.infer<typeof partialSchema>
