import type { Reference } from '@corpuscope/core'

/** Letter, title. */
const chapters: readonly (readonly [letter: string, title: string])[] = [
  ['A', 'General and unspecified'],
  ['B', 'Blood, blood-forming organs and immune mechanism'],
  ['D', 'Digestive'],
  ['F', 'Eye'],
  ['H', 'Ear'],
  ['K', 'Circulatory (cardiovascular)'],
  ['L', 'Musculoskeletal'],
  ['N', 'Neurological'],
  ['P', 'Psychological'],
  ['R', 'Respiratory'],
  ['S', 'Skin'],
  ['T', 'Endocrine, metabolic and nutritional'],
  ['U', 'Urological'],
  ['W', 'Pregnancy, childbearing, family planning'],
  ['X', 'Female genital system and breast'],
  ['Y', 'Male genital system and breast'],
  ['Z', 'Social problems'],
]

/** Number, range of rubrics, title. */
const components: readonly (readonly [number: string, range: string, title: string])[] = [
  ['1', '1-29', 'Symptoms and complaints'],
  ['2', '30-49', 'Diagnostic, screening and preventive procedures'],
  ['3', '50-59', 'Medication, treatment and therapeutic procedures'],
  ['4', '60-61', 'Results of tests'],
  ['5', '62', 'Administrative'],
  ['6', '63-69', 'Referrals and other reasons for encounter'],
  ['7', '70-99', 'Diagnoses and diseases'],
]

/** Rubric, the same in every chapter, and what it is, in our own words. */
const processes: readonly (readonly [rubric: string, title: string])[] = [
  ['*30', 'full check-up'],
  ['*31', 'partial check-up'],
  ['*32', 'sensitivity test'],
  ['*33', 'microbiology or immunology test'],
  ['*34', 'blood test'],
  ['*35', 'urine test'],
  ['*36', 'stool test'],
  ['*37', 'histology or cytology'],
  ['*38', 'other laboratory test'],
  ['*39', 'function test'],
  ['*40', 'endoscopy, diagnostic'],
  ['*41', 'imaging, diagnostic'],
  ['*42', 'electrical tracing'],
  ['*43', 'other diagnostic procedure'],
  ['*44', 'immunisation or preventive medication'],
  ['*45', 'observation, education, advice, diet'],
  ['*46', 'consultation with another primary care provider'],
  ['*47', 'consultation with a specialist'],
  ['*48', 'clarifying the reason for encounter'],
  ['*49', 'other preventive procedure'],
  ['*50', 'medication: script, renewal, injection'],
  ['*51', 'incision, drainage, aspiration'],
  ['*52', 'excision, removal, biopsy'],
  ['*53', 'instrumentation, catheter'],
  ['*54', 'repair, suture, cast, prosthesis'],
  ['*55', 'local injection'],
  ['*56', 'dressing, compression'],
  ['*57', 'physical medicine, rehabilitation'],
  ['*58', 'counselling, listening'],
  ['*59', 'other treatment'],
  ['*60', 'result of a test or procedure'],
  ['*61', 'result or letter from another provider'],
  ['*62', 'administrative procedure'],
  ['*63', 'follow-up, unspecified'],
  ['*64', 'started by the provider'],
  ['*65', 'started by someone else'],
  ['*66', 'referral to a non-physician provider'],
  ['*67', 'referral to a physician, clinic or hospital'],
  ['*68', 'other referral'],
  ['*69', 'other reason for encounter'],
]

const source = {
  text: 'WONCA International Classification Committee, ICPC-2, International Classification of Primary Care, second edition',
  edition: 'ICPC-2',
  licence:
    'ICPC-2 is copyright of WONCA: free for non-commercial use, a licence is needed for commercial or national use. Letters, numbers and titles in our own words; no rubric of a symptom or diagnosis is included.',
}
const denominator = 'A classification: nothing is counted.'

/** The 17 chapters of ICPC-2. */
export const icpc2Chapters: Reference = {
  id: 'icpc2-chapters',
  title: 'ICPC-2 chapters',
  kind: 'list',
  categories: chapters.map(([id, title]) => ({ id, share: null, aliases: [title], title })),
  denominator,
  source,
  provenance: 'Letters: read in a public listing, but X, Y and Z recalled. Titles: recalled.',
}

/** The seven components of ICPC-2, which every chapter has. */
export const icpc2Components: Reference = {
  id: 'icpc2-components',
  title: 'ICPC-2 components',
  kind: 'list',
  categories: components.map(([id, range, title]) => ({ id, share: null, aliases: [title], title: `${title} (${range})` })),
  denominator,
  source,
  provenance: 'Numbers, ranges and titles: recalled.',
}

/** The process rubrics of ICPC-2, 30 to 69 of any chapter. */
export const icpc2Processes: Reference = {
  id: 'icpc2-processes',
  title: 'ICPC-2 process rubrics',
  kind: 'list',
  categories: processes.map(([id, title]) => ({ id, share: null, aliases: [title], title, codes: [id] })),
  denominator,
  source,
  provenance: 'Meanings: read in a public listing of ICPC-2, put in our own words.',
}
