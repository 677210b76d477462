import { brokenRules, pathOf, type Reported, sentenceOf, titleOf } from './reported.ts'

/** GitHub shows ten errors and ten warnings a step. */
const mostOfAKind = 10

/** A verdict as workflow commands, which GitHub turns into annotations of the run. */
export function githubAnnotations(all: readonly Reported[]): string {
  const broken = all.flatMap((reported) => brokenRules(reported.verdict).map((rule) => ({ ...rule, reported })))
  const lines = (['error', 'warning'] as const).flatMap((kind) =>
    broken
      .filter(({ severity }) => severity === kind)
      .slice(0, mostOfAKind)
      .map((rule) => {
        const { corpusPath, name } = rule.reported
        const first = rule.look?.find(({ document }) => document !== null)?.document
        const file =
          first === undefined || first === null ? '' : `file=${property(pathOf(first, corpusPath === undefined ? {} : { corpusPath }))},`
        return `::${kind} ${file}title=${property(`corpuscope: ${name === undefined ? '' : `${name}: `}${rule.id}`)}::${data(sentenceOf(rule))}`
      }),
  )
  return `${[...lines, ...(broken.length === 0 ? [`::notice title=corpuscope::${data(titleOf(all[0]!.verdict))}`] : [])].join('\n')}\n`
}

/** The message of a workflow command. @see actions/toolkit, packages/core/src/command.ts: escapeData */
export const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

/** A property of a workflow command, which also ends at a colon or comma. */
export const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
