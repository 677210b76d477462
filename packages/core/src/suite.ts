import type { Analysis, Feature, Reference } from './analysis.ts'
import type { Document } from './document.ts'
import type { SecretKey } from './secret-key.ts'

/** Which analyses, in which category, for which kind of corpus. */
export interface Suite {
  readonly id: string
  readonly title: string
  readonly categories: readonly {
    readonly id: string
    readonly title: string
    readonly question: string
    readonly analyses: readonly Analysis[]
    readonly headlines: readonly string[]
    /** Measures that a short view shows, most telling first; without it the headlines and the first of the others. */
    readonly summary?: readonly string[]
  }[]
  /** Every corpus feature its analyses may need. */
  readonly features: readonly Feature[]
  /** References that numbers are read against, for the provenance. */
  readonly references: readonly Reference[]
  /** Rows hold keys and what analyses leave: no language, label or metadata is looked at. */
  readonly bare?: boolean
  language(document: Document): string
  /** Whether an id or a value of metadata, of a document with this text, names a person: then a key stands for the id, and the field enters no artefact. */
  namesPerson?(value: string, text: string): boolean
  /** Whether a value of a field holds an identifier. With it, values that do and those of fewer than five documents enter no artefact. */
  reveals?(field: string, value: string): boolean
  /** Whether a value is known beside the corpus, as the categories of a reference are: it may be written however few documents have it. */
  knows?(value: string): boolean
}

/** Which model or service gives documents their points. */
export interface EmbedderOptions {
  /** A folder with a local model, or the address of an OpenAI-compatible service. */
  readonly from: string
  /** Name of the model at a service. */
  readonly model?: string
  readonly pooling?: 'mean' | 'cls'
  readonly maxTokens?: number
  readonly longTexts?: 'cut' | 'first-last' | 'all'
  /** Where answers of a service are kept; false to keep none. */
  readonly cache?: string | false
}

/** What the people of a corpus know about its identifiers. */
export interface PrivacyOptions {
  /** Values that name nobody here. */
  readonly allow?: readonly string[]
  /** Values that are identifiers here. */
  readonly deny?: readonly string[]
  /** Patterns in RE2 syntax, with the name that findings give them. */
  readonly patterns?: readonly { readonly name: string; readonly pattern: string }[]
  /** Spans that other tools found. */
  readonly spans?: readonly { readonly name: string; readonly path: string }[]
  /** A folder with a local ONNX token classifier. */
  readonly model?: string
  /** People among whom the patients of the corpus could be. */
  readonly population?: number
}

/** What the analyses of duplication are told; see `duplication` of the configuration. */
export interface DuplicationOptions {
  readonly shingles?: 'words' | 'characters'
  readonly keep?: string
  readonly copyForward?: string
  readonly cutoff?: string
  /** Planted strings, their secret part in braces. */
  readonly canaries?: readonly string[]
}

/** Where the concepts come from that are looked for in the notes. */
export interface ConceptOptions {
  /** File of names of concepts: CSV, SNOMED CT RF2 or UMLS RRF. */
  readonly vocabulary: string
  /** Of the names, ISO 639-1; English when left out. */
  readonly language?: string
  /** Groups of semantic types: one of the project's tables, or pairs of a type and its group. */
  readonly groups?: 'semantic-groups' | 'omop' | readonly (readonly [type: string, group: string])[]
}

/** Lists of words that people bring: lower-cased, each once, sorted, one a line. */
export interface StyleOptions {
  /** Familiar words for the formula of Dale & Chall. */
  readonly daleChallWords?: string
  /** Words that are spelled right, beside the dictionary of their language or in its place. */
  readonly spellingWords?: string
}

/** What shapes a suite; plain data, so that a worker thread or another machine builds the same one. */
export interface SuiteOptions {
  readonly id: string
  readonly only?: readonly string[]
  /** Metadata fields whose values are measured apart. */
  readonly by?: readonly string[]
  readonly reference?: Reference
  /** Ages and sexes of the population: cells, or margins. */
  readonly population?: readonly Reference[]
  /** File of vectors that take the place of the embedding fitted on the corpus. */
  readonly vectors?: string
  /** File of vectors of the corpus of `--against`; without it they are looked for in `vectors`. */
  readonly againstVectors?: string
  /** A basis that an earlier audit kept: documents get their points in its space. */
  readonly basis?: string
  /** A model or service that takes the place of the embedding fitted on the corpus. */
  readonly embedder?: EmbedderOptions
  readonly privacy?: PrivacyOptions
  readonly duplication?: DuplicationOptions
  readonly concepts?: ConceptOptions
  readonly style?: StyleOptions
  readonly seed: number
  /** Of hashes of identifiers; never written. Without one none are made, and what needs them is not measured. */
  readonly key?: SecretKey
  /** The corpus is held against another one: the analyses that compare two are there. */
  readonly against?: boolean
  /** So is what needs a holdout of that other one. */
  readonly holdout?: boolean
}

/** All analyses of a suite, in its order. */
export const analysesOf = (suite: Suite): readonly Analysis[] => suite.categories.flatMap((category) => category.analyses)

/** The features that these analyses need, each after those it needs itself. */
export function featuresFor(suite: Suite): readonly Feature[] {
  const byId = new Map(suite.features.map((feature) => [feature.id, feature]))
  const ordered: Feature[] = []
  const open = new Set<string>()
  const visit = (id: string, wantedBy: string): void => {
    const feature = byId.get(id)
    if (!feature) throw new Error(`${wantedBy} needs the feature "${id}", which the suite "${suite.id}" does not have`)
    if (ordered.includes(feature)) return
    if (open.has(id)) throw new Error(`the feature "${id}" needs itself`)
    open.add(id)
    for (const need of feature.needs ?? []) visit(need, id)
    ordered.push(feature)
  }
  for (const analysis of analysesOf(suite)) for (const need of analysis.needs ?? []) visit(need, analysis.id)
  return ordered
}
