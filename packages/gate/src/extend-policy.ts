import { ConfigError, type Policy, type PolicyInput, policySchema, suggestion } from '@corpuscope/core'
import { presetById, presetIds } from './presets.ts'

/** Reads what a policy extends and is no preset: a file beside it. */
export type ReadPolicy = (path: string) => Promise<PolicyInput>

const deepest = 8

/**
 * A policy with all that it extends: presets and files come first, in their order, and the policy's own rules replace theirs, rule
 * by rule and key by key.
 *
 * @param read  for names that contain a dot or a slash
 * @param name  of the audit: what the policy says for it under `audits` comes on top
 * @throws ConfigError for what does not exist, or extends itself
 */
export async function extendedPolicy({ audits = {}, ...policy }: PolicyInput, read: ReadPolicy = noFiles, name?: string): Promise<Policy> {
  const shared = await flattened(policy, read, [])
  const own = name !== undefined && Object.hasOwn(audits, name) ? audits[name] : undefined
  return policySchema.parse(own ? merged(shared, await flattened(own, read, [])) : shared)
}

async function flattened(
  { extends: names = [], audits: _, ...own }: PolicyInput,
  read: ReadPolicy,
  path: readonly string[],
): Promise<PolicyInput> {
  let base: PolicyInput = {}
  for (const name of typeof names === 'string' ? [names] : names) {
    if (path.includes(name))
      throw new ConfigError(`gate.extends: ${[...path, name].join(' extends ')}, which is a circle. Remove one of them.`)
    if (path.length >= deepest) throw new ConfigError(`gate.extends: more than ${deepest} policies deep. Write the rules out.`)
    const parent = presetById(name)?.policy ?? (/[./\\]/.test(name) ? await read(name) : undefined)
    if (!parent)
      throw new ConfigError(
        `gate.extends: there is no preset "${name}".${suggestion(name, presetIds)} Known: ${presetIds.join(', ')}; a file has a path such as ./release.yaml.`,
      )
    base = merged(base, await flattened(parent, read, [...path, name]))
  }
  return merged(base, own)
}

function merged(base: PolicyInput, own: PolicyInput): PolicyInput {
  return {
    measures: rulesOf(base.measures, own.measures),
    findings: rulesOf(base.findings, own.findings),
    required: [...new Set([...(base.required ?? []), ...(own.required ?? [])])],
    ratchet: { ...base.ratchet, ...own.ratchet },
    waivers: [...(base.waivers ?? []), ...(own.waivers ?? [])],
  }
}

function rulesOf<Rule extends object>(base: Record<string, Rule> = {}, own: Record<string, Rule> = {}): Record<string, Rule> {
  const rules = new Map(Object.entries(base))
  for (const [id, rule] of Object.entries(own)) rules.set(id, { ...rules.get(id), ...rule })
  return Object.fromEntries(rules)
}

const noFiles: ReadPolicy = (path) => {
  throw new ConfigError(`gate.extends: "${path}" cannot be read here. Extend a preset, or judge with the command.`)
}
