/** Endings of regular forms, what stands in their place on the list, and the letters that the word on the list has at least: "bed" is no form of "be". */
const endings: readonly (readonly [ending: string, instead: readonly string[], fewest: number])[] = [
  ['iest', ['y'], 3],
  ['ies', ['y'], 3],
  ['ied', ['y'], 3],
  ['ier', ['y'], 3],
  ['ing', ['', 'e'], 2],
  ['est', ['', 'e'], 3],
  ['ed', ['', 'e'], 3],
  ['er', ['', 'e'], 3],
  ['es', [''], 2],
  ['ly', [''], 3],
  ["'s", [''], 2],
  ['s', [''], 2],
  ['n', [''], 3],
]
const doubling = new Set(['ing', 'ed', 'er', 'est'])

/**
 * Whether a word is familiar: on the list, or a regular form of a word on it. The rules are those of Dale & Chall 1948, Educational Research Bulletin
 * 27(2):37-54, as far as spelling shows them: plurals and possessives of nouns; -s, -ed, -ing and -n of verbs, with a doubled consonant or a dropped e;
 * -er and -est of adjectives; -ly where nothing else is added. The -er that makes a noun (burner), unfamiliar to them, looks alike and passes.
 *
 * @param list  lower-cased words
 * @returns     a function of a lower-cased word
 * @example familiarForms(new Set(['stop']))('stopped') // true
 */
export function familiarForms(list: ReadonlySet<string>): (word: string) => boolean {
  const isForm = (word: string): boolean =>
    list.has(word) ||
    endings.some(([ending, instead, fewest]) => {
      if (!word.endsWith(ending)) return false
      const stem = word.slice(0, -ending.length)
      if (instead.some((end) => stem.length + end.length >= fewest && list.has(stem + end))) return true
      return doubling.has(ending) && stem.length > 3 && stem.at(-1) === stem.at(-2) && list.has(stem.slice(0, -1))
    })
  return (written) => {
    const word = written.replaceAll('\u2019', "'")
    return isForm(word) || (word.endsWith("'s") && isForm(word.slice(0, -2)))
  }
}
