import { existsSync, readFileSync } from 'node:fs'

const shared = (path: string): URL => new URL(`../../../../shared/${path}`, import.meta.url)

/** Whether peer corpora and what was counted in them are at hand. */
export const hasWording = existsSync(shared('corpora/syngp500')) && existsSync(shared('oracles/syngp500.lexical.json'))

const files: Record<string, readonly [file: string, kind?: string | undefined, limit?: number]> = {
  syngp500: ['syngp500/syngp500.jsonl'],
  ncbi_disease: ['ncbi_disease/ncbi_disease.jsonl'],
  'primock57-notes': ['primock57/primock57.jsonl', 'note'],
  'primock57-dialogues': ['primock57/primock57.jsonl', 'dialogue'],
  ag_news_test3000: ['ag_news_test/ag_news_test.jsonl', undefined, 3000],
  grascco_phi: ['grascco_phi/grascco_phi.jsonl'],
}

/** A corpus in the order of its file, with what Python packages counted in it. */
export function counted(name: string) {
  const [file, kind, limit] = files[name]!
  const records = readFileSync(shared(`corpora/${file}`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): { text: string; kind?: string } => JSON.parse(line))
    .filter((record) => kind === undefined || record.kind === kind)
  const texts = records.slice(0, limit).map(({ text }) => text)
  const oracle = JSON.parse(readFileSync(shared(`oracles/${name}.lexical.json`), 'utf8'))
  return { texts, oracle: oracle as { ngrams: Record<string, number>; compression: Record<string, number>; self_bleu60: number } }
}

/** Words as numbers, by the rule of the oracles. */
export function numbered(texts: readonly string[]): Uint32Array[] {
  const numbers = new Map<string, number>()
  return texts.map((text) =>
    Uint32Array.from(text.toLowerCase().match(/[\p{L}\p{N}]+(?:['\u2019]\p{L}+)*/gu) ?? [], (word) => {
      if (!numbers.has(word)) numbers.set(word, numbers.size)
      return numbers.get(word)!
    }),
  )
}
