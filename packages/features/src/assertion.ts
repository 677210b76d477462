import type { Document } from '@corpuscope/core'
import { type canonicalSections, isEuropean, language, sections, sentences, view, words } from '@corpuscope/text'
import { type AssertionRules, type AssertionStatus, assertionRules } from './assertion-rules.ts'
import { type AssertionScope, addScopes } from './assertion-scopes.ts'
import { type AssertionTriggers, triggersFrom, triggersIn } from './assertion-triggers.ts'

// Where several govern a concept, who it belongs to and whether it is real at all come before whether it is there.
const precedence: readonly AssertionScope['status'][] = ['family', 'hypothetical', 'absent', 'conditional', 'possible', 'historical']

interface Compiled {
  readonly triggers: AssertionTriggers
  /** Names of headings, lower-cased. */
  readonly sections: ReadonlyMap<string, AssertionScope['status']>
}

const compiled = new Map<AssertionRules, Compiled>()

function compiledFor(document: Document): Compiled | undefined {
  const spoken = language(document).language
  const rules = isEuropean(spoken) ? assertionRules[spoken] : undefined
  if (!rules) return undefined
  let made = compiled.get(rules)
  if (!made) {
    const headings = Object.entries(rules.sections).flatMap(([status, names]) =>
      names
        .split('|')
        .map((name): [string, AssertionScope['status']] => [name.trim().replace(/\s+/g, ' '), status as AssertionScope['status']]),
    )
    compiled.set(rules, (made = { triggers: triggersFrom(rules), sections: new Map(headings) }))
  }
  return made
}

/** Whether a document is in a language that there are assertion rules of. */
export const hasAssertionRules = (document: Document): boolean => compiledFor(document) !== undefined

interface Governed {
  readonly scopes: readonly AssertionScope[]
  /** Where sentences begin; scopes of sentence i are `firsts[i]` to `firsts[i + 1]`. */
  readonly starts: ArrayLike<number>
  readonly firsts: readonly number[]
}

const governed: (document: Document) => Governed = view((document) => {
  const rules = compiledFor(document)
  if (!rules) return { scopes: [], starts: [], firsts: [] }
  const scopes: AssertionScope[] = []
  const firsts: number[] = []
  const { starts, ends, count } = sentences(document)
  const found = triggersIn(document.text, words(document), rules.triggers)
  let at = 0
  for (let i = 0; i < count; i++) {
    firsts.push(scopes.length)
    while (at < found.length && found[at]!.start < starts[i]!) at++
    const from = at
    while (at < found.length && found[at]!.end <= ends[i]!) at++
    if (at > from) addScopes(scopes, document.text, starts[i]!, ends[i]!, found.slice(from, at))
  }
  firsts.push(scopes.length)
  return { scopes, starts: Array.from(starts.subarray(0, count)), firsts }
})

/** The scopes of a document by the rules of its language: none where there are no rules. */
export const assertionScopes = (document: Document): readonly AssertionScope[] => governed(document).scopes

const byCanonical: Partial<Record<(typeof canonicalSections)[number], AssertionScope['status']>> = {
  family: 'family',
  'past history': 'historical',
  'safety net': 'hypothetical',
}

/** Sections that say something of everything in them; in the order of the text. */
const sectionScopes: (document: Document) => readonly AssertionScope[] = view((document) => {
  const names = compiledFor(document)?.sections
  return sections(document).flatMap(({ heading, canonical, start, end }) => {
    const status = (canonical && byCanonical[canonical]) ?? names?.get(heading.toLowerCase().replace(/\s+/g, ' '))
    return status === undefined ? [] : [{ status, start, end }]
  })
})

/** The last place whose start lies at or before `offset`; -1 for none. */
function lastBefore(count: number, startOf: (i: number) => number, offset: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (startOf(middle) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/**
 * What a text says of the concept at a place: the trigger that governs it, or the section it stands in; `present` where nothing does.
 *
 * @see Chapman et al. 2001 (NegEx); Harkema et al. 2009 (ConText)
 */
export function assertionOf(document: Document, start: number, end: number): AssertionStatus {
  const { scopes, starts, firsts } = governed(document)
  const governing = new Set<AssertionStatus>()
  const sentence = lastBefore(starts.length, (i) => starts[i]!, start)
  if (sentence >= 0)
    for (let i = firsts[sentence]!; i < firsts[sentence + 1]!; i++)
      if (scopes[i]!.start < end && start < scopes[i]!.end) governing.add(scopes[i]!.status)
  const parts = sectionScopes(document)
  const part = parts[lastBefore(parts.length, (i) => parts[i]!.start, start)]
  const own = part && start < part.end ? part.status : undefined
  // A denial in a family history is of the family all the same.
  if (own === 'family' || own === 'hypothetical') governing.add(own)
  for (const status of precedence) if (governing.has(status)) return status
  return own ?? 'present'
}
