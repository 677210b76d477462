import { ConfigError, type PrivacyOptions } from '@corpuscope/core'
import { RE2JS } from 're2js'
import { type Identifier, strengths } from './identifier.ts'
import { identitiesOf, identityOf, isNumber, numbersIn, squeezed } from './list-values.ts'

/** What a corpus's own people know of it: values that are none, values and patterns that are. */
export interface OwnIdentifiers {
  /**
   * @param found  what the detectors found, in order
   * @returns      the same with allowed values marked as naming nobody, and the own values and patterns among them, in order and without overlap
   * @throws ConfigError when a pattern passes its budget: what was not looked for must not read as clean
   */
  applied(text: string, found: readonly Identifier[]): readonly Identifier[]
}

/** Characters a pattern may look at, as a multiple of the text: RE2 reads a text once a match, so only many failing starts pass it. */
const passes = 64
const leastBudget = 1 << 20

/**
 * Patterns are RE2 (no backtracking: time linear in the text, no look-around or back-reference), so that no pattern and no text can hang an audit.
 *
 * @throws ConfigError for a pattern that RE2 does not take
 * @see https://github.com/google/re2/wiki/Syntax
 */
export function ownIdentifiers({ allow = [], deny = [], patterns = [] }: PrivacyOptions): OwnIdentifiers {
  const allowed = new Set(allow.map(plain))
  const allowedNumbers = new Set(allow.filter(isNumber).map(squeezed))
  const allowedIdentities = identitiesOf(allow)
  const phrases = byFirstWord(deny)
  const deniedNumbers = new Set(deny.filter(isNumber).map(squeezed))
  const deniedIdentities = identitiesOf(deny)
  const compiled = patterns.map(({ name, pattern }, i) => ({ name, form: compile(pattern, `privacy.patterns.${i}.pattern`) }))
  const isAllowed = (each: Identifier, written: string): boolean =>
    allowed.has(plain(written)) ||
    (allowedNumbers.size > 0 && allowedNumbers.has(squeezed(written))) ||
    (allowedIdentities.size > 0 && allowedIdentities.has(identityOf(each)))
  return {
    applied(text, found) {
      const own = [
        ...listed(text, phrases),
        ...numbersIn(text, deniedNumbers).map(({ start, end }) => denied(text, start, end)),
        ...(deniedIdentities.size === 0 ? [] : found)
          .filter((each) => deniedIdentities.has(identityOf(each)))
          .map(({ start, end }) => denied(text, start, end)),
        ...compiled.flatMap(({ name, form }) => matches(text, name, form)),
      ]
      const all = own.length === 0 ? found : merged(found, own)
      return allowed.size === 0
        ? all
        : all.map((each) => (isAllowed(each, text.slice(each.start, each.end)) ? { ...each, nobody: 'on the allow list' as const } : each))
    },
  }
}

const denied = (text: string, start: number, end: number): Identifier => ({
  kind: 'listed',
  start,
  end,
  strength: strengths.address,
  identity: plain(text.slice(start, end)),
})

/** One spelling: in small letters, one blank between words. */
const plain = (value: string): string => value.trim().toLowerCase().replace(/\s+/gu, ' ')

function compile(pattern: string, where: string): RE2JS {
  let form: RE2JS
  try {
    form = RE2JS.compile(pattern)
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : ''
    throw new ConfigError(`${where}: RE2 does not take it (${why}). Write it without look-around and back-references.`)
  }
  if (form.matches('')) throw new ConfigError(`${where}: matches the empty text, and so everywhere. Ask for at least one character.`)
  return form
}

function matches(text: string, name: string, form: RE2JS): Identifier[] {
  const found: Identifier[] = []
  const matcher = form.matcher(text)
  let looked = 0
  let from = 0
  while (from <= text.length && matcher.find()) {
    const [start, end] = [matcher.start(), matcher.end()]
    looked += text.length - from
    if (looked > passes * text.length + leastBudget)
      throw new ConfigError(
        `privacy.patterns: "${name}" looked at a document of ${text.length} characters more than ${passes} times over. Make it narrower: what it did not reach is not known to be clean.`,
      )
    if (end > start) found.push({ kind: 'listed', scheme: name, start, end, strength: strengths.address, identity: text.slice(start, end) })
    from = Math.max(end, from + 1)
  }
  return found
}

type Phrases = ReadonlyMap<string, readonly string[]>

function byFirstWord(values: readonly string[]): Phrases {
  const phrases = new Map<string, string[]>()
  for (const value of values) {
    const small = plain(value)
    const first = /[\p{L}\p{N}]+/u.exec(small)?.[0]
    if (first === undefined) continue
    const others = phrases.get(first)
    if (others) others.push(small)
    else phrases.set(first, [small])
  }
  for (const each of phrases.values()) each.sort((a, b) => b.length - a.length)
  return phrases
}

/** Values of the deny list, as whole words and in any case, with any blanks between. */
function listed(text: string, phrases: Phrases): Identifier[] {
  if (phrases.size === 0) return []
  const found: Identifier[] = []
  let from = 0
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const candidates = index >= from ? phrases.get(word.toLowerCase()) : undefined
    const end = candidates && endOf(text, index, candidates)
    if (end === undefined) continue
    found.push({ kind: 'listed', start: index, end, strength: strengths.address, identity: plain(text.slice(index, end)) })
    from = end
  }
  return found
}

function endOf(text: string, start: number, candidates: readonly string[]): number | undefined {
  for (const phrase of candidates) {
    let at = start
    let i = phrase.search(/[\p{L}\p{N}]/u)
    while (i < phrase.length && at < text.length) {
      if (phrase[i] === ' ' && /\s/.test(text[at]!)) {
        while (/\s/.test(text[at] ?? '')) at++
        i++
      } else if (text[at]!.toLowerCase() === phrase[i]) {
        at++
        i++
      } else break
    }
    if (i === phrase.length && !/[\p{L}\p{N}]/u.test(text[at] ?? '')) return at
  }
  return undefined
}

/** What the user names outweighs what a detector takes the same characters for. */
export function merged(found: readonly Identifier[], own: readonly Identifier[]): Identifier[] {
  const kept: Identifier[] = []
  for (const each of [...own].sort((a, b) => a.start - b.start || b.end - a.end)) if (each.start >= (kept.at(-1)?.end ?? 0)) kept.push(each)
  const meets = (a: Identifier, b: Identifier): boolean => a.start < b.end && b.start < a.end
  let at = 0
  const rest = found.filter((each) => {
    while (at < kept.length && kept[at]!.end <= each.start) at++
    return at >= kept.length || !meets(each, kept[at]!)
  })
  return [...rest, ...kept].sort((a, b) => a.start - b.start)
}
