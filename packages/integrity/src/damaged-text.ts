import { type Analysis, type FindingDraft, type Measure, plural, type Rule, shareEstimate } from '@corpuscope/core'
import { counts } from '@corpuscope/statistics'

const measure: Measure = {
  id: 'damaged-text-share',
  title: 'Documents with damaged characters',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition:
    'Documents with a replacement character, half a character (a lone surrogate), a control character other than tab and line ends, a noncharacter, or UTF-8 that was read as Windows-1252 ("Ã©" for "é") / documents.',
  source: { text: 'Cc, Cs and noncharacters of the Unicode Standard, version 15, chapter 23' },
}

const damaged: Rule = {
  id: 'damaged-text',
  title: 'Damaged characters',
  severity: 'warning',
  measure: measure.id,
  definition: `${measure.definition.split(' / ')[0]!.replace('Documents', 'A document')}. What stood there is lost, or has to be converted again from its source.`,
}

const turned: Rule = {
  id: 'turned-text',
  title: 'Turned reading direction',
  severity: 'warning',
  definition:
    'The document has characters that override or embed a reading direction (U+202A to U+202E, U+2066 to U+2069): what a person sees is not the order that a program reads.',
}

interface Kind {
  readonly name: string
  readonly what: readonly [one: string, many: string]
  readonly rule: Rule
  readonly pattern: RegExp
}

const lead = '\u0080-\u00bf'
const kinds: readonly Kind[] = [
  { name: 'replacement', what: ['replacement character (U+FFFD)', 'replacement characters (U+FFFD)'], rule: damaged, pattern: /\ufffd/g },
  {
    name: 'surrogate',
    what: ['half a character', 'halves of characters'],
    rule: damaged,
    pattern: /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
  },
  {
    name: 'control',
    what: ['control character', 'control characters'],
    rule: damaged,
    pattern: /[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f]/g,
  },
  { name: 'noncharacter', what: ['noncharacter', 'noncharacters'], rule: damaged, pattern: /[\ufdd0-\ufdef\ufffe\uffff]/g },
  {
    name: 'twice encoded',
    what: ['character that was encoded twice', 'characters that were encoded twice'],
    rule: damaged,
    // What Windows-1252 makes of the first bytes of accented letters, of quotation marks and dashes, and of emoji.
    pattern: new RegExp(`[ÂÃ][${lead}]|Ã[ƒ‚„†‡ˆ‰Š‹ŒŽ˜™š›œžŸ]|â€[${lead}™œ“”˜ž]|ðŸ[${lead}‘’“”•–—˜™š›œžŸ]`, 'g'),
  },
  {
    name: 'direction',
    what: ['mark that turns the reading direction', 'marks that turn the reading direction'],
    rule: turned,
    pattern: /[\u202a-\u202e\u2066-\u2069]/g,
  },
]

interface DamageCounts {
  documents: number
  damaged: number
  /** Kind -> characters, and documents with one. */
  readonly characters: Map<string, number>
  readonly documentsOf: Map<string, number>
}

/** Anything beyond tab, line ends and printable ASCII. */
const unusual = /[^\t\n\r\x20-\x7e]/

/** Characters that no author wrote: left by a wrong decoder, a truncated field, a copy out of a terminal. */
export const damagedText = (): Analysis<DamageCounts> => ({
  id: 'damaged-text',
  measures: [measure],
  rules: [damaged, turned],
  create: () => ({ documents: 0, damaged: 0, characters: counts.create(), documentsOf: counts.create() }),
  observe(partial, { text }) {
    partial.documents++
    if (!unusual.test(text)) return undefined
    const findings = kinds.flatMap(({ name, what, rule, pattern }): FindingDraft[] => {
      const places = [...text.matchAll(pattern)]
      const [first] = places
      if (!first) return []
      counts.add(partial.characters, name, places.length)
      counts.add(partial.documentsOf, name)
      const span = { start: first.index, end: first.index + first[0].length }
      return [{ rule: rule.id, severity: rule.severity, message: plural(places.length, ...what), span, identity: name }]
    })
    if (findings.some(({ rule }) => rule === damaged.id)) partial.damaged++
    return { findings }
  },
  merge(partial, other) {
    partial.documents += other.documents
    partial.damaged += other.damaged
    counts.merge(partial.characters, other.characters)
    counts.merge(partial.documentsOf, other.documentsOf)
  },
  conclude: (partial) => ({
    estimates: [shareEstimate(measure, partial.damaged, partial.documents)],
    tables:
      partial.characters.size === 0
        ? []
        : [
            {
              id: 'damaged-text-kinds',
              analysis: 'damaged-text',
              title: 'Characters that no author wrote',
              columns: [{ title: 'Kind' }, { title: 'Characters' }, { title: 'Documents' }],
              rows: kinds.map(({ name, what }) => [what[1], partial.characters.get(name) ?? 0, partial.documentsOf.get(name) ?? 0]),
            },
          ],
  }),
})
