/** The words of a hunspell dictionary: every form that its affix rules make of its stems. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const lines = (file) => readFileSync(file, 'utf8').split(/\r?\n/)

/** How the flags behind a slash are cut: one character each, two (`long`), or numbers between commas (`num`). */
const cutter = (kind) => (flags) => {
  if (kind === 'long') return flags.match(/../gu) ?? []
  return kind === 'num' ? flags.split(',') : [...flags]
}

function readAffixes(file) {
  const rules = new Map()
  const special = {}
  const replaced = []
  let cut = cutter('')
  for (const line of lines(file)) {
    const [kind, ...fields] = line.trim().split(/\s+/)
    if (kind === 'FLAG') cut = cutter(fields[0])
    if (['NEEDAFFIX', 'FORBIDDENWORD', 'ONLYINCOMPOUND', 'CIRCUMFIX'].includes(kind)) special[kind] = fields[0]
    // What is typed -> what the dictionary has in its place.
    if (kind === 'ICONV' && fields.length > 1) replaced.push(fields)
    if (kind !== 'PFX' && kind !== 'SFX') continue
    const [flag, strip, add, condition = '.'] = fields
    if (!rules.has(flag)) {
      rules.set(flag, { prefix: kind === 'PFX', cross: strip === 'Y', entries: [] })
      continue
    }
    const [added, flags = ''] = add.split('/')
    rules.get(flag).entries.push({
      strip: strip === '0' ? '' : strip,
      add: added === '0' ? '' : added,
      pattern: condition === '.' ? undefined : new RegExp(kind === 'PFX' ? `^${condition}` : `${condition}$`, 'u'),
      flags: cut(flags),
    })
  }
  return { rules, special, replaced, cut }
}

function* affixed(word, { prefix, cross, entries }) {
  for (const { strip, add, pattern, flags } of entries) {
    if (prefix ? !word.startsWith(strip) : !word.endsWith(strip)) continue
    if (pattern && !pattern.test(word)) continue
    yield { word: prefix ? add + word.slice(strip.length) : word.slice(0, word.length - strip.length) + add, flags, cross }
  }
}

/**
 * Every form of every stem as it is typed; a form that a dictionary forbids is left out. Suffixes may carry suffixes once, and prefixes; affixes that
 * need each other (circumfixes) make no form.
 *
 * @param folder  of the npm package: `index.aff` and `index.dic`
 */
export function* hunspellForms(folder) {
  const { rules, special, replaced, cut } = readAffixes(join(folder, 'index.aff'))
  // Elided words stand before an apostrophe ("l'examen"): they are cut off where words are looked up.
  for (const [flag, rule] of rules) if (rule.prefix && rule.entries.every(({ add }) => /['’]/.test(add))) rules.delete(flag)
  const hidden = (flags) => flags.some((flag) => [special.NEEDAFFIX, special.ONLYINCOMPOUND, special.CIRCUMFIX].includes(flag))
  const typed = (word) =>
    replaced.reduce((form, [from, to]) => (form.includes(from) ? form.replaceAll(from, to.replaceAll('_', ' ')) : form), word)
  const forbidden = new Set()
  const entries = []
  for (const line of lines(join(folder, 'index.dic')).slice(1)) {
    const [entry] = line.split(/\t| (?=\p{L}{2}:)/u)
    const [stem, flags = ''] = entry.trim().split('/')
    const own = cut(flags)
    if (special.FORBIDDENWORD && own.includes(special.FORBIDDENWORD)) forbidden.add(stem)
    else if (stem !== '') entries.push([stem, own])
  }
  const withPrefixes = function* (form, flags, crossing) {
    yield form
    for (const flag of flags) {
      const rule = rules.get(flag)
      if (rule?.prefix && (!crossing || rule.cross)) for (const each of affixed(form, rule)) if (!hidden(each.flags)) yield each.word
    }
  }
  for (const [stem, flags] of entries) {
    const found = []
    if (!hidden(flags)) found.push(...withPrefixes(stem, flags, false))
    for (const flag of flags) {
      const rule = rules.get(flag)
      if (!rule || rule.prefix) continue
      for (const once of affixed(stem, rule)) {
        const behind = once.cross ? [...flags, ...once.flags] : once.flags
        if (!hidden(once.flags)) found.push(...withPrefixes(once.word, behind, true))
        for (const next of once.flags) {
          const second = rules.get(next)
          if (second && !second.prefix)
            for (const twice of affixed(once.word, second)) found.push(...withPrefixes(twice.word, behind, true))
        }
      }
    }
    for (const form of found) if (!forbidden.has(form)) yield typed(form).normalize('NFC')
  }
}
