import type { Measure, Rule } from '@corpuscope/core'

/** From here on two documents count as near duplicates. */
export const threshold = 0.8
/** Pairs from here on are listed, so that a threshold can be moved afterwards. */
export const listedFrom = 0.5

export const measure: Measure = {
  id: 'near-duplicate-share',
  title: 'Documents with a near duplicate',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition:
    'Documents with another whose set of runs of 5 words has a Jaccard similarity of 0.8 or more with theirs / documents of 5 words or more. Exact copies are among them. Shorter documents are left out, and counted as left out.',
  source: { text: 'Broder 1997, On the Resemblance and Containment of Documents', url: 'https://doi.org/10.1109/SEQUEN.1997.666900' },
}

export const contentMeasure: Measure = {
  id: 'content-duplicate-share',
  title: 'Documents with a copy, shared forms taken out',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition:
    'Documents with another of the same content / documents of 5 words or more. Content is what is left of the runs of 5 words without those that stand in 10 different documents or more (headings, templates, boilerplate); the same from a Jaccard similarity of 0.8 on. Documents that are nothing but shared forms are held against each other whole. Texts equal in words are among them. Shorter documents are left out, and counted as left out.',
  source: { text: 'Broder 1997, On the Resemblance and Containment of Documents', url: 'https://doi.org/10.1109/SEQUEN.1997.666900' },
}

export const formMeasure: Measure = {
  id: 'boilerplate-share',
  title: 'Runs of words that many documents share',
  unit: 'share',
  range: [0, 1],
  direction: 'descriptive',
  definition:
    'Runs of 5 words that stand in 10 different documents or more / all runs of 5 words, each counted once a document; documents equal in words count as one. Headings, templates and boilerplate.',
  source: {
    text: 'Lee et al. 2022, Deduplicating Training Data Makes Language Models Better',
    url: 'https://doi.org/10.18653/v1/2022.acl-long.577',
  },
}

export const rule: Rule = {
  id: 'near-duplicate',
  title: 'Near copy of another document',
  severity: 'warning',
  measure: measure.id,
  definition:
    'The runs of 5 words have a Jaccard similarity of 0.8 or more with those of an earlier document that is not the same text, and so have those that are not part of a form many documents share (0.5 or more is enough for these, or 0.8 of the smaller in the larger); or the latter alone have one of 0.8 or more. The most similar one is named, once a document. Documents that share nothing but a form are no copies and are not reported.',
}
