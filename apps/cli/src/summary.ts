import { type Audit, headlines, printable } from '@corpuscope/core'
import { count, quantity } from '@corpuscope/core/number-text'
import type { Colors } from 'picocolors/types.js'
import { estimateText, plural, wrap } from './format.ts'

interface Look {
  readonly width: number
  readonly colors: Colors
}

/** What an audit found, for a terminal: a line of facts, then a block a category with its headline number and its other measures. */
export function summary(audit: Audit, { width, colors }: Look): string {
  const { corpus } = audit
  const languages = corpus.languages
    .slice(0, 4)
    .map(({ language, documents }) => `${language} ${documents}`)
    .join(', ')
  const lines = [
    colors.bold(`${plural(corpus.documents, 'document')}, ${plural(corpus.characters, 'character')}`) + colors.dim(`  (${languages})`),
  ]
  const measures = new Map(audit.measures.map((measure) => [measure.id, measure]))
  for (const { category, estimate: telling } of headlines(audit)) {
    lines.push('', `${colors.bold(category.title)}  ${colors.dim(category.question)}`)
    const own = audit.estimates.filter(({ measure }) => category.measures.includes(measure))
    const whole = own.filter(({ facet, part, corpus: other }) => !facet && !part && !other)
    const shown = mostTelling(whole, category.headlines)
    const missing = shown.filter(({ value }) => value === null)
    for (const estimate of shown.filter(({ value }) => value !== null)) {
      const measure = measures.get(estimate.measure)!
      const text = `${measure.id.padEnd(28)} ${estimateText(estimate, measure)}`
      lines.push(`  ${estimate === telling ? colors.cyan('▸') : ' '} ${text}`)
      const aside = [
        estimate.floor !== undefined && noise(estimate.floor, estimate.floor95, measure.unit),
        estimate.left > 0 && (estimate.reason ?? `${estimate.left} left out`),
      ].filter((part) => part !== false)
      if (aside.length > 0) lines.push(colors.dim(wrap(printable(aside.join('; ')), width, ' '.repeat(33))))
    }
    for (const estimate of missing)
      lines.push(colors.yellow(wrap(printable(`- ${estimate.measure}: not measured: ${estimate.reason}`), width, '    ')))
    const more = whole.length - shown.length
    if (more > 0) lines.push(colors.dim(`    … and ${more} more, on the page and with --json`))
    // The first note of an analysis is its news; the others explain, and stand on the page.
    for (const id of category.analyses) {
      const note = audit.notes.find(({ analysis }) => analysis === id)
      if (note) lines.push(colors.dim(wrap(printable(note.text), width, '    ')))
    }
  }
  if (audit.findingCounts.length > 0) {
    lines.push('', colors.bold('Findings'))
    for (const { rule, severity, findings, documents } of audit.findingCounts)
      lines.push(`  ${mark(severity, colors)} ${rule.padEnd(28)} ${count(findings)} in ${plural(documents, 'document')}`)
  }
  return lines.join('\n')
}

const mark = (severity: string, colors: Colors): string =>
  severity === 'error' ? colors.red('✗') : severity === 'warning' ? colors.yellow('!') : colors.dim('·')

function noise(floor: number, floor95: number | undefined, unit: string): string {
  const often = floor95 === undefined ? '' : ` on average, ${quantity(floor95, unit)} in one case of 20`
  return `noise alone gives ${quantity(floor, unit)}${often}`
}

/** Measures a category shows in a terminal: its headlines, then the first of the others. */
const mostMeasures = 6

function mostTelling<Each extends { readonly measure: string }>(estimates: readonly Each[], headlines: readonly string[]): readonly Each[] {
  const named = estimates.filter(({ measure }) => headlines.includes(measure))
  const others = estimates.filter(({ measure }) => !headlines.includes(measure)).slice(0, Math.max(0, mostMeasures - named.length))
  return estimates.filter((estimate) => named.includes(estimate) || others.includes(estimate))
}
