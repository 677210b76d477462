import { CorpusError, type Document, type InputConfig } from '@corpuscope/core'
import { planInput, readShard } from '@corpuscope/corpus'
import { withoutNamesAndLabel } from '@corpuscope/engine'
import { namesPerson } from '@corpuscope/privacy'
import { plural } from './format.ts'
import { say } from './terminal.ts'

/** Options of the commands that hold whole corpora in memory, as commander gives them. */
export interface InputOptions {
  format?: InputConfig['format']
  split?: string
  textField?: string
  idField?: string
  labelField?: string
  language?: string
}

/**
 * Every document of an input, in key order. Records that cannot be read are counted on stderr.
 *
 * @throws CorpusError when there is none
 */
export async function readDocuments(inputs: readonly string[], options: InputOptions): Promise<Document[]> {
  const { format, split, textField, idField, labelField, language } = options
  const plan = await planInput(inputs, {
    ...(format !== undefined && { format }),
    ...(split !== undefined && { split }),
    ...(textField !== undefined && { textField }),
    ...(idField !== undefined && { idField }),
    ...(labelField !== undefined && { labelField }),
    ...(language !== undefined && { language }),
  })
  const documents: Document[] = []
  let unread = 0
  for (const shard of plan.shards)
    await readShard(plan, shard, {
      document: (document) => void documents.push(withoutNamesAndLabel(document, namesPerson)),
      unread: () => void unread++,
    })
  if (unread > 0) say(`${inputs.join(', ')}: ${plural(unread, 'record')} could not be read and ${unread === 1 ? 'is' : 'are'} left out.`)
  if (documents.length === 0) throw new CorpusError(`${inputs.join(', ')}: holds no document that can be read.`)
  return documents.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
}
