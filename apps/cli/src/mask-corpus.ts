import { rmSync } from 'node:fs'
import { CorpusError, type Document, type PrivacyOptions } from '@corpuscope/core'
import { type InputPlan, planInput, type ReadOptions, type Rewriting } from '@corpuscope/corpus'
import {
  addValues,
  applied,
  type Identifier,
  keyed,
  type Mask,
  masksOf,
  namesPerson,
  surrogates,
  tagOf,
  uncoveredIn,
} from '@corpuscope/privacy'
import type { MaskChoice } from './mask-choice.ts'
import { identifierOf, type MaskedText, maskFinder, textsOf } from './mask-found.ts'
import { chosenShift, placesIn, renamed } from './mask-places.ts'
import { foundValues } from './mask-values.ts'

/** What was masked, for the manifest: counts, hashes under the key and surrogates; never a value of the corpus. */
export interface MaskRecord {
  readonly style: MaskChoice['style']
  readonly documents: number
  readonly masked: Readonly<Record<string, number>>
  readonly idsThatNameSomebody: number
  /** Labels of further detectors that are no identifier here: what they cover stays. */
  readonly leftLabels?: Readonly<Record<string, number>>
  readonly originals?: readonly string[]
  readonly surrogates: readonly { readonly kind: string; readonly value: string }[]
  readonly audit: { readonly documents: number; readonly identifiers: number; readonly originals: number; readonly unlisted: number }
}

/** Masks for every document of a corpus, and the check of what was written. */
export interface Masking {
  readonly rewrite: (document: Document) => Rewriting | undefined
  /** What an id is called in the copy and its manifest. */
  readonly idOf: (id: string) => string
  /** Where a file of the input goes in the copy. */
  readonly nameOf: (relative: string) => string
  /** Reads what was written and looks for what was there before; removes it and throws when something is left. */
  check(inputs: readonly string[], read: ReadOptions, out: string): Promise<MaskRecord>
}

const isShared = ({ kind, identity }: Identifier): boolean =>
  kind === 'date' || (kind === 'person' && identity.replace(/\P{L}/gu, '').length === 1)

const tag = /\[[A-Z]+(?:-[A-Z\d]+)*\]/g

/** Whether a letter or digit of a stretch is none of a tag. */
function standsOutside(text: string, { start, end }: Identifier): boolean {
  const blank = text.replace(tag, (each) => ' '.repeat(each.length))
  return /[\p{L}\p{N}]/u.test(blank.slice(start, end))
}

/** Rounds in which a model looks at what masks have made of a text; each takes in more of it. */
const mostRounds = 16

/**
 * Reads the corpus, to know every value that no surrogate may be and that is masked wherever it stands; with a model among the detectors once
 * more, since a masked text reads differently to it.
 *
 * @param privacy  lists, patterns and further detectors of the configuration: what it allows stays, what they find is masked
 */
