import { readFileSync } from 'node:fs'
import { UsageError } from '@corpuscope/core'

const leastBytes = 16

/**
 * A secret from a file, else from the environment; never from the command line, where other users of a machine see it.
 *
 * @param option    the option that names the file
 * @param variable  the variable of the environment
 * @returns         undefined where neither is there
 * @throws UsageError for a file that cannot be read, and for a secret that could be guessed
 */
export function secretFrom(option: string, file: string | undefined, variable: string): string | undefined {
  const secret = file === undefined ? process.env[variable] : contentOf(option, file)
  if (secret !== undefined && Buffer.byteLength(secret) < leastBytes)
    throw new UsageError(
      `${file === undefined ? variable : `${option} ${file}`}: a secret has ${leastBytes} bytes or more. Draw one: openssl rand -hex 32.`,
    )
  return secret
}

/** The secret of hashes of identifiers, and of partials. */
export const keySecret = (file: string | undefined): string | undefined => secretFrom('--key-file', file, 'CORPUSCOPE_KEY')

function contentOf(option: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    throw new UsageError(`${option} ${file}: cannot be read. Give a file that holds the secret.`)
  }
}
