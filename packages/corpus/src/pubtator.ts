import type { Block, BlockLine } from './blocks.ts'
import { readBlocks } from './blocks.ts'
import type { Reader } from './readers.ts'
import { edited, editsWithin, onOneLine } from './rewriting.ts'
import { annotationsOf, type StatedSpan, spansAfter } from './spans.ts'
import { notAnnotation } from './unread-reasons.ts'

/** PubTator: `id|t|title`, `id|a|abstract`, then `id start end words type code` between tabs; a blank line ends the document. */
export const pubtatorReader: Reader = {
  shards: (files) => files.map((file) => ({ ...file })),
  read: (plan, shard, to) => readBlocks(plan, shard, to, (line) => (line.trim() === '' ? 'between' : 'no'), parsePubtator),
}

const section = /^([^|\t]{1,100})\|([ta])\|(.*)$/s

/** The document of one block. Title and abstract are joined by a newline, which takes the one place that the format counts between them. */
export function parsePubtator(lines: readonly BlockLine[], bad: (what: string, line: number) => void): Block | undefined {
  let id: string | undefined
  let title: string | undefined
  let abstract: string | undefined
  const spans: StatedSpan[] = []
  const spanLines: number[] = []
  for (const [i, { text, line }] of lines.entries()) {
    const head = section.exec(text)
    if (head) {
      id ??= head[1]!
      if (head[2] === 't') title = head[3]!
      else abstract = head[3]!
      continue
    }
    const [of, start, end, words, type, code] = text.split('\t')
    // Relations have four cells, the second of which is a word.
    if (of !== undefined && start !== undefined && !/^\d+$/.test(start) && end !== undefined && words !== undefined) continue
    if (type === undefined || !/^\d+$/.test(start!) || !/^\d+$/.test(end!)) {
      bad(notAnnotation, line)
      continue
    }
    spanLines.push(i)
    spans.push({
      type,
      fragments: [{ start: Number(start), end: Number(end) }],
      text: words!,
      ...(code !== undefined && code !== '' && { code }),
    })
  }
  if (title === undefined && abstract === undefined) return undefined
  const whole = [title ?? '', abstract ?? ''].join('\n')
  const cut = (title ?? '').length
  return {
    text: whole,
    id,
    parts: [
      { name: 'title', start: 0, end: cut },
      { name: 'abstract', start: cut + 1, end: whole.length },
    ].filter((part) => part.end > part.start),
    annotations: annotationsOf(whole, spans),
    rewritten(edits) {
      // A section is one line.
      const flat = edits.map((edit) => ({ ...edit, text: onOneLine(edit.text) }))
      const moved = new Map(spansAfter(whole, spans, flat).map((span, i) => [spanLines[i]!, span]))
      const sections = {
        t: edited(title ?? '', editsWithin(flat, 0, cut)),
        a: edited(abstract ?? '', editsWithin(flat, cut + 1, whole.length)),
      }
      return lines.map(({ text }, i) => {
        const head = section.exec(text)
        if (head) return text.slice(0, text.length - head[3]!.length) + sections[head[2] as 't' | 'a']
        const span = moved.get(i)
        if (!span) return text
        const [of, , , , ...rest] = text.split('\t')
        const [{ start, end }] = span.fragments as [{ start: number; end: number }]
        return [of, start, end, onOneLine(span.text!), ...rest].join('\t')
      })
    },
  }
}
