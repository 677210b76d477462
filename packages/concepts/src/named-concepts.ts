import {
  type Analysis,
  type ConceptOptions,
  type Estimate,
  meanEstimate,
  notApplicable,
  type Result,
  type Row,
  ratioEstimate,
} from '@corpuscope/core'
import { assertionOf, assertionStatuses, findConcepts, hasAssertionRules } from '@corpuscope/features'
import { words } from '@corpuscope/text'
import { conceptVocabulary } from './concept-vocabulary.ts'
import { conceptMeasures, ratioMeasures } from './named-concepts-measures.ts'
import { chartsOf, tablesOf } from './named-concepts-tables.ts'
import { type ConceptName, ofConcepts, type Tallies, tallied } from './named-concepts-tally.ts'
import { typeGroups } from './type-groups.ts'

const list = 'named-concepts.mentions'

interface Partial {
  /** Of the vocabulary, once a document was read with it. */
  title: string
  fingerprint: string
  concepts: number
  /** Those of the concepts that were found. */
  readonly names: Map<number, ConceptName>
}

/** The concepts of a vocabulary in the notes: how many, of which kinds, how ambiguous their names are, and what the notes say of them. */
export const namedConcepts = (options: ConceptOptions): Analysis<Partial> => {
  const opened = conceptVocabulary(options)
  const groupOf = typeGroups(options.groups ?? 'semantic-groups')
  return {
    id: 'named-concepts',
    measures: [...conceptMeasures],
    create: () => ({ title: '', fingerprint: '', concepts: 0, names: new Map() }),
    observe(partial, document): Row {
      const { vocabulary, instrument } = opened()
      const { codes, names, types, typeOf } = vocabulary
      partial.title = instrument.title
      partial.fingerprint = instrument.fingerprint
      partial.concepts = codes.length
      const { count, starts, ends, firstWords, endWords, candidates } = findConcepts(vocabulary, document)
      const judged = hasAssertionRules(document)
      const mentions = new Uint32Array(1 + ofConcepts.width * count)
      mentions[0] = words(document).count
      const distinct = new Set<number>()
      for (let m = 0; m < count; m++) {
        const concept = candidates[m]![0]!
        distinct.add(concept)
        if (!partial.names.has(concept))
          partial.names.set(concept, { code: codes[concept]!, name: names[concept]!, type: types[typeOf[concept]!] ?? '' })
        const status = judged ? assertionStatuses.indexOf(assertionOf(document, starts[m]!, ends[m]!)) : ofConcepts.unjudged
        mentions.set([concept, endWords[m]! - firstWords[m]!, status, candidates[m]!.length > 1 ? 1 : 0], 1 + ofConcepts.width * m)
      }
      return { values: { 'concepts-per-document': distinct.size }, lists: { [list]: mentions } }
    },
    merge(partial, other) {
      if (other.concepts > 0) Object.assign(partial, { title: other.title, fingerprint: other.fingerprint, concepts: other.concepts })
      for (const [concept, name] of other.names) partial.names.set(concept, name)
    },
    conclude({ title, fingerprint, concepts, names }, context): Result {
      const { rows, seed } = context
      const tallies = tallied(Array.from({ length: rows.n }, (_, i) => rows.list(list, i)))
      const plain = (measure: string, value: () => number): Estimate =>
        found === 0
          ? notApplicable(measure, none, rows.n)
          : { measure, value: value(), interval: null, n: rows.n, left: 0, status: 'measured' }
      const none = 'no name of the vocabulary stands in the corpus'
      const found = tallies.concepts.size
      return {
        estimates: [
          meanEstimate({ id: 'concepts-per-document', range: [0, null] }, context, ''),
          ...ratioMeasures.map(({ measure, of, none: otherwise = none }) => {
            const pairs = tallies.documents.map(of)
            const [parts, wholes] = [pairs.map(([part]) => part), pairs.map(([, whole]) => whole)]
            return ratioEstimate(measure, parts, wholes, { none: otherwise, left: 0, seed })
          }),
          plain('concept-vocabulary-share', () => found / concepts),
          plain('concept-diversity', () => diversity(tallies)),
        ],
        ...(found > 0 && {
          charts: chartsOf(tallies, names, groupOf),
          tables: tablesOf(tallies, names, groupOf),
          instruments: [{ id: 'vocabulary', title, fingerprint }],
        }),
      }
    },
  }
}

/** exp of the entropy of concepts over mentions. */
function diversity({ concepts, mentions }: Tallies): number {
  let entropy = 0
  for (const { mentions: times } of [...concepts.values()].sort((a, b) => b.mentions - a.mentions))
    entropy -= (times / mentions) * Math.log(times / mentions)
  return Math.exp(entropy)
}
