import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type Config, ConfigError, type ConfigInput, configSchema, type PolicyInput, suggestion } from '@corpuscope/core'
import type { z } from 'zod'

const fileName = 'corpuscope.yaml'
/** A policy is a page or two; what is larger is something else, and aliases in it could grow without bound. */
const largestFile = 1 << 20

/** The nearest corpuscope.yaml, from a folder upwards to the repository root. */
function nearest(folder: string): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const file = join(at, fileName)
    if (existsSync(file)) return file
    if (existsSync(join(at, '.git')) || dirname(at) === at) return undefined
  }
}

/**
 * The configuration: what the file says, with what the command line says on top of it.
 *
 * @param file  named by the person; otherwise the nearest one upwards, if there is one
 * @throws ConfigError with file, line and column
 */
export async function loadConfig(file: string | undefined, overrides: ConfigInput = {}): Promise<LoadedConfig> {
  if (file !== undefined && !existsSync(file)) throw new ConfigError(`${file}: no such file. Name another with --config, or leave it out.`)
  const path = file ?? nearest('.')
  const fromFile = path === undefined ? undefined : await readConfig(path)
  const base = (fromFile?.value ?? {}) as ConfigInput
  const merged = {
    ...base,
    ...overrides,
    input: { ...base.input, ...overrides.input },
    ...((base.concepts ?? overrides.concepts) && { concepts: { ...base.concepts, ...overrides.concepts } }),
  }
  const parsed = configSchema.safeParse(merged)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    throw new ConfigError(`${fromFile?.where(issue.path) ?? 'options'}: ${sentence(issue)}`)
  }
  return {
    config: parsed.data,
    gate: base.gate ?? {},
    ...(path !== undefined && { file: path }),
    locate: (message) => (fromFile && path !== undefined ? located(message, fromFile) : message),
  }
}

export interface LoadedConfig {
  readonly config: Config
  readonly file?: string
  /** The policy as it was written, without defaults: what it leaves out, it takes from what it extends. */
  readonly gate: PolicyInput
  /** Puts file, line and column before a sentence that begins with a path, such as `gate.measures.mattr-5O: …`. */
  locate(message: string): string
}

function located(message: string, file: ConfigFile): string {
  const path = /^(gate(?:\.[\w/-]+)+):/.exec(message)?.[1]
  return path === undefined ? message : `${file.at(path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key)))}: ${message}`
}

/** What another policy file says under `gate`. */
export async function loadPolicy(path: string): Promise<PolicyInput> {
  if (!existsSync(path)) throw new ConfigError(`gate.extends: ${path}: no such file.`)
  const { value, where } = await readConfig(path)
  const parsed = configSchema.safeParse(value)
  if (parsed.success) return (value as ConfigInput).gate ?? {}
  const issue = parsed.error.issues[0]!
  throw new ConfigError(`${where(issue.path)}: ${sentence(issue)}`)
}

interface ConfigFile {
  readonly value: unknown
  /** `corpuscope.yaml line 3, column 5: gate.measures` for a path inside the file. */
  where(path: readonly PropertyKey[]): string
  /** The same without the path. */
  at(path: readonly PropertyKey[]): string
}

async function readConfig(path: string): Promise<ConfigFile> {
  const { size } = await stat(path)
  if (size > largestFile) throw new ConfigError(`${path} line 1, column 1: larger than 1 MB. A configuration is a page or two of YAML.`)
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new ConfigError(`${path}: cannot be read (${error.code}).`)
  })
  const { isAlias, isMap, isScalar, LineCounter, parseDocument, visit } = await import('./yaml.ts')
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true })
  const problem = document.errors[0]
  if (problem) {
    const { line, col } = counter.linePos(problem.pos[0])
    throw new ConfigError(`${path} line ${line}, column ${col}: ${problem.message}`)
  }
  const place = (at: number): string => {
    const { line, col } = counter.linePos(at)
    return `${path} line ${line}, column ${col}`
  }
  let firstAlias = 0
  visit(document, (_, node) => {
    if (isAlias(node) && firstAlias === 0) firstAlias = node.range?.[0] ?? 0
    const key = isScalar(node) && node.value === '__proto__' ? node.range?.[0] : undefined
    if (key !== undefined) throw new ConfigError(`${place(key)}: "__proto__" is no name here. Remove it.`)
  })
  const value = toPlain(place(firstAlias), () => document.toJS({ maxAliasCount: 100 }) as unknown)
  const at = (keys: readonly PropertyKey[]): string => {
    for (let depth = keys.length; depth > 0; depth--) {
      const node = document.getIn(keys.slice(0, depth), true) as { range?: readonly number[] } | undefined
      if (node?.range) return place(node.range[0]!)
    }
    return path
  }
  const where = (keys: readonly PropertyKey[]): string => (keys.length === 0 ? path : `${at(keys)}: ${keys.join('.')}`)
  const unknown = unknownKey(value)
  if (unknown) {
    const map = unknown.path.length > 1 ? document.getIn(unknown.path.slice(0, -1), true) : document.contents
    const key = isMap(map)
      ? map.items.map((pair) => pair.key).find((each) => isScalar(each) && each.value === unknown.path.at(-1))
      : undefined
    const found = isScalar(key) && key.range ? place(key.range[0]) : path
    throw new ConfigError(`${found}: ${unknown.path.join('.')}: ${unknown.sentence}`)
  }
  return { value, where, at }
}

function toPlain(where: string, read: () => unknown): unknown {
  try {
    return read() ?? {}
  } catch {
    throw new ConfigError(`${where}: too many aliases. Write the values out.`)
  }
}

function unknownKey(value: unknown): { path: readonly PropertyKey[]; sentence: string } | undefined {
  const parsed = configSchema.safeParse(value)
  const issue = parsed.success ? undefined : parsed.error.issues.find(({ code }) => code === 'unrecognized_keys')
  if (issue?.code !== 'unrecognized_keys') return undefined
  const key = issue.keys[0]!
  return { path: [...issue.path, key], sentence: `no such key.${suggestion(key, knownKeys(issue.path))}` }
}

/** Keys that the schema knows at a path. */
function knownKeys(path: readonly PropertyKey[]): string[] {
  let schema: unknown = configSchema
  for (const key of path) {
    const shape = unwrapped(schema)
    schema = shape.shape?.[String(key)] ?? shape._zod.def.valueType
  }
  return Object.keys(unwrapped(schema).shape ?? {})
}

interface SchemaNode {
  readonly shape?: Record<string, unknown>
  readonly _zod: { readonly def: { readonly innerType?: unknown; readonly valueType?: unknown } }
}

function unwrapped(schema: unknown): SchemaNode {
  let node = schema as SchemaNode
  while (node._zod.def.innerType) node = node._zod.def.innerType as SchemaNode
  return node
}

function sentence(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys')
    return `${issue.path.join('.')}: no such key "${issue.keys[0]}".${suggestion(issue.keys[0]!, knownKeys(issue.path))}`
  return `${issue.path.length > 0 ? `${issue.path.join('.')} ` : ''}${issue.message.replace(/^Invalid input: /, 'is wrong: ')}.`
}
