import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ConfigError } from '@corpuscope/core'
import { files, readAudit } from '@corpuscope/engine'
import { checkPolicy, evaluate, verdictJson, verdictText } from '@corpuscope/gate'
import { loadConfig } from '../config-file.ts'
import { knownMeasures } from '../known.ts'
import { writePage } from '../page.ts'
import { colors, print, width } from '../terminal.ts'

/** `corpuscope gate`: the verdict goes to stdout, beside the audit, and onto its page. */
export async function gate(
  [folder]: readonly [string],
  { policy: file, json, quiet }: { policy?: string; json?: boolean; quiet?: boolean },
): Promise<number> {
  const { config, file: found } = await loadConfig(file)
  if (Object.keys(config.gate.measures).length === 0)
    throw new ConfigError(
      `${found ?? 'no corpuscope.yaml found'}: no rule to judge by. Write some under "gate: measures:", such as "near-duplicate-share: { max: 0.01 }".`,
    )
  const { audit } = await readAudit(folder)
  checkPolicy(config.gate, [...knownMeasures(), ...audit.measures])
  const verdict = evaluate(config.gate, audit)
  await writeFile(join(folder, files.verdict), `${JSON.stringify(verdict, null, 1)}\n`)
  await writePage(join(folder, files.report), folder, { audit, verdict })
  if (json) print(verdictJson(verdict))
  else if (!quiet) print(verdictText(verdict, { color: colors.isColorSupported, width: width() }))
  return verdict.exit
}
