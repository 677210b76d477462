import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Corpora and peer values that lie beside the repository on a developer's machine; tests that need them are skipped elsewhere. */
const shared = fileURLToPath(new URL('../../../../shared/', import.meta.url))

export const hasPeers = existsSync(`${shared}corpora`) && existsSync(`${shared}oracles`) && existsSync(`${shared}references`)

export const readShared = (path: string): string => readFileSync(shared + path, 'utf8')

export function readRecords<Row>(path: string): Row[] {
  return readShared(path)
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Row => JSON.parse(line))
}

export interface Note {
  readonly id: string
  readonly text: string
  readonly kind?: string
}

/** Corpora of which the peers' values are known: where their texts are, and which of them were counted. */
export const peers: readonly (readonly [name: string, file: string, pick: (notes: readonly Note[]) => readonly Note[]])[] = [
  ['syngp500', 'syngp500/syngp500.jsonl', (notes) => notes],
  ['primock57-notes', 'primock57/primock57.jsonl', (notes) => notes.filter(({ kind }) => kind === 'note')],
  ['primock57-dialogues', 'primock57/primock57.jsonl', (notes) => notes.filter(({ kind }) => kind === 'dialogue')],
  ['grascco_phi', 'grascco_phi/grascco_phi.jsonl', (notes) => notes],
  ['e3c_fr_annotated', 'e3c_fr/e3c_fr_annotated.jsonl', (notes) => notes],
  ['ncbi_disease', 'ncbi_disease/ncbi_disease.jsonl', (notes) => notes],
  ['ag_news_test3000', 'ag_news_test/ag_news_test.jsonl', (notes) => notes.slice(0, 3000)],
]

/** The type of each word, numbered by first appearance. */
export function typesOf(words: readonly string[]): { readonly types: number[]; readonly frequencies: number[] } {
  const known = new Map<string, number>()
  const frequencies: number[] = []
  const types = words.map((word) => {
    const type = known.get(word) ?? known.size
    known.set(word, type)
    frequencies[type] = (frequencies[type] ?? 0) + 1
    return type
  })
  return { types, frequencies }
}
