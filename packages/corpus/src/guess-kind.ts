import { bomLength } from './bytes.ts'
import { decodeAs, utf16Of } from './charset.ts'
import { unpackedName } from './compression.ts'
import { unwrappedHead, type Wrapping } from './feed.ts'
import { isRecord } from './fields.ts'
import { type Kind, kindOfFormat } from './kinds.ts'

const lookedAt = 1 << 16

/**
 * What a file without a telling extension is, from its first 64 kB: Parquet, JSON, PubTator, a table, else one text.
 *
 * @param name  for a .json file nothing else than JSON comes into question
 */
export async function guessKind(wrapping: Wrapping, name: string): Promise<Kind> {
  const start = await unwrappedHead(wrapping, lookedAt)
  if (start.toString('latin1', 0, 4) === 'PAR1') return kindOfFormat('parquet')
  const charset = utf16Of(start)
  const text = charset
    ? (decodeAs(start.subarray(0, start.length - (start.length % 2)), charset) ?? '')
    : start.toString('utf8', bomLength(start))
  // The last line may be cut off by where we stopped looking.
  const linesOf = (whole: string): string[] =>
    whole.split('\n').filter((_, i, all) => start.length < lookedAt || i + 1 < all.length || i === 0)
  const lines = linesOf(text)
  const full = lines.filter((line) => line.trim() !== '')
  const first = full[0]?.trimStart() ?? ''
  const isJson = unpackedName(name).toLowerCase().endsWith('.json')
  if (first.startsWith('{') && isJsonObject(first) && (!isJson || full.length > 1)) return kindOfFormat('jsonl')
  if (isJson || /^\[\s*(?:[{"]|$)/.test(first) || /^\{\s*(?:"|$)/.test(first)) return kindOfFormat('json')
  if (/^[^|\t]{1,100}\|t\|/.test(first)) return kindOfFormat('pubtator')
  const rows = linesOf(text.replace(quotedCells, '$1q'))
  const delimiter = ['\t', ',', ';', '|'].find((each) => looksLikeTable(rows, each))
  return kindOfFormat(delimiter === undefined ? 'text' : delimiter === '\t' ? 'tsv' : 'csv')
}

function isJsonObject(line: string): boolean {
  try {
    return isRecord(JSON.parse(line))
  } catch {
    return false
  }
}

const mostRows = 20
const longestName = 40

/** Cells in quotes, which may hold delimiters and line breaks. */
const quotedCells = /(^|[\n\t,;|])"(?:[^"]|"")*"(?=[\r\n\t,;|]|$)/g

// Prose has commas too; a table has the same number on each line, and short different names on the first.
function looksLikeTable(lines: readonly string[], delimiter: string): boolean {
  const rows = lines
    .filter((line) => line.trim() !== '')
    .slice(0, mostRows)
    .map((line) => line.trimEnd().split(delimiter))
  const [header] = rows
  if (!header || rows.length < 2 || header.length < 2) return false
  const names = lines
    .find((line) => line.trim() !== '')!
    .trim()
    .split(delimiter)
  const proper = names.every((name) => name.trim() !== '' && name.length <= longestName) && new Set(names).size === names.length
  return proper && rows.every((row) => row.length === header.length)
}
