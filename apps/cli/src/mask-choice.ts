import { randomBytes } from 'node:crypto'
import { UsageError } from '@corpuscope/core'
import { type MaskStyle, maskStyles } from '@corpuscope/privacy'
import { secretFrom } from './secret.ts'

export interface MaskChoice {
  readonly style: MaskStyle
  /** Secret of surrogates and hashes; drawn anew when none was given, and then forgotten. */
  readonly key: Uint8Array
  readonly hasKey: boolean
  /** Metadata field whose documents share one shift of dates; without one each document has its own. */
  readonly group?: string
  /** Whether ids and names of files are replaced too. */
  readonly ids: boolean
}

const keyVariable = 'CORPUSCOPE_MASK_KEY'

/**
 * Style and key of a mask. Keys come from a file or the environment, never from the command line, where other users of a machine see them.
 *
 * @throws UsageError for an unknown style, and for surrogates without a key
 */
export function maskChoice(style: string, keyFile: string | undefined, group: string | undefined, ids = false): MaskChoice {
  const known = maskStyles.find((each) => each === style)
  if (!known) throw new UsageError(`--mask ${style}: no such mask. Known: ${maskStyles.join(', ')}.`)
  const given = secretFrom('--mask-key-file', keyFile, keyVariable)
  if (given === undefined && known === 'surrogate')
    throw new UsageError(`--mask surrogate needs a secret: name a file with --mask-key-file, or set ${keyVariable}.`)
  return {
    style: known,
    key: given === undefined ? randomBytes(32) : Buffer.from(given),
    hasKey: given !== undefined,
    ids,
    ...(group !== undefined && { group }),
  }
}
