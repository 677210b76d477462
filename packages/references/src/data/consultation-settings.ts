import type { Reference } from '@corpuscope/core'

/** Id, title, wording in the source. */
const rows: readonly (readonly [id: string, title: string, wording: string])[] = [
  ['standard-clinic', 'Standard GP clinic', 'standard clinic'],
  ['bulk-billing', 'Bulk-billing clinic', 'bulk billing'],
  ['residential-aged-care', 'Residential aged care (RACF)', 'residential aged care'],
  ['telehealth', 'Telehealth', 'telehealth'],
  ['home-visit', 'Home visit', 'home visits'],
  ['after-hours', 'After-hours', 'after-hours'],
  ['community-health', 'Community health', 'community health'],
  ['aboriginal-health-service', 'Aboriginal health service', 'Aboriginal health services'],
  ['mobile-outreach', 'Mobile outreach', 'mobile outreach'],
]

/** Where a general practice consultation takes place. */
export const consultationSettings: Reference = {
  id: 'consultation-settings',
  title: 'Settings of consultations',
  kind: 'list',
  categories: rows.map(([id, title, wording]) => ({
    id,
    share: null,
    aliases: [title, wording].filter((name) => name.toLowerCase() !== id),
    title,
  })),
  denominator: 'Settings: nothing is counted, and the source gives no shares.',
  source: {
    text: 'Songsiritat 2025, SynGP500, arXiv:2512.15259',
    edition: '2025',
    licence: 'Nine names quoted as facts from a paper under CC BY-NC-SA 4.0.',
  },
  provenance: 'Read in the paper and its documentation.',
}
