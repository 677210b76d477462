import type { Note, Reference } from '@corpuscope/core'
import type { Measured } from './case-mix-tables.ts'
import type { CategoryShare } from './category-verdict.ts'

export const percent = (share: number): string => `${Number((share * 100).toFixed(1))}\u00a0%`

export const short = (value: number): string => String(Number(value.toPrecision(3)))

/**
 * Whether the distances are more than chance, in words, and from how many documents on that shows.
 *
 * @param draws  corpora drawn from the reference; null where all outcomes were gone through
 */
export function chanceSentence(distances: readonly Measured[], draws: number | null): string {
  const n = distances[0]!.n
  const parts = distances.flatMap(({ distance, value, chance }) => {
    if (value === null || !chance) return []
    const p = chance.atLeast(value)
    const said = draws !== null && p * (draws + 1) < 1.5 ? `p < ${short(2 / draws)}` : `p = ${short(p)}`
    return [
      {
        p,
        text: `${distance.name} ${short(value)}, by chance ${short(chance.mean)} on average and ${short(chance.q95)} in one case of 20 (${said})`,
      },
    ]
  })
  const differs = parts.filter(({ p }) => p <= 0.05).length
  const verdict =
    differs === parts.length
      ? 'differs from the reference beyond chance'
      : differs === 0
        ? 'cannot be told from the reference at this size'
        : 'differs from the reference beyond chance by one of two distances'
  const { smallest, value } = distances[0]!
  const shows =
    smallest === null
      ? ''
      : ` A total variation of ${short(value!)} shows from about ${smallest} ${smallest === 1 ? 'document' : 'documents'} on.`
  return `The case mix of ${n} labelled ${n === 1 ? 'document' : 'documents'} ${verdict}: ${parts.map(({ text }) => text).join('; ')}.${shows}`
}

/** What stands behind "by chance". */
export const floorNote = (reference: Reference, draws: number | null): Note => ({
  analysis: 'case-mix',
  text: `Chance: ${draws === null ? 'every corpus of this size that could be drawn' : `${draws} corpora of this size drawn`} from ${reference.id}${draws === null ? ', with its probability' : '; means of total variation and the divergences are exact'}. The reference is taken as exact${reference.sampleSize === undefined ? '' : `, although it is itself a sample of ${reference.sampleSize}`}.`,
})

/** Which categories differ beyond chance at this n. */
export function categorySentence(reference: Reference, shares: readonly CategoryShare[]): string {
  const found = shares
    .filter(({ beyondChance }) => beyondChance)
    .sort((a, b) => Math.abs(b.share - b.reference) - Math.abs(a.share - a.reference))
  const named = found
    .slice(0, 10)
    .map(
      ({ category, share, reference: expected }) =>
        `${category} (${share > expected ? 'over' : 'under'}: ${percent(share)} against ${percent(expected)})`,
    )
  const more = found.length > named.length ? `; and ${found.length - named.length} more, in the table` : ''
  const other = reference.remainder !== undefined && found.some(({ category }) => category === reference.remainder)
  const remainder = other ? ` "${reference.remainder}" is the remainder of the reference, not a condition.` : ''
  return found.length === 0
    ? `No single category of ${shares.length} differs beyond chance (Goodman simultaneous intervals, 95 %).`
    : `Beyond chance (Goodman simultaneous intervals, 95 %) ${found.length === 1 ? 'differs' : 'differ'}: ${named.join('; ')}${more}.${remainder}`
}

/** How many categories are shown to be aligned, and by what convention. */
export function toleranceNote(reference: Reference, shares: readonly CategoryShare[], tolerance: number): Note {
  const of = (verdict: CategoryShare['verdict']): number => shares.filter((share) => share.verdict === verdict).length
  const margin = `${short(tolerance * 100)} percentage points of the reference`
  const convention = reference.tolerance === undefined ? ', a convention where the reference names no tolerance' : ', as the reference asks'
  return {
    analysis: 'case-mix',
    text: `Of ${shares.length} categories ${of('aligned')} are shown to lie within ${margin} (two one-sided tests, 5 %${convention}), ${of('over')} are over, ${of('under')} under, and ${of('undecided')} cannot be decided at this size.`,
  }
}

export const denominatorNote = ({ title, denominator }: Reference): Note => ({
  analysis: 'case-mix',
  text: `What ${title} counts: ${denominator}`,
})
