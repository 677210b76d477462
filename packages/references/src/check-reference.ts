import type { Reference } from '@corpuscope/core'
import { comparableLabel } from './category-index.ts'
import { codeProblem, isKnownCode } from './code-mapping.ts'

/** How far published shares may miss 1 by rounding. */
export const roundingTolerance = 0.005

/**
 * What is wrong with a reference, a sentence each; empty when it can be used.
 *
 * Looked at: names that are empty or doubled (aliases too, compared as labels are), shares that are negative, missing or do not
 * sum to 1 within 0.5 %, a remainder that is no category, a source, licence or denominator that is empty, codes of two
 * categories or with a wrong check digit, and a tolerance or sample size that cannot be one.
 */
export function checkReference(reference: Reference): readonly string[] {
  const { categories, kind, remainder } = reference
  const problems: string[] = []
  if (categories.length === 0) problems.push('There is no category.')
  const owners = new Map<string, string>()
  for (const { id, aliases } of categories)
    for (const name of [id, ...aliases]) {
      const comparable = comparableLabel(name)
      const owner = owners.get(comparable)
      if (comparable === '') problems.push(`A name of category "${id}" is empty.`)
      else if (owner !== undefined && (owner !== id || name === id)) problems.push(`"${name}" names two categories.`)
      else owners.set(comparable, id)
    }
  if (remainder !== undefined && !categories.some(({ id }) => id === remainder))
    problems.push(`The remainder "${remainder}" is no category.`)
  let sum = 0
  for (const { id, share } of categories) {
    if (share !== null && !(share >= 0 && Number.isFinite(share))) problems.push(`The share of "${id}" is ${share}; it must be 0 or more.`)
    if (share === null && kind === 'distribution') problems.push(`"${id}" has no share, and a distribution needs one for each category.`)
    sum += share ?? 0
  }
  if (kind === 'distribution' && categories.length > 0 && problems.length === 0 && !(Math.abs(sum - 1) <= roundingTolerance))
    problems.push(`The shares sum to ${Number(sum.toPrecision(6))}, not to 1.`)
  for (const [name, text] of [
    ['source', reference.source.text],
    ['edition', reference.source.edition],
    ['licence', reference.source.licence],
    ['denominator', reference.denominator],
    ['provenance', reference.provenance],
  ] as const)
    if (text.trim() === '') problems.push(`The ${name} is not stated.`)
  const codes = new Map<string, string>()
  for (const { id, codes: own = [] } of categories)
    for (const code of own) {
      const owner = codes.get(code)
      const problem = codeProblem(code)
      if (owner !== undefined) problems.push(`The code ${code} belongs to "${owner}" and to "${id}".`)
      else if (problem !== undefined) problems.push(`The code ${code} of "${id}" ${problem}.`)
      codes.set(code, id)
    }
  for (const { category } of reference.coding ?? [])
    if (!categories.some(({ id }) => id === category)) problems.push(`A coding rule is for "${category}", which is no category.`)
  if (reference.tolerance !== undefined && !(reference.tolerance > 0 && reference.tolerance < 1))
    problems.push(`The tolerance is ${reference.tolerance}; it must be a share above 0, such as 0.02 for 2 percentage points.`)
  if (reference.sampleSize !== undefined && !(Number.isSafeInteger(reference.sampleSize) && reference.sampleSize > 0))
    problems.push(`The sample size is ${reference.sampleSize}; it must be a whole number, 1 or more.`)
  return problems
}

/** What a reference leaves open that a reader of its numbers would ask for, a sentence each. */
export function unstatedFacts(reference: Reference): readonly string[] {
  const open = (text: string): boolean => /not stated$/.test(text)
  return (
    [
      ['source', reference.source.text],
      ['edition', reference.source.edition],
      ['licence', reference.source.licence],
      ['denominator', reference.denominator],
    ] as const
  ).flatMap(([name, text]) => (open(text) ? [`The ${name} is not stated.`] : []))
}

const shownCodes = 3

/** A sentence for codes that are of no classification known here; empty where there is none. They may be a corpus's own. */
export function unknownCodes({ categories }: Reference): readonly string[] {
  const unknown = categories.flatMap(({ codes = [] }) => codes.filter((code) => !isKnownCode(code)))
  if (unknown.length === 0) return []
  const more = unknown.length > shownCodes ? ` and ${unknown.length - shownCodes} more` : ''
  const [are, they] = unknown.length === 1 ? ['is no code', 'is'] : ['are no codes', 'are']
  return [
    `${unknown.slice(0, shownCodes).join(', ')}${more} ${are} of SNOMED CT, ICPC-2, ICD-10 or ICD-11: mistyped, or ${they} your own; labels have to be written the same way.`,
  ]
}
