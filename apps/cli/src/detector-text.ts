import type { DetectorFacts } from '@corpuscope/privacy'
import { wrap } from './format.ts'
import { colors, width } from './terminal.ts'

/** A detector on one line: what it finds, where it belongs, by what. */
export function detectorLine({ id, kind, title, countries, checkDigit, confidence, safeHarbor }: DetectorFacts): string {
  const facts = [
    ...(id === kind ? [] : [kind]),
    ...(countries.length > 0 ? [countries.join(' ')] : []),
    ...(checkDigit ? ['check digit'] : []),
    confidence.join(' to '),
    safeHarbor ? `Safe Harbor ${safeHarbor.letter}` : 'no class of Safe Harbor',
  ]
  return `${title} (${facts.join(', ')})`
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
