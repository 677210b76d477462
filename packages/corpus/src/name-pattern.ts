import { CorpusError } from '@corpuscope/core'
import { quoted } from './say.ts'

export interface NamePattern {
  readonly fields: readonly string[]
  /** The fields of a path; undefined when it does not fit. */
  match(path: string): Map<string, string> | undefined
}

/** Literal text before each field, the field, and the literal text after the last. */
interface Segment {
  readonly fields: readonly string[]
  readonly literals: readonly string[]
}

/**
 * Metadata in file names: `{snomed}_{number}_{condition}.txt`. A field takes at least one character, as few as the literal text
 * behind it allows, and never "/". A pattern with "/" is held against the path inside the input, one without against the name alone.
 *
 * @example parseNamePattern('{ward}_{rest}.txt').match('a/icu_7_b.txt') // Map { 'ward' => 'icu', 'rest' => '7_b' }
 */
export function parseNamePattern(pattern: string): NamePattern {
  const segments = pattern.split('/').map((part) => parseSegment(part, pattern))
  const fields = segments.flatMap((segment) => segment.fields)
  if (fields.length === 0) throw wrong(pattern, 'it has no field')
  const twice = fields.find((field, i) => fields.indexOf(field) !== i)
  if (twice !== undefined) throw wrong(pattern, `it has the field ${quoted(twice)} twice`)
  return {
    fields,
    match(path) {
      const parts = path.split('/')
      const looked = segments.length === 1 ? parts.slice(-1) : parts
      if (looked.length !== segments.length) return undefined
      const found = new Map<string, string>()
      return segments.every((segment, i) => matchSegment(segment, looked[i]!, found)) ? found : undefined
    },
  }
}

function parseSegment(part: string, pattern: string): Segment {
  const pieces = part.split(/\{([^{}]+)\}/)
  const literals = pieces.filter((_, i) => i % 2 === 0)
  const fields = pieces.filter((_, i) => i % 2 === 1)
  if (literals.some((literal) => /[{}]/.test(literal))) throw wrong(pattern, 'a brace is not closed, or a field has no name')
  if (literals.slice(1, -1).includes('')) throw wrong(pattern, 'two fields touch and nothing tells where one ends')
  return { fields, literals }
}

// The shortest field each time needs no second try: what it leaves to the next is the most there can be. So time is linear,
// whatever the pattern; a regular expression would go back and forth.
function matchSegment({ fields, literals }: Segment, name: string, found: Map<string, string>): boolean {
  const tail = literals[fields.length]!
  if (fields.length === 0) return name === tail
  const end = name.length - tail.length
  if (!name.startsWith(literals[0]!) || !name.endsWith(tail)) return false
  let from = literals[0]!.length
  for (const [i, field] of fields.entries()) {
    const last = i === fields.length - 1
    const to = last ? end : name.indexOf(literals[i + 1]!, from + 1)
    if (to <= from || to > end) return false
    found.set(field, name.slice(from, to))
    from = to + (last ? 0 : literals[i + 1]!.length)
  }
  return true
}

const wrong = (pattern: string, why: string): CorpusError =>
  new CorpusError(`The name pattern ${quoted(pattern)} cannot be used: ${why}. Write it like "{ward}_{number}.txt".`)
