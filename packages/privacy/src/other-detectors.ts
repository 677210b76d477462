import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { ConfigError, type Document } from '@corpuscope/core'
import { openTokenClassifier } from '@corpuscope/features'
import { counts } from '@corpuscope/statistics'
import type { IdentifierKindId } from './identifier-kinds.ts'

/** A place that another detector takes for an identifier; offsets are UTF-16 code units, end exclusive. */
export interface OtherSpan {
  readonly kind: IdentifierKindId
  readonly start: number
  readonly end: number
}

/** A detector beside the project's own: a model, or what another tool wrote down. */
export interface OtherDetector {
  /** As findings and tables call it. */
  readonly name: string
  /** It reads any text; else only documents whose spans were written down. */
  readonly readsAll: boolean
  /** Its labels that are no identifier here, and how often it gave each. */
  readonly ignored: Map<string, number>
  of(document: Document): Promise<readonly OtherSpan[]>
}

const kindWords: readonly (readonly [RegExp, IdentifierKindId | undefined])[] = [
  [/LOCATION_(?:HOSPITAL|ORGANI)|HOSPITAL|FACILITY|CLINIC/, 'facility'],
  [/USERNAME/, undefined],
  [/STREET|ADDRESS_LINE|STREET_ADDRESS|^ADDRESS$/, 'address'],
  [/ZIP|POSTCODE|POSTAL/, 'postcode'],
  [/CITY|TOWN|SUBURB/, 'place'],
  [/E-?MAIL/, 'email'],
  [/PHONE|FAX|MOBILE/, 'phone'],
  [/(?:^|_)IP(?:_|$)/, 'ip'],
  [/URL|DOMAIN|WEBSITE/, 'url'],
  [/MAC_ADDRESS|DEVICE/, 'device'],
  [/MEDICARE/, 'medicare'],
  [/NHS|HEALTH|BENEFICIARY|MBI/, 'health-number'],
  [/SSN|ITIN|NATIONAL|TAX|TFN|ABN|NINO|NIF|NIE|PASSPORT_NUMBER/, 'national-number'],
  [/LICEN[SC]E|NPI|DEA|PASSPORT/, 'licence'],
  [/CREDIT|CARD|IBAN|BANK|ACCOUNT|CRYPTO/, 'account'],
  [/VEHICLE|PLATE|VIN/, 'vehicle'],
  [/MRN|RECORD|MEDICAL_ID|(?:^|_)ID(?:_|$)|ID_?NUM/, 'record-number'],
  [/NAME|PERSON|^PER$|PATIENT|DOCTOR|STAFF|CLINICIAN/, 'person'],
  [/DATE|DOB|BIRTH/, 'date'],
]

/** Our kind for a label of another tool (Presidio, i2b2, openmed, CoNLL), without its B- or I-; undefined for what we call no identifier. */
export function kindOfLabel(label: string): IdentifierKindId | undefined {
  const plain = label.toUpperCase().replace(/^[BIESLU]-/, '')
  return kindWords.find(([words]) => words.test(plain))?.[1]
}

/** A local ONNX token classifier: one span a run of tokens with one label, a B- opens the next. */
export function tokenClassifierDetector(folder: string): OtherDetector {
  let opened: ReturnType<typeof openTokenClassifier> | undefined
  const ignored = new Map<string, number>()
  return {
    name: basename(folder),
    readsAll: true,
    ignored,
    async of({ text }) {
      const model = await (opened ??= openTokenClassifier(folder))
      const spans: { label: string; start: number; end: number }[] = []
      let open = false
      for (const { label, start, end } of await model.classify(text)) {
        const plain = label.replace(/^[BI]-/, '')
        const last = spans.at(-1)
        if (label === 'O') open = false
        else if (open && last && !label.startsWith('B-') && last.label === plain) last.end = end
        else {
          spans.push({ label: plain, start, end })
          open = true
        }
      }
      return spans.flatMap(({ label, start, end }) => {
        const kind = kindOfLabel(label)
        if (!kind) counts.add(ignored, label)
        return kind && end > start ? [{ kind, start, end }] : []
      })
    },
  }
}

interface Written {
  readonly label: string
  readonly start: number
  readonly end: number
}

/**
 * Spans that another tool wrote down, by document: a JSON object `{id: [...]}`, JSON Lines with an id and its spans, or a folder of BRAT `.ann`
 * files. A span is an object with start, end and a label (`entity_type` of Presidio, `label` of openmed and JSONL), or `[start, end, label]`.
 * Their offsets count code points, as Python and BRAT do.
 *
 * @throws ConfigError for a file that is none of these, naming the line
 */
