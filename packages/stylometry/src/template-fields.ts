import { type Context, createDocument, type Document, type Estimate, notApplicable, type Rows, type Table } from '@corpuscope/core'
import { type HashTable, hashTable } from '@corpuscope/statistics'
import { words } from '@corpuscope/text'

/** Spans of a text that name somebody. */
export type Identifiers = (document: Document) => readonly { readonly start: number; readonly end: number }[]

/** What stands in at least this many documents is a template's, not a writer's. */
export const fewestShared = 5
export const fewestWithField = 0.05
export const nearlyAll = 0.9
const longestShown = 60
const most = 30

/** Texts of labels, contents and openings by their hash, of documents that were drawn: lower-cased words, so that one hash has one text. */
export type FieldTexts = Map<number, string>

/** Of two texts with one hash, the lesser: any order of documents gives the same. */
export function keepText(texts: FieldTexts, hash: number, text: string): void {
  const before = texts.get(hash)
  if (before === undefined || text < before) texts.set(hash, text)
}

/** What a reader of a template's shape is told of each label, content or opening. */
export function noteText(texts: FieldTexts, document: Document): (hash: number, from: number, to: number) => void {
  return (hash, from, to) => {
    if (hash === 0) return
    const { types, word } = words(document)
    let text = ''
    for (let at = from; at < to && text.length <= longestShown; at++) text += `${text === '' ? '' : ' '}${word(types[at]!)}`
    // Rows keep the lower half of a hash.
    keepText(texts, hash % 4294967296, text)
  }
}

/** A date in figures or by its month, and nothing else. */
const date =
  /^(?:\p{L}{1,9} )?(?:\d{1,4} (?:\d{1,2}|\p{L}{3,9}) \d{2,4}|\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9} \d{4}|\p{L}{3,9} \d{1,2} \d{4}|\d{1,2}\p{L}{3}\d{2,4})$/u

/** The words themselves where they name nobody and hold no figure, else what kind of thing they are. */
function shownAs(text: string | undefined, identifiers: Identifiers | undefined): string {
  if (text === undefined) return 'one and the same'
  if (date.test(text)) return 'a date, one and the same'
  if (/^[\p{N} ]+$/u.test(text)) return 'a number, one and the same'
  if (/\p{N}/u.test(text)) return 'words with a number, one and the same'
  return isSafe(text, identifiers) ? `"${text}"` : 'words that may name somebody, one and the same'
}

