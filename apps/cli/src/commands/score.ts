import { codeOf, type ModeScore, type ScoredDocument, type ScoreMode, scoreModes, scoreSpans, typeGroups } from '@corpuscope/concepts'
import { type Annotation, CorpusError, type Document, digestOfKey, suggestion, UsageError } from '@corpuscope/core'
import { seededRandom } from '@corpuscope/statistics'
import { words } from '@corpuscope/text'
import { plural } from '../format.ts'
import { type InputOptions, readDocuments } from '../read-documents.ts'
import { readGroups } from '../read-groups.ts'
import { colors, print, say } from '../terminal.ts'

export interface ScoringOptions extends InputOptions {
  mode?: string[]
  types?: string[]
  groups?: string
  codedOnly?: boolean
  seed?: number
  json?: boolean
}

/** `corpuscope score`. */
export async function score([inputs]: readonly [readonly string[]], options: ScoringOptions & { gold: string[] }): Promise<number> {
  const modes = modesOf(options.mode)
  const groupOf = typeGroups(await readGroups('--groups', options.groups))
  const gold = await readDocuments(options.gold, options)
  const predicted = await readDocuments(inputs, options)
  const documents = paired(gold, predicted, keeping(options))
  const scores = scoreSpans(documents, { modes, groupOf, random: (purpose) => seededRandom(`${options.seed ?? 1} ${purpose}`) })
  if (options.json)
    print(
      JSON.stringify(
        { schema: 'corpuscope/score/1', documents: documents.length, scores: scores.map((each) => named(each, documents)) },
        null,
        1,
      ),
    )
  else print(scoreText(scores))
  return 0
}

/** @throws UsageError for a mode there is not */
export function modesOf(wanted: readonly string[] | undefined): readonly ScoreMode[] {
  const stranger = wanted?.find((mode) => !(scoreModes as readonly string[]).includes(mode))
  if (stranger !== undefined)
    throw new UsageError(`--mode: there is no mode "${stranger}".${suggestion(stranger, scoreModes)} Known: ${scoreModes.join(', ')}.`)
  return (wanted as readonly ScoreMode[] | undefined) ?? scoreModes
}

/** Which annotations take part: those of these types, those with a code. */
export function keeping({ types, codedOnly }: ScoringOptions): (annotations: readonly Annotation[] | undefined) => readonly Annotation[] {
  const wanted = types && new Set(types)
  return (annotations = []) =>
    annotations.filter((each) => (!wanted || wanted.has(each.type)) && (!codedOnly || codeOf(each) !== undefined))
}

/** Gold and predicted documents of one id and one text, side by side. */
function paired(
  gold: readonly Document[],
  predicted: readonly Document[],
  keep: (annotations: readonly Annotation[] | undefined) => readonly Annotation[],
): ScoredDocument[] {
  const guesses = new Map<string, Document[]>()
  for (const document of predicted) guesses.set(document.id, [...(guesses.get(document.id) ?? []), document])
  let absent = 0
  let others = 0
  const documents = gold.map((document): ScoredDocument => {
    const those = guesses.get(document.id) ?? []
    const at = those.findIndex(({ key }) => digestOfKey(key) === digestOfKey(document.key))
    if (at < 0) {
      if (those.length > 0) others++
      else absent++
    }
    const guess = at < 0 ? undefined : those.splice(at, 1)[0]
    return { id: document.id, gold: keep(document.annotations), predicted: keep(guess?.annotations), words: words(document) }
  })
  if (others > 0)
    throw new CorpusError(
      `${plural(others, 'document')} of ${gold.length} ${others === 1 ? 'has' : 'have'} another text in the predictions than in gold: places in it mean nothing. Predict on the texts of gold.`,
    )
  if (absent === gold.length)
    throw new CorpusError('no document of the predictions has the id of one in gold. Name the field with --id-field.')
  if (absent > 0)
    say(`${plural(absent, 'document')} of gold ${absent === 1 ? 'has' : 'have'} no prediction: all its spans count as missed.`)
  const over = predicted.length - (gold.length - absent)
  if (over > 0) say(`${plural(over, 'document')} of the predictions ${over === 1 ? 'is' : 'are'} not in gold and left out.`)
  if (documents.every((each) => each.gold.length === 0))
    throw new CorpusError('gold holds no annotation that takes part: nothing can be scored.')
  return documents
}

const named = ({ documents: own, ...score }: ModeScore, documents: readonly ScoredDocument[]) => ({
  ...score,
  documents: Object.fromEntries(own.map((f1, i) => [documents[i]!.id, f1])),
})

const figure = (value: number | null): string => (value === null ? '–' : value.toFixed(3))

/** The table of modes, and of types in the first mode. */
export function scoreText(scores: readonly ModeScore[]): string {
  const row = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => (i === 0 ? cell.padEnd(14) : cell.padStart([0, 9, 7, 24, 7, 9][i]!)))
      .join(' ')
      .trimEnd()
  const table = scores.map(({ mode, precision, recall, f1, macro, perDocument }) =>
    row([
      mode,
      figure(precision.value),
      figure(recall.value),
      f1.interval ? `${figure(f1.value)} (${figure(f1.interval[0])} to ${figure(f1.interval[1])})` : figure(f1.value),
      figure(macro.f1),
      figure(perDocument.value),
    ]),
  )
  const [first] = scores
  const types = first && first.types.length > 1 ? first : undefined
  return [
    colors.bold(row(['mode', 'precision', 'recall', 'F1 (95 % interval)', 'macro', 'document'])),
    ...table,
    '',
    'F1 over all spans; macro: mean over types; document: mean over documents.',
    ...(types
      ? [
          '',
          colors.bold(
            `${`By type, ${types.mode}`.padEnd(36)} ${'gold'.padStart(6)} ${'found'.padStart(6)} ${'precision'.padStart(9)} ${'recall'.padStart(7)} ${'F1'.padStart(6)}`,
          ),
          ...types.types.map(
            (each) =>
              `${each.type.slice(0, 36).padEnd(36)} ${String(each.gold).padStart(6)} ${String(each.predicted).padStart(6)} ${figure(each.precision).padStart(9)} ${figure(each.recall).padStart(7)} ${figure(each.f1).padStart(6)}`,
          ),
        ]
      : []),
  ].join('\n')
}
