import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type GoldType,
  goldCorpora,
  type Span,
  type SpanCounts,
  type SpanLevel,
  scanIdentifiers,
  spanCounts,
  spanLevels,
  spanScoreIntervals,
  spanScores,
} from '@corpuscope/privacy'

interface Gold {
  readonly id: string
  readonly text: string
  readonly spans: readonly (Span & { readonly label: string })[]
}
type PeerSpans = Readonly<Record<string, readonly (readonly [number, number, string, number])[]>>

const figure = (value: number): string => value.toFixed(3)

/**
 * The identifiers of gold corpora, ours beside what Presidio found in the same files: precision, recall and F1 a type, each with its 95 %
 * bootstrap interval over documents, at three levels, and over all types that both know.
 *
 * @param shared  a folder with `corpora/` and `oracles/<corpus>.privacy.presidio-spans.json`
 * @returns       lines of a Markdown table
 */
export function gold(shared: string): string[] {
  const lines = ['| corpus | type | level | n | P | R | F1 | Presidio P | R | F1 |', `|${' --- |'.repeat(10)}`]
  for (const [corpus, { file, types }] of Object.entries(goldCorpora)) {
    const path = join(shared, 'corpora', file)
    if (!existsSync(path)) continue
    const documents = readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Gold)
    const theirs = JSON.parse(readFileSync(join(shared, 'oracles', `${corpus}.privacy.presidio-spans.json`), 'utf8')) as PeerSpans
    const found = documents.map(({ text }) => scanIdentifiers(text).identifiers)
    const counts = (type: GoldType, level: SpanLevel, spans: (i: number) => readonly Span[]): SpanCounts[] =>
      documents.map(({ text, spans: all }, i) =>
        spanCounts(
          text,
          all.filter(({ label }) => type.labels.includes(label)),
          spans(i),
          level,
        ),
      )
    const ours = (type: GoldType, level: SpanLevel) => counts(type, level, (i) => found[i]!.filter(type.ours))
    const peers = (type: GoldType, level: SpanLevel) =>
      counts(type, level, (i) =>
        (theirs[documents[i]!.id] ?? []).flatMap(([start, end, what]) => (type.peer.includes(what) ? [{ start, end }] : [])),
      )
    const row = (name: string, level: SpanLevel, own: SpanCounts[], peer: SpanCounts[] | undefined): void => {
      const cells = [own, peer].flatMap((each) => {
        if (!each) return ['–', '–', '–']
        const scores = spanScores(each)
        const intervals = spanScoreIntervals(each)
        return (['precision', 'recall', 'f1'] as const).map((of) => `${figure(scores[of])} (${intervals[of].map(figure).join('–')})`)
      })
      const n = own.reduce((sum, [each]) => sum + each, 0)
      lines.push(`| ${[corpus, name, level, n, ...cells].join(' | ')} |`)
    }
    for (const type of types)
      for (const level of spanLevels) row(type.name, level, ours(type, level), type.peer.length > 0 ? peers(type, level) : undefined)
    const known = types.filter(({ peer }) => peer.length > 0)
    for (const level of spanLevels)
      row(
        'all that both know',
        level,
        known.flatMap((type) => ours(type, level)),
        known.flatMap((type) => peers(type, level)),
      )
  }
  return lines
}
