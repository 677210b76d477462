import { type Audit, printable, type Verdict } from '@corpuscope/core'
import type { JudgedFinding } from '../findings.ts'

/** What the outputs of a gate are made from. */
export interface Reported {
  readonly verdict: Verdict
  readonly audit: Audit
  /** Every finding at hand, with what baseline and waivers say of it. */
  readonly findings: readonly JudgedFinding[]
  /** What the audit is called, where several are judged by one policy. */
  readonly name?: string
  /** Version of the program. */
  readonly version: string
  /** Folder of the corpus inside the repository, so that a finding in `0001.txt` is shown at `notes/0001.txt`. */
  readonly corpusPath?: string
}

type RuleVerdict = Verdict['rules'][number]

export const isBroken = ({ outcome }: RuleVerdict): boolean => outcome === 'failed' || outcome === 'error'

/** Broken rules, those that decide the exit code first. */
export const brokenRules = ({ rules }: Verdict): readonly RuleVerdict[] => {
  const grave = (rule: RuleVerdict) => (rule.severity === 'error' ? 0 : 1)
  return rules.filter(isBroken).sort((a, b) => grave(a) - grave(b))
}

/** "expected at most 0.01, found 0.034 (0.02 to 0.05): the reason". */
export const sentenceOf = ({ expected, actual, reason }: RuleVerdict): string =>
  printable(`expected ${expected}, found ${actual}${reason === undefined ? '' : `: ${reason}`}`)

/** "Gate failed: near-duplicate-share, findings/error". */
export function titleOf(verdict: Verdict): string {
  if (verdict.exit === 0) return 'Gate passed'
  const names = brokenRules(verdict).flatMap(({ id, severity }) => (severity === 'error' ? [id] : []))
  return `Gate ${verdict.exit === 3 ? 'could not judge' : 'failed'}: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`
}

/** Where a finding is shown: a path that cannot leave the repository, whatever the document is called. */
export function pathOf(document: string | null, { corpusPath }: Pick<Reported, 'corpusPath'>): string {
  const parts = `${corpusPath ?? ''}/${document ?? 'audit.json'}`.split(/[/\\]/)
  const path = parts.filter((part) => part !== '' && part !== '.' && part !== '..').join('/')
  return path === '' ? 'audit.json' : path
}

/** The same as the path of a URI. */
export const uriOf = (path: string): string =>
  path
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')))
    .join('/')
