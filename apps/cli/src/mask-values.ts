import { addValues, type Identifier, type IdentifierKindId, ownIdentifiers, strengths } from '@corpuscope/privacy'

const shared: ReadonlySet<IdentifierKindId> = new Set(['date', 'age', 'postcode', 'facility'])
const fewestSigns = 6

/** One spelling of a value: in small letters, one blank between words. */
const plain = (value: string): string => value.trim().toLowerCase().replace(/\s+/gu, ' ')

/** What was found anywhere and means one person wherever it stands: a name of two words or more, a number, an address. */
export interface FoundValues {
  readonly add: (text: string, found: readonly Identifier[], group: string | undefined) => void
  /** Where such values stand in a text. */
  readonly in: (text: string) => readonly Identifier[]
  /** Words of the names found in documents of a group. */
  readonly ofGroup: (group: string) => ReadonlyMap<string, Identifier>
}

export function foundValues(): FoundValues {
  const values = new Map<string, Identifier>()
  const groups = new Map<string, Map<string, Identifier>>()
  let matcher: ReturnType<typeof ownIdentifiers> | undefined
  return {
    add(text, found, group) {
      for (const identifier of found) {
        const value = plain(text.slice(identifier.start, identifier.end))
        if (!values.has(value) && isOnePersons(identifier, value)) values.set(value, identifier)
      }
      matcher = undefined
      if (group === undefined) return
      let own = groups.get(group)
      if (!own) groups.set(group, (own = new Map()))
      addValues(own, text, found)
    },
    in(text) {
      if (values.size === 0) return []
      matcher ??= ownIdentifiers({ deny: [...values.keys()] })
      return matcher.applied(text, []).map(({ start, end, identity }) => ({ ...values.get(identity)!, start, end }))
    },
    ofGroup: (group) => groups.get(group) ?? new Map(),
  }
}

/** A name that only the lexicon vouches for may be words that mean something else. */
const isOnePersons = ({ kind, strength }: Identifier, value: string): boolean =>
  kind === 'person'
    ? strength !== strengths.lexicon && /\p{L}{2}.*[ ,]+.*\p{L}{2}/u.test(value)
    : !shared.has(kind) && value.length >= fewestSigns && /[\d@]/.test(value)
