import { type Measure, type Rule, suggestion, UsageError } from '@corpuscope/core'
import { detectors } from '@corpuscope/privacy'
import { anyWindow } from '@corpuscope/suites'
import { explainDetector } from '../detector-text.ts'
import { wrap } from '../format.ts'
import { knownMeasures, knownRules } from '../known.ts'
import { colors, print, width } from '../terminal.ts'

const directions = {
  higher: 'higher is better',
  lower: 'lower is better',
  near: 'near its reference is better',
  descriptive: 'descriptive: neither end is better',
} as const

/** `corpuscope explain`. */
export function explain([ids]: readonly [readonly string[]]): number {
  const [measures, rules] = [knownMeasures(), knownRules()]
  print(ids.map((id) => explained(id, measures, rules)).join('\n\n'))
  return 0
}

function explained(id: string, measures: readonly Measure[], rules: readonly Rule[]): string {
  const measure = measures.find((each) => each.id === id) ?? anyWindow(id)?.measures[0]
  if (measure) return explainMeasure(measure)
  const rule = rules.find((each) => each.id === id)
  if (rule) return explainRule(rule)
  const all = detectors()
  const detector = all.find((each) => each.id === id)
  if (detector)
    return explainDetector(detector, rules.find((each) => each.id === `identifier-${detector.kind}`)?.definition ?? detector.title)
  const known = [...measures, ...rules, ...all].map((each) => each.id)
  throw new UsageError(
    `${id}: no such measure, rule or detector.${suggestion(id, known)} Run "corpuscope list", "corpuscope list rules" or "corpuscope list detectors" for all of them.`,
  )
}

function explainMeasure({ id, title, unit, range, direction, definition, source, languages }: Measure): string {
  const [low, high] = range
  return [
    `${colors.bold(title)}  (${id})`,
    '',
    wrap(definition, width()),
    '',
    `unit       ${unit}`,
    `range      ${low ?? 'no least'} to ${high ?? 'no greatest'}`,
    `direction  ${directions[direction]}`,
    ...(languages ? [`languages  ${languages === 'any' ? 'any' : `${languages.join(', ')}; documents in others are left out`}`] : []),
    wrap(source.text, width() - 11)
      .replace(/\n/g, '\n           ')
      .replace(/^/, 'source     '),
    ...(source.url ? [`           ${source.url}`] : []),
  ].join('\n')
}

const explainRule = ({ id, title, severity, definition }: Rule): string =>
  [`${colors.bold(title)}  (${id}, ${severity})`, '', wrap(definition, width())].join('\n')
