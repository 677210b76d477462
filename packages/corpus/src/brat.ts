import { type Edit, onOneLine } from './rewriting.ts'
import { type StatedSpan, spansAfter } from './spans.ts'

const line = /^T\S*\t(\S+) (\d+ \d+(?:;\d+ \d+)*)(?:\t(.*))?$/
const normalisation = /^N\S*\tReference (T\S*) (\S+)/
/** Relations, events, attributes, notes and equivalences are no spans. */
const otherLine = /^(?:[REAMN]\S*|#\S*|\*)\t/

/**
 * The spans of a BRAT standoff file: `T1<tab>Disease 10 23;30 34<tab>words`, with codes from its `N` lines.
 *
 * @param bad  called with the 1-based number of each line that is not standoff
 */
export function parseBrat(content: string, bad: (line: number) => void): StatedSpan[] {
  const spans = new Map<string, StatedSpan>()
  const codes = new Map<string, string>()
  for (const [i, raw] of content.split('\n').entries()) {
    const text = raw.endsWith('\r') ? raw.slice(0, -1) : raw
    if (text.trim() === '') continue
    const span = spanOf(text)
    const code = normalisation.exec(text)
    if (span) spans.set(text.slice(0, text.indexOf('\t')), span)
    else if (code) codes.set(code[1]!, code[2]!)
    else if (!otherLine.test(text)) bad(i + 1)
  }
  return [...spans].map(([id, span]) => {
    const code = codes.get(id)
    return code === undefined ? span : { ...span, code }
  })
}

function spanOf(text: string): StatedSpan | undefined {
  const found = line.exec(text)
  if (!found) return undefined
  const fragments = found[2]!.split(';').map((piece) => {
    const [start, end] = piece.split(' ').map(Number)
    return { start: start!, end: end! }
  })
  return { type: found[1]!, fragments, ...(found[3] !== undefined && { text: found[3] }) }
}

/** A standoff file for its text once that is edited: spans move with their words and state the new ones, other lines stay. */
export function rewriteBrat(content: string, text: string, edits: readonly Edit[]): string {
  const lines = content.split('\n').map((raw) => ({ raw, span: spanOf(raw.replace(/\r$/, '')) }))
  const moved = spansAfter(
    text,
    lines.flatMap(({ span }) => span ?? []),
    edits,
  )
  let next = 0
  return lines
    .map(({ raw, span }) => {
      if (!span) return raw
      const { type, fragments, text: words } = moved[next++]!
      const places = fragments.map(({ start, end }) => `${start} ${end}`).join(';')
      const stated = words === undefined ? '' : `\t${onOneLine(words)}`
      return `${raw.slice(0, raw.indexOf('\t'))}\t${type} ${places}${stated}${raw.endsWith('\r') ? '\r' : ''}`
    })
    .join('\n')
}
