import { isBroken, type Reported, sentenceOf } from './reported.ts'

/**
 * A verdict as JUnit XML: a test case a rule. JUnit knows no warnings: a broken rule that only warns is a passed case that says so.
 *
 * @see the schema that Jenkins' xUnit plugin publishes, junit-10.xsd
 */
export function junitXml({ verdict }: Reported): string {
  const grave = verdict.rules.filter(({ severity }) => severity === 'error')
  const of = (outcome: string) => grave.filter((rule) => rule.outcome === outcome).length
  const skipped = verdict.rules.filter(({ outcome }) => outcome === 'not applicable').length
  const counts = `tests="${verdict.rules.length}" failures="${of('failed')}" errors="${of('error')}"`
  const cases = verdict.rules.map((rule) => {
    const open = `  <testcase classname="corpuscope.gate" name="${xml(rule.id)}"`
    const look = (rule.look ?? []).map(({ document, message }) => `\n${document ?? 'the input'}: ${message}`).join('')
    if (rule.outcome === 'not applicable') return `${open}>\n   <skipped message="${xml(rule.reason ?? '')}"/>\n  </testcase>`
    if (!isBroken(rule)) return `${open}/>`
    if (rule.severity === 'warning')
      return `${open}>\n   <system-out>${xml(`warning: ${sentenceOf(rule)}${look}`)}</system-out>\n  </testcase>`
    const tag = rule.outcome === 'error' ? 'error' : 'failure'
    return `${open}>\n   <${tag} message="${xml(sentenceOf(rule))}" type="${xml(rule.outcome)}">${xml(`${sentenceOf(rule)}${look}`)}</${tag}>\n  </testcase>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="corpuscope" ${counts}>
 <testsuite name="corpuscope gate" ${counts} skipped="${skipped}">
${cases.join('\n')}
 </testsuite>
</testsuites>
`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** Text inside XML 1.0: what it cannot hold even escaped, control characters and lone surrogates, becomes U+FFFD. */
export const xml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character]!)
