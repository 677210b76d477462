import { createHmac, hkdfSync, randomBytes } from 'node:crypto'

/**
 * What hashes of identifiers are made with. A hash of a Medicare number is undone by trying all there are, unless its key is not known: so the
 * key is drawn anew for each run and never written, or it is a secret that the user keeps where two runs are held against one another.
 */
export interface SecretKey {
  /** 32 bytes in hex digits. */
  readonly hex: string
  /** The user keeps it: another run may have the same. */
  readonly lasting: boolean
}

/** A key for this run alone. */
export const drawnKey = (): SecretKey => ({ hex: randomBytes(32).toString('hex'), lasting: false })

/** A key made of a user's secret, of 16 bytes or more; `purpose` keeps the keys of one secret apart (HKDF, RFC 5869). */
export const keyFrom = (secret: string | Uint8Array, purpose = 'values'): SecretKey => ({
  hex: Buffer.from(hkdfSync('sha256', secret, '', `corpuscope ${purpose}`, 32)).toString('hex'),
  lasting: true,
})

/** A value under a key, as a whole number below 2^53 (HMAC-SHA-256, RFC 2104, cut). */
export function keyedNumber({ hex }: SecretKey, value: string): number {
  const digest = createHmac('sha256', Buffer.from(hex, 'hex')).update(value).digest()
  return digest.readUIntBE(0, 6) * 32 + (digest[6]! >> 3)
}
