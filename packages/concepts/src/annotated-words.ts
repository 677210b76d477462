import type { Document } from '@corpuscope/core'
import { hash53 } from '@corpuscope/statistics'
import { view, words } from '@corpuscope/text'
import { codeOf } from './span.ts'

/** The annotations of a document by the words they touch; those that touch none, or lie in pieces, are left out. */
export interface AnnotatedWords {
  /** Five numbers an annotation: first word, word behind the last, hash of its name (code, or type without one), hash of its type, hash of its words. */
  readonly spans: Float64Array
  readonly names: ReadonlyMap<number, string>
}

/** One hash for a run of words. */
export function formHash(hashes: ArrayLike<number>, from: number, to: number): number {
  let hash = to - from
  for (let i = from; i < to; i++) hash = (hash * 31 + (hashes[i]! % 4194304) + 1) % 2251799813685248
  return hash
}

/** Per word of a document: the hash of what it says, whatever the case. */
export const wordHashes = (document: Document): Float64Array => {
  const { count, types, hashes } = words(document)
  return Float64Array.from({ length: count }, (_, i) => hashes[types[i]!]!)
}

export const annotatedWords: (document: Document) => AnnotatedWords = view((document) => {
  const { count, starts, ends } = words(document)
  const all = wordHashes(document)
  const spans: number[] = []
  const names = new Map<number, string>()
  const sorted = [...(document.annotations ?? [])]
    .filter((each) => !each.fragments && !each.problem)
    .sort((a, b) => a.start - b.start || a.end - b.end)
  for (const annotation of sorted) {
    let low = 0
    let high = count
    while (low < high) {
      const middle = (low + high) >>> 1
      if (ends[middle]! <= annotation.start) low = middle + 1
      else high = middle
    }
    let end = low
    while (end < count && starts[end]! < annotation.end) end++
    if (end === low) continue
    const name = codeOf(annotation) ?? annotation.type
    const [nameHash, typeHash] = [hash53(name), hash53(annotation.type)]
    names.set(nameHash, name)
    names.set(typeHash, annotation.type)
    spans.push(low, end, nameHash, typeHash, formHash(all, low, end))
  }
  return { spans: Float64Array.from(spans), names }
})

export const spanWidth = 5
