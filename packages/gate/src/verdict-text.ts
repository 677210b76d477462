import { printable, type Verdict } from '@corpuscope/core'
import { wrapped } from './terminal.ts'

type RuleVerdict = Verdict['rules'][number]
type Colour = keyof typeof codes

export interface TextOptions {
  readonly color: boolean
  /** Columns of the terminal; 80 is usual, below 40 is read as 40. */
  readonly width: number
}

const codes = { red: 31, green: 32, yellow: 33, dim: 2, bold: 1 } as const
const margin = 4
const labelled = 10

/**
 * A verdict for a terminal: what failed or could not be measured first, each with what was expected, what was found, where to look
 * and how to learn more; warnings next; then what is not applicable; passed rules in one line. Words and symbols carry the meaning,
 * colour only repeats it.
 *
 * @returns  lines, each ended by a line feed
 */
export function verdictText(verdict: Verdict, { color, width }: TextOptions): string {
  const room = Math.max(40, Math.floor(width))
  const paint = (text: string, ...colours: readonly Colour[]): string =>
    color && colours.length > 0 ? `${colours.map((colour) => `\x1b[${codes[colour]}m`).join('')}${text}\x1b[0m` : text
  const rules = verdict.rules
  const blocks = [
    wrapped(headline(verdict), room).map((line) => paint(line, 'bold', verdict.passed ? 'green' : 'red')),
    ...troubled(rules).map((rule) => block(rule, room, paint)),
    rules.filter(({ outcome }) => outcome === 'not applicable').flatMap((rule) => lineOf(rule, room, paint)),
    passedLine(rules).map((line) => paint(line, 'green')),
    (verdict.waivers ?? []).flatMap((waiver) => wrapped(printable(waiverText(waiver)), room)),
    baselineLines(verdict).flatMap((line) => wrapped(line, room)),
    wrapped(exitLine(verdict.exit), room),
  ]
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

/** Rules to act on: those that decide the exit code before warnings, what could not be measured before what failed. */
function troubled(rules: readonly RuleVerdict[]): readonly RuleVerdict[] {
  const pick = (severity: RuleVerdict['severity'], outcome: RuleVerdict['outcome']) =>
    rules.filter((rule) => rule.severity === severity && rule.outcome === outcome)
  return [...pick('error', 'error'), ...pick('error', 'failed'), ...pick('warning', 'error'), ...pick('warning', 'failed')]
}

function headline({ rules, passed, audit }: Verdict): string {
  const subject = `Gate ${passed ? 'passed' : 'failed'}`
  const documents = counted(audit.documents, 'document')
  if (rules.length === 0) return `${subject}: the policy has no rule (${documents})`
  const count = (wanted: (rule: RuleVerdict) => boolean) => rules.filter(wanted).length
  const grave = (outcome: RuleVerdict['outcome']) => count((rule) => rule.severity === 'error' && rule.outcome === outcome)
  // Warnings are counted apart: "Gate passed: 2 failed" would contradict itself.
  const warnings = count(({ severity, outcome }) => severity === 'warning' && (outcome === 'error' || outcome === 'failed'))
  const parts = [
    [grave('error'), 'could not be judged'],
    [grave('failed'), 'failed'],
    [warnings, warnings === 1 ? 'warning' : 'warnings'],
    [count(({ outcome }) => outcome === 'not applicable'), 'not applicable'],
    [count(({ outcome }) => outcome === 'passed'), 'passed'],
  ].flatMap(([n, what]) => (n === 0 ? [] : [`${n} ${what}`]))
  return `${subject}: ${parts.join(', ')} (${counted(rules.length, 'rule')}, ${documents})`
}

function block(rule: RuleVerdict, room: number, paint: (text: string, ...colours: readonly Colour[]) => string): readonly string[] {
  const { outcome, severity } = rule
  const mark = outcome === 'error' ? '! ERROR' : '✗ FAILED'
  const title = wrapped(`${mark} ${rule.id}${severity === 'warning' ? ' (warning only)' : ''}`, room)
  const colour = severity === 'warning' ? 'yellow' : 'red'
  return [
    ...title.map((line) => paint(line, colour)),
    ...entry('expected', rule.expected, room),
    ...entry('actual', rule.actual, room),
    ...(rule.reason === undefined ? [] : entry(outcome === 'error' ? 'because' : 'note', rule.reason, room)),
    ...(rule.look ?? []).flatMap(({ document, message, rule: id }, i) =>
      entry(i === 0 ? 'look at' : '', `${document ?? 'the input'}: ${message} (${id})`, room),
    ),
    ...explained(rule).flatMap((id) => entry('explain', `corpuscope explain ${id}`, room).map((line) => paint(line, 'dim'))),
  ]
}

const explained = ({ id, measure, finding }: RuleVerdict): readonly string[] =>
  measure !== undefined ? [measure] : finding !== undefined ? [finding] : id.includes('/') || id === 'labels' ? [] : [id]

function entry(label: string, text: string, room: number): readonly string[] {
  const indent = margin + labelled
  return wrapped(printable(text), room - indent).map((line, i) => `${' '.repeat(margin)}${(i === 0 ? label : '').padEnd(labelled)}${line}`)
}

function lineOf(rule: RuleVerdict, room: number, paint: (text: string, ...colours: readonly Colour[]) => string): readonly string[] {
  const lines = wrapped(printable(`- not applicable ${rule.id}${rule.reason === undefined ? '' : `: ${rule.reason}`}`), room - 2)
  return lines.map((line, i) => paint(i === 0 ? line : `  ${line}`, 'dim'))
}

function passedLine(rules: readonly RuleVerdict[]): readonly string[] {
  const n = rules.filter(({ outcome }) => outcome === 'passed').length
  return n === 0 ? [] : [`✓ ${counted(n, 'rule')} passed`]
}

/** "waiver of identifier-date in 0003.txt (Ada, until 2026-12-31): used by 1 finding: batch number". */
export function waiverText({
  rule,
  fingerprint,
  document,
  reason,
  owner,
  expires,
  state,
  findings,
}: NonNullable<Verdict['waivers']>[number]): string {
  const of = `${rule} ${document === undefined ? fingerprint : `in ${document}`}`
  const said =
    state === 'unused'
      ? 'unused, remove it'
      : state === 'expired'
        ? `expired, ${counted(findings, 'finding')} count again`
        : `covers ${counted(findings, 'finding')}`
  return `waiver of ${of} (${owner}, until ${expires}): ${said}: ${reason}`
}

/** What the baseline was and what moved. */
export function baselineLines({ baseline }: Verdict): readonly string[] {
  if (!baseline) return []
  const { newFindings: fresh, goneFindings: gone } = baseline
  return [
    `Held against a baseline of ${counted(baseline.documents, 'document')}${fresh === null || gone === null ? '' : `: ${counted(fresh, 'new finding')}, ${gone} gone`}.`,
  ]
}

const exitLine = (exit: Verdict['exit']): string =>
  exit === 0 ? 'Exit code 0.' : exit === 1 ? 'Exit code 1: a rule failed.' : 'Exit code 3: something required could not be measured.'

const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`
