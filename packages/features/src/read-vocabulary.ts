import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { ConfigError, CorpusError } from '@corpuscope/core'
import { readTable } from '@corpuscope/corpus'
import { type Vocabulary, type VocabularyBuilder, vocabularyBuilder } from './vocabulary.ts'

export interface ReadVocabularyOptions {
  /** Language of the names, ISO 639-1; English when left out. Files that state a language a name are narrowed to it. */
  readonly language?: string
}

const recordLimit = 1 << 20

/**
 * A vocabulary from a file, compiled. What it is shows in its first line:
 * - a table with a header, comma, semicolon or tab: `code`, `name`, and where there are `synonyms` (between bars or semicolons) and `type`; a code may
 *   stand in several rows. The columns of MedCAT's concept tables (`cui`, `type_ids`) are known too
 * - SNOMED CT release format 2: a description file (`sct2_Description…txt`); active names, the semantic tag of the full name as type
 * - UMLS: `MRCONSO.RRF`; names that are not suppressed; semantic types from `MRSTY.RRF` beside it
 *
 * @throws ConfigError when the file is none of these, or cannot be read
 */
export function readVocabulary(path: string, { language = 'en' }: ReadVocabularyOptions = {}): Vocabulary {
  checkVocabulary(path)
  const builder = vocabularyBuilder(language)
  const head = firstLine(path)
  if (/^id\teffectiveTime\tactive\tmoduleId\tconceptId\t/.test(head)) readDescriptions(path, language, builder)
  else if (/\.rrf$/i.test(path) || /^C\d{7}\|[A-Z]{3}\|/.test(head)) readUmls(path, language, builder)
  else readNames(path, builder)
  const vocabulary = builder.finish()
  if (vocabulary.size === 0)
    throw new ConfigError(`${basename(path)}: holds no name that can be looked for${language === 'en' ? '' : ` in "${language}"`}.`)
  return vocabulary
}

/** @throws ConfigError when there is no such file */
export function checkVocabulary(path: string): void {
  if (!existsSync(path) || !statSync(path).isFile())
    throw new ConfigError(
      `${path}: no such file of a vocabulary. Give a CSV table of codes and names, an RF2 description file or MRCONSO.RRF.`,
    )
}

function firstLine(path: string): string {
  const file = openSync(path, 'r')
  try {
    const buffer = Buffer.alloc(4096)
    return buffer
      .toString('utf8', 0, readSync(file, buffer))
      .split(/\r?\n/, 1)[0]!
      .replace(/^\ufeff/, '')
  } finally {
    closeSync(file)
  }
}

/** Calls with each line of a file, in blocks: memory does not grow with it. */
function eachLine(path: string, take: (line: string) => void): void {
  const file = openSync(path, 'r')
  try {
    const buffer = Buffer.allocUnsafe(1 << 20)
    let kept = 0
    for (;;) {
      const got = readSync(file, buffer, kept, buffer.length - kept, null)
      const filled = kept + got
      const end = got === 0 ? filled : buffer.lastIndexOf(10, filled - 1) + 1
      if (end === 0 && got > 0) {
        if (filled === buffer.length) throw new CorpusError(`${basename(path)}: a line is longer than 1 MB: this is no vocabulary.`)
        kept = filled
        continue
      }
      if (end > 0)
        for (const line of buffer.toString('latin1', 0, end).split('\n'))
          if (line !== '') take(line.endsWith('\r') ? line.slice(0, -1) : line)
      if (got === 0) return
      buffer.copyWithin(0, end, filled)
      kept = filled - end
    }
  } finally {
    closeSync(file)
  }
}

/** Lines are cut as Latin-1, which is several times as fast; what is kept is read as what it is. */
const utf8 = (latin: string): string => {
  for (let i = 0; i < latin.length; i++) if (latin.charCodeAt(i) > 127) return Buffer.from(latin, 'latin1').toString('utf8')
  return latin
}

const fullName = '900000000000003001'
const definition = '900000000000550004'
const semanticTag = / \(([^()]+)\)$/

