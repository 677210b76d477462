import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type ScoreMode, scoreSpans } from '../src/index.ts'

interface PeerSpan {
  readonly start: number
  readonly end: number
  readonly label: string
}
const peers = JSON.parse(readFileSync(new URL('vectors/peers.json', import.meta.url), 'utf8')) as {
  nervaluate_wrong: { name: string; gold: PeerSpan[]; predicted: PeerSpan[] }[]
}
/** Rows of the table of cases on which nervaluate is not right: case, modes, our counts. */
const rows = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter((cells) => /^\d+(\/\d+){4}$/.test(cells[3] ?? ''))
const named: Readonly<Record<string, string>> = {
  'nested gold, the inner one predicted exactly and loosely': 'nested gold, exact prediction of the inner one and a loose one',
  'a chain in which a greedy choice leaves one unpaired': 'chain: a greedy choice leaves one unpaired',
}

test('the table has every case', () => expect(rows.length).toBe(peers.nervaluate_wrong.length))

test.each(rows.map(([, name, modes, ours]) => [name!, modes!, ours!]))('%s, %s: %s', (name, modes, ours) => {
  const found = peers.nervaluate_wrong.find((each) => each.name === (named[name] ?? name))!
  const spans = (list: readonly PeerSpan[]) => list.map(({ start, end, label }) => ({ start, end, type: label }))
  for (const mode of modes.split(', ') as ScoreMode[]) {
    const [score] = scoreSpans([{ id: 'a', gold: spans(found.gold), predicted: spans(found.predicted) }], { modes: [mode] })
    const { correct, partial, incorrect, missed, spurious } = score!.tally
    expect([correct, partial, incorrect, missed, spurious].join('/')).toBe(ours)
  }
})
