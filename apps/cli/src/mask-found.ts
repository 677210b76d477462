import type { Document, PrivacyOptions, Scalar } from '@corpuscope/core'
import { type InputPlan, readShard } from '@corpuscope/corpus'
import { type Identification, type Identifier, identification, namesPerson, scanIdentifiers } from '@corpuscope/privacy'

/** A text of a document: its own, or a field of its metadata. */
export interface MaskedText {
  /** Absent for the document's own text. */
  readonly field?: string
  readonly text: string
  /** It is written as a number: only its field's name says whether it identifies. */
  readonly number?: boolean
}

/** The text, and every field that is text or number too. */
export const textsOf = ({ text, metadata }: Document): MaskedText[] => [
  { text },
  ...[...metadata].flatMap(([field, value]) =>
    isWritten(value) ? [{ field, text: String(value), number: typeof value === 'number' }] : [],
  ),
]

const isWritten = (value: Scalar): boolean => typeof value === 'string' || typeof value === 'number'

/** How everything that identifies is found in the texts of a corpus that is masked. */
export interface MaskFinder {
  readonly identified: Identification
  /** By the project's detectors, and the user's lists and patterns. */
  readonly in: (text: MaskedText) => readonly Identifier[]
  /** The same and what further detectors found, by key of the document. */
  readonly also: (document: Document, field: string | undefined) => readonly Identifier[]
  /** Takes in what further detectors find in a text of a document. */
  readonly add: (document: Document, field: string | undefined, found: readonly Identifier[]) => void
  /** Calls for each document, once further detectors have looked at it. */
  readonly each: (plan: InputPlan, take: (document: Document) => void | Promise<void>) => Promise<void>
}

const none: readonly Identifier[] = []

export function maskFinder(privacy: PrivacyOptions | undefined): MaskFinder {
  const identified = identification(privacy)
  const { feature, inText, others, spansBy, othersIn } = identified
  const kept = (found: readonly Identifier[]): readonly Identifier[] => found.filter(({ nobody }) => nobody !== 'on the allow list')
  const scan = (text: string): readonly Identifier[] => kept(inText(text, scanIdentifiers(text).identifiers))
  const further = new Map<string, readonly Identifier[]>()
  const placeOf = ({ key }: Document, field = ''): string => `${key}\0${field}`
  const add: MaskFinder['add'] = (document, field, found) => {
    if (found.length > 0) further.set(placeOf(document, field), [...(further.get(placeOf(document, field)) ?? none), ...found])
  }
  const attached = async (document: Document): Promise<void> => {
    if (further.has(placeOf(document))) return
    await feature!.attach!([document])
    const allowed = (spans: readonly Pick<Identifier, 'kind' | 'start' | 'end'>[], text: string) =>
      kept(
        inText(
          text,
          spans.map((span) => identifierOf(span, text)),
        ),
      )
    further.set(
      placeOf(document),
      allowed(
        others.flatMap((other) => spansBy(document, other)),
        document.text,
      ),
    )
    for (const { field, text } of textsOf(document)) if (field !== undefined) add(document, field, allowed(await othersIn(text), text))
  }
  return {
    identified,
    in: ({ field, text, number = false }) => {
      const found = number ? none : scan(text)
      return field === undefined || found.length > 0 ? found : byNameOfField(field, text, scan)
    },
    also: (document, field) => further.get(placeOf(document, field)) ?? none,
    add,
    async each(plan, take) {
      for (const shard of plan.shards) {
        const documents: Document[] = []
        await readShard(plan, shard, { document: (document) => void documents.push(document), unread: () => undefined })
        for (const document of documents) {
          if (feature) await attached(document)
          await take(document)
        }
      }
    },
  }
}

/** What another detector found, as an identifier of the words that stand there. */
export const identifierOf = ({ kind, start, end }: Pick<Identifier, 'kind' | 'start' | 'end'>, text: string): Identifier => ({
  kind,
  start,
  end,
  strength: 0,
  identity: text.slice(start, end).toLowerCase(),
})

const longestValue = 120

/** A value that its field's name gives away: `mrn`, `phone`, `patient_name`. It is the whole of it. */
function byNameOfField(field: string, text: string, scan: (text: string) => readonly Identifier[]): readonly Identifier[] {
  if (text === '' || text.length > longestValue) return none
  const lead = `${field.replace(/[_.-]+|(?<=\p{Ll})(?=\p{Lu})/gu, ' ')}: `
  const [found] = scan(lead + text).filter(({ start }) => start >= lead.length)
  if (found) return [{ ...found, start: 0, end: text.length }]
  return namesPerson(text) ? [{ kind: 'person', start: 0, end: text.length, strength: 1, identity: text.toLowerCase() }] : none
}
