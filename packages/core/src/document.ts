import * as crypto from 'node:crypto'

/** A value of a document's metadata. */
export type Scalar = string | number | boolean | null

/** How running text is cut into words: see `words` of the text package. */
export const wordRules = ['standard', 'oracle-1', 'letters'] as const
export type WordRule = (typeof wordRules)[number]

/** A named stretch of a document, such as a dialogue turn; offsets are UTF-16 code units, end exclusive. */
export interface Part {
  readonly name: string
  readonly role?: string
  readonly start: number
  readonly end: number
}

/** What a reader may see wrong with an annotation. */
export const annotationProblems = {
  outside: 'lies outside the text',
  otherWords: 'does not cover the words it states',
  order: 'continues an annotation that did not begin',
} as const

/** An entity somebody marked in a document; offsets as in `Part`. */
export interface Annotation {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly code?: string
  /** The pieces of a discontinuous one, in order; `start` and `end` are then those of the whole. */
  readonly fragments?: readonly { readonly start: number; readonly end: number }[]
  readonly problem?: (typeof annotationProblems)[keyof typeof annotationProblems]
}

/** Where a document was read from. */
export interface Source {
  readonly file: string
  readonly line?: number
  /** The encoding it was converted from; left out for UTF-8. */
  readonly encoding?: string
}

/** One text of a corpus, as every analysis sees it. */
export interface Document {
  /** The author's name for it; doubled ids are told apart by their text and numbered at conclude. */
  readonly id: string
  /** (id, SHA-256 of the text) in one string: hashes, samples and corpus order use it. */
  readonly key: string
  readonly text: string
  readonly language?: string
  readonly wordRule?: WordRule
  readonly parts: readonly Part[]
  readonly metadata: ReadonlyMap<string, Scalar>
  readonly label?: string
  readonly annotations?: readonly Annotation[]
  readonly source: Source
}

/** What a reader has to hand over; the rest of a `Document` follows from it. */
export interface Draft {
  /** Without one, the document is named by the first 16 hex digits of its text's SHA-256. */
  readonly id?: string
  readonly text: string
  readonly language?: string
  readonly wordRule?: WordRule
  readonly parts?: readonly Part[]
  readonly metadata?: ReadonlyMap<string, Scalar>
  readonly label?: string
  readonly annotations?: readonly Annotation[]
  readonly source?: Source
}

// In one call where this Node has it (20.12 and later): for a note of a kilobyte it takes three fifths of the time.
const sha256: (text: string) => string =
  typeof crypto.hash === 'function'
    ? (text) => crypto.hash('sha256', text, 'hex')
    : (text) => crypto.createHash('sha256').update(text, 'utf8').digest('hex')

const nothing: ReadonlyMap<string, Scalar> = new Map()
const nowhere = { file: '' }

/**
 * A document from what a reader found: the one place where ids and keys are made.
 *
 * @example createDocument({ id: 'a', text: 'no fever' }).key.startsWith('a\n') // true
 */
export function createDocument(draft: Draft): Document {
  // Lone surrogates become U+FFFD in UTF-8, as they would in any file; the text itself is kept as read.
  const digest = sha256(draft.text)
  const id = draft.id ?? digest.slice(0, 16)
  return {
    id,
    key: `${id}\n${digest}`,
    text: draft.text,
    parts: draft.parts ?? [],
    metadata: draft.metadata ?? nothing,
    source: draft.source ?? nowhere,
    ...(draft.language !== undefined && { language: draft.language }),
    ...(draft.wordRule !== undefined && { wordRule: draft.wordRule }),
    ...(draft.label !== undefined && { label: draft.label }),
    ...(draft.annotations !== undefined && { annotations: draft.annotations }),
  }
}

/** The id inside a key. */
export const idOfKey = (key: string): string => key.slice(0, key.lastIndexOf('\n'))

/** The SHA-256 of the text inside a key. */
export const digestOfKey = (key: string): string => key.slice(key.lastIndexOf('\n') + 1)
