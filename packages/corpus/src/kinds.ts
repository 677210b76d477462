export type Format = 'text' | 'jsonl' | 'csv' | 'tsv'

/** One kind of file that documents come in. */
export interface Kind {
  readonly format: Format
  readonly extensions: readonly string[]
  /** What several of them are called. */
  readonly plural: string
  readonly singular: string
}

/**
 * Markdown is a kind of its own: beside notes or tables it is a README more often than a document.
 * A new format is an entry here and in `readers`.
 */
export const kinds: readonly Kind[] = [
  { format: 'text', extensions: ['.txt', '.text'], plural: '.txt files', singular: '.txt file' },
  { format: 'jsonl', extensions: ['.jsonl', '.ndjson'], plural: 'JSONL files', singular: 'JSONL file' },
  { format: 'csv', extensions: ['.csv'], plural: 'CSV files', singular: 'CSV file' },
  { format: 'tsv', extensions: ['.tsv', '.tab'], plural: 'TSV files', singular: 'TSV file' },
  { format: 'text', extensions: ['.md', '.markdown'], plural: '.md files', singular: '.md file' },
]

export const kindOfExtension = (extension: string): Kind | undefined => kinds.find(({ extensions }) => extensions.includes(extension))

export const kindOfFormat = (format: Format): Kind => kinds.find((kind) => kind.format === format)!

/** In messages: what would have been read. */
export const readable = 'text files (.txt), JSON lines (.jsonl), CSV or TSV'
