import { isLetter } from './characters.ts'
import { factsAt, nameFact } from './name-facts.ts'
import { isUpper, wordEnd } from './name-parts.ts'
import { type Name, nameAt } from './name-shape.ts'
import type { ScannedText } from './scanned-text.ts'

/** A table's head is looked for in lines this long, and its rows so many lines down. */
const longestLine = 400
const mostRows = 200
const separators = '\t;|'

/**
 * Names in the columns of a table whose head calls them names: `Surname<tab>Given name<tab>DOB`, and rows with as many separators below.
 *
 * @param labelStart  first letter of a word that labels names
 */
export function namesBelow(text: ScannedText, labelStart: number, labelEnd: number): Name[] {
  const separator = [...separators].find((each) => isBeside(text, labelStart, labelEnd, each))
  if (separator === undefined) return []
  let lineStart = labelStart
  while (lineStart > 0 && text.charCodeAt(lineStart - 1) !== 10) if (labelStart - --lineStart > longestLine) return []
  const head = lineAt(text, lineStart)
  if (head === undefined) return []
  const heads = head.split(separator)
  if (heads.length < 2) return []
  const column = text.slice(lineStart, labelStart).split(separator).length - 1
  // A head has no figures, and more than one label; `Name | Ann Berg` has its name beside it.
  if (/\d/.test(head)) return []
  let labels = 0
  let cellStart = lineStart
  for (const cell of heads) {
    const at = cellStart + cell.length - cell.trimStart().length
    if (factsAt(text, at, wordEnd(text, at)) & (nameFact.label | nameFact.notName)) labels++
    cellStart += cell.length + 1
  }
  if (labels < 2) return []
  const found: Name[] = []
  let at = lineStart + head.length + 1
  for (let row = 0; row < mostRows && at < text.length; row++) {
    const line = lineAt(text, at)
    if (line === undefined) break
    const cells = line.split(separator)
    const isRule = /^[\s|:-]+$/.test(line)
    if (!isRule && cells.length !== heads.length) break
    if (!isRule) {
      let start = at
      for (let i = 0; i < column; i++) start += cells[i]!.length + 1
      const cell = cells[column]!
      start += cell.length - cell.trimStart().length
      const name = isUpper(text.charCodeAt(start)) ? inCell(text, start, cell.trim()) : undefined
      if (name) found.push(name)
    }
    at += line.length + 1
  }
  return found
}

function inCell(text: ScannedText, start: number, cell: string): Name | undefined {
  const to = wordEnd(text, start)
  const facts = factsAt(text, start, to)
  if (facts & nameFact.label) return undefined
  if (facts & nameFact.title) {
    let at = to
    while (at < start + cell.length && !isLetter(text.charCodeAt(at))) at++
    return at < start + cell.length ? nameAt(text, at, 'title') : undefined
  }
  // Nothing but capitalised words, and a comma: a cell that says more is no name.
  if (!/^[\p{Lu}][\p{L}'’.-]*(?:,? [\p{L}][\p{L}'’.-]*){0,4}$/u.test(cell)) return undefined
  const words = [...cell.matchAll(/[\p{Lu}][\p{L}'’-]+/gu)].map(({ 0: word, index }) => ({
    start: start + index,
    end: start + index + word.length,
  }))
  const isName =
    words.length > 0 &&
    !words.some((each) => factsAt(text, each.start, each.end) & (nameFact.notName | nameFact.organisation | nameFact.job))
  return isName ? { start, end: start + cell.length, words } : undefined
}

const isBeside = (text: ScannedText, start: number, end: number, separator: string): boolean => {
  let after = end
  while (after < end + 24 && (text.charCodeAt(after) === 32 || isLetter(text.charCodeAt(after)))) after++
  let before = start - 1
  while (before > start - 24 && (text.charCodeAt(before) === 32 || isLetter(text.charCodeAt(before)))) before--
  return text.charCodeAt(after) === separator.charCodeAt(0) || text.charCodeAt(before) === separator.charCodeAt(0)
}

function lineAt(text: ScannedText, start: number): string | undefined {
  const slice = text.slice(start, start + longestLine)
  const end = slice.search(/\r?\n/)
  return end < 0 ? (slice.length < longestLine ? slice : undefined) : slice.slice(0, end)
}
