import type { Document } from '@corpuscope/core'

/** Per document what its views gave, by the view's number; a hole where one was not asked for. */
const made = new WeakMap<Document, { readonly value: unknown }[]>()
let views = 0

// One document is asked for several views on end: looking it up once is enough.
let last: Document | undefined
let valuesOfLast: { readonly value: unknown }[] = []

/**
 * A view of a document: computed at the first request, kept as long as the document lives, shared by everyone who asks.
 *
 * @param compute  pure: its answer may depend on the document alone
 * @returns        the same function, which computes once per document object
 */
export function view<Value>(compute: (document: Document) => Value): (document: Document) => Value {
  const number = views++
  const make = (document: Document): Value => {
    const values = valuesOf(document)
    let kept = values[number]
    if (!kept) {
      kept = { value: compute(document) }
      values[number] = kept
    }
    return kept.value as Value
  }
  // What callers do on end is this small: the compiler copies it into each of them, and what is rare would have it compile them anew.
  return (document) => {
    if (document === last) {
      const kept = valuesOfLast[number]
      if (kept !== undefined) return kept.value as Value
    }
    return make(document)
  }
}

function valuesOf(document: Document): { readonly value: unknown }[] {
  if (document !== last) {
    let values = made.get(document)
    if (!values) made.set(document, (values = []))
    last = document
    valuesOfLast = values
  }
  return valuesOfLast
}
