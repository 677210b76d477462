import { findPairs, type SuiteSource } from '@corpuscope/engine'
import { createSuite } from '@corpuscope/suites/pairs'
import { plural } from '../format.ts'
import { interruptible } from '../interrupt.ts'
import type { ReadingOptions } from '../reading.ts'
import { print, progressBar, say } from '../terminal.ts'
import { version } from '../version.ts'

type PairsOptions = Pick<
  ReadingOptions,
  'format' | 'shape' | 'split' | 'subset' | 'textField' | 'idField' | 'words' | 'maxBad' | 'threads'
> & { out: string; quiet?: boolean }

const suite: SuiteSource = { create: createSuite, url: new URL('./pairs-suite.js', import.meta.url) }

/** `corpuscope pairs`. */
export async function pairs([inputs]: readonly [readonly string[]], options: PairsOptions): Promise<number> {
  const { out, maxBad = 0.05, threads, quiet = false, ...read } = options
  const bar = progressBar(quiet)
  const found = await interruptible((signal) =>
    findPairs({
      inputs,
      recipe: { suite: { id: 'pairs', seed: 1 }, read, seed: 1, maxBad, keepFields: [], dropFields: [] },
      suite,
      version,
      out,
      ...(threads !== undefined && { threads }),
      signal,
      onPlan(plan) {
        if (!quiet) say(plan.said)
      },
      onRead: (done, of) => bar.update(of === 0 ? 1 : done / of, 'reading'),
    }),
  )
  bar.clear()
  if (!quiet) {
    for (const note of found.notes) say(note)
    const kinds = new Map<string, number>()
    for (const { kind } of found.pairs) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    const each = [...kinds].map(([kind, times]) => plural(times, kind, plurals[kind]))
    print(`${plural(found.pairs.length, 'pair')} of ${plural(found.documents, 'document')}${each.length > 0 ? `: ${each.join(', ')}` : ''}`)
    print(`${out}, in ${found.seconds.toFixed(1)} s`)
  }
  return 0
}

const plurals: Readonly<Record<string, string>> = { copy: 'copies', 'amended copy': 'amended copies', 'shared form': 'shared forms' }
