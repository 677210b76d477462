import type { Finding } from '@corpuscope/core'
import type { JudgedFinding } from '../findings.ts'
import { brokenRules, pathOf, type Reported, sentenceOf, uriOf } from './reported.ts'

/** GitHub shows the first 5,000 results of a run and refuses more than 25,000. */
const mostResults = 5000
/** GitHub takes 20 runs in a file. */
const mostRuns = 20
const levels = { error: 'error', warning: 'warning', note: 'note' } as const

/**
 * A verdict and its findings as a SARIF 2.1.0 log: broken rules first, then findings, graver ones first. Documents are files below
 * `corpusPath`; evidence is left out.
 *
 * @see OASIS SARIF 2.1.0; size limits: GitHub, "SARIF support for code scanning"
 */
export function sarifLog(all: readonly Reported[]): string {
  const runs = all.slice(0, mostRuns).map((reported) => runOf(reported, Math.floor(mostResults / Math.min(all.length, mostRuns))))
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs }, null, 1)}\n`
}

function runOf(reported: Reported, most: number): object {
  const { verdict, audit, findings, version, name } = reported
  const broken = brokenRules(verdict)
  const grave = (finding: Finding) => Object.keys(levels).indexOf(finding.severity)
  const sorted = [...findings].sort((a, b) => grave(a.finding) - grave(b.finding))
  const room = Math.max(0, most - broken.length)
  const kept = sorted.slice(0, room)
  const measures = new Map(audit.measures.map((measure) => [measure.id, measure]))
  const rules = new Map<string, unknown>()
  for (const { id, measure } of broken) {
    const about = measures.get(measure ?? '')
    rules.set(`gate/${id}`, {
      id: `gate/${id}`,
      shortDescription: { text: about?.title ?? id },
      fullDescription: { text: about?.definition ?? `A rule of the policy: ${id}.` },
    })
  }
  for (const { id, title, definition, severity } of audit.rules)
    rules.set(id, {
      id,
      shortDescription: { text: title },
      fullDescription: { text: definition },
      defaultConfiguration: { level: levels[severity] },
    })
  for (const { finding } of kept)
    if (!rules.has(finding.rule)) rules.set(finding.rule, { id: finding.rule, shortDescription: { text: finding.rule } })
  const indexOf = new Map([...rules.keys()].map((id, i) => [id, i]))
  const results = [
    ...broken.slice(0, most).map((rule) => ({
      ruleId: `gate/${rule.id}`,
      ruleIndex: indexOf.get(`gate/${rule.id}`),
      level: levels[rule.severity],
      message: { text: `${rule.id}: ${sentenceOf(rule)}` },
      locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(pathOf(null, {})) } } }],
      partialFingerprints: { 'corpuscopeRule/v1': rule.id },
    })),
    ...kept.map((judged) => resultOf(judged, indexOf.get(judged.finding.rule)!, reported)),
  ]
  const left = findings.length - kept.length
  return {
    tool: { driver: { name: 'corpuscope', semanticVersion: version, rules: [...rules.values()] } },
    // Runs of one file are told apart by this name.
    automationDetails: { id: `corpuscope/gate/${name === undefined ? '' : `${uriOf(name)}/`}` },
    invocations: [
      {
        executionSuccessful: verdict.exit !== 3,
        exitCode: verdict.exit,
        ...(left > 0 && {
          toolExecutionNotifications: [
            { level: 'warning', message: { text: `${left} findings are left out here; all of them are in findings.parquet.` } },
          ],
        }),
      },
    ],
    columnKind: 'utf16CodeUnits',
    results,
  }
}

function resultOf({ finding, isNew, waiver }: JudgedFinding, ruleIndex: number, reported: Reported): object {
  const { document, span, line } = finding
  const region =
    line !== undefined
      ? { startLine: line }
      : span !== undefined
        ? { charOffset: span.start, charLength: span.end - span.start }
        : undefined
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: levels[finding.severity],
    message: { text: finding.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(pathOf(document ?? finding.file ?? null, reported)) },
          ...(region && { region }),
        },
      },
    ],
    partialFingerprints: { 'corpuscopeFinding/v1': finding.fingerprint },
    ...(isNew !== undefined && { baselineState: isNew ? 'new' : 'unchanged' }),
    ...(waiver && {
      suppressions: [
        { kind: 'external', status: 'accepted', justification: `${waiver.reason} (${waiver.owner}, until ${waiver.expires})` },
      ],
    }),
  }
}
