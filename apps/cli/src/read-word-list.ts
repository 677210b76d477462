import { readFileSync, statSync } from 'node:fs'
import { ConfigError } from '@corpuscope/core'

const largestFile = 64 * 2 ** 20
/** A word, with what joins its parts: mother-in-law, o'clock. */
const word = /^\p{L}[\p{L}\p{M}]*(?:['\u2019.-]\p{L}[\p{L}\p{M}]*)*['\u2019.]?$/u

/**
 * The words of a text file, one a line; blank lines and those that begin with # are left out.
 *
 * @param option  what named it, for the message
 * @returns       the words lower-cased, each once, sorted, one a line: the same words give the same text
 * @throws ConfigError when the file cannot be read, is too large, holds no word, or a line is no word
 */
export function readWordList(option: string, path: string): string {
  const refuse = (problem: string): never => {
    throw new ConfigError(`${option}: ${path}${problem}`)
  }
  let text = ''
  try {
    if (statSync(path).size > largestFile) refuse(' is larger than 64 MB. A list holds the words of one field or one language.')
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (error) {
    if (error instanceof ConfigError) throw error
    refuse(
      error instanceof TypeError
        ? ' is not text in UTF-8. Give a plain text file with one word a line.'
        : ' cannot be read. Give a plain text file with one word a line.',
    )
  }
  const words = new Set<string>()
  for (const [i, line] of text.split(/\r\n|\r|\n/).entries()) {
    const own = line.trim()
    if (own === '' || own.startsWith('#')) continue
    if (!word.test(own))
      refuse(
        ` line ${i + 1}: is not one word. Give one word a line, letters alone${own.includes('/') ? '; the .dic file of a spell checker has to be written out with all its forms first' : ''}.`,
      )
    words.add(own.toLowerCase().normalize('NFC').replaceAll('\u2019', "'"))
  }
  if (words.size === 0) refuse(' holds no word. Give a plain text file with one word a line.')
  return [...words].sort().join('\n')
}
