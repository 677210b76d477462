import type { Feature } from '@corpuscope/core'
import { normalisedHash, sequenceOf, view, words } from '@corpuscope/text'

/** The words of each document in their order, as 32-bit hashes of the lower-cased words, and where they stand. */
export interface WordSequences {
  /** Documents, in key order. */
  readonly n: number
  of(i: number): Uint32Array
  /** UTF-16 offsets of words [from, to) of document i, from the first's start to the last's end. */
  span(i: number, from: number, to: number): { readonly start: number; readonly end: number }
  /** Four 32-bit hashes that are the same for texts which differ in case and white space at most. */
  text(i: number): Uint32Array
}

/** Places of the documents that have words, ascending. */
export const placesWithWords = (sequences: WordSequences): Uint32Array =>
  Uint32Array.from(Array(sequences.n).keys()).filter((i) => sequences.of(i).length > 0)

/**
 * The words of a document in their order, as 32-bit hashes of the lower-cased words: the lower halves of the hashes of `words`. Two of
 * 30,000 different words share theirs with a probability of 10 %, and then count as one.
 */
export const wordSequence = view((document) => sequenceOf(words(document)))

/** A byte says how far a word's start lies behind the last word's end, and one how long it is; this one says that four bytes say it. */
const long = 255

/** Where words stand, in two bytes each as a rule. */
export function packPlaces(starts: ArrayLike<number>, ends: ArrayLike<number>): Uint8Array {
  const { length } = starts
  let room = 2 * length
  let before = 0
  for (let i = 0; i < length; i++) {
    if (starts[i]! - before >= long) room += 4
    if (ends[i]! - starts[i]! >= long) room += 4
    before = ends[i]!
  }
  const packed = new Uint8Array(room)
  let at = 0
  const put = (value: number): void => {
    if (value < long) packed[at++] = value
    else {
      packed[at++] = long
      for (let shift = 0; shift < 32; shift += 8) packed[at++] = value >>> shift
    }
  }
  before = 0
  for (let i = 0; i < length; i++) {
    put(starts[i]! - before)
    put(ends[i]! - starts[i]!)
    before = ends[i]!
  }
  return packed
}

/** The offsets of words [from, to) in what `packPlaces` made. */
export function placesOf(packed: ArrayLike<number>, from: number, to: number): { readonly start: number; readonly end: number } {
  let at = 0
  const take = (): number => {
    const byte = packed[at++]!
    if (byte < long) return byte
    let value = 0
    for (let shift = 0; shift < 32; shift += 8) value |= packed[at++]! << shift
    return value >>> 0
  }
  let start = 0
  let end = 0
  for (let i = 0; i < to; i++) {
    const begin = end + take()
    end = begin + take()
    if (i === from) start = begin
  }
  return { start, end }
}

const [sequenceList, placeList, textList] = ['words.sequence', 'words.places', 'words.text']

/** Keeps the order of the words for what repeats across documents: six bytes a word. */
export const wordSequences = (): Feature<null, WordSequences> => ({
  id: 'words',
  create: () => null,
  observe(_, document) {
    const { starts, ends } = words(document)
    return {
      lists: { [sequenceList]: wordSequence(document), [placeList]: packPlaces(starts, ends), [textList]: normalisedHash(document) },
    }
  },
  merge: () => undefined,
  conclude: (_, { rows }) => ({
    n: rows.n,
    of: (i) => rows.list(sequenceList, i) as Uint32Array,
    span: (i, from, to) => placesOf(rows.list(placeList, i), from, to),
    text: (i) => rows.list(textList, i) as Uint32Array,
  }),
  where: ({ of, span, text }, places) => ({
    n: places.length,
    of: (i) => of(places[i]!),
    span: (i, from, to) => span(places[i]!, from, to),
    text: (i) => text(places[i]!),
  }),
})
