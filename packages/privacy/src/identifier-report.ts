import { type Hidden, type Note, plural, type Rows, type Table } from '@corpuscope/core'
import { counts } from '@corpuscope/statistics'
import { type Identifier, strengths } from './identifier.ts'
import { type IdentifierCounts, totalFound } from './identifier-counts.ts'
import { type IdentifierKind, identifierKinds } from './identifier-kinds.ts'
import type { OtherSpan } from './other-detectors.ts'
import { safeHarbor } from './safe-harbor.ts'

const id = 'direct-identifier-rate'

/** From this share of documents on, one date in all of them is worth a sentence; below ten documents it says nothing. */
const sameDateShare = 0.5
const sameDateDocuments = 10

const agreements = ['both', 'only corpuscope', 'only the other'] as const

/** Counts what another detector found against what is ours. */
export function compare(compared: Map<string, number>, other: string, ours: readonly Identifier[], theirs: readonly OtherSpan[]): void {
  const meets = (a: OtherSpan, b: OtherSpan): boolean => a.start < b.end && b.start < a.end
  const own = ours.filter(({ strength, nobody }) => strength !== strengths.model && !nobody)
  for (const each of own)
    counts.add(compared, `${other}\0${each.kind}\0${theirs.some((span) => meets(span, each)) ? agreements[0] : agreements[1]}`)
  for (const each of theirs)
    if (!ours.some((one) => one.strength !== strengths.model && meets(one, each)))
      counts.add(compared, `${other}\0${each.kind}\0${agreements[2]}`)
}

/** Which identifiers two detectors share, by overlap. */
export const comparisonTable = ({ compared }: IdentifierCounts, other: string): Table => ({
  id: `${id}-beside-${other.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
  analysis: id,
  title: `Direct identifiers found by ${other}`,
  columns: [{ title: 'Kind' }, { title: 'Found by both' }, { title: 'Only by corpuscope' }, { title: `Only by ${other}` }],
  rows: identifierKinds.map((kind) => [
    kind.rule.title,
    ...agreements.map((agreement) => compared.get(`${other}\0${kind.id}\0${agreement}`) ?? 0),
  ]),
})

/** All 18 classes of Safe Harbor, and what of them was found or cannot be looked for in text. */
export const safeHarborTable = (partial: IdentifierCounts): Table => ({
  id: `${id}-safe-harbor`,
  analysis: id,
  title: 'HIPAA Safe Harbor, 45 CFR 164.514(b)(2)(i)',
  columns: [{ title: 'Class' }, { title: 'Identifier' }, { title: 'Detector' }, { title: 'Findings' }],
  rows: safeHarbor.map(({ letter, title, kinds, detector }) => [
    letter,
    title,
    detector,
    kinds.length === 0 ? null : kinds.reduce((sum, kind) => sum + (partial.found.get(kind) ?? 0), 0),
  ]),
})

export function summaryOf(partial: IdentifierCounts): string {
  const found = totalFound(partial)
  if (found === 0)
    return `None of ${plural(partial.documents, 'document')} has a name, contact, number, address or full date that we look for.`
  const most = identifierKinds.reduce<IdentifierKind>(
    (best, kind) => ((partial.found.get(kind.id) ?? 0) > (partial.found.get(best.id) ?? 0) ? kind : best),
    identifierKinds[0]!,
  )
  return `${plural(found, 'identifier')} in ${partial.withIdentifier} of ${plural(partial.documents, 'document')}; most often: ${most.name} (${partial.found.get(most.id)!}).`
}

/** A row a kind. */
export const tableOf = (partial: IdentifierCounts): Table => ({
  id: `${id}-kinds`,
  analysis: id,
  title: 'Direct identifiers by kind',
  columns: [
    { title: 'Kind' },
    { title: 'Findings' },
    { title: 'Documents' },
    { title: 'Rate', unit: 'per 1,000 words' },
    { title: 'Fictional or helpline, not counted' },
    { title: 'Told by' },
  ],
  rows: identifierKinds.map((kind) => {
    const found = partial.found.get(kind.id) ?? 0
    return [
      kind.rule.title,
      found,
      partial.documentsOf.get(kind.id) ?? 0,
      partial.words > 0 ? (1000 * found) / partial.words : null,
      partial.ofNobody.get(kind.id) ?? 0,
      kind.toldBy,
    ]
  }),
})

/** What is said of values of metadata that no artefact shows. */
function hiddenSentences({ fields, unnamed }: Hidden): string[] {
  const several = fields.map(({ field, values }) => `${plural(values, 'value')} of "${field}"`).join(', ')
  const name = fields[0]?.field
  return [
    ...(name === undefined
      ? []
      : [
          `Not shown: ${several}, which fewer than 5 documents have or which hold an identifier; numbers such as "(${name} 1)" stand for them everywhere. --keep-field ${name} shows all values of the field.`,
        ]),
    ...(unnamed === 0 ? [] : [`Left out: ${plural(unnamed, 'field')} whose name looks like an identifier.`]),
  ]
}

/** In one paragraph: what of the metadata is not shown, who is named, and whether the dates are those of persons. */
export function notesOf(partial: IdentifierCounts, { hidden }: Pick<Rows, 'hidden'>): Note[] {
  const { documents, days, documentsOf, titled, patients } = partial
  const sentences = hiddenSentences(hidden())
  const people = documentsOf.get('person') ?? 0
  if (people > 0) {
    const others = (partial.found.get('person') ?? 0) - titled - patients
    sentences.push(
      `${plural(people, 'document')} of ${documents} ${people === 1 ? 'names' : 'name'} a person: ${plural(titled, 'place')} behind the title of a professional (Dr, Nurse), ${patients === 0 ? 'none' : patients} where a patient or the one written to is named (Mr, Mrs, a label, a salutation), ${others} ${others === 1 ? 'other' : 'others'}.`,
    )
    if (patients === 0) sentences.push('So no patient is named by title or label.')
  }
  let most = 0
  for (const count of days.values()) most = Math.max(most, count)
  // Which date it is would be a value of the corpus; that it is one is all that matters.
  if (documents >= sameDateDocuments && most >= sameDateShare * documents)
    sentences.push(
      `${most} of ${documents} documents carry one and the same date: it says when they were made rather than when somebody was seen.`,
    )
  return sentences.length > 0 ? [{ analysis: id, text: sentences.join(' ') }] : []
}
