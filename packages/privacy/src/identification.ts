import { createDocument, type Document, type Feature, type PrivacyOptions, type SecretKey } from '@corpuscope/core'
import { view } from '@corpuscope/text'
import { type Identifier, strengths } from './identifier.ts'
import { identifiersOf } from './identifiers-of.ts'
import { type OtherDetector, type OtherSpan, spansDetector, tokenClassifierDetector } from './other-detectors.ts'
import { ownIdentifiers } from './own-identifiers.ts'

/** How the identifiers of a document are found: by the project's detectors, the user's lists and patterns, and further detectors. */
export interface Identification {
  readonly of: (document: Document) => readonly Identifier[]
  /** The same for a text that is no document: without further detectors. */
  readonly inText: (text: string, found: readonly Identifier[]) => readonly Identifier[]
  /** Names of further detectors, in their order. */
  readonly others: readonly string[]
  /** What one of them found, whether or not somebody else did too. */
  readonly spansBy: (document: Document, other: string) => readonly OtherSpan[]
  /** What detectors that read any text find in one that is no document. */
  readonly othersIn: (text: string) => Promise<readonly OtherSpan[]>
  /** Their labels that are no identifier here, and how often each was given. */
  readonly ignored: () => ReadonlyMap<string, number>
  /** What hashes of values are made with; without one none are made. */
  readonly key?: SecretKey
  /** Reads further detectors before documents are observed; absent where there are none. */
  readonly feature?: Feature<null, null>
}

/** The project's detectors alone. */
export const plainIdentification = (key?: SecretKey): Identification => ({
  of: identifiersOf,
  inText: (_, found) => found,
  others: [],
  spansBy: () => [],
  othersIn: async () => [],
  ignored: () => new Map(),
  ...(key && { key }),
})

/** Id of the feature that analyses need where further detectors are asked. */
export const furtherDetectors = 'further-detectors'

/** @throws ConfigError for what cannot be read or compiled */
export function identification(options: PrivacyOptions | undefined, key?: SecretKey): Identification {
  if (!options) return plainIdentification(key)
  const own = ownIdentifiers(options)
  const others: readonly OtherDetector[] = [
    ...(options.spans ?? []).map(({ name, path }) => spansDetector(name, path)),
    ...(options.model === undefined ? [] : [tokenClassifierDetector(options.model)]),
  ]
  const attached = new WeakMap<Document, ReadonlyMap<string, readonly OtherSpan[]>>()
  const spansBy = (document: Document, other: string): readonly OtherSpan[] => attached.get(document)?.get(other) ?? []
  const of = view((document) => {
    const found = own.applied(document.text, identifiersOf(document))
    return others.length === 0
      ? found
      : withOthers(
          document,
          found,
          others.map(({ name }) => name),
          spansBy,
        )
  })
  return {
    of,
    inText: own.applied,
    others: others.map(({ name }) => name),
    spansBy,
    async othersIn(text) {
      const document = createDocument({ text })
      return (await Promise.all(others.filter(({ readsAll }) => readsAll).map((other) => other.of(document)))).flat()
    },
    ignored: () =>
      new Map(others.flatMap(({ name, ignored }) => [...ignored].map(([label, times]) => [`${name}: ${label}`, times] as const))),
    ...(key && { key }),
    ...(others.length > 0 && {
      feature: {
        id: furtherDetectors,
        create: () => null,
        async attach(documents) {
          for (const document of documents) {
            const found = new Map<string, readonly OtherSpan[]>()
            for (const other of others) found.set(other.name, await other.of(document))
            attached.set(document, found)
          }
        },
        observe: () => undefined,
        merge: () => undefined,
        conclude: () => null,
      },
    }),
  }
}

/** Each identifier with who found it; what only others found comes in where nothing of ours stands. */
function withOthers(
  document: Document,
  found: readonly Identifier[],
  others: readonly string[],
  spansBy: Identification['spansBy'],
): readonly Identifier[] {
  const { text } = document
  const all: Identifier[] = found.map((each) => {
    const by = others.filter((other) => spansBy(document, other).some((span) => meets(span, each)))
    return by.length > 0 ? { ...each, by: ['corpuscope', ...by] } : each
  })
  for (const other of others)
    for (const { kind, start, end } of spansBy(document, other)) {
      const there = all.find((each) => meets(each, { start, end }))
      if (there) continue
      const by = others.filter((each) => spansBy(document, each).some((span) => meets(span, { start, end })))
      all.push({ kind, start, end, strength: strengths.model, identity: text.slice(start, end).toLowerCase(), by })
    }
  return all.sort((a, b) => a.start - b.start)
}

const meets = (a: { start: number; end: number }, b: { start: number; end: number }): boolean => a.start < b.end && b.start < a.end
