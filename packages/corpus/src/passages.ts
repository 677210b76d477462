import type { Part } from '@corpuscope/core'
import { isRecord } from './fields.ts'
import type { Change, Edit, Origin, Path } from './rewriting.ts'
import { spanChanges } from './spans.ts'

interface Passage {
  readonly name: string
  readonly text: string
  readonly path: Path
  readonly start: number
}

/** Whether a value is a list of passages with the place of each in the document, as BigBio writes them. */
export const isPassages = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && passagesOf(value.slice(0, 3), []) !== undefined

function passagesOf(value: unknown, path: Path): Passage[] | undefined {
  if (!Array.isArray(value)) return undefined
  const passages: Passage[] = []
  for (const [i, each] of (value as unknown[]).entries()) {
    if (!isRecord(each) || !Array.isArray(each['offsets']) || !Object.hasOwn(each, 'text')) return undefined
    const texts: unknown[] = Array.isArray(each['text']) ? each['text'] : [each['text']]
    for (const [j, text] of texts.entries()) {
      const place: unknown = each['offsets'][j]
      const start: unknown = Array.isArray(place) ? place[0] : undefined
      if (typeof text !== 'string' || typeof start !== 'number' || !Number.isInteger(start) || start < 0) return undefined
      const name = typeof each['type'] === 'string' && each['type'] !== '' ? each['type'] : 'passage'
      passages.push({ name, text, start, path: Array.isArray(each['text']) ? [...path, i, 'text', j] : [...path, i, 'text'] })
    }
  }
  return passages.sort((a, b) => a.start - b.start)
}

/** The most blanks put between two passages: what lies farther apart was cut out, and its places are no places of this text. */
const widestGap = 1000

/**
 * The document that passages are stretches of: each at its place, the gaps blank, so that places in the document hold. Undefined for
 * a value that is no list of passages, or where they lie over one another.
 */
export function placedPassages(value: unknown, path: Path): { text: string; parts: Part[]; origins: Origin[] } | undefined {
  const passages = passagesOf(value, path)
  if (!passages) return undefined
  const parts: Part[] = []
  const origins: Origin[] = []
  let text = ''
  for (const { name, text: words, start, path: at } of passages) {
    // Counted in code points by some; a passage that begins before the last one's end follows it.
    const gap = start - text.length
    text += ' '.repeat(gap >= 0 && gap <= widestGap ? gap : text === '' ? 0 : 1)
    parts.push({ name, role: name, start: text.length, end: text.length + words.length })
    origins.push({ path: at, start: text.length, end: text.length + words.length })
    text += words
  }
  return { text, parts, origins }
}

/** What has to change in the places that the passages state once the text is edited; their words are changed where they stand. */
export const passageChanges = (value: unknown, path: Path, text: string, edits: readonly Edit[]): Change[] =>
  spanChanges(value, path, text, edits).filter((change) => 'value' in change && typeof change.value === 'number')
