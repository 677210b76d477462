import type { Analysis, Document } from '@corpuscope/core'
import { wordClass, wordFacts } from '@corpuscope/features'
import { jensenShannonDivergence } from '@corpuscope/statistics'
import { words } from '@corpuscope/text'
import { type GroupedMeasure, perDocumentGroup } from './grouped.ts'

const fewestWords = 50
const pair = 'no parts of exactly two roles'

const measures: readonly GroupedMeasure[] = [
  {
    id: 'role-word-asymmetry',
    title: 'Words of two roles',
    unit: 'share',
    range: [0, 1],
    direction: 'descriptive',
    definition:
      'Mean over documents with parts of exactly two roles (turns of doctor and patient) of the difference between the words of the two / the words of both: 0 where both say as much, 1 where one says all.',
    source: { text: 'Definition of this project' },
    leftOut: `${pair}, or no words in them`,
  },
  {
    id: 'role-style-divergence',
    title: 'Style of two roles',
    unit: 'bits',
    range: [0, 1],
    direction: 'descriptive',
    definition: `Mean over documents with parts of exactly two roles of the Jensen-Shannon divergence between how the two use function words. Few words raise it: compare it only between documents of like length.`,
    source: { text: 'Lin 1991, IEEE Transactions on Information Theory 37(1):145-151', url: 'https://doi.org/10.1109/18.61115' },
    leftOut: `${pair} with ${fewestWords} words or more, or a language other than en, fr, es, pt, de, it`,
  },
]

/** How unlike the two roles of one document are, by measure id. */
export function roleAsymmetryOf(document: Document): Record<string, number | null> {
  const roles = new Set<string>()
  for (const { role } of document.parts) if (role !== undefined) roles.add(role)
  if (roles.size !== 2) return {}
  const [first] = roles
  const parts = document.parts.filter(({ role }) => role !== undefined).sort((a, b) => a.start - b.start)
  const { starts, types, count, frequencies } = words(document)
  const { classes, language } = wordFacts(document)
  const said = [0, 0]
  const uses = [new Float64Array(frequencies.length), new Float64Array(frequencies.length)]
  const functional = [0, 0]
  let at = 0
  for (let word = 0; word < count; word++) {
    while (at < parts.length && parts[at]!.end <= starts[word]!) at++
    const part = parts[at]
    if (part === undefined) break
    if (part.start > starts[word]!) continue
    const speaker = part.role === first ? 0 : 1
    said[speaker]!++
    if ((classes[types[word]!]! & wordClass.functionWord) === 0) continue
    functional[speaker]!++
    uses[speaker]![types[word]!]!++
  }
  const [a, b] = said as [number, number]
  const comparable = language !== undefined && Math.min(a, b) >= fewestWords && Math.min(...functional) > 0
  return {
    'role-word-asymmetry': a + b > 0 ? Math.abs(a - b) / (a + b) : null,
    'role-style-divergence': comparable
      ? jensenShannonDivergence(
          uses[0]!.map((n) => n / functional[0]!),
          uses[1]!.map((n) => n / functional[1]!),
        )
      : null,
  }
}

/** How unlike two roles speak in one document, such as patient and doctor. */
export const roleAsymmetry = (): Analysis<null> =>
  perDocumentGroup({ id: 'role-asymmetry', title: 'Asymmetry of roles over documents', measures, of: roleAsymmetryOf })
