import type { Survey } from './fields.ts'
import type { FoundFile } from './folder.ts'
import type { Format } from './kinds.ts'
import type { InputPlan, Shard } from './plan.ts'
import type { ShardReader } from './records.ts'

/** What a format has to bring. */
export interface Reader {
  /** What the first records look like; a format without records has none. */
  readonly survey?: (files: readonly FoundFile[], recordBytes: number, where: string) => Promise<Survey>
  shards(files: readonly FoundFile[], shardBytes: number): Shard[] | Promise<Shard[]>
  /** @returns bytes read */
  read(plan: InputPlan, shard: Shard, to: ShardReader): Promise<number>
}

// Loaded when met: a folder of notes does not wait for the table parser.
const readers: Readonly<Record<Format, () => Promise<Reader>>> = {
  text: async () => (await import('./text.ts')).textReader,
  jsonl: async () => (await import('./jsonl.ts')).jsonlReader,
  json: async () => (await import('./json.ts')).jsonReader,
  csv: async () => (await import('./table.ts')).csvReader,
  tsv: async () => (await import('./table.ts')).tsvReader,
  arrow: async () => (await import('./arrow.ts')).arrowReader,
  parquet: async () => (await import('./parquet.ts')).parquetReader,
  conll: async () => (await import('./conll.ts')).conllReader,
  pubtator: async () => (await import('./pubtator.ts')).pubtatorReader,
}

export const readerOf = (format: Format): Promise<Reader> => readers[format]()
