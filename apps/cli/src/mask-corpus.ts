import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { ConfigError, CorpusError, type Document, type PrivacyOptions, UsageError } from '@corpuscope/core'
import { type InputPlan, planInput, type ReadOptions, type Rewriting, readShard } from '@corpuscope/corpus'
import {
  applied,
  type Identifier,
  identification,
  keyed,
  type Mask,
  type MaskStyle,
  maskStyles,
  masksOf,
  namesPerson,
  scanIdentifiers,
  shiftOf,
  surrogates,
  tagOf,
} from '@corpuscope/privacy'
import { secretFrom } from './secret.ts'

export interface MaskChoice {
  readonly style: MaskStyle
  /** Secret of surrogates and hashes; drawn anew when none was given, and then forgotten. */
  readonly key: Uint8Array
  readonly hasKey: boolean
  /** Metadata field whose documents share one shift of dates; without one each document has its own. */
  readonly group?: string
  /** Whether ids and names of files are replaced too. */
  readonly ids: boolean
}

/** What was masked, for the manifest: counts, hashes under the key and surrogates; never a value of the corpus. */
export interface MaskRecord {
  readonly style: MaskStyle
  readonly documents: number
  readonly masked: Readonly<Record<string, number>>
  readonly idsThatNameSomebody: number
  readonly originals?: readonly string[]
  readonly surrogates: readonly { readonly kind: string; readonly value: string }[]
  readonly audit: { readonly documents: number; readonly identifiers: number; readonly originals: number; readonly unlisted: number }
}

const keyVariable = 'CORPUSCOPE_MASK_KEY'

/**
 * Style and key of a mask. Keys come from a file or the environment, never from the command line, where other users of a machine see them.
 *
 * @throws UsageError for an unknown style, and for surrogates without a key
 */
