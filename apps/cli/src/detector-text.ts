import type { DetectorFacts } from '@corpuscope/privacy'
import { wrap } from './format.ts'
import { colors, width } from './terminal.ts'

/** A detector on one line: its Safe Harbor class, whether a check digit tells it, what it finds; in 80 columns the end may be cut. */
export function detectorLine({ title, countries, checkDigit, confidence, safeHarbor }: DetectorFacts): string {
  const facts = [...(countries.length > 0 ? [countries.join(' ')] : []), confidence.join(' to ')]
  return `HIPAA ${safeHarbor?.letter ?? '-'}  ${checkDigit ? 'check digit' : '           '}  ${title} (${facts.join(', ')})`
}

/** The same on a screen, for `explain`. */
export function explainDetector(
  { id, kind, title, countries, checkDigit, confidence, safeHarbor, cues, toldBy }: DetectorFacts,
  definition: string,
): string {
  const rows: readonly (readonly [string, string])[] = [
    ['kind', kind],
    ['told by', toldBy],
    ['check digit', checkDigit ? 'yes' : 'no'],
    ['confidence', confidence.join(' to ')],
    ['countries', countries.length > 0 ? countries.join(', ') : 'any'],
    ...(cues.length > 0 ? [['words', cues.join(', ')] as const] : []),
    ['Safe Harbor', safeHarbor ? `${safeHarbor.letter}, ${safeHarbor.title}` : 'no class'],
    ['findings', `rule identifier-${kind}`],
  ]
  return [
    `${colors.bold(title)}  (${id})`,
    '',
    wrap(definition, width()),
    '',
    ...rows.map(([name, value]) => `${name.padEnd(13)}${wrap(value, width() - 13).replace(/\n/g, `\n${' '.repeat(13)}`)}`),
  ].join('\n')
}
