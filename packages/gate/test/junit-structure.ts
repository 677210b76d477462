/** An element of an XML text, in the order of opening. */
export interface Element {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly parent: string | null
}

const entity = /&(?:amp|lt|gt|quot|apos);/g
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/

/** A strict reader of the little XML that we write: throws for what is not well formed. */
export function elementsOf(text: string): readonly Element[] {
  if (forbidden.test(text) || /\p{Cs}/u.test(text)) throw new Error('a character that XML cannot hold')
  const found: Element[] = []
  const open: string[] = []
  const body = text.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '')
  const token = /<(\/?)([A-Za-z][\w-]*)((?:\s+[A-Za-z][\w:-]*="[^"<]*")*)\s*(\/?)>|([^<]+)/gy
  let at = 0
  while (at < body.length) {
    token.lastIndex = at
    const match = token.exec(body)
    if (!match) throw new Error(`not well formed at ${at}: ${body.slice(at, at + 40)}`)
    at = token.lastIndex
    const [whole, closing, name, attributes = '', empty, words] = match
    if ((words ?? attributes).replace(entity, '').includes('&')) throw new Error('a bare ampersand')
    if (words !== undefined) {
      if (open.length === 0 && words.trim() !== '') throw new Error('text outside the root')
      continue
    }
    if (closing) {
      if (open.pop() !== name) throw new Error(`${whole} closes another element`)
      continue
    }
    const pairs = [...attributes.matchAll(/([A-Za-z][\w:-]*)="([^"]*)"/g)].map(([, key, value]) => [key!, value!] as const)
    if (new Set(pairs.map(([key]) => key)).size < pairs.length) throw new Error('an attribute twice')
    found.push({ name: name!, attributes: new Map(pairs), parent: open.at(-1) ?? null })
    if (!empty) open.push(name!)
  }
  if (open.length > 0) throw new Error(`${open.at(-1)} is not closed`)
  return found
}

/**
 * The schema by which Jenkins' xUnit plugin takes JUnit reports, transcribed: every element with the places it may stand in and its
 * attributes, `required` and others. All attributes are strings there; `time` is a number of seconds.
 *
 * @see junit-10.xsd (MIT licence, 2014, G. Boissinot), jenkinsci/xunit-plugin at 031e285e,
 *   src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd
 */
const structure: Readonly<Record<string, { in: readonly (string | null)[]; required: readonly string[]; optional: readonly string[] }>> = {
  testsuites: { in: [null], required: [], optional: ['name', 'time', 'tests', 'failures', 'errors'] },
  testsuite: {
    in: [null, 'testsuites', 'testsuite'],
    required: ['name', 'tests', 'failures', 'errors'],
    optional: ['group', 'time', 'skipped', 'timestamp', 'hostname', 'id', 'package', 'file', 'log', 'url'],
  },
  properties: { in: ['testsuite'], required: [], optional: [] },
  property: { in: ['properties'], required: ['name', 'value'], optional: [] },
  testcase: { in: ['testsuite'], required: ['name'], optional: ['time', 'classname', 'group'] },
  skipped: { in: ['testcase'], required: [], optional: ['type', 'message'] },
  error: { in: ['testcase'], required: [], optional: ['type', 'message'] },
  failure: { in: ['testcase'], required: [], optional: ['type', 'message'] },
  'system-out': { in: ['testcase', 'testsuite', 'rerun'], required: [], optional: [] },
  'system-err': { in: ['testcase', 'testsuite', 'rerun'], required: [], optional: [] },
}
const seconds = /^(([0-9]{0,3},)*[0-9]{3}|[0-9]{0,3})*(\.[0-9]*)?$/

/** What is wrong with a JUnit file; nothing when it is right. */
export function junitProblems(text: string): readonly string[] {
  let elements: readonly Element[]
  try {
    elements = elementsOf(text)
  } catch (error) {
    return [String(error)]
  }
  const problems = elements.flatMap(({ name, attributes, parent }) => {
    const known = structure[name]
    if (!known) return [`no element ${name}`]
    return [
      ...(known.in.includes(parent) ? [] : [`${name} in ${parent}`]),
      ...known.required.filter((key) => !attributes.has(key)).map((key) => `${name} without ${key}`),
      ...[...attributes.keys()].filter((key) => ![...known.required, ...known.optional].includes(key)).map((key) => `${name} with ${key}`),
    ]
  })
  for (const { name, attributes } of elements)
    if (!seconds.test(attributes.get('time') ?? '')) problems.push(`${name} with a time of ${attributes.get('time')}`)
  const suites = elements.filter(({ name }) => name === 'testsuite')
  for (const [attribute, element] of [
    ['tests', 'testcase'],
    ['failures', 'failure'],
    ['errors', 'error'],
    ['skipped', 'skipped'],
  ] as const)
    if (sum(suites.map(({ attributes }) => Number(attributes.get(attribute)))) !== elements.filter(({ name }) => name === element).length)
      problems.push(`${attribute} miscounts`)
  return problems
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