export function maskChoice(style: string, keyFile: string | undefined, group: string | undefined, ids = false): MaskChoice {
  const known = maskStyles.find((each) => each === style)
  if (!known) throw new UsageError(`--mask ${style}: no such mask. Known: ${maskStyles.join(', ')}.`)
  const given = secretFrom('--mask-key-file', keyFile, keyVariable)
  if (given === undefined && known === 'surrogate')
    throw new UsageError(`--mask surrogate needs a secret: name a file with --mask-key-file, or set ${keyVariable}.`)
  return {
    style: known,
    key: given === undefined ? randomBytes(32) : Buffer.from(given),
    hasKey: given !== undefined,
    ids,
    ...(group !== undefined && { group }),
  }
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

/**
 * Reads the corpus once, to know every value that no surrogate may be.
 *
 * @param privacy  lists and patterns of the configuration: what it allows stays, what it names is masked
 * @throws ConfigError where further detectors are configured: they see documents, and masks are made of any text
 */
export async function planMasking(plan: InputPlan, choice: MaskChoice, privacy?: PrivacyOptions): Promise<Masking> {
  if (privacy?.model !== undefined || privacy?.spans)
    throw new ConfigError(
      'write --mask: masks what the detectors, lists and patterns find, and asks no model and no file of spans. Leave privacy.model and privacy.spans out, and put what they alone found into privacy.deny.',
    )
  const { inText } = identification(privacy)
  const identifiersIn = (text: string): readonly Identifier[] =>
    inText(text, scanIdentifiers(text).identifiers).filter(({ nobody }) => nobody !== 'on the allow list')
  const { style, key } = choice
  const hash = (text: string): string => keyed(key, text).toString('base64url').slice(0, 22)
  const valueHash = ({ kind, identity }: Identifier, group: string): string =>
    hash(kind === 'date' ? `date\0${group}\0${identity}` : `${kind}\0${identity}`)
  const groupOf = (document: Document): string =>
    choice.group === undefined ? document.key : String(document.metadata.get(choice.group) ?? document.key)
  const originals = new Set<string>()
  const words = new Set<string>()
  const dates = new Set<string>()
  const datesOf = new Map<string, string[]>()
  for (const shard of plan.shards)
    await readShard(plan, shard, {
      document(document) {
        const group = groupOf(document)
        for (const text of textsOf(document))
          for (const identifier of identifiersIn(text)) {
            originals.add(valueHash(identifier, group))
            words.add(hash(text.slice(identifier.start, identifier.end).toLowerCase()))
            if (identifier.kind === 'person') for (const word of identifier.identity.split(/[^\p{L}]+/u)) words.add(hash(word))
            if (identifier.kind !== 'date') continue
            dates.add(identifier.identity)
            const own = datesOf.get(group)
            if (own) own.push(identifier.identity)
            else datesOf.set(group, [identifier.identity])
          }
      },
      unread: () => undefined,
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
  const shown = new Map<string, { kind: string; value: string }>()
  let documents = 0
  let idsThatNameSomebody = 0

  const maskText = (text: string, group: string, isField: boolean): Mask[] => {
    const replacement = (identifier: Identifier, written: string): string =>
      style === 'remove'
        ? ''
        : ((style === 'surrogate' ? made.of(identifier, written, shiftFor(group)) : undefined) ?? tagOf(identifier.kind))
    const masks = masksOf(text, replacement, style === 'surrogate', identifiersIn)
    if (isField && masks.length === 0 && namesPerson(text)) {
      const whole: Identifier = { kind: 'person', start: 0, end: text.length, strength: 1, identity: text.toLowerCase() }
      masks.push({ start: 0, end: text.length, identifier: whole, text: replacement(whole, text) })
    }
    for (const { identifier } of masks) masked.set(identifier.kind, (masked.get(identifier.kind) ?? 0) + 1)
    if (style === 'surrogate') {
      const now = applied(text, masks)
      for (const identifier of identifiersIn(now)) {
        const value = now.slice(identifier.start, identifier.end)
        listed.add(valueHash(identifier, group))
        shown.set(`${identifier.kind}\0${value}`, { kind: identifier.kind, value })
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
      groups.set(placeOf(document), group)
      const edits = maskText(document.text, group, false)
      const fields = new Map<string, string>()
      for (const [name, value] of document.metadata) {
        if (typeof value !== 'string') continue
        const masks = maskText(value, group, true)
        if (masks.length > 0) fields.set(name, applied(value, masks))
      }
      return { edits, fields, ...(choice.ids && { id: idOf(document.id) }) }
    },
    async check(inputs, read, out) {
      const again = await planInput(inputs, read)
      const placeAgain = placesIn((file) => (again.isFile ? '' : file))
      const seen = { documents: 0, identifiers: 0, originals: 0, unlisted: 0 }
      for (const shard of again.shards)
        await readShard(again, shard, {
          document(document) {
            seen.documents++
            // Masks change a text and so its key: dates are held against every group that has one left, by the field or not at all.
            const group = groups.get(placeAgain(document)) ?? ''
            for (const text of textsOf(document))
              for (const identifier of identifiersIn(text)) {
                seen.identifiers++
                const value = valueHash(identifier, group)
                if (originals.has(value)) seen.originals++
                else if (!listed.has(value)) seen.unlisted++
              }
          },
          unread: () => undefined,
        })
      if (seen.originals > 0 || seen.unlisted > 0) {
        rmSync(out, { recursive: true, force: true })
        throw new CorpusError(
          `${out}: after masking ${seen.originals} values of the corpus were found again, and ${seen.unlisted} identifiers that no mask put there. Nothing was written; please report it.`,
        )
      }
      return {
        style,
        documents,
        masked: Object.fromEntries([...masked].sort(([a], [b]) => (a < b ? -1 : 1))),
        idsThatNameSomebody,
        ...(choice.hasKey && { originals: [...originals].sort() }),
        surrogates: [...shown].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each),
        audit: seen,
      }
    },
  }
}

/** Where documents stand that come one after the other: their file, and how many of it came before. */
function placesIn(nameOf: (file: string) => string): (document: Document) => string {
  const counts = new Map<string, number>()
  return ({ source }) => {
    const file = nameOf(source.file)
    const place = counts.get(file) ?? 0
    counts.set(file, place + 1)
    return `${file}\0${place}`
  }
}

const ending = /(?:\.[A-Za-z\d]{1,8})?\.[A-Za-z\d]{1,8}$/
const packed = /\.(?:gz|zst)$/

/** A path with other names: of the file, and of each folder that names somebody or has a number; endings tell readers the format and stay. */
function renamed(relative: string, idOf: (id: string) => string): string {
  const steps = relative.split('/')
  const file = steps.pop()!
  const end = (packed.test(file) ? ending.exec(file)?.[0] : /\.[A-Za-z\d]{1,8}$/.exec(file)?.[0]) ?? ''
  return [...steps.map((step) => (/\d{4}/.test(step) || namesPerson(step) ? idOf(step) : step)), `${idOf(relative)}${end}`].join('/')
}

/** The text, and every field that is text too. */
const textsOf = ({ text, metadata }: Document): string[] => [text, ...[...metadata.values()].filter((value) => typeof value === 'string')]

const mostShifts = 500

/** A shift after which no date of the group is one of the corpus, or at least none of the group. */
function chosenShift(key: Uint8Array, group: string, own: readonly string[], all: ReadonlySet<string>): number {
  const full = own.filter((date) => /^\d{4}-\d\d-\d\d$/.test(date))
  const meets = (days: number, those: ReadonlySet<string>): boolean =>
    full.some((date) => those.has(new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)))
  const among = new Set(full)
  let second: number | undefined
  for (let attempt = 0; attempt < mostShifts; attempt++) {
    const days = shiftOf(key, group, attempt)
    if (!meets(days, all)) return days
    if (second === undefined && !meets(days, among)) second = days
  }
  return second ?? shiftOf(key, group)
}
