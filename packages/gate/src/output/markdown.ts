import { markdownText } from '@corpuscope/core'
import { baselineLines, waiverText } from '../verdict-text.ts'
import { brokenRules, type Reported, sentenceOf, titleOf } from './reported.ts'

/** By this line a workflow finds its own comment again, so that there is one and not one a push. */
export const stickyMarker = '<!-- corpuscope-gate -->'

/** GitHub refuses a comment of more than 65,536 characters. */
const longest = 60_000
const looks = 5

/** Verdicts as a comment or step summary, each under its heading: what is broken in a table, with the first documents; the rest in a line. */
export function markdownComment(all: readonly Reported[]): string {
  const sections = all.map((reported) => section(reported, Math.floor(longest / all.length)))
  return `${stickyMarker}\n${sections.join('\n')}`.slice(0, longest)
}

function section({ verdict, name }: Reported, most: number): string {
  const broken = brokenRules(verdict)
  const rows = broken.map(
    (rule) =>
      `| ${rule.severity === 'warning' ? '⚠️ warning' : rule.outcome === 'error' ? '❗ not measured' : '❌ failed'} | ${markdownText(rule.id)} | ${markdownText(sentenceOf(rule))} | ${(
        rule.look ?? []
      )
        .slice(0, looks)
        .map(({ document }) => markdownText(document ?? 'the input'))
        .join('<br>')} |`,
  )
  const table = ['| | rule | what | look at |', '|---|---|---|---|']
  const passed = verdict.rules.filter(({ outcome }) => outcome === 'passed').length
  const absent = verdict.rules.filter(({ outcome }) => outcome === 'not applicable').length
  const tail = [
    `${passed} of ${verdict.rules.length} rules passed${absent > 0 ? `, ${absent} not applicable` : ''}; ${verdict.audit.documents} documents.`,
    ...baselineLines(verdict),
    ...(verdict.waivers ?? []).map((waiver) => `- ${markdownText(waiverText(waiver))}`),
  ].join('\n\n')
  const head = `### ${verdict.passed ? '✅' : '❌'} ${name === undefined ? '' : `${markdownText(name)}: `}${markdownText(titleOf(verdict))}\n`
  let kept = rows
  const whole = () => `${[head, ...(kept.length > 0 ? [[...table, ...kept].join('\n'), ''] : []), tail].join('\n')}\n`
  while (whole().length > most && kept.length > 0) kept = kept.slice(0, Math.floor(kept.length / 2))
  return whole().slice(0, most)
}
