import { isBroken, type Reported, sentenceOf } from './reported.ts'

/**
 * Verdicts as JUnit XML: a suite an audit, a test case a rule. JUnit knows no warnings: a broken rule that only warns is a passed case
 * that says so.
 *
 * @see the schema that Jenkins' xUnit plugin publishes, junit-10.xsd
 */
export function junitXml(all: readonly Reported[]): string {
  const suites = all.map(suite)
  const total = (of: 'tests' | 'failures' | 'errors'): number => suites.reduce((sum, { counts }) => sum + counts[of], 0)
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="corpuscope" tests="${total('tests')}" failures="${total('failures')}" errors="${total('errors')}">
${suites.map(({ text }) => text).join('\n')}
</testsuites>
`
}

function suite({ verdict, name }: Reported) {
  const grave = verdict.rules.filter(({ severity }) => severity === 'error')
  const of = (outcome: string) => grave.filter((rule) => rule.outcome === outcome).length
  const skipped = verdict.rules.filter(({ outcome }) => outcome === 'not applicable').length
  const counts = { tests: verdict.rules.length, failures: of('failed'), errors: of('error') }
  const cases = verdict.rules.map((rule) => {
    const open = `  <testcase classname="corpuscope.gate${name === undefined ? '' : `.${xml(name)}`}" name="${xml(rule.id)}"`
    const look = (rule.look ?? []).map(({ document, message }) => `\n${document ?? 'the input'}: ${message}`).join('')
    if (rule.outcome === 'not applicable') return `${open}>\n   <skipped message="${xml(rule.reason ?? '')}"/>\n  </testcase>`
    if (!isBroken(rule)) return `${open}/>`
    if (rule.severity === 'warning')
      return `${open}>\n   <system-out>${xml(`warning: ${sentenceOf(rule)}${look}`)}</system-out>\n  </testcase>`
    const tag = rule.outcome === 'error' ? 'error' : 'failure'
    return `${open}>\n   <${tag} message="${xml(sentenceOf(rule))}" type="${xml(rule.outcome)}">${xml(`${sentenceOf(rule)}${look}`)}</${tag}>\n  </testcase>`
  })
  const text = ` <testsuite name="corpuscope gate${name === undefined ? '' : `: ${xml(name)}`}" tests="${counts.tests}" failures="${counts.failures}" errors="${counts.errors}" skipped="${skipped}">
${cases.join('\n')}
 </testsuite>`
  return { counts, text }
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** Text inside XML 1.0: what it cannot hold even escaped, control characters and lone surrogates, becomes U+FFFD. */
export const xml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character]!)
