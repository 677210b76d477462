import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ConfigError } from '@corpuscope/core'
import { readAudit } from '@corpuscope/engine'
import { proposedPolicy } from '@corpuscope/gate'
import { print } from '../terminal.ts'

const workflow = '.github/workflows/corpus-quality.yml'
const configFile = 'corpuscope.yaml'

/** Editors that know YAML complete and check the file by this line. */
const editorLine = '# yaml-language-server: $schema=./node_modules/corpuscope/dist/schemas/config.schema.json\n'

const starter = `# What "corpuscope gate" judges by; "corpuscope list measures" names what can stand here.
gate:
  extends: release-minimum
  measures:
    mattr-50: { min: 0.7, max: 0.99 } # a convention
`

const workflowText = (input: string): string => `name: corpus quality
on: [push, pull_request]
permissions:
  contents: read
jobs:
  gate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with: { node-version: 20 }
      - run: npx --yes corpuscope audit "${input}" --out corpuscope-audit
      - run: npx --yes corpuscope gate corpuscope-audit --format github --output sarif=corpuscope.sarif
      - if: always()
        uses: actions/upload-artifact@v4
        with: { name: corpus-quality, path: corpuscope-audit/report.html }
`

/** `corpuscope init`: writes corpuscope.yaml, from a good run with \`--from-run\`, and the GitHub workflow with \`--github\`. */
export async function init(
  _: readonly [],
  { fromRun, github, input, force }: { fromRun?: string; github?: boolean; input: string; force?: boolean },
): Promise<number> {
  if (!/^[\w./ -]+$/.test(input))
    throw new ConfigError(`--input ${JSON.stringify(input)}: a plain path is wanted: letters, digits, "/", ".", "-", "_".`)
  const made: [string, string][] = []
  if (fromRun !== undefined) made.push([configFile, editorLine + proposedPolicy((await readAudit(fromRun)).audit)])
  else if (!github || !existsSync(configFile)) made.push([configFile, editorLine + starter])
  if (github) made.push([workflow, workflowText(input)])
  const taken = made.map(([path]) => path).find((path) => existsSync(path))
  if (taken !== undefined && !force) throw new ConfigError(`${taken}: is there already. Replace it with --force, or remove it.`)
  for (const [path, text] of made) {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
    print(path)
  }
  return 0
}
