import { analysesOf, type Measure, type Rule } from '@corpuscope/core'
import { beachAge1998, beachRfe } from '@corpuscope/references'
import { createSuite, suiteIds } from '@corpuscope/suites'

/** No vocabulary is read for what its measures are called. */
const concepts = { vocabulary: '' }
const everything = () =>
  suiteIds.flatMap((id) => analysesOf(createSuite({ id, seed: 1, reference: beachRfe, population: [beachAge1998], concepts })))

const unique = <T extends { readonly id: string }>(all: readonly T[]): T[] => [...new Map(all.map((each) => [each.id, each])).values()]

/** Measures of every suite. */
export const knownMeasures = (): Measure[] => unique(everything().flatMap((analysis) => analysis.measures))

/** Rules of every suite. */
export const knownRules = (): Rule[] => unique(everything().flatMap((analysis) => analysis.rules ?? []))
