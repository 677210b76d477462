import type { Chart, Table } from '@corpuscope/core'
import { assertionStatuses } from '@corpuscope/features'
import { counts } from '@corpuscope/statistics'
import type { ConceptName, Tallies } from './named-concepts-tally.ts'
import type { GroupOf } from './type-groups.ts'

const analysis = 'named-concepts'
/** Rows of the tables and bars of the charts; a vocabulary may know more types than a page holds. */
const mostConcepts = 50
const mostTypes = 30
/** A concept of fewer documents could tell which document it is of. */
const fewestDocuments = 5

type Names = ReadonlyMap<number, ConceptName>

const typed = (type: string): string => (type === '' ? 'no type' : type)

/** Mentions by semantic group, and by what the notes say of them. */
export function chartsOf(tallies: Tallies, names: Names, groupOf: GroupOf): Chart[] {
  const groups = counts.create()
  for (const [concept, { mentions }] of tallies.concepts) counts.add(groups, groupOf(typed(names.get(concept)!.type)), mentions)
  const ranked = counts.ranked(groups).slice(0, mostTypes)
  const statuses = assertionStatuses.map((status, k): [string, number] => [
    status,
    tallies.documents.reduce((sum, document) => sum + document.statuses[k]!, 0),
  ])
  const judged = statuses.reduce((sum, [, times]) => sum + times, 0)
  const bars = (id: string, title: string, summary: string, shares: readonly (readonly [string, number])[], whole: number): Chart => ({
    id: `${analysis}-${id}`,
    analysis,
    form: 'bars',
    title,
    summary,
    unit: 'share',
    category: shares.map(([name]) => name),
    value: shares.map(([, times]) => times / whole),
  })
  const percent = (times: number, whole: number): string => `${Math.round((100 * times) / whole)} %`
  return [
    bars(
      'groups',
      'Mentions of concepts by semantic group',
      `${percent(ranked[0]![1], tallies.mentions)} of ${tallies.mentions} mentions are of the group "${ranked[0]![0]}".`,
      ranked,
      tallies.mentions,
    ),
    ...(judged > 0
      ? [
          bars(
            'assertion',
            'What the notes say of concepts',
            `${percent(statuses.find(([status]) => status === 'absent')![1], judged)} of ${judged} mentions are denied.`,
            statuses,
            judged,
          ),
        ]
      : []),
  ]
}

/** Semantic types, and the commonest concepts by the names that the vocabulary has for them: no words of the corpus. */
export function tablesOf({ concepts, mentions, documents }: Tallies, names: Names, groupOf: GroupOf): Table[] {
  const types = new Map<string, { concepts: number; mentions: number; absent: number; documents: number }>()
  for (const [concept, tally] of concepts) {
    const type = typed(names.get(concept)!.type)
    let row = types.get(type)
    if (!row) types.set(type, (row = { concepts: 0, mentions: 0, absent: 0, documents: 0 }))
    row.concepts++
    row.mentions += tally.mentions
    row.absent += tally.absent
  }
  for (const { distinct } of documents)
    for (const type of new Set(distinct.map((concept) => typed(names.get(concept)!.type)))) types.get(type)!.documents++
  const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
  const common = [...concepts]
    .filter(([, tally]) => tally.documents >= fewestDocuments)
    .map(([concept, tally]) => ({ ...names.get(concept)!, ...tally }))
    .sort((a, b) => b.documents - a.documents || b.mentions - a.mentions || byName(a.code, b.code))
    .slice(0, mostConcepts)
  const typeTable: Table = {
    id: `${analysis}-types`,
    analysis,
    title: 'Semantic types',
    columns: [
      { title: 'type' },
      { title: 'group' },
      { title: 'different concepts' },
      { title: 'mentions' },
      { title: 'documents' },
      { title: 'of all mentions', unit: 'share' },
      { title: 'denied', unit: 'share' },
    ],
    rows: [...types]
      .sort(([a, x], [b, y]) => y.mentions - x.mentions || byName(a, b))
      .slice(0, mostTypes)
      .map(([type, row]) => [
        type,
        groupOf(type),
        row.concepts,
        row.mentions,
        row.documents,
        row.mentions / mentions,
        row.absent / row.mentions,
      ]),
  }
  if (common.length === 0) return [typeTable]
  return [
    typeTable,
    {
      id: `${analysis}-commonest`,
      analysis,
      title: `Concepts named in most documents, of those in ${fewestDocuments} or more`,
      columns: [
        { title: 'code' },
        { title: 'name in the vocabulary' },
        { title: 'type' },
        { title: 'documents' },
        { title: 'mentions' },
        { title: 'denied', unit: 'share' },
      ],
      rows: common.map(({ code, name, type, documents: n, mentions: times, absent }) => [
        code,
        name,
        typed(type),
        n,
        times,
        absent / times,
      ]),
    },
  ]
}
