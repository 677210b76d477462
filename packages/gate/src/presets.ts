import type { PolicyInput } from '@corpuscope/core'

interface Preset {
  readonly title: string
  readonly policy: PolicyInput
  /** Where each threshold comes from, by rule. */
  readonly sources: Readonly<Record<string, string>>
}

const identifierRules = {
  'identifier-medicare': { max: 0, required: false },
  'identifier-email': { max: 0, required: false },
  'identifier-phone': { max: 0, required: false },
} as const

const identifierSources = {
  'findings/error': 'US 45 CFR 164.514(b)(2)(i): Safe Harbor removes every one of the listed identifiers, so the bound is none.',
  'documents-with-identifiers': 'As above; the share is bounded at the value, since one document is enough.',
}

const duplicateSources = {
  'exact-duplicate-share':
    'A convention: Lee et al. 2022 remove all copies; 0.5 % leaves room for notes that are equal because nothing happened.',
  'near-duplicate-share':
    'A convention, below the 3.04 % of C4 that Lee et al. 2022 (table 2) report as near duplicates by MinHash at 0.8.',
}

/** Ready policies. A threshold has a source or says that it is a convention. */
const presets: Readonly<Record<string, Preset>> = {
  'release-minimum': {
    title: 'What any corpus that leaves the house has to hold',
    policy: {
      measures: {
        'exact-duplicate-share': { max: 0.005 },
        'near-duplicate-share': { max: 0.02 },
        'documents-with-identifiers': { max: 0 },
      },
      findings: { error: { max: 0 } },
    },
    sources: { ...identifierSources, ...duplicateSources },
  },
  'synthetic-clinical-notes': {
    title: 'Synthetic clinical notes, against the last accepted version',
    policy: {
      extends: 'release-minimum',
      measures: {
        'case-mix-jensen-shannon': { within: { of: 'baseline', absolute: 0.01 }, required: false },
        'case-mix-total-variation': { within: { of: 'baseline', absolute: 0.03 }, required: false },
        'document-length': { within: { of: 'baseline', relative: 0.15 }, required: false },
        'mattr-50': { within: { of: 'baseline', absolute: 0.01 }, required: false },
        'direct-identifier-rate': { max: 0 },
      },
      findings: identifierRules,
    },
    sources: {
      'case-mix-jensen-shannon': 'A convention: 0.01 bits is less than the noise floor of 500 documents over 30 categories (0.012).',
      'case-mix-total-variation': 'A convention: three documents in a hundred in another category.',
      'document-length': 'A convention: notes that grow or shrink by less than a seventh are taken for the same kind of note.',
      'mattr-50': 'A convention: about 0.4 standard deviations over the notes of the sample clinic, a small effect by Cohen 1988.',
      'direct-identifier-rate': 'As documents-with-identifiers.',
      'findings/identifier-medicare': 'As findings/error.',
      'findings/identifier-email': 'As findings/error.',
      'findings/identifier-phone': 'As findings/error.',
    },
  },
  'instruction-set': {
    title: 'Instructions and answers for fine-tuning',
    policy: {
      extends: 'release-minimum',
      measures: {
        'near-duplicate-share': { max: 0.05 },
        'document-length': { within: { of: 'baseline', relative: 0.25 }, required: false },
        'documents-with-identifiers': { max: 0.01, severity: 'warning' },
      },
      findings: { error: { maxNew: 0, required: false } },
    },
    sources: {
      'near-duplicate-share': 'A convention: instructions share wording by design, so more than in running text.',
      'document-length': 'A convention: a quarter.',
      'documents-with-identifiers': 'A convention: examples often show made-up addresses; a person looks at them.',
      'findings/error': 'A convention: none that the baseline does not have.',
    },
  },
}

export const presetIds: readonly string[] = Object.keys(presets)

export const presetById = (id: string): Preset | undefined => (Object.hasOwn(presets, id) ? presets[id] : undefined)
