import type { Feature, SuiteOptions } from '@corpuscope/core'
import { type Embedding, embeddedBy, embedding, vectorsFile } from '@corpuscope/features'
import type { Identification } from '@corpuscope/privacy'

/** What gives documents their points: a file, a model or service, or, by default, a fit on the corpus. */
export function embeddingFor(
  { vectors, againstVectors, basis, embedder, seed }: SuiteOptions,
  { of: identifiers }: Identification,
): Feature<never, Embedding> {
  if (vectors !== undefined) return vectorsFile(vectors, againstVectors) as Feature<never, Embedding>
  return (embedder ? embeddedBy(embedder) : embedding({ seed, ...(basis !== undefined && { basis }), identifiers })) as Feature<
    never,
    Embedding
  >
}

/** Whether that counts the words of the documents too. */
export const countsWords = ({ vectors, embedder }: SuiteOptions): boolean => vectors === undefined && embedder === undefined
