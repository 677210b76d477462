import { extname } from 'node:path'
import { CorpusError } from '@corpuscope/core'
import { bomLength, head, withFile } from './bytes.ts'
import { isRecord } from './fields.ts'
import { type Kind, kindOfFormat } from './kinds.ts'
import { plain } from './say.ts'

const lookedAt = 1 << 16

/** What a file without a telling extension is, from its first 64 kB: JSON lines, a table, else one text. */
export function guessKind(file: string, input: string): Kind {
  const { start, whole } = withFile(file, (fd, bytes) => ({ start: head(fd, lookedAt), whole: bytes <= lookedAt }))
  const text = start.toString('utf8', bomLength(start))
  const lines = text.split('\n')
  // The last line may be cut off by where we stopped looking.
  if (!whole && lines.length > 1) lines.pop()
  const first = lines.find((line) => line.trim() !== '') ?? ''
  if (first.trimStart().startsWith('{') && isJsonObject(first)) return kindOfFormat('jsonl')
  if (extname(file).toLowerCase() === '.json') {
    throw new CorpusError(`${plain(input)} is JSON in one piece, which is not read. Write it as JSON lines, one object a line (.jsonl).`)
  }
  const delimiter = ['\t', ',', ';', '|'].find((each) => looksLikeTable(lines, each))
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

// Prose has commas too; a table has the same number on each line, and short different names on the first. A table with line breaks
// in its first cells is missed: its extension, or --format, tells it.
function looksLikeTable(lines: readonly string[], delimiter: string): boolean {
  const rows = lines
    .filter((line) => line.trim() !== '')
    .slice(0, mostRows)
    .map((line) =>
      line
        .trimEnd()
        .replace(/"(?:[^"]|"")*"/g, 'q')
        .split(delimiter),
    )
  const [header] = rows
  if (!header || rows.length < 2 || header.length < 2) return false
  const names = lines
    .find((line) => line.trim() !== '')!
    .trim()
    .split(delimiter)
  const proper = names.every((name) => name.trim() !== '' && name.length <= longestName) && new Set(names).size === names.length
  return proper && rows.every((row) => row.length === header.length)
}
