import { createHash } from 'node:crypto'

/**
 * 16 hex digits of SHA-256 over rule, document id, identity and which occurrence it is.
 * The offset is left out on purpose: a word added earlier in the note must not make an old finding new.
 */
export function fingerprint(rule: string, documentId: string, identity: string, occurrence = 0): string {
  return createHash('sha256')
    .update(JSON.stringify([rule, documentId, identity, occurrence]))
    .digest('hex')
    .slice(0, 16)
}
