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
 * Elements, their places and attributes as junit-10.xsd has them, the schema of Jenkins' xUnit plugin
 * (jenkinsci/xunit-plugin, src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd), as far as we write them.
 */
const structure: Readonly<Record<string, { in: readonly (string | null)[]; required: readonly string[]; optional: readonly string[] }>> = {
  testsuites: { in: [null], required: [], optional: ['name', 'time', 'tests', 'failures', 'disabled', 'errors'] },
  testsuite: {
    in: ['testsuites'],
    required: ['name', 'tests', 'failures', 'errors'],
    optional: ['time', 'disabled', 'skipped', 'timestamp', 'hostname', 'id', 'package'],
  },
  testcase: { in: ['testsuite'], required: ['name', 'classname'], optional: ['assertions', 'time', 'status'] },
  skipped: { in: ['testcase'], required: [], optional: ['message', 'type'] },
  error: { in: ['testcase'], required: [], optional: ['message', 'type'] },
  failure: { in: ['testcase'], required: [], optional: ['message', 'type'] },
  'system-out': { in: ['testcase', 'testsuite'], required: [], optional: [] },
}

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
  const suite = elements.find(({ name }) => name === 'testsuite')?.attributes
  for (const [attribute, element] of [
    ['tests', 'testcase'],
    ['failures', 'failure'],
    ['errors', 'error'],
    ['skipped', 'skipped'],
  ] as const)
    if (Number(suite?.get(attribute)) !== elements.filter(({ name }) => name === element).length) problems.push(`${attribute} miscounts`)
  return problems
}
