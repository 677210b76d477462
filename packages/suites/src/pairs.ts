import type { Suite, SuiteOptions } from '@corpuscope/core'
import { documentPairs } from '@corpuscope/duplication'
import { namesPerson } from '@corpuscope/privacy'

/** Pairs of documents that are alike, and nothing else. By itself, so that who wants no more does not wait for every family to load. */
export const createSuite = (_: SuiteOptions): Suite => ({
  id: 'pairs',
  title: 'Pairs',
  categories: [{ id: 'duplication', title: 'Duplication', question: 'What is here twice?', analyses: [documentPairs()], headlines: [] }],
  features: [],
  references: [],
  bare: true,
  language: () => 'unknown',
  namesPerson,
})