export function spansDetector(name: string, path: string): OtherDetector {
  const spans = readSpans(path)
  const ignored = new Map<string, number>()
  return {
    name,
    readsAll: false,
    ignored,
    of: async ({ id, text }) => {
      const own = spans.get(id) ?? []
      const unit = utf16Offsets(text)
      return own.flatMap(({ label, start, end }) => {
        const kind = kindOfLabel(label)
        if (!kind) counts.add(ignored, label)
        const [from, to] = [unit(start), unit(end)]
        return kind && to > from && to <= text.length ? [{ kind, start: from, end: to }] : []
      })
    },
  }
}

/** From code points to UTF-16; the same where no character needs two. */
function utf16Offsets(text: string): (codePoint: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (at) => at
  const offsets: number[] = []
  for (let at = 0; at < text.length; at += text.codePointAt(at)! > 0xffff ? 2 : 1) offsets.push(at)
  offsets.push(text.length)
  return (at) => offsets[at] ?? text.length + 1
}

function readSpans(path: string): ReadonlyMap<string, readonly Written[]> {
  if (!existsSync(path)) throw new ConfigError(`privacy.spans: ${path}: no such file or folder.`)
  if (statSync(path).isDirectory()) return readBrat(path)
  const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '')
  const whole = jsonOf(text)
  if (Array.isArray(whole)) return byDocument(whole, path)
  if (whole !== undefined && typeof whole === 'object' && whole !== null && idOf(whole as Row) === undefined)
    return new Map(Object.entries(whole).map(([id, own]) => [id, spansOf(own, `${path}: ${id}`)]))
  const rows = text
    .split('\n')
    .map((line, i) => ({ line, at: i + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, at }) => {
      const row = jsonOf(line)
      if (typeof row !== 'object' || row === null)
        throw new ConfigError(`${path} line ${at}: is no JSON object. Give an id and its spans a line.`)
      return row
    })
  return byDocument(rows, path)
}

type Row = Readonly<Record<string, unknown>>

function byDocument(rows: readonly unknown[], path: string): ReadonlyMap<string, readonly Written[]> {
  const found = new Map<string, readonly Written[]>()
  rows.forEach((row, i) => {
    const id = idOf(row as Row)
    if (id === undefined)
      throw new ConfigError(`${path} record ${i + 1}: "id" is missing. Each record needs the document's id and its spans.`)
    const own = (row as Row)['spans'] ?? (row as Row)['entities'] ?? (row as Row)['results'] ?? (row as Row)['items']
    found.set(id, spansOf(own, `${path} record ${i + 1}`))
  })
  return found
}

function idOf(row: Row | null): string | undefined {
  const id = row?.['id'] ?? row?.['doc_id'] ?? row?.['document']
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined
}

function spansOf(value: unknown, where: string): Written[] {
  if (!Array.isArray(value)) throw new ConfigError(`${where}: no list of spans. Name it "spans", "entities" or "results".`)
  return value.map((each, i) => {
    const [start, end, label] = Array.isArray(each)
      ? each
      : [each?.start ?? each?.begin, each?.end, each?.entity_type ?? each?.label ?? each?.entity_group ?? each?.type]
    if (!Number.isInteger(start) || !Number.isInteger(end) || typeof label !== 'string' || start < 0 || end < start)
      throw new ConfigError(`${where}, span ${i + 1}: a start, an end and a label are wanted.`)
    return { start, end, label }
  })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function readBrat(folder: string): ReadonlyMap<string, readonly Written[]> {
  const files = readdirSync(folder).filter((file) => extname(file) === '.ann')
  if (files.length === 0) throw new ConfigError(`privacy.spans: ${folder}: holds no .ann file.`)
  return new Map(
    files.sort().map((file) => [
      basename(file, '.ann'),
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .flatMap((line, i) => {
          if (!line.startsWith('T')) return []
          const entity = /^T\d+\t(\S+) (\d+)[ \d;]*? ?(\d+)\t/.exec(line)
          if (!entity)
            throw new ConfigError(`${join(folder, file)} line ${i + 1}: is no BRAT entity (T1, tab, label start end, tab, text).`)
          return [{ label: entity[1]!, start: Number(entity[2]), end: Number(entity[3]) }]
        }),
    ]),
  )
}
