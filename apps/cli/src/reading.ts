import { type Config, ConfigError, type ConfigInput, type InputConfig, type SuiteOptions } from '@corpuscope/core'
import { type Recipe, recipeOf, type SuiteSource } from '@corpuscope/engine'
import { checkVocabulary } from '@corpuscope/features'
import { populationCells, readCodeMapping } from '@corpuscope/references'
import { createSuite } from '@corpuscope/suites'
import { loadConfig } from './config-file.ts'
import { loadReference } from './load-reference.ts'
import { readCanaries } from './read-canaries.ts'
import { readGroups } from './read-groups.ts'
import { readWordList } from './read-word-list.ts'

/** Options of the commands that read a corpus, as commander gives them. */
export interface ReadingOptions {
  config?: string
  format?: InputConfig['format']
  shape?: InputConfig['shape']
  split?: string
  subset?: string
  textField?: string
  idField?: string
  labelField?: string
  languageField?: string
  labels?: string
  namePattern?: string
  language?: string
  words?: 'standard' | 'oracle-1' | 'letters'
  maxBad?: number
  suite?: string
  only?: string[]
  by: string[]
  reference?: string
  vocabulary?: string
  groups?: string
  spellingWords?: string
  daleChallWords?: string
  codeMap?: string
  normalise?: boolean
  population: string[]
  vectors?: string
  againstVectors?: string
  basis?: string
  embedder?: string
  embedderModel?: string
  embedderCache?: string
  pooling?: 'mean' | 'cls'
  maxTokens?: number
  longTexts?: 'cut' | 'first-last' | 'all'
  against?: string[]
  againstTextField?: string
  holdout?: string[]
  seed?: number
  keepField: string[]
  dropField: string[]
  threads?: number
  limit?: number
}

/** The suite for this thread, and the module beside this one for worker threads. */
export const suiteSource: SuiteSource = { create: createSuite, url: new URL('./suite.js', import.meta.url) }

/** The recipe that the command line and the configuration file ask for. */
export async function recipeFrom(options: ReadingOptions): Promise<{ recipe: Recipe; config: Config; threads: { threads?: number } }> {
  const {
    config: file,
    suite,
    only,
    by,
    reference,
    vocabulary,
    groups,
    spellingWords,
    daleChallWords,
    codeMap,
    normalise = false,
    population,
    vectors,
    againstVectors,
    basis,
    embedder,
    embedderModel,
    embedderCache,
    pooling,
    maxTokens,
    longTexts,
    against,
    againstTextField,
    holdout,
    seed,
    keepField,
    dropField,
    threads,
    ...input
  } = options
  const known = [
    'format',
    'shape',
    'split',
    'subset',
    'textField',
    'idField',
    'labelField',
    'languageField',
    'labels',
    'namePattern',
    'language',
    'words',
    'maxBad',
    'limit',
  ] as const
  const overrides = defined({
    suite,
    only,
    by: by.length > 0 ? by : undefined,
    reference,
    population: population.length > 0 ? population : undefined,
    vectors,
    againstVectors,
    basis,
    embedder:
      embedder === undefined
        ? undefined
        : defined({ from: embedder, model: embedderModel, cache: embedderCache, pooling, maxTokens, longTexts }),
    concepts: vocabulary === undefined && groups === undefined ? undefined : defined({ vocabulary, groups }),
    style: spellingWords === undefined && daleChallWords === undefined ? undefined : defined({ spellingWords, daleChallWords }),
    against: beside(against, againstTextField),
    holdout: beside(holdout, againstTextField),
    seed,
    input: defined({
      ...Object.fromEntries(known.map((name) => [name, input[name]])),
      keepFields: keepField.length > 0 ? keepField : undefined,
      dropFields: dropField.length > 0 ? dropField : undefined,
    }),
  }) as ConfigInput
  if (threads !== undefined && !(Number.isInteger(threads) && threads >= 1))
    throw new ConfigError(`--threads: a whole number, 1 or more, is wanted.`)
  const { config } = await loadConfig(file, overrides)
  const found = await loadReference(config.reference, { normalise })
  const coded = codeMap === undefined ? found : await readCodeMapping(found, codeMap)
  const { labels, labelField, idField } = config.input
  if (labels !== undefined && labelField === undefined && coded) {
    const { labelColumn } = await import('./label-column.ts')
    const column = labelColumn(labels, idField, coded)
    if (column !== undefined) config.input.labelField = column
  }
  const people = await Promise.all(config.population.map((name) => loadReference(name, { normalise })))
  for (const each of people) populationCells(each)
  const made = recipeOf(config, coded, people)
  const recipe = { ...made, suite: { ...made.suite, ...(await filled(made.suite, config)) } }
  return { recipe, config, threads: threads === undefined ? {} : { threads } }
}

/** What of a suite's options is written in files. */
async function filled(suite: SuiteOptions, { duplication, concepts, style }: Config): Promise<Partial<SuiteOptions>> {
  if (concepts) checkVocabulary(concepts.vocabulary)
  return {
    ...(duplication?.canaries !== undefined && { duplication: { ...suite.duplication, canaries: readCanaries(duplication.canaries) } }),
    ...(concepts?.groups !== undefined && {
      concepts: { ...suite.concepts!, groups: await readGroups('concepts.groups:', concepts.groups) },
    }),
    ...(style && {
      style: {
        ...(style.daleChallWords !== undefined && { daleChallWords: readWordList('style.daleChallWords', style.daleChallWords) }),
        ...(style.spellingWords !== undefined && { spellingWords: readWordList('style.spellingWords', style.spellingWords) }),
      },
    }),
  }
}

const beside = (paths: readonly string[] | undefined, textField: string | undefined): ConfigInput['against'] =>
  paths && { paths: [...paths], ...(textField !== undefined && { textField }) }

const defined = <T extends object>(object: T): Partial<T> =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Partial<T>
