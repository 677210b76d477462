import type { StatedSpan } from './spans.ts'

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
    const span = line.exec(text)
    const code = normalisation.exec(text)
    if (span) {
      const fragments = span[2]!.split(';').map((piece) => {
        const [start, end] = piece.split(' ').map(Number)
        return { start: start!, end: end! }
      })
      spans.set(text.slice(0, text.indexOf('\t')), { type: span[1]!, fragments, ...(span[3] !== undefined && { text: span[3] }) })
    } else if (code) codes.set(code[1]!, code[2]!)
    else if (!otherLine.test(text)) bad(i + 1)
  }
  return [...spans].map(([id, span]) => {
    const code = codes.get(id)
    return code === undefined ? span : { ...span, code }
  })
}
