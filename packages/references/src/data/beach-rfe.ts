import type { Reference } from '@corpuscope/core'
import { beachRfeCoding } from './beach-rfe-coding.ts'

/** Category, percent of all reasons for encounter, other spellings (those of the SynGP500 paper). */
const rows: readonly (readonly [category: string, percent: number, ...aliases: string[]])[] = [
  ['Prescription', 8.8],
  ['Check-up', 8.1],
  ['Test results', 6.7],
  ['Cough', 4.1],
  ['Immunisation/vaccination', 3.3, 'Immunisation / vaccination'],
  ['Administrative procedure', 2.5],
  ['Back complaint', 2.0],
  ['Rash', 1.8],
  ['Throat symptom/complaint', 1.8, 'Throat symptom / complaint'],
  ['Blood test', 1.5],
  ['Fever', 1.4],
  ['Depression', 1.3],
  ['Abdominal pain', 1.2],
  ['Upper respiratory tract infection', 1.1],
  ['Headache', 1.1],
  ['Skin symptom/complaint, other', 1.1, 'Skin symptom – other'],
  ['Sneezing/nasal congestion', 1.0, 'Sneezing / nasal congestion'],
  ['Hypertension/high blood pressure', 1.0, 'Hypertension / high blood pressure'],
  ['Anxiety', 1.0],
  ['Other referrals NEC', 0.9],
  ['Weakness/tiredness', 0.9, 'Weakness / tiredness'],
  ['Knee symptom/complaint', 0.9, 'Knee symptom / complaint'],
  ['Observation/health education/advice/diet', 0.9, 'Observation / health-education / advice / diet'],
  ['Ear pain/earache', 0.8, 'Ear pain / earache'],
  ['Diabetes – all', 0.8],
  ['Shoulder symptom/complaint', 0.8],
  ['Foot/toe symptom/complaint', 0.7],
  ['Diarrhoea', 0.7],
  ['Sleep disturbance', 0.7],
  ['Swelling', 0.7],
  ['Other', 40.4],
]

/** ICPC-2 rubrics of each category; `*50` is rubric 50 of any chapter. */
const codes: ReadonlyMap<string, readonly string[]> = new Map([
  ['Prescription', ['*50']],
  ['Check-up', ['*30', '*31']],
  ['Test results', ['*60', '*61']],
  ['Cough', ['R05']],
  ['Immunisation/vaccination', ['*44']],
  ['Administrative procedure', ['*62']],
  ['Back complaint', ['L02', 'L03']],
  ['Rash', ['S06', 'S07']],
  ['Throat symptom/complaint', ['R21']],
  ['Blood test', ['*34']],
  ['Fever', ['A03']],
  ['Depression', ['P03', 'P76']],
  ['Abdominal pain', ['D01', 'D06']],
  ['Upper respiratory tract infection', ['R74']],
  ['Headache', ['N01']],
  ['Skin symptom/complaint, other', ['S29']],
  ['Sneezing/nasal congestion', ['R07']],
  ['Hypertension/high blood pressure', ['K85', 'K86', 'K87']],
  ['Anxiety', ['P01', 'P74']],
  ['Other referrals NEC', ['*68']],
  ['Weakness/tiredness', ['A04']],
  ['Knee symptom/complaint', ['L15']],
  ['Observation/health education/advice/diet', ['*45']],
  ['Ear pain/earache', ['H01']],
  ['Diabetes – all', ['T89', 'T90']],
  ['Shoulder symptom/complaint', ['L08']],
  ['Foot/toe symptom/complaint', ['L17']],
  ['Diarrhoea', ['D11']],
  ['Sleep disturbance', ['P06']],
  ['Swelling', ['A08']],
])

/** The 30 most frequent reasons for encounter of the BEACH programme and the remainder: general practice in Australia. */
export const beachRfe: Reference = {
  id: 'beach-rfe',
  title: 'BEACH reasons for encounter',
  kind: 'distribution',
  categories: rows.map(([id, percent, ...aliases]) => {
    const own = codes.get(id)
    return { id, share: percent / 100, aliases, ...(own && { codes: own }) }
  }),
  remainder: 'Other',
  coding: beachRfeCoding,
  denominator:
    'Percent of all reasons for encounter, of which an encounter has up to three (about 1.55 on average). A corpus that gives each note one category stands on the same scale only if that category is a random draw from the reasons of its encounter: an assumption.',
  source: {
    text: 'BEACH (Bettering the Evaluation and Care of Health), described in Britt 2003, Commun Dis Intell 27(3):391-393; percentages as printed by Songsiritat 2025, SynGP500, arXiv:2512.15259',
    edition: 'as printed in 2025; the years of the BEACH data are not stated there',
    page: 'comparison table of the SynGP500 documentation; Appendix A of the paper',
    url: 'https://doi.org/10.33321/cdi.2003.27.68',
    licence: 'Figures quoted as facts. The documents that print them are under CC BY-NC-SA 4.0.',
  },
  provenance:
    'Percentages and category names: read in the SynGP500 documentation (all 31 rows) and paper (28 rows), not in a BEACH report. "Diabetes – all", "Shoulder symptom/complaint" and "Foot/toe symptom/complaint" stand in the documentation alone. Meanings of the ICPC-2 rubrics: read in a public listing; which rubrics a BEACH category takes in: recalled. "Up to three reasons an encounter" is recalled; 1.55 is computed from the totals for 2010-11 and 2012-13.',
}