/** id, effectiveTime, active, moduleId, conceptId, languageCode, typeId, term, caseSignificanceId. */
function readDescriptions(path: string, language: string, builder: VocabularyBuilder): void {
  eachLine(path, (line) => {
    const cells = line.split('\t')
    if (cells[2] !== '1' || cells.length < 8 || cells[6] === definition) return
    const code = cells[4]!
    const term = utf8(cells[7]!)
    if (cells[6] !== fullName) {
      if (cells[5] === language) builder.add(code, term)
      return
    }
    const tag = semanticTag.exec(term)?.[1]
    if (tag !== undefined) builder.setType(code, tag)
    if (cells[5] === language) builder.add(code, tag === undefined ? term : term.slice(0, -tag.length - 3), { preferred: true })
  })
}

// ISO 639-2 as UMLS writes it.
const umlsLanguages: Readonly<Record<string, string>> = { en: 'ENG', fr: 'FRE', es: 'SPA', de: 'GER', pt: 'POR', it: 'ITA', nl: 'DUT' }

/** CUI|LAT|TS|LUI|STT|SUI|ISPREF|AUI|SAUI|SCUI|SDUI|SAB|TTY|CODE|STR|SRL|SUPPRESS|CVF| */
function readUmls(path: string, language: string, builder: VocabularyBuilder): void {
  const spoken = umlsLanguages[language]
  eachLine(path, (line) => {
    const cells = line.split('|')
    if (cells.length < 17 || cells[1] !== spoken || cells[16] === 'O' || cells[16] === 'E' || cells[16] === 'Y') return
    builder.add(cells[0]!, utf8(cells[14]!), { preferred: cells[2] === 'P' && cells[4] === 'PF' && cells[6] === 'Y' })
  })
  const typesFile = join(dirname(path), 'MRSTY.RRF')
  if (!existsSync(typesFile)) return
  eachLine(typesFile, (line) => {
    const cells = line.split('|')
    if (cells.length >= 4) builder.setTypeOfKnown(cells[0]!, cells[3]!)
  })
}

const columnNames = {
  code: ['code', 'cui', 'concept', 'concept_id', 'conceptid', 'concept_code', 'sctid', 'id'],
  name: ['name', 'term', 'preferred_name', 'preferred', 'str', 'concept_name', 'display'],
  synonyms: ['synonyms', 'synonym', 'aliases', 'names'],
  type: ['type', 'semantic_type', 'semantictype', 'tag', 'sty', 'type_ids', 'domain', 'domain_id'],
  status: ['name_status'],
} as const

/** A table with a header. */
function readNames(path: string, builder: VocabularyBuilder): void {
  const file = openSync(path, 'r')
  const at: Record<keyof typeof columnNames, number> = { code: -1, name: -1, synonyms: -1, type: -1, status: -1 }
  let bad = 0
  let rows = 0
  let firstBad = 0
  const spoil = (line: number): void => {
    bad++
    firstBad ||= line
  }
  try {
    readTable(
      file,
      statSync(path).size,
      { prefer: /\.tsv$/i.test(path) ? '\t' : ',', limit: recordLimit },
      {
        header(header) {
          const columns = header?.columns.map((column) => column.trim().toLowerCase().replaceAll(' ', '_')) ?? []
          for (const key of Object.keys(columnNames) as (keyof typeof columnNames)[])
            at[key] = columnNames[key].map((name) => columns.indexOf(name)).find((place) => place >= 0) ?? -1
          if (at.code < 0 || at.name < 0)
            throw new ConfigError(
              `${basename(path)} line 1: a vocabulary is a table with the columns "code" and "name" (and "synonyms" and "type" where there are), an RF2 description file, or MRCONSO.RRF.`,
            )
          return true
        },
        row(cells, line) {
          const code = cells[at.code]!.trim()
          const name = cells[at.name]!.trim()
          const type = at.type < 0 ? '' : cells[at.type]!.trim()
          rows++
          if (code === '' || name === '') {
            spoil(line())
            return true
          }
          const options = {
            type: type === '' ? undefined : type,
            preferred: at.status >= 0 ? /^p/i.test(cells[at.status]!) : at.synonyms >= 0,
          }
          builder.add(code, name, options)
          if (at.synonyms >= 0)
            for (const other of cells[at.synonyms]!.split(/[|;]/))
              if (other.trim() !== '') builder.add(code, other.trim(), { type: options.type })
          return true
        },
        unread: (_, line) => spoil(line),
      },
    )
  } finally {
    closeSync(file)
  }
  if (bad > 0 && bad * 20 > rows)
    throw new ConfigError(
      `${basename(path)} line ${firstBad}: ${bad} of ${rows} rows have no code or name, or cannot be read. Mend the table.`,
    )
}
