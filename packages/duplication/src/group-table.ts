import type { Rows, Table } from '@corpuscope/core'

const mostListed = 20
const idsShown = 5

/** The largest groups: how many documents, and the ids of the first five. */
export function groupTable(id: string, analysis: string, title: string, groups: readonly (readonly number[])[], rows: Rows): Table {
  const listed = [...groups].sort((a, b) => b.length - a.length || a[0]! - b[0]!).slice(0, mostListed)
  return {
    id,
    analysis,
    title: listed.length < groups.length ? `${title}, the ${listed.length} largest of ${groups.length}` : title,
    columns: [{ title: 'Documents', unit: 'documents' }, { title: 'First of them' }],
    rows: listed.map((members) => [
      members.length,
      members
        .slice(0, idsShown)
        .map((i) => rows.ids[i]!)
        .join(', ') + (members.length > idsShown ? ', …' : ''),
    ]),
  }
}
