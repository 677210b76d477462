import { writeFile } from 'node:fs/promises'
import { conceptUtility, labellingUtility, type TrainingUtility, taggingUtility, typeGroups, vocabularyFrom } from '@corpuscope/concepts'
import { type Chart, CorpusError, type Document, UsageError } from '@corpuscope/core'
import { ambiguousNames, readVocabulary } from '@corpuscope/features'
import { hash32 } from '@corpuscope/statistics'
import { plural } from '../format.ts'
import { type InputOptions, readDocuments } from '../read-documents.ts'
import { readGroups } from '../read-groups.ts'
import { print, say } from '../terminal.ts'
import { epochChart, epochText, learningChart, learningText } from '../utility-text.ts'
import { keeping, modesOf, type ScoringOptions } from './score.ts'

interface UtilityOptions extends ScoringOptions {
  task: 'concepts' | 'spans' | 'labels'
  annotated?: string[]
  test?: string[]
  baseline?: string[]
  heldOut?: number
  vocabulary?: string
  epochs?: number
  language?: string
  labelField?: string
  chart?: string
}

const numberOf = (name: string, value: number | undefined, usual: number, fits: (value: number) => boolean, wanted: string): number => {
  const given = value ?? usual
  if (!fits(given)) throw new UsageError(`--${name}: ${wanted} is wanted.`)
  return given
}

/** Times a corpus is read, by `--epochs`. */
export const epochsOf = (value: number | undefined, usual: number): number =>
  numberOf('epochs', value, usual, (given) => Number.isInteger(given) && given >= 0 && given <= 100, 'a whole number from 0 to 100')

const shareOf = (value: number | undefined): number =>
  numberOf('held-out', value, 0.3, (given) => given > 0 && given < 1, 'a share between 0 and 1')

/** `corpuscope utility`: what a corpus teaches a model, in numbers with intervals and as a curve. */
export async function utility([inputs]: readonly [readonly string[]], options: UtilityOptions): Promise<number> {
  const { made, text, chart } = options.task === 'concepts' ? await ofConcepts(inputs, options) : await ofTraining(inputs, options)
  if (options.json) print(JSON.stringify({ schema: 'corpuscope/utility/1', task: options.task, ...made }, null, 1))
  else print(text)
  if (options.chart !== undefined) {
    const { svgFile } = await import('@corpuscope/charts')
    await writeFile(options.chart, await svgFile(chart))
    say(`Curve written to ${options.chart}.`)
  }
  return 0
}

interface Outcome {
  readonly made: object
  readonly text: string
  readonly chart: Chart
}

/** What notes without labels teach a concept annotator, by epoch. */
async function ofConcepts(inputs: readonly string[], options: UtilityOptions): Promise<Outcome> {
  if (options.baseline) throw new UsageError('--baseline is for --task spans and labels: concepts are held against epoch 0.')
  if (!options.annotated)
    throw new UsageError('--annotated: a corpus with coded annotations is wanted, for the names of concepts and to test on.')
  const modes = modesOf(options.mode)
  const groupOf = typeGroups(await readGroups('--groups', options.groups))
  const seed = options.seed ?? 1
  const epochs = epochsOf(options.epochs, 4)
  const share = shareOf(options.heldOut)
  const labelled = await readDocuments(options.annotated, options)
  const held = options.test ? await readDocuments(options.test, options) : labelled.filter((document) => isHeldOut(document, share, seed))
  const training = options.test ? labelled : labelled.filter((document) => !isHeldOut(document, share, seed))
  const notes = await readDocuments(inputs, options)
  const language = options.language ?? 'en'
  const vocabulary =
    options.vocabulary === undefined ? vocabularyFrom(training, language) : readVocabulary(options.vocabulary, { language })
  if (vocabulary.size === 0)
    throw new CorpusError(
      `${options.annotated.join(', ')}: no annotation has a code, so they make no vocabulary. Give one with --vocabulary.`,
    )
  const keep = keeping({ ...options, codedOnly: true })
  const { points, room } = conceptUtility(vocabulary, notes, held, {
    epochs,
    seed,
    modes,
    groupOf,
    keep: ({ annotations }) => keep(annotations),
  })
  const facts = {
    names: vocabulary.size,
    concepts: vocabulary.codes.length,
    ambiguous: ambiguousNames(vocabulary),
    notes: notes.length,
    training: training.length,
    heldOut: held.length,
  }
  const title = `${plural(facts.names, 'name')} of ${plural(facts.concepts, 'concept')}, ${facts.ambiguous} ambiguous; taught by ${plural(facts.notes, 'note')}, scored on ${plural(facts.heldOut, 'held-out document')}.`
  return {
    made: {
      ...facts,
      room,
      points: points.map(({ epoch, scores }) => ({ epoch, scores: scores.map(({ documents: _, ...score }) => score) })),
    },
    text: `${title}\n\n${epochText(points, room)}`,
    chart: epochChart(points),
  }
}

