import type { Reference } from '@corpuscope/core'

/** Semantic type, group. */
const rows: readonly (readonly [type: string, group: string])[] = [
  ['disorder', 'clinical-problem'],
  ['finding', 'clinical-problem'],
  ['morphologic abnormality', 'clinical-problem'],
  ['substance', 'medication'],
  ['product name', 'medication'],
  ['medicinal product', 'medication'],
  ['clinical drug', 'medication'],
  ['product', 'medication'],
  ['basic dose form', 'medication'],
  ['procedure', 'procedure'],
  ['regime/therapy', 'procedure'],
  ['observable entity', 'observable'],
  ['attribute', 'observable'],
  ['occupation', 'occupation'],
  ['role', 'occupation'],
  ['physical object', 'object'],
  ['specimen', 'object'],
]

/** Semantic types of SNOMED CT that count as one kind of concept. */
export const snomedSemanticGroups: Reference = {
  id: 'snomed-semantic-groups',
  title: 'SNOMED CT semantic types in six groups',
  kind: 'list',
  categories: rows.map(([id, group]) => ({ id, share: null, aliases: [], group })),
  denominator: 'Semantic types: nothing is counted.',
  source: {
    text: 'Songsiritat 2025, SynGP500, arXiv:2512.15259',
    edition: '2025',
    page: 'Appendix B',
    licence: 'Equivalences quoted as facts from a paper under CC BY-NC-SA 4.0; semantic types are those of SNOMED International.',
  },
  provenance:
    'Equivalences: read in the paper. Names of the groups: ours. The paper prints "procedure / regime / therapy", where SNOMED CT has the single type "regime/therapy".',
}
