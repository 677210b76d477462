import { ConfigError } from '@corpuscope/core'

interface CsvRecord {
  /** Counted from 1, where the record begins. */
  readonly line: number
  readonly fields: readonly string[]
}

/**
 * Records of a small CSV file: commas, quotes doubled inside quotes, any line end, empty lines left out (RFC 4180). Strict, because
 * a reference that is misread would judge every corpus wrongly.
 *
 * @param name  the file's name, for messages
 */
export function csvRecords(text: string, name: string, firstLine = 1): readonly CsvRecord[] {
  const records: CsvRecord[] = []
  let line = firstLine
  let began = line
  let fields: string[] = []
  let at = 0
  const close = (): void => {
    if (fields.length > 1 || fields[0] !== '') records.push({ line: began, fields })
    fields = []
    began = line
  }
  while (at < text.length || fields.length > 0) {
    let field: string
    if (text[at] === '"') {
      let end = at + 1
      while (end < text.length && (text[end] !== '"' || text[end + 1] === '"')) end += text[end] === '"' ? 2 : 1
      if (end >= text.length) throw new ConfigError(`${name} line ${line}: a quote is opened and never closed.`)
      const raw = text.slice(at + 1, end)
      field = raw.replaceAll('""', '"')
      line += raw.split(/\r\n|\n|\r/).length - 1
      at = end + 1
      if (at < text.length && !',\r\n'.includes(text[at]!))
        throw new ConfigError(
          `${name} line ${line}: there is text after a closing quote. Put the whole field in quotes and double the quotes inside.`,
        )
    } else {
      let end = at
      while (end < text.length && !',\r\n'.includes(text[end]!)) end++
      field = text.slice(at, end)
      if (field.includes('"')) throw new ConfigError(`${name} line ${line}: there is a quote inside a field that does not begin with one.`)
      at = end
    }
    fields.push(field.trim())
    if (text[at] === ',') {
      at++
      if (at < text.length) continue
      fields.push('')
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++
    at++
    line++
    close()
  }
  return records
}
