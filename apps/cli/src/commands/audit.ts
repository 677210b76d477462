import { join } from 'node:path'
import { type Audit, keyFrom } from '@corpuscope/core'
import { type AuditResult, auditCorpus } from '@corpuscope/engine'
import { dryRun } from '../dry-run.ts'
import { plural } from '../format.ts'
import { interruptible } from '../interrupt.ts'
import { keptTexts, type TextOptions } from '../kept-texts.ts'
import { type ReadingOptions, recipeFrom, suiteSource } from '../reading.ts'
import { keySecret } from '../secret.ts'
import { summary } from '../summary.ts'
import { colors, print, progressBar, say, width } from '../terminal.ts'
import { version } from '../version.ts'

interface AuditOptions extends ReadingOptions, TextOptions {
  keyFile?: string
  out: string
  dryRun?: boolean
  json?: boolean
  quiet?: boolean
}

/** `corpuscope audit`. */
export async function audit([inputs]: readonly [readonly string[]], options: AuditOptions): Promise<number> {
  const { out, dryRun: dry, json, quiet = false, withText, iMayPublishThisText, keyFile, ...reading } = options
  const texts = await keptTexts({ withText, iMayPublishThisText })
  const { recipe: asked, threads } = await recipeFrom(reading)
  const secret = keySecret(keyFile)
  const recipe = { ...asked, suite: { ...asked.suite, ...(secret !== undefined && { key: keyFrom(secret) }) } }
  if (dry) {
    print(await dryRun(inputs, recipe))
    return 0
  }
  const bar = progressBar(quiet || Boolean(json))
  const result = await interruptible((signal) =>
    auditCorpus({
      inputs,
      recipe,
      suite: suiteSource,
      version,
      out,
      ...threads,
      signal,
      ...(texts && { texts }),
      extra: async (folder, made) => (await import('../page.ts')).writePage(join(folder, 'report.html'), folder, { audit: made }),
      onPlan(plan) {
        if (quiet || json) return
        say(plan.said)
        for (const { what, count } of plan.skipped) say(`skipped: ${what} (${count})`)
      },
      onCompanion(role, plan) {
        if (!quiet && !json) say(`${role}: ${plan.said}`)
      },
      onRead: (done, of) => bar.update(of === 0 ? 1 : done / of, 'reading'),
      onStep: (id, done, of) => bar.update(done / of, id),
    }),
  )
  bar.clear()
  showResult(result, out, { json: json ?? false, quiet })
  return 0
}

/** Prints what an audit found, as a person or as a program wants it. */
export function showResult({ audit: made, run }: AuditResult, out: string, { json, quiet }: { json: boolean; quiet: boolean }): void {
  if (json) print(JSON.stringify({ corpus: made.corpus, estimates: made.estimates, findingCounts: made.findingCounts }, null, 1))
  else if (!quiet) {
    print(summary(made, { width: width(), colors }))
    print(`\n${plural(made.corpus.documents, 'document')} in ${run.seconds.toFixed(1)} s. Page: ${join(out, 'report.html')}`)
    for (const { file, title } of made.tables) if (file !== undefined) print(`${join(out, file)}: ${title}`)
  }
  if (!quiet) for (const line of [...convertedLines(made), ...unreadLines(made)]) say(line)
}

function convertedLines(made: Audit): string[] {
  return made.provenance.formats
    .filter(({ format }) => format.includes('converted from'))
    .map(({ format, documents }) => `${plural(documents, 'document')} read as ${format}`)
}

function unreadLines(made: Audit): string[] {
  return made.corpus.unread.map(({ what, count, examples }) => {
    const others = count - Math.min(examples.length, 3)
    return `not read: ${what}: ${examples.slice(0, 3).join(', ')}${others > 0 ? ` and ${others} more` : ''}`
  })
}
