import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { confidentLabels } from '../src/index.ts'

interface Case {
  readonly classes: number
  readonly labels: readonly number[]
  readonly probabilities: readonly number[]
  readonly joint: readonly number[]
  readonly thresholds: readonly number[]
  readonly off_diagonal: readonly number[]
  readonly issues: readonly number[]
}
// Made by vectors/cleanlab_vectors.py.
const { cases } = JSON.parse(readFileSync(new URL('vectors/cleanlab.json', import.meta.url), 'utf8')) as { cases: Case[] }

test.each(cases.map((each) => [each.classes, each] as const))(
  '%d classes: the same joint, thresholds and label errors as cleanlab',
  (_, each) => {
    const { joint, thresholds, other } = confidentLabels(each.labels, each.probabilities, each.classes)
    expect([...joint]).toEqual(each.joint)
    for (const [k, threshold] of thresholds.entries()) expect(threshold).toBeCloseTo(each.thresholds[k]!, 12)
    const found = Array.from(other.keys()).filter((i) => other[i]! >= 0)
    expect(found).toEqual(each.off_diagonal)
    expect(found).toEqual(each.issues)
  },
)
