import type { Reference } from '@corpuscope/core'

const core: readonly string[] = [
  'Communication and the patient–doctor relationship',
  'Applied professional knowledge and skills',
  'Population health and the context of general practice',
  'Professional and ethical role',
  'Organisational and legal dimensions',
  'Aboriginal and Torres Strait Islander health',
  'Rural health',
]

const contextual: readonly string[] = [
  'Abuse and violence',
  'Addiction medicine',
  'Cardiovascular health',
  'Child and youth health',
  'Dermatological presentations',
  'Disability care',
  'Disaster health',
  'Doctors’ health',
  'Ear, nose, throat and oral health',
  'Education in general practice',
  'Emergency medicine',
  'Endocrine and metabolic health',
  'Eye presentations',
  'Gastrointestinal health',
  'Haematological presentations',
  'Infectious diseases',
  'Integrative medicine',
  'Justice system health',
  'Kidney and urinary health',
  'Men’s health',
  'Mental health',
  'Migrant, refugee and asylum seeker health',
  'Military and veteran health',
  'Musculoskeletal presentations',
  'Neurological presentations',
  'Occupational and environmental medicine',
  'Older persons’ health',
  'Pain management',
  'Palliative care',
  'Pregnancy and reproductive health',
  'Research in general practice',
  'Respiratory health',
  'Sexual health and gender diversity',
  'Travel medicine',
  'Women’s health',
]

/** The 42 units of the curriculum for general practice in Australia. */
export const racgp2022: Reference = {
  id: 'racgp-2022',
  title: 'RACGP curriculum units, 2022',
  kind: 'list',
  categories: [
    ...core.map((id) => ({ id, share: null, aliases: [], group: 'core' })),
    ...contextual.map((id) => ({ id, share: null, aliases: [], group: 'contextual' })),
  ],
  denominator: 'A curriculum: nothing is counted.',
  source: {
    text: 'RACGP, 2022 Curriculum and Syllabus for Australian General Practice',
    edition: '2022',
    licence: 'Copyright of the RACGP; titles of units only.',
  },
  provenance:
    'Seven core units and the number of 35 contextual units: read on pages of the RACGP. Contextual units 1 to 23: read in a provider handbook page; 24 to 35: read in a public listing of the unit pages.',
}
