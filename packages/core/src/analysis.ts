import type { Note } from './audit.ts'
import type { Chart, Pair, Table } from './chart.ts'
import type { Document } from './document.ts'
import type { Finding, FindingDraft, Rule } from './finding.ts'
import type { Estimate, Measure } from './measure.ts'
import type { Rows } from './rows.ts'
import type { TypedArray } from './vector.ts'

/** What one document contributes, written to the shard's columns at once and never held in a partial. */
export interface Row {
  /** Measure id -> this document's value; null where it has none. */
  readonly values?: Readonly<Record<string, number | null>>
  /** Lists kept for `conclude`, read back with `context.rows.list(name, i)`; names begin with the analysis's or feature's id. */
  readonly lists?: Readonly<Record<string, TypedArray>>
  readonly findings?: readonly FindingDraft[]
}

/** What an analysis makes of the whole corpus. */
export interface Result {
  readonly estimates: readonly Estimate[]
  readonly charts?: readonly Chart[]
  readonly tables?: readonly Table[]
  readonly notes?: readonly Note[]
  readonly pairs?: readonly Pair[]
  /** Findings that only the whole corpus shows. */
  readonly findings?: readonly Finding[]
  /** Numbers that only the whole corpus gives a document, in key order: they join documents.parquet. */
  readonly documentValues?: Readonly<Record<string, Float64Array>>
  readonly instruments?: readonly Instrument[]
  readonly documentFiles?: readonly DocumentFile[]
}

/** A CSV file beside the audit with a line a document, as long as the corpus may be; no part of audit.json, and it holds no text. */
export interface DocumentFile {
  readonly file: string
  /** Beside the id, which comes first; values in key order. */
  readonly columns: readonly { readonly title: string; readonly values: readonly (string | number | null)[] }[]
  /** Documents that have a line; all of them when left out. With no column the file is a plain list of ids, as `write --select` reads it. */
  readonly only?: readonly number[]
}

/** Something that made numbers and must be the same before two of them are contrasted. */
export interface Instrument {
  readonly id: string
  readonly title: string
  readonly fingerprint: string
}

/** One rule of a lexicon coder: data that travels with its reference. */
export interface CodingRule {
  /** Id of the category it codes for. */
  readonly category: string
  /** Source of a regular expression, looked for without case between word boundaries. */
  readonly pattern: string
  /** How much it says, above 0; the weights of a category add up. */
  readonly weight: number
}

/** One category of a reference. */
export interface ReferenceCategory {
  readonly id: string
  /** Null where the source gives none. */
  readonly share: number | null
  /** Other spellings of the same category. */
  readonly aliases: readonly string[]
  /** What it is called in full, where the id is a code. */
  readonly title?: string
  /** The heading it stands under in the source. */
  readonly group?: string
  /** Codes of a classification that belong to it; `*50` is rubric 50 of any ICPC-2 chapter. */
  readonly codes?: readonly string[]
}

/** A published distribution, ranking or list; `references` holds them. */
export interface Reference {
  readonly id: string
  readonly title: string
  /** Distances apply to a distribution alone. */
  readonly kind: 'distribution' | 'ranking' | 'list'
  readonly categories: readonly ReferenceCategory[]
  /** Category that takes what is not listed, if the source has one. */
  readonly remainder?: string
  readonly denominator: string
  /** Encounters, people or documents that the source counted. */
  readonly sampleSize?: number
  /** Difference of shares that still counts as aligned; 0.02 where none is given, a convention. */
  readonly tolerance?: number
  /** The part of the population that it describes. */
  readonly stratum?: { readonly age?: string; readonly sex?: string; readonly setting?: string }
  readonly coding?: readonly CodingRule[]
  readonly source: {
    readonly text: string
    readonly edition: string
    readonly page?: string
    readonly url?: string
    readonly licence: string
  }
  readonly provenance: string
}

/** What `conclude` may look at. */
export interface Context {
  readonly rows: Rows
  readonly seed: number
  /** Random numbers in [0, 1), the same for the same purpose in every run. */
  random(purpose: string): () => number
  /** What a corpus feature made; named in `needs`. */
  feature<Value>(id: string): Value
  /** Pairs of documents that an analysis named in `after` found; undefined where that one does not run. */
  pairs?(analysis: string): readonly Pair[] | undefined
  /** The corpus that this one is held against (`--against`), if there is one. */
  readonly against?: Companion
  /** Documents of the same source as `against` that the maker of this corpus never saw (`--holdout`), if there are any. */
  readonly holdout?: Companion
}

/** A second corpus beside the audited one, observed with the same suite. */
export interface Companion {
  readonly rows: Rows
  /** What an analysis or feature observed of it. */
  partial<Partial>(id: string): Partial
  /** What a corpus feature made of it, in the space of the audited corpus where the feature has one. */
  feature<Value>(id: string): Value
}

/**
 * A plain object: what it measures, and four functions. A partial is plain data (integers, exact sums, extremes, Maps, typed
 * arrays) and its own wire format. The laws (`obeysTheLaws`): cut the corpus anywhere, merge in any order, write and read back,
 * and the conclusion is the same to the last bit.
 */
export interface Analysis<Partial = unknown> {
  readonly id: string
  readonly measures: readonly Measure[]
  readonly rules?: readonly Rule[]
  /** Corpus features to be made before `conclude`. */
  readonly needs?: readonly string[]
  /** Analyses that are concluded before this one, where they run: it looks at the pairs they found (`context.pairs`). */
  readonly after?: readonly string[]
  /** Not concluded a second time over the corpus of `--against`: it compares the two itself, or its numbers there say nothing. */
  readonly alone?: boolean
  /**
   * Where its category is asked for, it is left out unless another analysis needs the same features: by itself they would cost more than all
   * the rest. Who names it, or asks for everything, gets it.
   */
  readonly dear?: boolean
  create(): Partial
  observe(partial: Partial, document: Document): Row | undefined
  merge(partial: Partial, other: Partial): void
  conclude(partial: Partial, context: Context): Result | Promise<Result>
}

/** Something of the whole corpus that several families need, such as an embedding: made once, after merge, in the order of `needs`. */
export interface Feature<Partial = unknown, Value = unknown> {
  readonly id: string
  readonly needs?: readonly string[]
  create(): Partial
  /** Called with the documents of a shard before they are observed, for what cannot be had at once: a model, a service. */
  attach?(documents: readonly Document[]): Promise<void>
  observe(partial: Partial, document: Document): Row | undefined
  merge(partial: Partial, other: Partial): void
  conclude(partial: Partial, context: Context): Value | Promise<Value>
  /** The same for a companion, in the space that `main`, the value of the audited corpus, lies in; without it, `conclude` is called. */
  beside?(partial: Partial, context: Context, main: Value): Value | Promise<Value>
  /** Files for the audit folder, by name: what a later audit may be made with. */
  keeps?(value: Value): Readonly<Record<string, Uint8Array>>
  /** The value for some of the documents, by their places: with it, analyses that need the feature can be measured by a field. */
  where?(value: Value, places: readonly number[]): Value
}