export async function planMasking(plan: InputPlan, choice: MaskChoice, privacy?: PrivacyOptions): Promise<Masking> {
  const { style, key } = choice
  const mayStand = style === 'surrogate'
  const finder = maskFinder(privacy)
  const hash = (text: string): string => keyed(key, text).toString('base64url').slice(0, 22)
  const valueHash = ({ kind, identity }: Identifier, group: string): string =>
    hash(kind === 'date' ? `date\0${group}\0${identity}` : `${kind}\0${identity}`)
  const groupOf = (document: Document): string =>
    choice.group === undefined ? document.key : String(document.metadata.get(choice.group) ?? document.key)
  const originals = new Set<string>()
  const words = new Set<string>()
  const dates = new Set<string>()
  const datesOf = new Map<string, string[]>()
  const values = foundValues()
  await finder.each(plan, (document) => {
    const group = groupOf(document)
    for (const each of textsOf(document)) {
      const { text } = each
      const found = [...finder.in(each), ...finder.also(document, each.field)]
      values.add(text, found, choice.group === undefined ? undefined : group)
      for (const identifier of found) {
        originals.add(valueHash(identifier, group))
        words.add(hash(text.slice(identifier.start, identifier.end).toLowerCase()))
        if (identifier.kind === 'person') for (const word of identifier.identity.split(/[^\p{L}]+/u)) words.add(hash(word))
        if (identifier.kind !== 'date') continue
        dates.add(identifier.identity)
        const own = datesOf.get(group)
        if (own) own.push(identifier.identity)
        else datesOf.set(group, [identifier.identity])
      }
    }
  })
  const made = surrogates(key, (value) => words.has(hash(value)))
  const shifts = new Map<string, number>()
  const shiftFor = (group: string): number => {
    let days = shifts.get(group)
    if (days === undefined) shifts.set(group, (days = chosenShift(key, group, datesOf.get(group) ?? [], dates)))
    return days
  }
  const idOf = (id: string): string => (choice.ids || namesPerson(id) ? hash(`id\0${id}`).slice(0, 16) : id)
  const nameOf = (relative: string): string => (choice.ids ? renamed(relative, idOf) : relative)
  /** By place in the copy: masked texts have other keys, and files with other names are read in another order. */
  const groups = new Map<string, string>()
  const placeOf = placesIn((file) => (plan.isFile ? '' : nameOf(file)))
  const masked = new Map<string, number>()
  const listed = new Set<string>()
  /** Moved dates and other initials, which may be those of somebody else: there are too few of them. */
  const put = new Set<string>()
  const shown = new Map<string, { kind: string; value: string }>()
  let documents = 0
  let idsThatNameSomebody = 0

  const replacementIn =
    (group: string) =>
    (identifier: Identifier, written: string): string =>
      style === 'remove'
        ? ''
        : ((style === 'surrogate' ? made.of(identifier, written, shiftFor(group)) : undefined) ?? tagOf(identifier.kind))

  /** What is known of a document: words of its names, and of those of its group. */
  const knownOf = (document: Document, group: string): Map<string, Identifier> => {
    const known = new Map(values.ofGroup(group))
    for (const each of textsOf(document)) addValues(known, each.text, [...finder.in(each), ...finder.also(document, each.field)])
    return known
  }

  const masksIn = (each: MaskedText, group: string, known: ReadonlyMap<string, Identifier>, also: readonly Identifier[]): Mask[] =>
    masksOf(each.text, {
      replacement: replacementIn(group),
      mayStand,
      scan: (text) => finder.in({ ...each, text }),
      also: [...also, ...values.in(each.text)],
      known,
    })

  /** Takes in what a model finds in a masked text and not before, until it finds nothing more. */
  const settle = async (document: Document): Promise<void> => {
    const group = groupOf(document)
    for (const each of textsOf(document))
      for (let round = 0; round < mostRounds; round++) {
        const masks = masksIn(each, group, knownOf(document, group), finder.also(document, each.field))
        const now = applied(each.text, masks)
        const found = (await finder.identified.othersIn(now)).map((span) => identifierOf(span, now))
        const more = uncoveredIn(each.text, masks, found, true)
        if (more.length === 0) break
        const before = more.map((one) => identifierOf(one, each.text))
        finder.add(document, each.field, before)
        for (const identifier of before) originals.add(valueHash(identifier, group))
      }
  }
  if (privacy?.model !== undefined) await finder.each(plan, settle)

  const list = (identifiers: readonly Identifier[], now: string, group: string): void => {
    for (const identifier of identifiers) {
      const value = now.slice(identifier.start, identifier.end)
      listed.add(valueHash(identifier, group))
      shown.set(`${identifier.kind}\0${value}`, { kind: identifier.kind, value })
    }
  }

  const maskText = (each: MaskedText, group: string, known: ReadonlyMap<string, Identifier>, also: readonly Identifier[]): Mask[] => {
    const masks = masksIn(each, group, known, also)
    for (const { identifier } of masks) masked.set(identifier.kind, (masked.get(identifier.kind) ?? 0) + 1)
    if (mayStand) {
      const now = applied(each.text, masks)
      const found = finder.in({ ...each, text: now })
      list(found, now, group)
      let moved = 0
      for (const mask of masks) {
        const start = mask.start + moved
        moved += mask.text.length - (mask.end - mask.start)
        if (mask.text.replace(tag, '') === '') continue
        const written = each.text.slice(mask.start, mask.end)
        if (mask.text !== written && isShared(mask.identifier))
          for (const identifier of found)
            if (identifier.start < start + mask.text.length && start < identifier.end) put.add(valueHash(identifier, group))
        shown.set(`${mask.identifier.kind}\0${mask.text}`, {
          kind: mask.identifier.kind,
          value: now.slice(start, start + mask.text.length),
        })
      }
    }
    return masks
  }

  return {
    idOf,
    nameOf,
    rewrite(document) {
      documents++
      if (namesPerson(document.id, document.text)) idsThatNameSomebody++
      const group = groupOf(document)
      const known = knownOf(document, group)
      groups.set(placeOf(document), group)
      const [own, ...others] = textsOf(document)
      const edits = maskText(own!, group, known, finder.also(document, undefined))
      const fields = new Map<string, string>()
      for (const each of others) {
        const masks = maskText(each, group, known, finder.also(document, each.field))
        if (masks.length > 0) fields.set(each.field!, applied(each.text, masks))
      }
      const nested = (text: string): string => applied(text, maskText({ text }, group, known, []))
      return { edits, fields, nested, ...(choice.ids && { id: idOf(document.id) }) }
    },
    async check(inputs, read, out) {
      const again = await planInput(inputs, read)
      const placeAgain = placesIn((file) => (again.isFile ? '' : file))
      const seen = { documents: 0, identifiers: 0, originals: 0, unlisted: 0 }
      const reader = maskFinder(privacy?.allow || privacy?.deny || privacy?.patterns ? { ...privacy, spans: [] } : undefined)
      await reader.each(again, async (document) => {
        seen.documents++
        // Masks change a text and so its key: dates are held against those of the group that the place had.
        const group = groups.get(placeAgain(document)) ?? ''
        for (const each of textsOf(document)) {
          const before = values.in(each.text)
          seen.originals += before.filter((identifier) => !listed.has(valueHash(identifier, group))).length
          for (const identifier of reader.in(each)) {
            seen.identifiers++
            const value = valueHash(identifier, group)
            if (originals.has(value) && !put.has(value)) seen.originals++
            else if (!listed.has(value)) seen.unlisted++
          }
          for (const identifier of reader.also(document, each.field)) {
            if (originals.has(valueHash(identifier, group))) seen.originals++
            else if (!mayStand && standsOutside(each.text, identifier)) seen.unlisted++
          }
        }
      })
      if (seen.originals > 0 || seen.unlisted > 0) {
        rmSync(out, { recursive: true, force: true })
        throw new CorpusError(
          `${out}: after masking ${seen.originals} values of the corpus were found again, and ${seen.unlisted} identifiers that no mask put there. Nothing was written; please report it.`,
        )
      }
      const left = finder.identified.ignored()
      return {
        style,
        documents,
        masked: Object.fromEntries([...masked].sort(([a], [b]) => (a < b ? -1 : 1))),
        idsThatNameSomebody,
        ...(left.size > 0 && { leftLabels: Object.fromEntries([...left].sort(([a], [b]) => (a < b ? -1 : 1))) }),
        ...(choice.hasKey && { originals: [...originals].sort() }),
        surrogates: [...shown].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each),
        audit: seen,
      }
    },
  }
}
