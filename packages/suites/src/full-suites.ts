import type { Suite } from '@corpuscope/core'
import { beachAge1998, beachRfe } from '@corpuscope/references'
import { createSuite, suiteIds } from './index.ts'

/** Each suite with every analysis it can hold, to name their measures and rules: no corpus, vocabulary or list is read for that. */
export const fullSuites = (): Suite[] =>
  suiteIds.map((id) =>
    createSuite({
      id,
      seed: 1,
      reference: beachRfe,
      population: [beachAge1998],
      by: ['field'],
      against: true,
      holdout: true,
      concepts: { vocabulary: '' },
      style: { daleChallWords: '' },
      duplication: { copyForward: 'patient', cutoff: '2000-01-01', canaries: ['{0}'] },
    }),
  )
