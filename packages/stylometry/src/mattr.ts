import { type Analysis, perDocument } from '@corpuscope/core'
import { type Repeats, repeats, repeatsOf } from './repeats.ts'

/**
 * Moving-average type-token ratio: how many of the words in a window are different, whatever the length of the text.
 *
 * @param window  words a window, a whole number, 1 or more
 */
export function mattr({ window }: { readonly window: number }): Analysis<null> {
  if (!Number.isInteger(window) || window < 1)
    throw new RangeError(`mattr: window must be a whole number of words, 1 or more, but got ${window}`)
  return perDocument({
    id: `mattr-${window}`,
    title: `Lexical diversity (MATTR, ${window} words)`,
    unit: 'ratio',
    range: [0, 1],
    direction: 'descriptive',
    definition: `Mean over documents of the mean, over all windows of ${window} consecutive words, of different words / ${window}. A document of fewer than ${window} words has no window and is left out: shrinking the window instead would reward short notes.`,
    source: {
      text: 'Covington & McFall 2010, Journal of Quantitative Linguistics 17(2):94-100',
      url: 'https://doi.org/10.1080/09296171003643098',
    },
    of: (document) => movingRatio(repeats(document), window),
    leftOut: `fewer than ${window} words`,
  })
}

/**
 * Mean type-token ratio over all windows.
 *
 * @param types   type index of each word, 0 to `typeCount` - 1
 * @param window  words a window, 1 or more
 * @returns       1 / window to 1; null when there are fewer words than the window
 * @example movingTypeTokenRatio([0, 0, 1], 2, 2) // (1 / 2 + 1) / 2
 */
export const movingTypeTokenRatio = (types: ArrayLike<number>, typeCount: number, window: number): number | null =>
  movingRatio(repeatsOf(types, typeCount), window)

/** `movingTypeTokenRatio` of a text whose repeats are known: a word is the first of its type in the windows that reach to it and not to the one before. */
export function movingRatio({ previous }: Pick<Repeats, 'previous'>, window: number): number | null {
  const n = previous.length
  if (n < window) return null
  const lastStart = n - window
  // The sum of whole numbers is exact; one division at the end rounds once. The lesser of two numbers is found by the sign of their difference:
  // how far a word stands from the one before it is nothing that a processor foresees.
  let sum = 0
  for (let i = 0; i <= lastStart; i++) {
    const beyond = i - previous[i]! - window
    sum += window + (beyond & (beyond >> 31))
  }
  // Behind the start of the last window, words are in fewer windows.
  for (let i = lastStart + 1; i < n; i++) {
    const windows = lastStart - Math.max(previous[i]!, i - window)
    sum += windows & ~(windows >> 31)
  }
  return sum / (window * (n - window + 1))
}
