import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const cipher = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16
/** Bytes a call of the cipher takes. */
const block = 1 << 28

/**
 * Pieces that only who has the key can read: each is a nonce, the cipher's text and its tag (AES-256-GCM, NIST SP 800-38D). Its place among the
 * pieces, and how many there are, are part of what the tag is made over, so that none is moved or left out.
 *
 * @param key  32 bytes
 */
export function sealed(pieces: readonly Uint8Array[], key: Uint8Array): Uint8Array[] {
  return pieces.map((piece, i) => {
    const nonce = randomBytes(nonceBytes)
    const made = createCipheriv(cipher, key, nonce)
    made.setAAD(Buffer.from(`${i}/${pieces.length}`))
    const parts: Uint8Array[] = [nonce]
    for (let from = 0; from < piece.length; from += block) parts.push(made.update(piece.subarray(from, from + block)))
    parts.push(made.final(), made.getAuthTag())
    return Buffer.concat(parts)
  })
}

/** What `sealed` made; undefined where key or pieces are other ones. */
export function unsealed(pieces: readonly Uint8Array[], key: Uint8Array): Uint8Array[] | undefined {
  try {
    return pieces.map((piece, i) => {
      const end = piece.length - tagBytes
      const opened = createDecipheriv(cipher, key, piece.subarray(0, nonceBytes))
      opened.setAAD(Buffer.from(`${i}/${pieces.length}`))
      opened.setAuthTag(piece.subarray(end))
      const into = new Uint8Array(end - nonceBytes)
      let at = 0
      for (let from = nonceBytes; from < end; from += block) {
        const part = opened.update(piece.subarray(from, Math.min(end, from + block)))
        into.set(part, at)
        at += part.length
      }
      opened.final()
      return into
    })
  } catch {
    return undefined
  }
}
