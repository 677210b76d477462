import type { Reference } from '@corpuscope/core'

/** Category, name, share of the population where it was read. */
const rows: readonly (readonly [id: string, name: string, share: number | null])[] = [
  ['MM1', 'Metropolitan areas', 0.7],
  ['MM2', 'Regional centres', null],
  ['MM3', 'Large rural towns', null],
  ['MM4', 'Medium rural towns', null],
  ['MM5', 'Small rural towns', null],
  ['MM6', 'Remote communities', null],
  ['MM7', 'Very remote communities', null],
]

/** How remote a place in Australia is, in seven steps. */
export const modifiedMonash: Reference = {
  id: 'modified-monash',
  title: 'Modified Monash Model',
  kind: 'list',
  categories: rows.map(([id, title, share]) => ({ id, share, aliases: [title], title })),
  denominator: 'People of Australia by where they live; not encounters.',
  source: {
    text: 'Australian Government, Department of Health, Modified Monash Model',
    edition: '2019',
    licence: 'CC BY',
  },
  provenance:
    'MM1 to MM4 and the share of MM1: read in the government table. MM5 to MM7: recalled. Shares of MM2 to MM7 were only recalled and are left out, so no distance is measured against this list.',
}
