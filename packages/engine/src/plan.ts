import {
  type CompanionConfig,
  type ConceptOptions,
  type Config,
  ConfigError,
  type DuplicationOptions,
  type PrivacyOptions,
  type Reference,
  type Suite,
  type SuiteOptions,
} from '@corpuscope/core'
import type { ReadOptions } from '@corpuscope/corpus'

/** Where a suite comes from: the function for this thread, and the module that a worker thread loads to get the same one. */
export interface SuiteSource {
  readonly create: (options: SuiteOptions) => Suite
  readonly url: URL
}

/** What shapes the numbers of an audit: plain data, kept in partials so that `conclude` needs nothing else. */
export interface Recipe {
  readonly suite: SuiteOptions
  readonly read: ReadOptions
  readonly seed: number
  readonly maxBad: number
  readonly keepFields: readonly string[]
  readonly dropFields: readonly string[]
  readonly limit?: number
  readonly against?: CompanionInput
  readonly holdout?: CompanionInput
}

/** Where a corpus that stands beside the audited one is, and how it is read. */
export interface CompanionInput {
  readonly paths: readonly string[]
  readonly read: ReadOptions
}

/** The recipe of a configuration. */
export function recipeOf(config: Config, reference: Reference | undefined, population: readonly Reference[] = []): Recipe {
  const { maxBad, limit, keepFields, dropFields, ...read } = config.input
  const both = keepFields.find((field) => dropFields.includes(field))
  if (both !== undefined) throw new ConfigError(`input: the field "${both}" is both kept and dropped. Name it once.`)
  return {
    suite: {
      id: config.suite,
      seed: config.seed,
      ...(config.only && { only: config.only }),
      ...(config.by.length > 0 && { by: config.by }),
      ...(reference && { reference }),
      ...(population.length > 0 && { population }),
      ...embeddingOf(config),
      ...(config.privacy && { privacy: dropUndefined(config.privacy) as PrivacyOptions }),
      ...(config.duplication && { duplication: duplicationOf(config.duplication) }),
      ...(config.concepts && { concepts: conceptsOf(config) }),
      ...(config.against && { against: true }),
      ...(config.holdout && { holdout: true }),
    },
    read: dropUndefined(read),
    ...(config.against && { against: companionInput(config.against, read) }),
    ...(config.holdout && { holdout: companionInput(config.holdout, read) }),
    seed: config.seed,
    maxBad,
    keepFields,
    dropFields,
    ...(limit !== undefined && { limit }),
  }
}

// What the audited corpus is, where its labels lie and how its files are called says nothing about another corpus; what its fields
// are called is the likeliest guess.
function companionInput(
  { paths, ...own }: CompanionConfig,
  { format: _, labels: __, namePattern: ___, split: ____, ...read }: ReadOptions,
): CompanionInput {
  return { paths, read: dropUndefined({ ...read, ...dropUndefined(own) }) }
}

/** The strings of the file of canaries are put in by whoever may read files. */
const duplicationOf = ({ canaries: _, ...others }: NonNullable<Config['duplication']>): DuplicationOptions =>
  dropUndefined(others) as DuplicationOptions

/** The groups, which may be a file, are put in by whoever may read files. */
const conceptsOf = ({ concepts, input }: Config): ConceptOptions =>
  dropUndefined({ vocabulary: concepts!.vocabulary, language: concepts!.language ?? input.language }) as ConceptOptions

/** At most one thing gives documents their points. */
function embeddingOf({ vectors, againstVectors, basis, embedder }: Config): Partial<SuiteOptions> {
  const named = Object.entries({ vectors, basis, embedder }).flatMap(([name, value]) => (value === undefined ? [] : name))
  if (named.length > 1) throw new ConfigError(`${named.join(' and ')}: both would give documents their points. Name one of them.`)
  if (againstVectors !== undefined && vectors === undefined)
    throw new ConfigError('againstVectors: is of no use without vectors, the file for the audited corpus.')
  return dropUndefined({ vectors, againstVectors, basis, embedder: embedder && dropUndefined(embedder) }) as Partial<SuiteOptions>
}

/** What of a recipe goes into `audit.json`: no path, no threads. */
export function provenanceOptions({ suite, read, limit, keepFields, dropFields }: Recipe): Record<string, unknown> {
  const { labels, format: _, ...fields } = read
  return dropUndefined({
    suite: suite.id,
    only: suite.only,
    by: suite.by,
    reference: suite.reference?.id,
    population: suite.population?.map(({ id }) => id),
    // That there was a secret: fingerprints of findings are other ones with it.
    keyed: suite.key?.lasting || undefined,
    vectors: suite.vectors === undefined ? undefined : true,
    basis: suite.basis === undefined ? undefined : true,
    embedder: suite.embedder && dropUndefined({ ...suite.embedder, from: undefined, cache: undefined }),
    // How many, never which: what a list holds are values of the corpus.
    privacy: suite.privacy && {
      allow: suite.privacy.allow?.length,
      deny: suite.privacy.deny?.length,
      patterns: suite.privacy.patterns?.map(({ name }) => name),
      spans: suite.privacy.spans?.map(({ name }) => name),
      model: suite.privacy.model === undefined ? undefined : true,
      population: suite.privacy.population,
    },
    // The number of canaries: they are secrets.
    duplication: suite.duplication && dropUndefined({ ...suite.duplication, canaries: suite.duplication.canaries?.length }),
    // Which words is said by their instruments.
    style:
      suite.style &&
      dropUndefined({
        daleChallWords: suite.style.daleChallWords === undefined ? undefined : true,
        spellingWords: suite.style.spellingWords === undefined ? undefined : true,
      }),
    // Which vocabulary is said by its instrument.
    concepts:
      suite.concepts &&
      dropUndefined({
        language: suite.concepts.language,
        groups: typeof suite.concepts.groups === 'object' ? true : suite.concepts.groups,
      }),
    against: suite.against,
    holdout: suite.holdout,
    ...fields,
    labels: labels === undefined ? undefined : true,
    limit,
    keepFields: keepFields.length > 0 ? keepFields : undefined,
    dropFields: dropFields.length > 0 ? dropFields : undefined,
  })
}

function dropUndefined<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T
}