/** Whether nothing in some words is an identifier, however they are capitalised. */
function isSafe(text: string, identifiers: Identifiers | undefined): boolean {
  if (!identifiers || text.length > longestShown) return false
  const capitals = text.replace(/(?<![\p{L}\p{M}'\u2019])\p{L}/gu, (letter) => letter.toUpperCase())
  return [text, capitals, `Name: ${capitals}`, `Seen by ${capitals} today.`].every(
    (each) => identifiers(createDocument({ text: each })).length === 0,
  )
}

/** In how many of the documents each hash stands: of every one of a list, or of every second. */
function documentsOf(rows: Rows, texts: readonly number[], name: string, step = 1): HashTable {
  const expected = texts.reduce((sum, i) => sum + rows.list(name, i).length / step, 0)
  const documents = hashTable.create(expected)
  const seen = hashTable.create(expected)
  texts.forEach((i, at) => {
    const hashes = rows.list(name, i)
    for (let each = 0; each < hashes.length; each += step) {
      const hash = hashes[each]!
      if (hash === 0 || hashTable.get(seen, hash) === at) continue
      hashTable.set(seen, hash, at)
      hashTable.add(documents, hash, 1)
    }
  })
  return documents
}

interface Field {
  readonly label: number
  readonly content: number
  /** Documents that have the field, and those with its commonest content. */
  readonly documents: number
  readonly alike: number
}

/** Every field of forms with what it says most often: a document counts with the first line of a field. */
function fieldsOf(rows: Rows, texts: readonly number[]): Field[] {
  const documents = documentsOf(rows, texts, 'templates.fields', 2)
  const fewest = Math.max(fewestShared, fewestWithField * texts.length)
  const contents = new Map<number, Map<number, number>>()
  for (const i of texts) {
    const fields = rows.list('templates.fields', i)
    const met = new Set<number>()
    for (let at = 0; at < fields.length; at += 2) {
      const [label, content] = [fields[at]!, fields[at + 1]!]
      if (content === 0 || met.has(label) || hashTable.get(documents, label) < fewest) continue
      met.add(label)
      let each = contents.get(label)
      if (!each) contents.set(label, (each = new Map()))
      each.set(content, (each.get(content) ?? 0) + 1)
    }
  }
  return [...contents].flatMap(([label, each]) => {
    const all = [...each.values()].reduce((sum, n) => sum + n, 0)
    const [content, alike] = [...each].reduce((best, entry) =>
      entry[1] > best[1] || (entry[1] === best[1] && entry[0] < best[0]) ? entry : best,
    )
    return all < fewest ? [] : [{ label, content, documents: all, alike }]
  })
}

export interface Opening {
  readonly hash: number
  readonly count: number
  readonly dated: boolean
}

export interface ConstantFields {
  readonly estimate: Estimate
  readonly table?: Table
  /** The foremost field that says the same nearly everywhere, for a sentence. */
  readonly sentence?: string
}

/**
 * How many fields of forms say the same nearly everywhere, and which.
 *
 * @param named        texts of labels and contents; shown where they stand in at least five documents and are no identifier
 * @param identifiers  what names somebody in a text; without it no words are shown
 */
export function constantFields(
  { rows }: Context,
  texts: readonly number[],
  opening: Opening,
  named: FieldTexts,
  identifiers?: Identifiers,
): ConstantFields {
  const fields = fieldsOf(rows, texts)
  const constant = fields.filter(({ documents, alike }) => alike >= nearlyAll * documents)
  const left = rows.n - texts.length
  const shown: [field: string, says: string, documents: number, alike: number][] = constant
    .map(({ label, content, documents, alike }): [string, string, number, number] => {
      const name = named.get(label)
      const isShown = name !== undefined && !/\p{N}/u.test(name) && isSafe(name, identifiers)
      return [isShown ? `${name}:` : 'a label that is not shown', shownAs(named.get(content), identifiers), documents, alike]
    })
    .sort((a, b) => b[3] - a[3] || (`${a[0]}${a[1]}` < `${b[0]}${b[1]}` ? -1 : 1))
  if (opening.count >= fewestShared && opening.count >= nearlyAll * texts.length)
    shown.unshift([
      opening.dated ? 'first line' : 'first three words',
      opening.dated ? 'a date, one and the same' : shownAs(named.get(opening.hash), identifiers),
      texts.length,
      opening.count,
    ])
  const [first] = shown
  return {
    estimate:
      fields.length === 0
        ? notApplicable(
            'constant-field-share',
            `no field in ${Math.ceil(Math.max(fewestShared, fewestWithField * texts.length))} documents or more`,
            rows.n,
          )
        : {
            measure: 'constant-field-share',
            value: constant.length / fields.length,
            interval: null,
            n: texts.length,
            left,
            status: 'measured',
            ...(left > 0 && { reason: `${left} left out: no words` }),
          },
    ...(first && {
      table: {
        id: 'templates-constant-fields',
        analysis: 'templates',
        title: 'Fields that say the same in at least 90 % of the documents that have them',
        columns: [
          { title: 'Field' },
          { title: 'What it says' },
          { title: 'Documents with the field' },
          { title: 'Documents that say this' },
        ],
        rows: shown.slice(0, most),
      },
      sentence: `${shown.length === 1 ? 'A field says' : `${shown.length} fields say`} nearly always the same, ${shown.length === 1 ? '' : 'foremost '}${first[0].replace(/:$/, '')}: ${first[1]} in ${first[3]} of ${first[2]} documents.`,
    }),
  }
}
