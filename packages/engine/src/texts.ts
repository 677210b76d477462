import { digestOfKey, type Rows } from '@corpuscope/core'
import { type InputPlan, readShard } from '@corpuscope/corpus'
import { fileWriter, ParquetWriter } from 'hyparquet-writer'

/** What an audit folder holds of the texts: as they are, or with what looks like an identifier masked. */
export interface KeptTexts {
  readonly kept: 'masked' | 'full'
  /** A text as it is kept. */
  readonly of: (text: string) => string
}

/** UTF-16 code units of texts that are held at a time; a corpus with more is read once for each so many. */
const mostHeld = 1 << 26
const rowGroupSize = 1000

/**
 * Writes texts.parquet: `id` and a column `masked` or `full` that says by its name what it holds, in key order.
 *
 * @param plan  the corpus that `rows` were observed from, which is read again
 * @param most  code units held at a time
 */
export async function writeTexts(
  path: string,
  plan: InputPlan,
  rows: Pick<Rows, 'ids' | 'keys' | 'lengths'>,
  { kept, of }: KeptTexts,
  most = mostHeld,
): Promise<void> {
  const writer = new ParquetWriter({
    writer: fileWriter(path),
    schema: [
      { name: 'root', num_children: 2 },
      ...['id', kept].map((name) => ({ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' }) as const),
    ],
  })
  for (const [from, to] of portions(rows.lengths, most)) {
    // By the text alone: the id in a key may have been replaced since, because it named somebody.
    const hashes = rows.keys.slice(from, to).map(digestOfKey)
    const texts = await textsOf(plan, new Set(hashes))
    const data = hashes.map((hash) => of(texts.get(hash)!))
    await writer.write({
      columnData: [
        { name: 'id', data: rows.ids.slice(from, to) },
        { name: kept, data },
      ],
      rowGroupSize,
    })
  }
  await writer.finish()
}

/** Ranges of rows whose lengths sum to at most `most`, or of one row that is longer. */
function portions(lengths: ArrayLike<number>, most: number): [from: number, to: number][] {
  const made: [number, number][] = []
  let from = 0
  let sum = 0
  for (let i = 0; i < lengths.length; i++) {
    if (i > from && sum + lengths[i]! > most) {
      made.push([from, i])
      from = i
      sum = 0
    }
    sum += lengths[i]!
  }
  return [...made, [from, lengths.length]]
}

async function textsOf(plan: InputPlan, hashes: ReadonlySet<string>): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  for (const shard of plan.shards)
    await readShard(plan, shard, {
      document({ key, text }) {
        const hash = digestOfKey(key)
        if (hashes.has(hash)) texts.set(hash, text)
      },
      unread: () => undefined,
    })
  return texts
}
