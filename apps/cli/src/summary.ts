import { type Audit, type Category, type Estimate, headlines, isWhole, type Measure, printable, summaryOf } from '@corpuscope/core'
import { amount, count } from '@corpuscope/core/number-text'
import type { Colors } from 'picocolors/types.js'
import { estimateText, plural, wrap } from './format.ts'

interface Look {
  readonly width: number
  readonly colors: Colors
}

const hanging = ' '.repeat(4)
const nameWidth = 28

/** What an audit found, for a terminal: a line of facts, then a block a category with its telling numbers; what was not measured comes last. */
export function summary(audit: Audit, look: Look): string {
  const { corpus } = audit
  const { colors, width } = look
  const languages = corpus.languages
    .slice(0, 4)
    .map(({ language, documents }) => `${language} ${documents}`)
    .join(', ')
  const lines = [
    colors.bold(`${plural(corpus.documents, 'document')}, ${plural(corpus.characters, 'character')}`) + colors.dim(`  (${languages})`),
  ]
  const blocks = headlines(audit).map(({ category, estimate }) => categoryBlock(audit, category, estimate, look))
  for (const { lines: block } of blocks.filter(({ measured }) => measured)) lines.push('', ...block)
  for (const { lines: block } of blocks.filter(({ measured }) => !measured)) lines.push('', ...block)
  if (audit.findingCounts.length > 0) {
    lines.push('', colors.bold('Findings'))
    for (const { rule, severity, findings, documents } of audit.findingCounts)
      lines.push(`  ${mark(severity, colors)} ${rule.padEnd(nameWidth)} ${count(findings)} in ${plural(documents, 'document')}`)
  }
  lines.push(
    '',
    colors.dim(
      wrap('In brackets: 95 % intervals. "chance": what noise alone gives. "corpuscope explain <measure>" says what one is.', width),
    ),
  )
  return lines.join('\n')
}

function categoryBlock(audit: Audit, category: Category, telling: Estimate | undefined, { width, colors }: Look) {
  const measures = new Map(audit.measures.map((measure) => [measure.id, measure]))
  const whole = audit.estimates.filter((estimate) => isWhole(estimate) && category.measures.includes(estimate.measure))
  const summed = summaryOf(audit, category)
  const shown = telling && !summed.includes(telling) ? [telling, ...summed] : summed
  const aside = (text: string) => colors.dim(wrap(printable(text), width, hanging))
  const lines = [`${colors.bold(category.title)}  ${colors.dim(category.question)}`]
  for (const estimate of shown) {
    const text = measureText(estimate, measures.get(estimate.measure)!, width)
    lines.push(`  ${estimate === telling ? colors.cyan('▸') : ' '} ${text}`)
  }
  const missing = whole.filter(({ value }) => value === null)
  // Absent measures are news where they were to speak for the category, or where nothing speaks.
  const wanted = shown.length === 0 ? missing : missing.filter(({ measure }) => (category.summary ?? category.headlines).includes(measure))
  for (const [reason, ids] of byReason(wanted))
    lines.push(colors.yellow(wrap(printable(`- not measured: ${list(ids)}: ${reason}`), width, hanging)))
  const others = whole.length - shown.length - wanted.length
  if (others > 0) lines.push(colors.dim(`${hanging}… and ${others} more, on the page and with --json`))
  if (telling && telling.left > 0) lines.push(aside(`${telling.reason ?? `${telling.left} left out`}.`))
  // The first note of an analysis is its news; the others explain, and stand on the page.
  for (const id of category.analyses) {
    const note = audit.notes.find(({ analysis }) => analysis === id)
    if (note) lines.push(aside(note.text))
  }
  return { measured: shown.length > 0, lines }
}

/** "mattr-50   0.913 (0.912 to 0.914)", and what chance gives where it is known and fits. */
function measureText(estimate: Estimate, measure: Measure, width: number): string {
  const text = `${measure.id.padEnd(nameWidth)} ${estimateText(estimate, measure)}`
  if (estimate.floor === undefined) return text
  const chance = `, chance ${amount(estimate.floor, measure.unit)}`
  return text.length + hanging.length + chance.length <= width ? text + chance : text
}

function byReason(estimates: readonly Estimate[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const { measure, reason, status } of estimates) {
    const why = reason ?? status
    groups.set(why, [...(groups.get(why) ?? []), measure])
  }
  return groups
}

/** Names in a row; more than three are counted. */
const list = (ids: readonly string[]): string => (ids.length > 3 ? `${ids[0]} and ${ids.length - 1} more` : ids.join(', '))

const mark = (severity: string, colors: Colors): string =>
  severity === 'error' ? colors.red('✗') : severity === 'warning' ? colors.yellow('!') : colors.dim('·')
