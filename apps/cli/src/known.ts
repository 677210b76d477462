import { analysesOf, type Measure, type Rule } from '@corpuscope/core'
import { fullSuites } from '@corpuscope/suites/full'

const everything = () => fullSuites().flatMap(analysesOf)

const unique = <T extends { readonly id: string }>(all: readonly T[]): T[] => [...new Map(all.map((each) => [each.id, each])).values()]

/** Measures of every suite. */
export const knownMeasures = (): Measure[] => unique(everything().flatMap((analysis) => analysis.measures))

/** Rules of every suite. */
export const knownRules = (): Rule[] => unique(everything().flatMap((analysis) => analysis.rules ?? []))
