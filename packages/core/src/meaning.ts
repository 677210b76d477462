import type { Estimate, Measure } from './measure.ts'
import { given } from './number-text.ts'
import type { Verdict } from './verdict.ts'

/** What a number means: one word, and a sentence. `tone` decides colour and order, never alone. */
export interface Meaning {
  readonly status: string
  readonly tone: 'bad' | 'far' | 'good' | 'plain' | 'absent'
  readonly words: string
}

/**
 * A measured value read against its reference, or the noise floor when it has none; a policy's word about it comes first.
 * An interval that leaves the reference out is called different, never good or bad, unless the measure says which way is better.
 */
export function meaningOf(measure: Measure, estimate: Estimate, verdict?: Verdict): Meaning {
  if (estimate.value === null) return { status: 'not measured', tone: 'absent', words: estimate.reason ?? '' }
  const read = against(measure, estimate, estimate.value)
  const rules = verdict?.rules.filter((rule) => rule.measure === measure.id) ?? []
  const broken = rules.find((rule) => rule.outcome === 'failed' || rule.outcome === 'error')
  if (broken)
    return {
      status: broken.severity === 'error' ? 'fails the policy' : 'policy warning',
      tone: 'bad',
      words: policyWords(broken, measure, read),
    }
  const kept = rules.find((rule) => rule.outcome === 'passed')
  return kept ? { ...read, status: 'passes the policy', tone: 'good', words: policyWords(kept, measure, read) } : read
}

// That there is nothing to read a number against is no longer true once a policy names a bound.
const policyWords = (rule: VerdictRule, measure: Measure, read: Meaning): string =>
  `The policy asks for ${expectedOf(rule, measure)}.${read.tone === 'plain' ? '' : ` ${read.words}`}`

type VerdictRule = Verdict['rules'][number]

/** What a rule asks for, a bound of a share as per cent, as the page shows the value. @example "at most 2 %" */
export function expectedOf({ expected }: Pick<VerdictRule, 'expected'>, measure: Measure | undefined): string {
  const bound = /^(at most|at least) (\d+(?:\.\d+)?)$/.exec(expected)
  return measure?.unit === 'share' && bound ? `${bound[1]} ${given(Number(bound[2]), 'share')}` : expected
}

function against(measure: Measure, { interval, reference, floor, floor95 }: Estimate, value: number): Meaning {
  const { unit, direction } = measure
  if (reference !== undefined) {
    const named = `its reference, ${given(reference, unit)}`
    if (interval && interval[0] <= reference && reference <= interval[1])
      return { status: 'as its reference', tone: 'good', words: `Not told apart from ${named}: the interval includes it.` }
    if (!interval || value === reference)
      return {
        status: 'measured',
        tone: 'plain',
        words: `${value === reference ? 'Equal to' : value > reference ? 'Above' : 'Below'} ${named}; without an interval.`,
      }
    const side = value > reference ? 'above' : 'below'
    const better = direction === 'higher' ? side === 'above' : direction === 'lower' ? side === 'below' : undefined
    return {
      status: better === undefined ? `${side} its reference` : better ? 'better than its reference' : 'worse than its reference',
      tone: better ? 'good' : 'far',
      words: `${side === 'above' ? 'Above' : 'Below'} ${named}, which the interval leaves out.`,
    }
  }
  if (floor !== undefined) {
    const rarely = floor95 === undefined ? '' : `, and more than ${given(Number(floor95.toPrecision(3)), unit)} in one case of 20`
    const noise = `sampling noise alone gives about ${given(Number(floor.toPrecision(3)), unit)} at this size${rarely}`
    // The floor is what the value would be by chance, so the value is held against it; the interval is about the truth behind it.
    const beyond = floor95 === undefined ? (interval ? interval[0] > floor : value > floor) : value > floor95
    const times = beyond && floor > 0 ? `: the value is ${given(Number((value / floor).toPrecision(2)), 'ratio')} times that` : ''
    return beyond
      ? { status: 'beyond noise', tone: 'far', words: `More than chance: ${noise}${times}.` }
      : { status: 'within noise', tone: 'good', words: `No more than chance would give: ${noise}.` }
  }
  return { status: 'measured', tone: 'plain', words: directions[direction] }
}

const directions: Record<Measure['direction'], string> = {
  higher: 'Higher is better; there is nothing here to read it against.',
  lower: 'Lower is better; there is nothing here to read it against.',
  near: 'It is best near a reference, and none was given.',
  descriptive: 'It describes the corpus; no value is better than another.',
}
