import type { Reference } from '@corpuscope/core'

const source = {
  text: 'AIHW media release, An inside view of general practice, April 1999 (BEACH, first six months)',
  edition: 'April to September 1998',
  licence: 'Figures quoted as facts; material of the AIHW is usually under CC BY.',
}
const denominator = 'Percent of general practice encounters, rounded in the source.'

/** Age of patients at general practice encounters in Australia, 1998; a margin, not cells by sex. */
export const beachAge1998: Reference = {
  id: 'beach-age-1998',
  title: 'BEACH age of patients, 1998',
  kind: 'distribution',
  categories: [
    { id: 'under 25', share: 0.25, aliases: ['<25', '0-24'] },
    { id: '25-44', share: 0.25, aliases: [] },
    { id: '45-64', share: 0.25, aliases: [] },
    { id: '65 and over', share: 0.25, aliases: ['65+', '>=65'] },
  ],
  denominator,
  tolerance: 0.05,
  source,
  provenance:
    'Read: "a quarter in each" of the four groups, so each share is rounded to no better than a few points; the tolerance of 5 points is ours for that reason. Figures by age for 2015-16 were only recalled and are left out; cells of age by sex are unknown.',
}

/** Sex of patients at general practice encounters in Australia, 1998. */
export const beachSex1998: Reference = {
  id: 'beach-sex-1998',
  title: 'BEACH sex of patients, 1998',
  kind: 'distribution',
  categories: [
    { id: 'female', share: 0.58, aliases: ['F', 'woman'] },
    { id: 'male', share: 0.42, aliases: ['M', 'man'] },
  ],
  denominator,
  source,
  provenance: 'Female: read. Male: computed, 100 less female. The figure for 2015-16 was only recalled and is left out.',
}
