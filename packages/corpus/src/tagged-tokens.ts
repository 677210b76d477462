import type { Annotation } from '@corpuscope/core'
import { bioSpans, bioTag } from './bio.ts'
import type { Origin, Path } from './rewriting.ts'

const bioTagOf = (tag: unknown): ReturnType<typeof bioTag> => (typeof tag === 'string' ? bioTag(tag) : undefined)

/** A record's list of tokens as a text, a blank between them, with annotations where a list of as many tags goes with it. */
export function taggedTokens(
  words: unknown,
  tags: unknown,
  path: Path,
  names?: readonly string[],
): { text: string; origins: Origin[]; annotations?: readonly Annotation[] } | undefined {
  if (!Array.isArray(words) || !words.every((word) => typeof word === 'string')) return undefined
  const origins: Origin[] = []
  let text = ''
  for (const [i, word] of words.entries()) {
    if (i > 0) text += ' '
    origins.push({ path: [...path, i], start: text.length, end: text.length + word.length })
    text += word
  }
  // Tags as numbers have their names elsewhere, if anywhere.
  if (!Array.isArray(tags) || tags.length !== words.length) return { text, origins }
  const spans = bioSpans()
  for (const [i, tag] of (tags as unknown[]).entries())
    spans.take(bioTagOf(typeof tag === 'number' ? names?.[tag] : tag) ?? {}, origins[i]!.start, origins[i]!.end)
  spans.close()
  return { text, origins, annotations: spans.annotations }
}
