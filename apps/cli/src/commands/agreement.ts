import { type GroupOf, type ScoreMode, spanAgreement, typeGroups } from '@corpuscope/concepts'
import { CorpusError, type Document, UsageError } from '@corpuscope/core'
import { type Interval, type Random, ratingAgreement, seededRandom } from '@corpuscope/statistics'
import { plural } from '../format.ts'
import { readDocuments } from '../read-documents.ts'
import { readGroups } from '../read-groups.ts'
import { type RatingOptions, readRatings } from '../read-ratings.ts'
import { colors, print, say } from '../terminal.ts'
import { keeping, modesOf, type ScoringOptions } from './score.ts'

type AgreementOptions = ScoringOptions & RatingOptions

/** `corpuscope agreement`: of ratings in one table, or of spans in one corpus for each annotator. */
export async function agreement([inputs]: readonly [readonly string[]], options: AgreementOptions): Promise<number> {
  const random = (purpose: string): Random => seededRandom(`${options.seed ?? 1} ${purpose}`)
  if (inputs.length === 1) await ofRatings(inputs[0]!, options, random)
  else await ofSpans(inputs, options, random)
  return 0
}

async function ofRatings(file: string, options: AgreementOptions, random: (purpose: string) => Random): Promise<void> {
  const { raters, ratings, scales, categories } = await readRatings(file, options)
  const coefficients = ratingAgreement(ratings, scales, { random, ...(categories && { categories }) })
  if (coefficients.every(({ units }) => units === 0))
    throw new CorpusError(`${file}: no line has two ratings, so no agreement can be measured.`)
  if (options.json) {
    const named = coefficients.map((each) => ({ ...each, ...(each.raters && { raters: each.raters.map((at) => raters[at]!) }) }))
    print(JSON.stringify({ schema: 'corpuscope/agreement/1', raters, units: ratings[0]!.length, coefficients: named }, null, 1))
    return
  }
  const missing = ratings.flat().filter((value) => value === null).length
  print(
    [
      `${plural(ratings[0]!.length, 'unit')}, ${plural(raters.length, 'rater')}, ${plural(missing, 'missing rating')}`,
      '',
      heading('units'),
      ...coefficients.map(({ coefficient, raters: pair, units, value, interval }) =>
        row(pair ? `cohen ${raters[pair[0]]} – ${raters[pair[1]]}` : coefficient, units, value, interval),
      ),
      '',
      ...notesOf(coefficients),
    ].join('\n'),
  )
}

async function ofSpans(inputs: readonly string[], options: AgreementOptions, random: (purpose: string) => Random): Promise<void> {
  if (options.raters || options.scale || options.categories)
    throw new UsageError('--raters, --scale and --categories are for one CSV of ratings; several inputs are compared by their spans.')
  const modes: readonly ScoreMode[] = modesOf(options.mode)
  const groupOf: GroupOf = typeGroups(await readGroups('--groups', options.groups))
  const corpora: Map<string, Document>[] = []
  for (const input of inputs) corpora.push(new Map((await readDocuments([input], options)).map((document) => [document.key, document])))
  const shared = [...corpora[0]!.keys()].filter((key) => corpora.every((corpus) => corpus.has(key)))
  if (shared.length === 0)
    throw new CorpusError('no document is in every input with one id and one text. Name the field of ids with --id-field.')
  const every = new Set(corpora.flatMap((corpus) => [...corpus.keys()])).size
  if (every > shared.length)
    say(
      `${plural(every - shared.length, 'document')} of ${every} ${every - shared.length === 1 ? 'is' : 'are'} not in every input and left out.`,
    )
  const keep = keeping(options)
  const annotators = corpora.map((corpus) => shared.map((key) => keep(corpus.get(key)!.annotations)))
  if (annotators.every((documents) => documents.every((spans) => spans.length === 0)))
    throw new CorpusError('no annotation takes part: agreement cannot be measured.')
  const found = modes.map((mode) => ({ mode, ...spanAgreement(annotators, mode, { random: random(`agreement ${mode}`), groupOf }) }))
  if (options.json) {
    const named = found.map(({ pairs, ...each }) => ({
      ...each,
      pairs: pairs.map(({ first, second, f1 }) => ({ annotators: [inputs[first]!, inputs[second]!], f1 })),
    }))
    print(JSON.stringify({ schema: 'corpuscope/agreement/1', annotators: inputs, documents: shared.length, f1: named }, null, 1))
    return
  }
  const lines = found.map(({ mode, value, interval }) => row(mode, annotators.flat(2).length, value, interval))
  const { mode, pairs } = found[0]!
  print(
    [
      `${plural(shared.length, 'document')}, ${plural(inputs.length, 'annotator')}; F1 of spans, mean over pairs`,
      '',
      heading('spans'),
      ...lines,
      '',
      ...notesOf(found),
      ...(pairs.length > 1
        ? [
            '',
            colors.bold(`By pair, ${mode}`),
            ...pairs.map(({ first, second, f1 }) => `${figure(f1)}  ${inputs[first]} – ${inputs[second]}`),
          ]
        : []),
    ].join('\n'),
  )
}

/** How intervals were made, and why values or intervals are missing; each once. */
function notesOf(found: readonly { readonly intervalMethod?: string; readonly reason?: string }[]): string[] {
  const methods = [...new Set(found.flatMap(({ intervalMethod }) => intervalMethod ?? []))]
  const reasons = [...new Set(found.flatMap(({ reason }) => reason ?? []))]
  return [...methods.map((method) => `Intervals: 95 %, ${method}.`), ...reasons.map((reason) => `No interval or value: ${reason}.`)]
}

const figure = (value: number | null): string => (value === null ? '–' : value.toFixed(3)).padStart(6)

const heading = (counted: string): string => colors.bold(`${''.padEnd(36)} ${counted.padStart(7)} ${'value'.padStart(6)}  95 % interval`)

const row = (name: string, counted: number, value: number | null, interval: Interval | null): string =>
  `${name.slice(0, 36).padEnd(36)} ${String(counted).padStart(7)} ${figure(value)}${interval ? `  ${figure(interval[0]).trim()} to ${figure(interval[1]).trim()}` : ''}`
