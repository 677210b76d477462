import type { Reference } from '@corpuscope/core'

/** Problem, ICPC-2 rubrics; most often managed first. */
const rows: readonly (readonly [problem: string, ...codes: string[]])[] = [
  ['Hypertension', 'K86', 'K87'],
  ['Immunisation/vaccination', '*44'],
  ['Upper respiratory tract infection', 'R74'],
  ['Depression', 'P03', 'P76'],
  ['Diabetes', 'T89', 'T90'],
  ['Lipid disorder', 'T93'],
  ['General check-up', '*30', '*31'],
  ['Osteoarthritis', 'L89', 'L90', 'L91'],
  ['Back complaint', 'L02', 'L03', 'L84', 'L86'],
  ['Prescription request', '*50'],
]

/** The ten problems most often managed in general practice in Australia, in order. */
export const beachProblems: Reference = {
  id: 'beach-problems',
  title: 'BEACH problems managed, the ten most frequent',
  kind: 'ranking',
  categories: rows.map(([id, ...codes]) => ({ id, share: null, aliases: [], codes })),
  denominator:
    'Problems managed at general practice encounters, of which an encounter may have several. An order alone: the rates were not found.',
  source: {
    text: 'Cooke G, Valenti L, Glasziou P, Britt H. Common general practice presentations and publication frequency. Aust Fam Physician 2013;42(1-2):65-68',
    edition: '2013',
    page: 'abstract',
    licence: 'An order of ten names, quoted as fact.',
  },
  provenance:
    'Order: read in the abstract, as listed there. Meanings of the ICPC-2 rubrics: read in a public listing; which rubrics BEACH groups: recalled. Rates of 2015-16 were not reachable and are left out.',
}
