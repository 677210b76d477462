import { didYouMean, type Reference } from '@corpuscope/core'

/** Longer labels, or more different ones, are likely text and not categories: they are counted and not shown. */
const longestShown = 64
const mostDistinct = 200
const mostShown = 3

/**
 * One sentence on labels that are no category of the reference: how many documents, which labels, what was perhaps meant.
 *
 * @param unmatched  label -> documents; not empty
 * @param distinct   different labels in the corpus, matched ones too
 */
export function unmatchedSentence(unmatched: ReadonlyMap<string, number>, distinct: number, reference: Reference): string {
  const documents = [...unmatched.values()].reduce((sum, count) => sum + count, 0)
  const ranked = [...unmatched].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  const begin = `${unmatched.size === 1 ? 'a label' : `${unmatched.size} labels`} of ${count(documents)}`
  const remedy = 'Correct the labels, or give a reference whose categories or aliases hold them.'
  const sentence = `${begin} ${unmatched.size === 1 ? 'is' : 'are'} no category of ${reference.id}`
  if (distinct > mostDistinct) return `${sentence}; the field has ${distinct} different values, so it is perhaps not the label. ${remedy}`
  const known = reference.categories.flatMap(({ id, aliases }) => [id, ...aliases])
  const shown = ranked.slice(0, mostShown).map(([label, times]) => {
    if (label.length >= longestShown) return `a label of ${label.length} characters (${count(times)})`
    const meant = didYouMean(label, known)
    return `"${label}" (${count(times)}${meant === undefined ? '' : `; did you mean "${meant}"?`})`
  })
  const more = ranked.length > mostShown ? `; and ${ranked.length - mostShown} more` : ''
  return `${sentence}: ${shown.join('; ')}${more}. ${remedy}`
}

const count = (documents: number): string => (documents === 1 ? '1 document' : `${documents} documents`)
