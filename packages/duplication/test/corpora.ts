import { existsSync, readFileSync } from 'node:fs'
import {
  type Analysis,
  type Conclusion,
  concludeState,
  createDocument,
  createState,
  type Document,
  observer,
  type State,
  type Suite,
} from '@corpuscope/core'
import { wordSequence, wordSequences } from '@corpuscope/features'

const shared = new URL('../../../../shared/', import.meta.url)

/** What was computed by brute force outside the project, for a corpus of which this is the filter. */
export interface OracleCorpus {
  readonly name: string
  readonly file: string
  readonly kind?: string
  readonly limit?: number
}

export interface Oracle {
  readonly docs: number
  readonly exact_normalised: { readonly groups: readonly (readonly string[])[] }
  readonly word5: {
    readonly empty_sets: number
    readonly pairs_at_or_above: Readonly<Record<string, number>>
    readonly pairs: readonly (readonly [string, string, number])[]
    readonly pairs_cut: boolean
  }
  readonly repeated20: Coverage
  readonly repeated50: Coverage
}

interface Coverage {
  readonly tokens: number
  readonly coverage: number
  readonly perdoc: Readonly<Record<string, number>>
}

export const oracleCorpora: readonly OracleCorpus[] = [
  { name: 'syngp500', file: 'syngp500/syngp500' },
  { name: 'medquad', file: 'medquad/medquad' },
  { name: 'ncbi_disease', file: 'ncbi_disease/ncbi_disease' },
  { name: 'ag_news_test3000', file: 'ag_news_test/ag_news_test', limit: 3000 },
  { name: 'zh_med_qa', file: 'zh_med_qa/zh_med_qa' },
  { name: 'e3c_fr_annotated', file: 'e3c_fr/e3c_fr_annotated' },
  { name: 'grascco_phi', file: 'grascco_phi/grascco_phi' },
  { name: 'primock57-notes', file: 'primock57/primock57', kind: 'note' },
  { name: 'primock57-dialogues', file: 'primock57/primock57', kind: 'dialogue' },
]

export const absent = ({ name, file }: OracleCorpus): boolean =>
  !existsSync(new URL(`oracles/${name}.duplication.json`, shared)) || !existsSync(new URL(`corpora/${file}.jsonl`, shared))

export const oracleOf = ({ name }: OracleCorpus): Oracle =>
  JSON.parse(readFileSync(new URL(`oracles/${name}.duplication.json`, shared), 'utf8'))

export function documentsOf({ file, kind, limit }: OracleCorpus): readonly Document[] {
  const records = readFileSync(new URL(`corpora/${file}.jsonl`, shared), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): { id: string; text: string; kind?: string } => JSON.parse(line))
  return records
    .filter((record) => kind === undefined || record.kind === kind)
    .slice(0, limit)
    .map(({ id, text }) => createDocument({ id, text, wordRule: 'oracle-1' }))
}

/** Everything that one analysis makes of these documents. */
export function concluded(
  analysis: Analysis,
  documents: readonly Document[],
  beside: { readonly against?: readonly Document[]; readonly holdout?: readonly Document[] } = {},
): Promise<Conclusion> {
  const suite: Suite = {
    id: 'test',
    title: 'Test',
    categories: [{ id: 'copies', title: 'Copies', question: 'What is here twice?', analyses: [analysis], headlines: [] }],
    features: [wordSequences()],
    references: [],
    language: () => 'en',
  }
  const observed = (each: readonly Document[]): State => {
    const state = createState(suite)
    const observe = observer(suite, state)
    for (const document of each) observe(document, 'test')
    return state
  }
  const companions = Object.fromEntries(Object.entries(beside).map(([role, each]) => [role, observed(each)]))
  return concludeState(suite, observed(documents), { version: '0', seed: 1, options: {}, companions })
}

export const corpusOf = (texts: Readonly<Record<string, string>>): readonly Document[] =>
  Object.entries(texts).map(([id, text]) => createDocument({ id, text }))

/** The documents' words in the order of the documents. */
export const sequencesOf = (documents: readonly Document[]): ((i: number) => Uint32Array) => {
  const sequences = documents.map(wordSequence)
  return (i) => sequences[i]!
}
