import type { Document } from '@corpuscope/core'
import { type EuropeanLanguage, isEuropean, language, sections, sentences, view } from '@corpuscope/text'
import { type AssertionRules, type AssertionStatus, assertionRules } from './assertion-rules.ts'

/** A stretch of text that a trigger governs; UTF-16 offsets, end exclusive. */
export interface AssertionScope {
  readonly status: Exclude<AssertionStatus, 'present'>
  readonly start: number
  readonly end: number
}

// Where several govern a concept, who it belongs to and whether it is real at all come before whether it is there.
const precedence: readonly AssertionScope['status'][] = ['family', 'hypothetical', 'absent', 'conditional', 'possible', 'historical']

type Role = { readonly status?: AssertionScope['status']; readonly side: 'before' | 'behind' | 'never' | 'ends' }

interface Compiled {
  readonly pattern: RegExp
  readonly roles: ReadonlyMap<string, readonly Role[]>
}

const compiled = new Map<EuropeanLanguage, Compiled>()
const phrases = (list: string): string[] =>
  list
    .split('|')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '')
const escaped = (text: string): string =>
  text
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/ /g, '\\s+')
    .replace(/'/g, "['\u2019]")

function compile(rules: AssertionRules): Compiled {
  const roles = new Map<string, Role[]>()
  const add = (phrase: string, role: Role): void => {
    const those = roles.get(phrase)
    if (those) those.push(role)
    else roles.set(phrase, [role])
  }
  for (const side of ['before', 'behind'] as const)
    for (const [status, list] of Object.entries(rules[side]))
      for (const phrase of phrases(list)) add(phrase, { side, status: status as AssertionScope['status'] })
  for (const phrase of phrases(rules.never)) add(phrase, { side: 'never' })
  for (const phrase of phrases(rules.ends)) add(phrase, { side: 'ends' })
  // The longest phrase at a place wins: a pseudo-trigger covers the trigger inside it.
  const all = [...roles.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return { pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${all.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'giu'), roles }
}

function compiledFor(spoken: EuropeanLanguage): Compiled | undefined {
  const rules = assertionRules[spoken]
  if (!rules) return undefined
  let made = compiled.get(spoken)
  if (!made) compiled.set(spoken, (made = compile(rules)))
  return made
}

/** The longest reach of a trigger behind the concept: farther, it speaks of something else. */
const reachBack = 60

/** The scopes of a document by the rules of its language: none where there are no rules. */
export const assertionScopes: (document: Document) => readonly AssertionScope[] = view((document) => {
  const spoken = language(document).language
  const rules = isEuropean(spoken) ? compiledFor(spoken) : undefined
  if (!rules) return []
  const scopes: AssertionScope[] = []
  const { starts, ends, count } = sentences(document)
  for (let i = 0; i < count; i++) scopesOf(document.text.slice(starts[i], ends[i]), starts[i]!, rules, scopes)
  return scopes
})

function scopesOf(sentence: string, offset: number, { pattern, roles }: Compiled, into: AssertionScope[]): void {
  const found = [...sentence.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    roles: roles.get(match[0].toLowerCase().replaceAll('\u2019', "'").replace(/\s+/g, ' ')) ?? [],
  }))
  found.forEach((trigger, k) => {
    for (const { side, status } of trigger.roles) {
      if (status === undefined) continue
      if (side === 'before') {
        const stop = found.find((other, j) => j > k && other.roles.some((role) => role.side === 'ends'))
        const end = Math.min(stop?.start ?? sentence.length, breakAfter(sentence, trigger.end))
        if (end > trigger.end) into.push({ status, start: offset + trigger.end, end: offset + end })
      } else if (side === 'behind') {
        const stop = found.findLast((other, j) => j < k && other.roles.some((role) => role.side === 'ends' || role.side === 'before'))
        const start = Math.max(stop?.end ?? 0, trigger.start - reachBack, breakBefore(sentence, trigger.start))
        if (start < trigger.start) into.push({ status, start: offset + start, end: offset + trigger.start })
      }
    }
  })
}

// A semicolon or the end of a line ends what was said; so does a full stop that was no end of a sentence to the splitter.
function breakAfter(sentence: string, from: number): number {
  const at = sentence.slice(from).search(/[;\n]|\.\s/)
  return at < 0 ? sentence.length : from + at
}
function breakBefore(sentence: string, to: number): number {
  const before = sentence.slice(0, to)
  return Math.max(before.lastIndexOf(';'), before.lastIndexOf('\n'), before.lastIndexOf(','), before.lastIndexOf('. ')) + 1
}

const bySection: Partial<Record<string, AssertionStatus>> = { family: 'family', 'past history': 'historical', 'safety net': 'hypothetical' }

/**
 * What a text says of the concept at a place: the trigger that governs it, or the section it stands in; `present` where nothing does.
 *
 * @see Chapman et al. 2001 (NegEx); Harkema et al. 2009 (ConText)
 */
export function assertionOf(document: Document, start: number, end: number): AssertionStatus {
  const governing = new Set<AssertionStatus>()
  for (const scope of assertionScopes(document)) if (scope.start <= start && end <= scope.end) governing.add(scope.status)
  const section = sections(document).find((each) => each.start <= start && start < each.end)?.canonical
  const own = section === undefined ? undefined : bySection[section]
  // A denial in a family history is of the family all the same.
  if (own === 'family' || own === 'hypothetical') governing.add(own)
  for (const status of precedence) if (governing.has(status)) return status
  return own ?? 'present'
}
