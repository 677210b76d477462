import type { Document } from '@corpuscope/core'
import { findConcepts, type Vocabulary, vocabularyBuilder } from '@corpuscope/features'
import { seededRandom } from '@corpuscope/statistics'
import { conceptsOf, createContextModel, type Read, trainEpoch } from './context-vectors.ts'
import type { ScoreMode } from './match-spans.ts'
import { type ModeScore, scoreSpans } from './score.ts'
import { codeOf, placeOf, type Span } from './span.ts'

/** The vocabulary that annotated documents amount to: the words of each annotation with a code are a name of it, the commonest code first. */
export function vocabularyFrom(documents: readonly Document[], language = 'en'): Vocabulary {
  const names = new Map<string, Map<string, number>>()
  const types = new Map<string, string>()
  for (const { text, annotations = [] } of documents)
    for (const annotation of annotations) {
      const code = codeOf(annotation)
      if (code === undefined || annotation.fragments || annotation.problem) continue
      types.set(code, types.get(code) ?? annotation.type)
      const name = text.slice(annotation.start, annotation.end).replace(/\s+/g, ' ')
      let codes = names.get(name)
      if (!codes) names.set(name, (codes = new Map()))
      codes.set(code, (codes.get(code) ?? 0) + 1)
    }
  const builder = vocabularyBuilder(language)
  const entries = [...names].flatMap(([name, codes]) => [...codes].map(([code, times]) => ({ name, code, times })))
  // Concepts are tried in the order they were added where nothing else decides.
  for (const { name, code } of entries.sort((a, b) => b.times - a.times || (a.code < b.code ? -1 : 1)))
    builder.add(code, name, { type: types.get(code) })
  return builder.finish()
}

export interface UtilityOptions {
  readonly epochs: number
  readonly seed: number
  readonly modes?: readonly ScoreMode[]
  readonly groupOf?: (type: string) => string
  /** Annotations of the test documents that take part. */
  readonly keep?: (document: Document) => readonly Span[]
}

export interface UtilityPoint {
  readonly epoch: number
  readonly scores: readonly ModeScore[]
}

/** How much choosing among the concepts of ambiguous names could change at all. */
export interface UtilityRoom {
  /** Mentions in the test documents, and those whose name stands for several concepts. */
  readonly mentions: number
  readonly ambiguous: number
  /** Strict F1 when the first concept is always taken, and when the right one is, wherever it is among them. */
  readonly first: number | null
  readonly best: number | null
}

/** The concepts of a vocabulary in documents, as annotations. */
export function annotated(vocabulary: Vocabulary, read: Read, concepts: readonly number[]): Span[] {
  const { mentions } = read
  return concepts.map((concept, m) => ({
    start: mentions.starts[m]!,
    end: mentions.ends[m]!,
    type: vocabulary.types[vocabulary.typeOf[concept]!] ?? 'concept',
    code: vocabulary.codes[concept]!,
  }))
}

/**
 * What notes without labels teach a concept annotator: scores on held-out documents after 0 to `epochs` epochs over the notes.
 *
 * @param notes  the corpus whose worth is measured
 * @param test   annotated documents that gave the vocabulary no name
 * @see Songsiritat 2025, SynGP500, the experiment with MedCAT
 */
export function conceptUtility(
  vocabulary: Vocabulary,
  notes: readonly Document[],
  test: readonly Document[],
  options: UtilityOptions,
): { readonly points: readonly UtilityPoint[]; readonly room: UtilityRoom } {
  const { epochs, seed, keep = ({ annotations = [] }) => annotations } = options
  const readAll = (documents: readonly Document[]): Read[] =>
    documents.map((document) => ({ document, mentions: findConcepts(vocabulary, document) }))
  const lessons = readAll(notes)
  const held = readAll(test)
  const model = createContextModel(lessons)
  const points: UtilityPoint[] = []
  for (let epoch = 0; epoch <= epochs; epoch++) {
    if (epoch > 0) trainEpoch(model, lessons, seededRandom(`${seed} epoch ${epoch}`))
    const documents = held.map((read) => ({
      id: read.document.id,
      gold: keep(read.document),
      predicted: annotated(vocabulary, read, conceptsOf(model, read)),
    }))
    const scores = scoreSpans(documents, {
      ...(options.modes && { modes: options.modes }),
      ...(options.groupOf && { groupOf: options.groupOf }),
      // The same resamples for every epoch: their intervals can be laid side by side.
      random: (purpose) => seededRandom(`${seed} ${purpose}`),
    })
    points.push({ epoch, scores })
  }
  return { points, room: roomOf(vocabulary, held, keep) }
}

function roomOf(vocabulary: Vocabulary, held: readonly Read[], keep: NonNullable<UtilityOptions['keep']>): UtilityRoom {
  const strict = (choose: (candidates: readonly number[], right: string | undefined) => number): number | null => {
    const documents = held.map((read) => {
      const gold = keep(read.document)
      const codes = new Map(gold.map((span) => [placeOf(span), codeOf(span)]))
      const { starts, ends, candidates } = read.mentions
      const chosen = candidates.map((each, m) => choose(each, codes.get(`${starts[m]}-${ends[m]}`)))
      return { id: read.document.id, gold, predicted: annotated(vocabulary, read, chosen) }
    })
    return scoreSpans(documents, { modes: ['strict'] })[0]!.f1.value
  }
  const all = held.flatMap(({ mentions }) => mentions.candidates)
  return {
    mentions: all.length,
    ambiguous: all.filter((candidates) => candidates.length > 1).length,
    first: strict(([first]) => first!),
    best: strict((candidates, right) => candidates.find((concept) => vocabulary.codes[concept] === right) ?? candidates[0]!),
  }
}
