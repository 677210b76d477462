import { join } from 'node:path'
import { type Audit, type ConfigInput, configSchema } from '@corpuscope/core'
import { auditCorpus, readAudit, recipeOf } from '@corpuscope/engine'
import { populationCells } from '@corpuscope/references'
import { keptTexts, type TextOptions } from './kept-texts.ts'
import { loadReference } from './load-reference.ts'
import { writePage } from './page.ts'
import { suiteSource } from './reading.ts'
import { version } from './version.ts'

/**
 * Audits a corpus and writes the audit folder, as `corpuscope audit` does.
 *
 * @param inputs   folders of .txt files, or .jsonl, .csv, .tsv files
 * @param options  `out` is where the audit goes, `withText` what the folder and its page hold of the texts (nothing unless said); the rest
 *                 is what corpuscope.yaml may hold
 */
export async function audit(
  inputs: readonly string[],
  {
    out,
    threads,
    withText,
    iMayPublishThisText,
    ...config
  }: ConfigInput & TextOptions & { readonly out: string; readonly threads?: number },
): Promise<Audit> {
  const texts = await keptTexts({ withText, iMayPublishThisText })
  const checked = configSchema.parse(config)
  const population = await Promise.all(checked.population.map((name) => loadReference(name)))
  for (const each of population) populationCells(each)
  const { audit: made } = await auditCorpus({
    inputs,
    recipe: recipeOf(checked, await loadReference(checked.reference), population),
    suite: suiteSource,
    version,
    out,
    ...(threads !== undefined && { threads }),
    ...(texts && { texts }),
    extra: (folder, each) => writePage(join(folder, 'report.html'), folder, { audit: each }),
  })
  return made
}

/** Writes the page of an audit folder to a file. */
export async function renderReport(folder: string, path: string): Promise<void> {
  const { audit: made, verdict } = await readAudit(folder)
  await writePage(path, folder, { audit: made, ...(verdict && { verdict }) })
}
