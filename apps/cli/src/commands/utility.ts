import { writeFile } from 'node:fs/promises'
import {
  annotated,
  conceptsOf,
  conceptUtility,
  createContextModel,
  scoreModes,
  trainEpoch,
  typeGroups,
  type UtilityPoint,
  vocabularyFrom,
} from '@corpuscope/concepts'
import { CorpusError, type Document, UsageError } from '@corpuscope/core'
import { assertionOf, findConcepts, readVocabulary, type Vocabulary } from '@corpuscope/features'
import { hash32, seededRandom } from '@corpuscope/statistics'
import { plural } from '../format.ts'
import { readDocuments } from '../read-documents.ts'
import { readGroups } from '../read-groups.ts'
import { colors, print, say } from '../terminal.ts'
import { keeping, modesOf, type ScoringOptions } from './score.ts'

interface UtilityOptions extends ScoringOptions {
  annotated: string[]
  test?: string[]
  heldOut?: number
  vocabulary?: string
  epochs?: number
  language?: string
}

const numberOf = (name: string, value: number | undefined, usual: number, fits: (value: number) => boolean, wanted: string): number => {
  const given = value ?? usual
  if (!fits(given)) throw new UsageError(`--${name}: ${wanted} is wanted.`)
  return given
}

/** `corpuscope utility`: what unlabelled notes teach a concept annotator, by epoch. */
export async function utility([inputs]: readonly [readonly string[]], options: UtilityOptions): Promise<number> {
  const modes = modesOf(options.mode)
  const groupOf = typeGroups(await readGroups('--groups', options.groups))
  const seed = options.seed ?? 1
  const epochs = numberOf(
    'epochs',
    options.epochs,
    4,
    (value) => Number.isInteger(value) && value >= 0 && value <= 100,
    'a whole number from 0 to 100',
  )
  const heldOut = numberOf('held-out', options.heldOut, 0.3, (value) => value > 0 && value < 1, 'a share between 0 and 1')
  const labelled = await readDocuments(options.annotated, options)
  const held = options.test ? await readDocuments(options.test, options) : labelled.filter((document) => isHeldOut(document, heldOut, seed))
  const training = options.test ? labelled : labelled.filter((document) => !isHeldOut(document, heldOut, seed))
  const { annotated: _, ...reading } = options
  const notes = await readDocuments(inputs, reading)
  const language = options.language ?? 'en'
  const vocabulary =
    options.vocabulary === undefined ? vocabularyFrom(training, language) : readVocabulary(options.vocabulary, { language })
  if (vocabulary.size === 0)
    throw new CorpusError(
      `${options.annotated.join(', ')}: no annotation has a code, so they make no vocabulary. Give one with --vocabulary.`,
    )
  const keep = keeping({ ...options, codedOnly: true })
  const points = conceptUtility(vocabulary, notes, held, { epochs, seed, modes, groupOf, keep: ({ annotations }) => keep(annotations) })
  const facts = {
    names: vocabulary.size,
    concepts: vocabulary.codes.length,
    ambiguous: ambiguous(vocabulary),
    notes: notes.length,
    training: training.length,
    heldOut: held.length,
  }
  if (options.json)
    print(
      JSON.stringify(
        {
          schema: 'corpuscope/utility/1',
          ...facts,
          points: points.map(({ epoch, scores }) => ({ epoch, scores: scores.map(({ documents: __, ...score }) => score) })),
        },
        null,
        1,
      ),
    )
  else {
    print(
      `${plural(facts.names, 'name')} of ${plural(facts.concepts, 'concept')}, ${facts.ambiguous} ambiguous; taught by ${plural(facts.notes, 'note')}, scored on ${plural(facts.heldOut, 'held-out document')}.\n`,
    )
    print(utilityText(points))
  }
  return 0
}

/** By hash of the key: the same documents whatever stands beside them. */
const isHeldOut = ({ key }: Document, share: number, seed: number): boolean => hash32(key, seed) / 2 ** 32 < share

function ambiguous({ firstEntry, nextEntry }: Vocabulary): number {
  let names = 0
  for (const entry of firstEntry) if (entry >= 0 && nextEntry[entry]! >= 0) names++
  return names
}

const figure = (value: number | null): string => (value === null ? '–' : value.toFixed(3))

function utilityText(points: readonly UtilityPoint[]): string {
  const modes = points[0]!.scores.map(({ mode }) => mode).filter((mode) => (scoreModes as readonly string[]).includes(mode))
  const lines = [colors.bold(`${'F1'.padEnd(14)}${'epoch'.padStart(6)}  ${'value'.padStart(6)}  95 % interval     precision  recall`)]
  for (const mode of modes)
    for (const { epoch, scores } of points) {
      const score = scores.find((each) => each.mode === mode)!
      const interval = score.f1.interval ? `${figure(score.f1.interval[0])} to ${figure(score.f1.interval[1])}` : 'no interval'
      lines.push(
        `${(epoch === 0 ? mode : '').padEnd(14)}${String(epoch).padStart(6)}  ${figure(score.f1.value).padStart(6)}  ${interval.padEnd(16)}  ${figure(score.precision.value).padStart(9)}  ${figure(score.recall.value).padStart(6)}`,
      )
    }
  return lines.join('\n')
}

/** `corpuscope annotate`: the concepts of a vocabulary in a corpus, as JSON lines. */
export async function annotate(
  [inputs]: readonly [readonly string[]],
  options: { vocabulary: string; out: string; epochs?: number; language?: string; seed?: number } & ScoringOptions,
): Promise<number> {
  const epochs = numberOf(
    'epochs',
    options.epochs,
    1,
    (value) => Number.isInteger(value) && value >= 0 && value <= 100,
    'a whole number from 0 to 100',
  )
  const vocabulary = readVocabulary(options.vocabulary, { language: options.language ?? 'en' })
  const documents = await readDocuments(inputs, options)
  const reads = documents.map((document) => ({ document, mentions: findConcepts(vocabulary, document) }))
  const model = createContextModel(reads)
  for (let epoch = 1; epoch <= epochs; epoch++) trainEpoch(model, reads, seededRandom(`${options.seed ?? 1} epoch ${epoch}`))
  const lines = reads.map((read) => {
    const { id, text } = read.document
    const spans = annotated(vocabulary, read, conceptsOf(model, read)).map(({ start, end, type, code }) => ({
      start,
      end,
      label: type,
      code,
      text: text.slice(start, end),
      assertion: assertionOf(read.document, start, end),
    }))
    return JSON.stringify({ id, text, spans })
  })
  await writeFile(options.out, `${lines.join('\n')}\n`)
  say(
    `${plural(
      reads.reduce((sum, { mentions }) => sum + mentions.count, 0),
      'concept',
    )} in ${plural(documents.length, 'document')} written to ${options.out}.`,
  )
  return 0
}
