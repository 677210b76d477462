import type { Document } from '@corpuscope/core'

/**
 * A view of a document: computed at the first request, kept as long as the document lives, shared by everyone who asks.
 *
 * @param compute  pure: its answer may depend on the document alone
 * @returns        the same function, which computes once per document object
 */
export function view<Value>(compute: (document: Document) => Value): (document: Document) => Value {
  const made = new WeakMap<Document, { readonly value: Value }>()
  return (document) => {
    const kept = made.get(document)
    if (kept) return kept.value
    const value = compute(document)
    made.set(document, { value })
    return value
  }
}
