import { bioSpans, bioTag } from './bio.ts'
import { type Block, type BlockLine, readBlocks } from './blocks.ts'
import type { Reader } from './readers.ts'
import { type Edit, edited, editsWithin } from './rewriting.ts'
import { notAToken } from './unread-reasons.ts'

/**
 * CoNLL columns, a token a line with its tag in the last one (IOB, IOB2 or IOBES), or the ten columns of CoNLL-U. A document goes from `-DOCSTART-` or `# newdoc` to
 * the next; a file without these has a document a sentence.
 */
export const conllReader: Reader = {
  shards: (files) => files.map((file) => ({ ...file })),
  read(plan, shard, to) {
    let byDocument = false
    return readBlocks(
      plan,
      shard,
      to,
      (line) => {
        if (isDocumentStart(line)) {
          byDocument = true
          return 'before'
        }
        return line.trim() === '' && !byDocument ? 'between' : 'no'
      },
      parseConll,
    )
  },
}

const headerCell = /^(?:\w+[_ -])?(?:tags?|labels?|ner|bio|iob|entity)(?:[_ -]\w+)?$/i
const isDocumentStart = (line: string): boolean => line.startsWith('-DOCSTART-') || /^# ?(?:newdoc|doc_id|document)\b/.test(line)
const sentenceId = /^# ?sent_id\s*=?\s*(\S+)/
const word = /^(\d+)(?:([-.])(\d+))?$/
const idLine = /^(?:-DOCSTART-\s*\(?|# ?(?:newdoc|doc_id|document)\s*(?:id)?\s*[=:]?\s*)([^\s()=]+)/

/** The document of one block: tokens with a blank between, sentences on lines of their own. */
export function parseConll(lines: readonly BlockLine[], bad: (what: string, line: number) => void): Block | undefined {
  let id: string | undefined
  let text = ''
  let glue = ''
  const spans = bioSpans()
  const tokens: Token[] = []
  let inside = 0
  for (const [i, { text: row, line }] of lines.entries()) {
    if (isDocumentStart(row)) {
      const named = idLine.exec(row)?.[1]
      if (named !== undefined && !/^(?:-X-|O)$/.test(named)) id = named
      continue
    }
    if (row.trim() === '') {
      spans.close()
      if (text !== '') glue = '\n'
      continue
    }
    if (/^#\s/.test(row)) {
      id ??= sentenceId.exec(row)?.[1]
      continue
    }
    const universal = row.split('\t')
    const numbered = universal.length === 10 ? word.exec(universal[0]!) : null
    if (numbered) {
      const [, from, mark, to] = numbered
      const number = Number(from)
      if (number === 1 && mark !== '.') inside = 0
      // Words of a contraction that stood before as a whole, and words that nobody wrote.
      if (mark === '.' || (mark === undefined && number <= inside)) continue
      if (mark === '-') inside = Number(to)
      text += glue
      const start = text.length
      text += universal[1]!
      tokens.push({ row: i, start, end: text.length, universal: true })
      const about = universal[9]!.split('|')
      glue = about.includes('SpaceAfter=No') ? '' : ' '
      spans.take(bioTag(about.find((each) => each.startsWith('NER='))?.slice(4) ?? 'O') ?? {}, start, text.length)
      continue
    }
    const cells = row.split(row.includes('\t') ? '\t' : /\s+/).filter((cell) => cell !== '')
    const token = cells[0]!
    const tag = bioTag(cells.at(-1)!)
    // The names of columns, where somebody kept the tokens as a table.
    if (line === 1 && !tag && cells.length > 1 && headerCell.test(cells.at(-1)!)) continue
    if (cells.length < 2 || !tag) {
      bad(notAToken, line)
      continue
    }
    text += glue
    const start = text.length
    text += token
    tokens.push({ row: i, start, end: text.length })
    glue = ' '
    spans.take(tag, start, text.length)
  }
  spans.close()
  return text === '' ? undefined : { text, id, annotations: spans.annotations, rewritten: (edits) => rewrittenTokens(lines, tokens, edits) }
}

/** A token of the text and its line in the block. */
interface Token {
  readonly row: number
  readonly start: number
  readonly end: number
  /** It stands in the second of ten columns, its lemma in the third. */
  readonly universal?: boolean
}

/** Token lines with their words edited. What comes in place of several tokens stands in the line of the first, and the others go. */
function rewrittenTokens(lines: readonly BlockLine[], tokens: readonly Token[], edits: readonly Edit[]): (string | undefined)[] {
  const made: (string | undefined)[] = lines.map(({ text }) => text)
  let first = 0
  for (const { row, start, end, universal } of tokens) {
    while (first < edits.length && edits[first]!.end < start) first++
    let behind = first
    while (behind < edits.length && edits[behind]!.start <= end) behind++
    const within = editsWithin(edits.slice(first, behind), start, end)
    if (within.length === 0) continue
    const line = lines[row]!.text
    if (universal) {
      for (const [at, changed] of universalRows(lines, row, edited(line.split('\t')[1]!, within))) made[at] = changed
      continue
    }
    const at = line.search(/\S/)
    const token = line.slice(at, at + end - start)
    const words = edited(token, within).trim().replace(/\s+/g, '_')
    made[row] = words === '' ? undefined : line.slice(0, at) + words + line.slice(at + token.length)
  }
  return made
}

/** Lines of CoNLL-U that say a word: its own, those of its parts if it is a contraction, and the comment with the sentence's text. */
function universalRows(lines: readonly BlockLine[], row: number, text: string): Map<number, string | undefined> {
  const made = new Map<number, string | undefined>()
  const cells = lines[row]!.text.split('\t')
  const words = text.trim().replace(/\s+/g, '_')
  made.set(row, [cells[0], words === '' ? '_' : words, '_', ...cells.slice(3)].join('\t'))
  const [, from, mark, to] = word.exec(cells[0]!) as RegExpExecArray
  for (let at = row + 1, left = mark === '-' ? Number(to) - Number(from) + 1 : 0; left > 0 && at < lines.length; at++, left--) {
    const part = lines[at]!.text.split('\t')
    made.set(at, [part[0], '_', '_', ...part.slice(3)].join('\t'))
  }
  for (let at = row - 1; at >= 0 && lines[at]!.text.trim() !== ''; at--)
    if (/^# ?text(?:_\w+)?\s*=/.test(lines[at]!.text)) made.set(at, undefined)
  return made
}
