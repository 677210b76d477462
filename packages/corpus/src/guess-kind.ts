import { extname } from 'node:path'
import { bomLength } from './bytes.ts'
import { decodeAs, utf16Of } from './charset.ts'
import { unpackedName } from './compression.ts'
import { unwrappedHead, type Wrapping } from './feed.ts'
import { isRecord, textNames } from './fields.ts'
import { type Kind, kindOfFormat } from './kinds.ts'

const lookedAt = 1 << 16

/** Whether bytes begin as Arrow IPC does: a file with its magic, a stream with the mark and the size of its schema. */
export const isArrow = (start: Buffer): boolean =>
  start.toString('latin1', 0, 6) === 'ARROW1' || (start.length >= 8 && start.readUInt32LE(0) === 0xffffffff && start[7] === 0)

/**
 * What a file without a telling extension is, from its first 64 kB: Parquet, JSON, PubTator, a table, else one text.
 *
 * @param name  for a .json file nothing else than JSON comes into question
 */
export async function guessKind(wrapping: Wrapping, name: string): Promise<Kind> {
  const start = await unwrappedHead(wrapping, lookedAt)
  if (start.toString('latin1', 0, 4) === 'PAR1') return kindOfFormat('parquet')
  if (isArrow(start)) return kindOfFormat('arrow')
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
  const isText = unpackedName(name).toLowerCase().endsWith('.txt')
  const isJson = unpackedName(name).toLowerCase().endsWith('.json')
  if (first.startsWith('{') && isJsonObject(first) && (!(isJson || isText) || full.length > 1)) return kindOfFormat('jsonl')
  if (isJson || /^\[\s*(?:[{"]|$)/.test(first) || /^\{\s*(?:"|$)/.test(first)) return kindOfFormat('json')
  if (/^[^|\t]{1,100}\|t\|/.test(first)) return kindOfFormat('pubtator')
  if (looksUniversal(full) || looksTagged(full)) return kindOfFormat('conll')
  const rows = linesOf(text.replace(quotedCells, '$1q'))
  const delimiter = ['\t', ',', ';', '|'].find((each) => looksLikeTable(rows, each))
  return kindOfFormat(delimiter === undefined ? 'text' : delimiter === '\t' ? 'tsv' : 'csv')
}

const taggedLines = 200
const tag = /^(?:[BIESLU][-_].+|O)$/

/** Whether nearly every line is a token and its tag; one line may be a header. Some token has to be marked. */
function looksTagged(full: readonly string[]): boolean {
  const rows = full
    .slice(0, taggedLines)
    .filter((line) => !/^#\s|^-DOCSTART-/.test(line))
    .map((line) => line.trimEnd().split(/\t|[ ]+/))
  const tagged = rows.filter((cells) => cells.length >= 2 && tag.test(cells.at(-1)!))
  return rows.length >= 3 && tagged.length >= rows.length * 0.9 - 1 && tagged.length > 1 && tagged.some((cells) => cells.at(-1) !== 'O')
}

/** CoNLL-U: ten columns behind comments, the number of the word first. */
function looksUniversal(full: readonly string[]): boolean {
  const rows = full.filter((line) => !line.startsWith('#')).slice(0, taggedLines)
  return rows.length > 1 && rows.every((line) => /^\d+(?:[-.]\d+)?\t(?:[^\t]*\t){8}[^\t]*$/.test(line.trimEnd()))
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

/** Whether the first line names a column as tables of texts call theirs: lines of prose may have a comma each. */
async function hasUsualColumn(wrapping: Wrapping): Promise<boolean> {
  const [first = ''] = (await unwrappedHead(wrapping, lookedAt)).toString('utf8').replace('\ufeff', '').split(/\r?\n/)
  const names = new Set(first.split(/[\t,;|]/).map((name) => name.trim().replace(/^"|"$/g, '').toLowerCase()))
  return [...textNames].some((name) => names.has(name))
}

/** Kinds that are as often kept under .txt or .tsv; anything else with such a name is what the name says. */
const kept: Readonly<Record<string, readonly Kind['format'][]>> = { '.txt': ['pubtator', 'conll', 'jsonl'], '.tsv': ['conll'] }

/** The kind of a file whose name may say less than its content does. */
export async function kindInside(wrapping: Wrapping, name: string, byName: Kind): Promise<Kind> {
  const usual = kept[extname(unpackedName(name)).toLowerCase()]
  if (!usual) return byName
  const inside = await guessKind(wrapping, name)
  if (usual.includes(inside.format)) return inside
  const table = byName.format === 'text' && (inside.format === 'csv' || inside.format === 'tsv')
  return table && (await hasUsualColumn(wrapping)) ? inside : byName
}