/** What annotated or labelled documents teach a light model, by how many of them it is trained on. */
async function ofTraining(inputs: readonly string[], options: UtilityOptions): Promise<Outcome> {
  const spans = options.task === 'spans'
  if (options.annotated ?? options.vocabulary)
    throw new UsageError(`--annotated and --vocabulary are for --task concepts; --task ${options.task} learns from the corpus itself.`)
  if (!spans && (options.mode ?? options.types ?? options.groups))
    throw new UsageError('--mode, --types and --groups are for annotations; --task labels scores one label a document.')
  const seed = options.seed ?? 1
  const reading: InputOptions = options
  const all = await readDocuments(inputs, reading)
  const share = shareOf(options.heldOut)
  const test = options.test ? await readDocuments(options.test, reading) : all.filter((document) => isHeldOut(document, share, seed))
  const corpus = options.test ? all : all.filter((document) => !isHeldOut(document, share, seed))
  const baseline = options.baseline && (await readDocuments(options.baseline, reading))
  const keep = keeping(options)
  const teaches = (document: Document): boolean =>
    spans ? keep(document.annotations).length > 0 : document.label !== undefined && document.label !== ''
  const what = spans ? 'annotation' : 'label'
  for (const [name, documents] of [
    ['the corpus', corpus],
    ['the test documents', test],
    ['the baseline', baseline ?? corpus],
  ] as const)
    if (!documents.some(teaches))
      throw new CorpusError(
        `${name}: no document has ${spans ? 'an annotation' : 'a label'}, so nothing can be ${name === 'the test documents' ? 'scored' : 'learned'}.${spans ? '' : ' Name the field with --label-field.'}`,
      )
  const seen = new Set([...corpus, ...(baseline ?? [])].map(({ text }) => text))
  const known = test.filter(({ text }) => seen.has(text)).length
  if (known > 0)
    say(
      `${plural(known, 'test document')} of ${test.length} ${known === 1 ? 'is' : 'are'} among those that are trained on: scores are too good.`,
    )
  const corpora = { corpus, test, ...(baseline && { baseline }) }
  const epochs = numberOf(
    'epochs',
    options.epochs,
    5,
    (given) => Number.isInteger(given) && given >= 1 && given <= 100,
    'a whole number from 1 to 100',
  )
  const made: TrainingUtility = spans
    ? taggingUtility(corpora, {
        seed,
        epochs,
        groupOf: typeGroups(await readGroups('--groups', options.groups)),
        keep: ({ annotations }) => keep(annotations),
        ...(options.mode && { modes: modesOf(options.mode) }),
      })
    : labellingUtility(corpora, { seed })
  const facts = { corpus: corpus.length, ...(baseline && { baseline: baseline.length }), test: test.length }
  const title = `Trained on ${plural(corpus.length, 'document')}${baseline ? `, beside a baseline of ${baseline.length}` : ''}; scored by ${what} on ${plural(test.length, 'test document')}.`
  return { made: { ...facts, ...made }, text: `${title}\n\n${learningText(made)}`, chart: learningChart(made) }
}

/** By hash of the key: the same documents whatever stands beside them. */
const isHeldOut = ({ key }: Document, share: number, seed: number): boolean => hash32(key, seed) / 2 ** 32 < share
