import { type Analysis, type Document, fingerprint } from '@corpuscope/core'
import { wordClass, wordFacts } from '@corpuscope/features'
import { type HashTable, hashTable } from '@corpuscope/statistics'
import { sentences, unitsOf, words } from '@corpuscope/text'
import { isCapital, isUpperCase } from './character-kinds.ts'
import { familiarForms } from './familiar-forms.ts'
import { groupedEstimates } from './grouped.ts'
import { notedProse, proseCounts, unlessMostlyLines } from './readability.ts'
import { daleChall as formula } from './readability-formulas.ts'
import { readabilityMeasure } from './readability-measures.ts'

const id = 'dale-chall'
const noted = 'dale-chall.prose'

const base = readabilityMeasure({
  id,
  title: 'Dale-Chall',
  unit: 'school years',
  source: 'Dale & Chall 1948, Educational Research Bulletin 27(1):11-20 and 27(2):37-54',
  language: 'en',
  formula: () => 0,
})

const measure = {
  ...base,
  definition: `${base.definition} 0.1579 x the words of a hundred that are not familiar + 0.0496 x the words a sentence, + 3.6365 where more than 5 of a hundred are not. Familiar are the words of the list that was given (--dale-chall-words), their regular plurals, possessives and verb forms (-s, -ed, -ing, -n), comparatives (-er, -est) and adverbs (-ly), and names: words with a capital within a sentence. Not measured without a list: that of the authors is not free.`,
}

/**
 * The readability formula of Dale & Chall, with the list of familiar words that the user brings.
 *
 * @param list  the familiar words, lower-cased, one a line
 */
export function daleChallReadability(list: string): Analysis<null> {
  const familiar = familiarForms(new Set(list.split('\n')))
  const known = hashTable.create()
  const print = fingerprint(id, '', list)
  const instrument = `dale-chall-words@${print}`
  return {
    id,
    measures: [(({ leftOut: _, ...own }) => own)(measure)],
    create: () => null,
    observe(_, document) {
      const counts = wordFacts(document).language === 'en' ? proseCounts(document) : undefined
      return {
        values: { [id]: counts ? formula(counts, unfamiliarWords(document, familiar, known)) : null },
        lists: { [noted]: notedProse(document, counts !== undefined) },
      }
    },
    merge: () => undefined,
    conclude(_, context) {
      const [estimate] = groupedEstimates([measure], context)
      return {
        estimates: [{ ...unlessMostlyLines(estimate!, noted, 'en', context), instrument }],
        instruments: [
          { id: 'dale-chall-words', title: `Familiar words given by the user, ${list.split('\n').length} of them`, fingerprint: print },
        ],
      }
    },
  }
}

/** Words without digits that are neither familiar nor names; `known` remembers what was asked, by a word's hash. */
function unfamiliarWords(document: Document, familiar: (word: string) => boolean, known: HashTable): number {
  const { count, starts, ends, types, hashes, word } = words(document)
  const { classes } = wordFacts(document)
  const strange = new Uint8Array(hashes.length)
  for (let type = 0; type < hashes.length; type++) {
    if ((classes[type]! & wordClass.digit) !== 0) continue
    let is = hashTable.get(known, hashes[type]!)
    if (is < 0) hashTable.set(known, hashes[type]!, (is = familiar(word(type)) ? 1 : 0))
    strange[type] = 1 - is
  }
  const spans = sentences(document)
  const units = unitsOf(document.text)
  let unfamiliar = 0
  let at = 0
  for (let s = 0; s < spans.count; s++) {
    const first = at
    for (; at < count && starts[at]! < spans.ends[s]!; at++) {
      if (strange[types[at]!] === 0) continue
      const isName = at > first && isCapital(units[starts[at]!]!) && !isUpperCase(units, starts[at]!, ends[at]!)
      if (!isName) unfamiliar++
    }
  }
  return unfamiliar
}
