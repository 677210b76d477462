import { type Analysis, by, ConfigError, dividable, type Suite, type SuiteOptions, suggestion } from '@corpuscope/core'
import { withWindows } from './any-window.ts'
import { clinicalNotes } from './clinical-notes.ts'
import { metasynth } from './metasynth.ts'

export { anyWindow } from './any-window.ts'

const suites = new Map<string, (options: SuiteOptions) => Suite>([
  ['clinical-notes', clinicalNotes],
  ['metasynth', metasynth],
])

/** Ids of all suites. */
export const suiteIds: readonly string[] = [...suites.keys()]

/**
 * The suite that these options describe, narrowed to `only` these categories, analyses or measures, of which MATTR may be of any window (`mattr-75`). Worker threads call it by the
 * module's URL, so that what they run is made from plain data.
 *
 * @throws ConfigError for a suite or a part of it that does not exist
 */
export function createSuite(options: SuiteOptions): Suite {
  const make = suites.get(options.id)
  if (!make)
    throw new ConfigError(`suite: there is no suite "${options.id}".${suggestion(options.id, suiteIds)} Known: ${suiteIds.join(', ')}.`)
  const suite = make(options)
  const chosen = options.only ? narrowed(withWindows(suite, options.only), options.only) : suite
  return options.by ? divided(chosen, options.by) : chosen
}

/** Every analysis of single documents or counts again, by the values of each field. */
function divided(suite: Suite, fields: readonly string[]): Suite {
  return {
    ...suite,
    categories: suite.categories.map((category) => ({
      ...category,
      analyses: category.analyses.flatMap((analysis) => [
        analysis,
        // What compares the values of a field has no part of a single one.
        ...(analysis.measures.length > 0 && dividable(analysis, suite.features)
          ? fields.map((field) => by(field, analysis, suite.features))
          : []),
      ]),
    })),
  }
}

function narrowed(suite: Suite, only: readonly string[]): Suite {
  const wanted = new Set(only)
  const used = new Set<string>()
  const wants = (...ids: readonly string[]): boolean => {
    const hits = ids.filter((id) => wanted.has(id))
    for (const id of hits) used.add(id)
    return hits.length > 0
  }
  const named = new Set<Analysis>()
  const chosen = suite.categories.map((category) => {
    const whole = wants(category.id)
    for (const analysis of category.analyses) if (wants(analysis.id, ...analysis.measures.map(({ id }) => id))) named.add(analysis)
    return { ...category, analyses: category.analyses.filter((analysis) => named.has(analysis) || whole) }
  })
  const others = chosen.flatMap(({ analyses }) => analyses).filter((analysis) => !analysis.dear || named.has(analysis))
  const made = new Set(others.flatMap(({ needs = [] }) => needs))
  const affordable = (analysis: Analysis): boolean =>
    !analysis.dear || named.has(analysis) || (analysis.needs ?? []).every((need) => made.has(need))
  const categories = chosen
    .map((category) => ({ ...category, analyses: category.analyses.filter(affordable) }))
    .filter((category) => category.analyses.length > 0)
  const stranger = only.find((id) => !used.has(id))
  if (stranger !== undefined) {
    const known = suite.categories.flatMap(({ id, analyses }) => [
      id,
      ...analyses.flatMap((analysis) => [analysis.id, ...analysis.measures.map((measure) => measure.id)]),
    ])
    throw new ConfigError(
      `--only: the suite "${suite.id}" has no category, analysis or measure "${stranger}".${suggestion(stranger, known)} Run "corpuscope list measures" for all of them.`,
    )
  }
  return { ...suite, categories }
}
