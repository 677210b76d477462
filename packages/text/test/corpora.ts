import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Corpora and peer values that lie beside the repository on a developer's machine; tests that need them are skipped elsewhere. */
const shared = fileURLToPath(new URL('../../../../shared/', import.meta.url))

export const hasCorpora = existsSync(`${shared}corpora`) && existsSync(`${shared}oracles`)

export function readRecords<Row>(path: string): Row[] {
  return readFileSync(shared + path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Row => JSON.parse(line))
}

export interface Note {
  readonly id: string
  readonly text: string
  readonly kind?: string
}

export interface LexicalRow {
  readonly id: string
  readonly tokens: number
  readonly types: number
  readonly hapax: number
  readonly chars: number
  readonly sentences: number
  readonly alpha_words: number
  readonly words_ws: number
}

/** Peer corpora: where their texts are, and which of them were counted. */
export const peers: readonly (readonly [name: string, file: string, pick: (notes: readonly Note[]) => readonly Note[]])[] = [
  ['syngp500', 'syngp500/syngp500.jsonl', (notes) => notes],
  ['primock57-notes', 'primock57/primock57.jsonl', (notes) => notes.filter(({ kind }) => kind === 'note')],
  ['primock57-dialogues', 'primock57/primock57.jsonl', (notes) => notes.filter(({ kind }) => kind === 'dialogue')],
  ['grascco_phi', 'grascco_phi/grascco_phi.jsonl', (notes) => notes],
  ['e3c_fr_annotated', 'e3c_fr/e3c_fr_annotated.jsonl', (notes) => notes],
  ['ncbi_disease', 'ncbi_disease/ncbi_disease.jsonl', (notes) => notes],
  ['ag_news_test3000', 'ag_news_test/ag_news_test.jsonl', (notes) => notes.slice(0, 3000)],
]
