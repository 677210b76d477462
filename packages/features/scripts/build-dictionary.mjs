/**
 * Compiles the English dictionaries of hunspell (American, British, Australian; derived from SCOWL, licence in licences/SCOWL.txt) to one
 * automaton, src/dictionary-en.generated.ts: every form spelled with the letters a to z alone, lower-cased.
 *
 *     node packages/features/scripts/build-dictionary.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)
const packages = {
  'dictionary-en': require.resolve('dictionary-en'),
  'dictionary-en-gb': require.resolve('dictionary-en-gb'),
  'dictionary-en-au': require.resolve('dictionary-en-au'),
}

/** Rules by flag: what is stripped, what is added, on which stems; whether it combines with rules of the other side. */
function readAffixes(text) {
  const rules = new Map()
  for (const line of text.split('\n')) {
    const [kind, flag, strip, add, condition] = line.trim().split(/\s+/)
    if (kind !== 'PFX' && kind !== 'SFX') continue
    if (condition === undefined) rules.set(flag, { prefix: kind === 'PFX', cross: strip === 'Y', entries: [] })
    else {
      const pattern = new RegExp(kind === 'PFX' ? `^${condition}` : `${condition}$`)
      const [added] = add.split('/')
      rules.get(flag).entries.push({ strip: strip === '0' ? '' : strip, add: added === '0' ? '' : added, pattern })
    }
  }
  return rules
}

function* formsOf(stem, flags, rules) {
  yield stem
  const suffixed = []
  const apply = (word, { prefix, entries }) =>
    entries
      .filter(({ pattern, strip }) => pattern.test(word) && (prefix ? word.startsWith(strip) : word.endsWith(strip)))
      .map(({ strip, add }) => (prefix ? add + word.slice(strip.length) : word.slice(0, word.length - strip.length) + add))
  for (const flag of flags) {
    const rule = rules.get(flag)
    if (rule && !rule.prefix) for (const form of apply(stem, rule)) suffixed.push([form, rule.cross])
  }
  for (const [form] of suffixed) yield form
  for (const flag of flags) {
    const rule = rules.get(flag)
    if (!rule?.prefix) continue
    yield* apply(stem, rule)
    if (rule.cross) for (const [form, cross] of suffixed) if (cross) yield* apply(form, rule)
  }
}

const words = new Set()
for (const path of Object.values(packages)) {
  const folder = dirname(path)
  const rules = readAffixes(readFileSync(join(folder, 'index.aff'), 'utf8'))
  for (const line of readFileSync(join(folder, 'index.dic'), 'utf8').split('\n').slice(1)) {
    const [stem, flags = ''] = line.trim().split('/')
    // Proper names are known words too: whoever writes one in lower case has not misspelled it.
    for (const form of formsOf(stem, flags, rules)) if (/^[A-Za-z]+$/.test(form)) words.add(form.toLowerCase())
  }
}

// Minimal automaton by merging equal right languages of sorted words (Daciuk et al. 2000).
const register = new Map()
const node = () => ({ edges: [], final: false })
const root = node()
const signature = (state) => `${state.final ? 1 : 0}${state.edges.map(([letter, target]) => `${letter}${target.number}`).join(',')}`
let numbered = 0
function settle(state) {
  const edge = state.edges.at(-1)
  if (!edge) return
  const child = edge[1]
  if (child.number !== undefined) return
  settle(child)
  const key = signature(child)
  const known = register.get(key)
  if (known) edge[1] = known
  else {
    child.number = numbered++
    register.set(key, child)
  }
}
for (const word of [...words].sort()) {
  let state = root
  let at = 0
  while (at < word.length && state.edges.at(-1)?.[0] === word[at]) {
    state = state.edges.at(-1)[1]
    at++
  }
  settle(state)
  for (; at < word.length; at++) {
    const next = node()
    state.edges.push([word[at], next])
    state = next
  }
  state.final = true
}
settle(root)

// Edge: letter (5 bits), word ends here (1), last of its state (1), first edge of the state it leads to (25; 0 for none).
const first = new Map()
const order = [root]
let edges = 1
for (let i = 0; i < order.length; i++) {
  const state = order[i]
  if (first.has(state) || state.edges.length === 0) continue
  first.set(state, edges)
  edges += state.edges.length
  for (const [, target] of state.edges) if (!first.has(target)) order.push(target)
}
const packed = new Uint32Array(edges)
for (const [state, from] of first)
  state.edges.forEach(([letter, target], i) => {
    packed[from + i] =
      (letter.charCodeAt(0) - 96) | (target.final ? 32 : 0) | (i === state.edges.length - 1 ? 64 : 0) | ((first.get(target) ?? 0) << 7)
  })

const text = Buffer.from(packed.buffer).toString('base64')
writeFileSync(
  new URL('../src/dictionary-en.generated.ts', import.meta.url),
  `// Written by scripts/build-dictionary.mjs from ${Object.keys(packages).join(', ')}: ${words.size} forms in ${edges} edges.
// Derived from SCOWL, copyright 2000-2018 by Kevin Atkinson and others; licence in licences/SCOWL.txt.
export const edges =
  '${text}'
`,
)
console.log(`${words.size} forms, ${edges} edges, ${text.length} characters`)
