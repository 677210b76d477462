import type { inputFormats } from '@corpuscope/core'

export type Format = (typeof inputFormats)[number]

/** One kind of file that documents come in. */
export interface Kind {
  readonly format: Format
  readonly extensions: readonly string[]
  /** What several of them are called. */
  readonly plural: string
  readonly singular: string
  /** Read only where there is nothing of lower rank: beside notes, JSON is often settings, and Markdown a README. */
  readonly rank: number
  /** Its bytes are no text. */
  readonly binary?: boolean
}

/** A new format is an entry here and in `readers`. */
export const kinds: readonly Kind[] = [
  { format: 'text', extensions: ['.txt', '.text'], plural: '.txt files', singular: '.txt file', rank: 0 },
  { format: 'jsonl', extensions: ['.jsonl', '.ndjson'], plural: 'JSONL files', singular: 'JSONL file', rank: 0 },
  { format: 'csv', extensions: ['.csv'], plural: 'CSV files', singular: 'CSV file', rank: 0 },
  { format: 'tsv', extensions: ['.tsv', '.tab'], plural: 'TSV files', singular: 'TSV file', rank: 0 },
  { format: 'parquet', extensions: ['.parquet', '.pq'], plural: 'Parquet files', singular: 'Parquet file', rank: 0, binary: true },
  {
    format: 'arrow',
    extensions: ['.arrow', '.feather', '.ipc', '.arrows'],
    plural: 'Arrow files',
    singular: 'Arrow file',
    rank: 0,
    binary: true,
  },
  { format: 'conll', extensions: ['.conll', '.conllu', '.bio', '.iob', '.iob2'], plural: 'CoNLL files', singular: 'CoNLL file', rank: 0 },
  { format: 'pubtator', extensions: ['.pubtator'], plural: 'PubTator files', singular: 'PubTator file', rank: 0 },
  { format: 'json', extensions: ['.json'], plural: 'JSON files', singular: 'JSON file', rank: 1 },
  { format: 'text', extensions: ['.md', '.markdown'], plural: '.md files', singular: '.md file', rank: 2 },
]

export const kindOfExtension = (extension: string): Kind | undefined => kinds.find(({ extensions }) => extensions.includes(extension))

export const kindOfFormat = (format: Format): Kind => kinds.find((kind) => kind.format === format)!

/** In messages: what would have been read. */
export const readable = 'text files (.txt), JSON (.jsonl, .json), CSV, TSV, Parquet or Arrow'
