import { freemem } from 'node:os'
import { planInput, readShard } from '@corpuscope/corpus'
import type { Recipe } from '@corpuscope/engine'
import { plural } from './format.ts'

/** Text a second through every analysis, and memory by size of the text: 129 MB of abstracts took 90 s and 1.7 GB on two shared cores. */
const megabytesPerSecond = 1.5
const memoryFactor = 12
const baseMegabytes = 150

/** What the input is taken for, without measuring anything: format, fields, the first ids, and what a run would cost. */
export async function dryRun(inputs: readonly string[], recipe: Recipe): Promise<string> {
  const plan = await planInput(inputs, recipe.read, { shardBytes: 1 << 20 })
  const ids: string[] = []
  const unreadable: string[] = []
  const first = plan.shards[0]
  let labelled = 0
  let read = 0
  if (first)
    await readShard(plan, first, {
      document(document) {
        read++
        if (document.label !== undefined) labelled++
        if (ids.length < 3) ids.push(document.id)
      },
      unread(what, file, line) {
        if (unreadable.length < 3) unreadable.push(`${what} (${line ? `${file} line ${line}` : file})`)
      },
    })
  const megabytes = plan.bytes / 1e6
  const fields = Object.entries(plan.fields).filter(([, name]) => name !== undefined)
  return [
    `input     ${plan.said}`,
    ...plan.skipped.map(({ what, count }) => `skipped   ${what} (${count})`),
    ...(fields.length > 0 ? [`fields    ${fields.map(([role, name]) => `${role}: ${name}`).join(', ')}`] : []),
    `first ids ${ids.join(', ') || 'none'}`,
    ...(recipe.read.labelField ? [`labels    ${labelled} of the first ${plural(read, 'document')} have one`] : []),
    ...unreadable.map((what) => `not read  ${what}`),
    `suite     ${recipe.suite.id}${recipe.suite.only ? `, only ${recipe.suite.only.join(', ')}` : ''}`,
    `time      about ${Math.max(1, Math.round(1 + megabytes / megabytesPerSecond))} s`,
    `memory    about ${Math.round(baseMegabytes + megabytes * memoryFactor)} MB (${Math.round(freemem() / 1e6)} MB are free)`,
    'nothing was measured or written',
  ].join('\n')
}
