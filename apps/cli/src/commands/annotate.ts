import { writeFile } from 'node:fs/promises'
import { annotated, conceptsOf, createContextModel, trainEpoch } from '@corpuscope/concepts'
import { assertionOf, findConcepts, readVocabulary } from '@corpuscope/features'
import { seededRandom } from '@corpuscope/statistics'
import { plural } from '../format.ts'
import { type InputOptions, readDocuments } from '../read-documents.ts'
import { say } from '../terminal.ts'
import { epochsOf } from './utility.ts'

/** `corpuscope annotate`: the concepts of a vocabulary in a corpus, as JSON lines. */
export async function annotate(
  [inputs]: readonly [readonly string[]],
  options: { vocabulary: string; out: string; epochs?: number; language?: string; seed?: number } & InputOptions,
): Promise<number> {
  const epochs = epochsOf(options.epochs, 1)
  const vocabulary = readVocabulary(options.vocabulary, { language: options.language ?? 'en' })
  const documents = await readDocuments(inputs, options)
  const reads = documents.map((document) => ({ document, mentions: findConcepts(vocabulary, document) }))
  const model = createContextModel(reads)
  for (let epoch = 1; epoch <= epochs; epoch++) trainEpoch(model, reads, seededRandom(`${options.seed ?? 1} epoch ${epoch}`))
  const lines = reads.map((read) => {
    const { id, text } = read.document
    const spans = annotated(vocabulary, read, conceptsOf(model, read)).map(({ start, end, type, code }) => ({
      start,
      end,
      label: type,
      code,
      text: text.slice(start, end),
      assertion: assertionOf(read.document, start, end),
    }))
    return JSON.stringify({ id, text, spans })
  })
  await writeFile(options.out, `${lines.join('\n')}\n`)
  say(
    `${plural(
      reads.reduce((sum, { mentions }) => sum + mentions.count, 0),
      'concept',
    )} in ${plural(documents.length, 'document')} written to ${options.out}.`,
  )
  return 0
}
