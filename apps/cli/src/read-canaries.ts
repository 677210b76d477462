import { readFileSync } from 'node:fs'
import { ConfigError } from '@corpuscope/core'

/** Shorter strings stand in many texts by chance. */
const fewestCharacters = 8

/**
 * The canaries of a file: a string a line, blank lines left out.
 *
 * @throws ConfigError when the file cannot be read, or a line is too short to say anything
 */
export function readCanaries(path: string): string[] {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new ConfigError(`duplication.canaries: ${path} cannot be read. Give a text file with one planted string a line.`)
  }
  const lines = text.split(/\r?\n/)
  const short = lines.findIndex((line) => line.trim() !== '' && line.trim().length < fewestCharacters)
  if (short >= 0)
    throw new ConfigError(
      `duplication.canaries: ${path} line ${short + 1}: a canary has ${fewestCharacters} characters or more, or it stands in texts by chance.`,
    )
  return lines.filter((line) => line.trim() !== '')
}
