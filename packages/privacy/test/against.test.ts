import { type Analysis, concludeState, createDocument, createState, obeysTheLaws, observer, type Suite } from '@corpuscope/core'
import { embedding } from '@corpuscope/features'
import { describe, expect, test } from 'vitest'
import {
  attackRisks,
  auc,
  hanleyMcNeil,
  identification,
  membershipInference,
  reappearingIdentifiers,
  reappearingWords,
} from '../src/index.ts'

const features = [embedding({ seed: 1 })]

async function conclude(analysis: Analysis, own: readonly string[], against: readonly string[], holdout: readonly string[] = []) {
  const suite: Suite = {
    id: 'test',
    title: 'Test',
    categories: [{ id: 'privacy', title: 'Privacy', question: 'Who?', analyses: [analysis], headlines: [] }],
    features,
    references: [],
    language: () => 'en',
  }
  const stateOf = (texts: readonly string[], name: string) => {
    const state = createState(suite)
    const observe = observer(suite, state)
    texts.forEach((text, i) => void observe(createDocument({ id: `${name}${i}`, text }), 'test'))
    return state
  }
  const companions = { against: stateOf(against, 'a'), ...(holdout.length > 0 && { holdout: stateOf(holdout, 'h') }) }
  return concludeState(suite, stateOf(own, 's'), { version: '0', seed: 1, options: {}, companions })
}

test('they obey the laws', async () => {
  await obeysTheLaws(reappearingIdentifiers() as Analysis, { beside: true })
  await obeysTheLaws(reappearingWords() as Analysis, { beside: true })
  await obeysTheLaws(membershipInference() as Analysis, { beside: true, features })
  await obeysTheLaws(attackRisks() as Analysis, { beside: true })
})

const trades = ['teacher', 'farmer', 'nurse', 'builder', 'driver', 'chef']
/** A patient whose age, sex, trade, postcode and month follow from a number; numbers far apart have little in common. */
const patientOf = (i: number): string => {
  const at = (step: number): number => Math.imul(i + 11, 2654435761 + step * 40503) >>> 0
  return `${20 + (at(1) % 70)} year old ${at(2) % 2 ? 'woman' : 'man'}, works as a ${trades[at(3) % 6]}. Lives in Dubbo NSW ${2000 + (at(4) % 90)}. Seen on ${1 + (at(5) % 28)}/${1 + (at(6) % 12)}/2023.`
}

test('attacks on the real corpus succeed where the synthetic one repeats its patients, and not where it has its own', async () => {
  const texts = (from: number, n: number): string[] => Array.from({ length: n }, (_, i) => patientOf(from + i))
  const [real, holdout] = [texts(0, 150), texts(5000, 150)]
  const ids = ['singling-out-risk', 'linkability-risk', 'inference-risk']
  const risks = async (own: readonly string[]) => {
    const { audit } = await conclude(attackRisks() as Analysis, own, real, holdout)
    expect(audit.estimates.map(({ measure }) => measure)).toEqual(ids)
    return audit.estimates
  }
  for (const { value, interval } of await risks(real)) {
    expect(value).toBeGreaterThan(0.3)
    expect(interval![0]).toBeGreaterThan(0.2)
  }
  for (const { interval } of await risks(texts(9000, 150))) expect(interval![0]).toBeLessThan(0.05)
  const { audit } = await conclude(attackRisks() as Analysis, real, real.slice(0, 3))
  for (const estimate of audit.estimates) expect(estimate).toMatchObject({ value: null, status: 'not applicable' })
})

test('where age and sex are all that is said, even a copy gives no link away: not applicable rather than 0', async () => {
  const few = (from: number): string[] =>
    Array.from({ length: 150 }, (_, i) => `${30 + 10 * ((from + i) % 3)} year old ${(from + i) % 2 ? 'woman' : 'man'} with a cough.`)
  const { audit } = await conclude(attackRisks() as Analysis, few(1), few(0), few(2))
  expect(audit.estimates.find(({ measure }) => measure === 'linkability-risk')).toMatchObject({
    value: null,
    status: 'not applicable',
    reason: expect.stringContaining('say too little'),
  })
})

test('nobody is named in the real corpus: none can reappear, which is no share of 0', async () => {
  const { audit } = await conclude(reappearingIdentifiers() as Analysis, ['Mr Alan Moore, 0412 887 341.'], ['He coughs.'])
  expect(audit.estimates[0]).toMatchObject({ value: null, status: 'not applicable' })
  const clean = await conclude(reappearingIdentifiers() as Analysis, ['He coughs.'], ['Mr Alan Moore, 0412 887 341.'])
  expect(clean.audit.estimates[0]).toMatchObject({ value: 0, n: 0, reason: expect.stringContaining('no identifier') })
})

test('a person of the real corpus who stands in the synthetic one is found, whatever the writing of the number', async () => {
  const own = ['Mrs Joan Pettigrew came. Ph 0412 887 341.', 'Dr Smith called Mr Alan Moore, a.moore@a-real-clinic.com.au.']
  const { audit, findings } = await conclude(reappearingIdentifiers() as Analysis, own, [
    'Mobile +61 412 887 341: Mr Alan Moore',
    'Dr Smith wrote.',
  ])
  // Pettigrew and the mailbox are its own; a family name alone is shared by many.
  expect(audit.estimates[0]).toMatchObject({ value: 2 / 4, n: 4 })
  expect(findings.map(({ document, rule }) => [document, rule])).toEqual([
    ['s0', 'reappearing-identifier'],
    ['s1', 'reappearing-identifier'],
  ])
  expect(JSON.stringify([audit, findings])).not.toMatch(/Moore|887/)
})

test('a holdout says how many identifiers chance brings back, and the table which kinds', async () => {
  const own = ['Mr Alan Moore, 0412 887 341.', 'Mrs Joan Pettigrew.']
  const { audit } = await conclude(reappearingIdentifiers() as Analysis, own, ['Mr Alan Moore, 0412 887 341.'], ['Mr Alan Moore again.'])
  expect(audit.estimates[0]).toMatchObject({ value: 2 / 3, reference: 1 / 3 })
  expect(audit.tables[0]!.rows).toEqual([
    ['Name of a person', 2, 1, 1, 1],
    ['Telephone number', 1, 1, 1, 0],
  ])
})

test('the key is drawn for a run and changes no byte of the audit; without one nothing is hashed and nothing measured', async () => {
  const own = ['Mrs Joan Pettigrew came. Ph 0412 887 341.']
  const [one, two] = [
    await conclude(reappearingIdentifiers() as Analysis, own, own),
    await conclude(reappearingIdentifiers() as Analysis, own, own),
  ]
  expect(JSON.stringify(one.audit)).toBe(JSON.stringify(two.audit))
  for (const analysis of [
    reappearingIdentifiers(identification(undefined)),
    reappearingWords(identification(undefined).key ?? (null as never)),
  ]) {
    const run = analysis.create()
    expect(analysis.observe(run as never, { text: own[0] } as never)).toBeUndefined()
  }
  const keyless = await conclude(reappearingIdentifiers(identification(undefined)) as Analysis, own, own)
  expect(keyless.audit.estimates[0]).toMatchObject({
    value: null,
    status: 'not applicable',
    reason: expect.stringContaining('CORPUSCOPE_KEY'),
  })
})

/** A word of four syllables that follows from a number. */
const wordOf = (i: number): string =>
  [0, 1, 2, 3]
    .map(
      (at) => 'bcdfghklmnprstvz'[(Math.imul(i + 1, 2654435761) >>> (4 * at)) & 15]! + 'aeiou'[(Math.imul(i + 3, 40503) >>> (2 * at)) % 5]!,
    )
    .join('')
/** Notes of common words, each with five words of its own. */
const withOwnWords = (from: number, n: number): string[] =>
  Array.from({ length: n }, (_, i) => `cough and fever since monday ${[0, 1, 2, 3, 4].map((j) => wordOf(5 * (from + i) + j)).join(' ')}`)

describe('rare words', () => {
  const [real, holdout] = [withOwnWords(0, 40), withOwnWords(1000, 40)]
  const shareOf = async (own: readonly string[], unseen: readonly string[] = holdout) => {
    const { audit, findings } = await conclude(reappearingWords() as Analysis, own, real, unseen)
    return { estimate: audit.estimates[0]!, findings, audit }
  }

  test('copies have them all, and each document that copies is named', async () => {
    const { estimate, findings, audit } = await shareOf(real)
    expect(estimate).toMatchObject({ value: 1, reference: 0 })
    expect(findings).toHaveLength(40)
    expect(JSON.stringify([audit, findings])).not.toContain(wordOf(0))
  })

  test('a corpus of its own has none, and the interval holds 0', async () => {
    const { estimate, findings } = await shareOf(withOwnWords(5000, 40))
    expect(estimate.value).toBe(0)
    expect(estimate.interval![0]).toBe(0)
    expect(findings).toEqual([])
  })

  test('a quarter of the documents copied is a quarter of the words', async () => {
    const { estimate, findings } = await shareOf([...real.slice(0, 10), ...withOwnWords(5000, 30)])
    expect(estimate.value).toBeCloseTo(0.25, 2)
    expect(estimate.interval![0]).toBeLessThan(0.25)
    expect(estimate.interval![1]).toBeGreaterThan(0.25)
    expect(findings).toHaveLength(10)
  })

  test('words that the holdout has too are language, not memory', async () => {
    const { estimate } = await shareOf(real, [...holdout.slice(0, 20), ...real.slice(0, 20)])
    expect(estimate).toMatchObject({ value: 1, n: 40 })
    const { estimate: alone } = await shareOf(real, [])
    expect(alone.reason).toContain('without a holdout')
  })

  test('few documents say nothing', async () => {
    const { audit } = await conclude(reappearingWords() as Analysis, real, real.slice(0, 3))
    expect(audit.estimates[0]).toMatchObject({ value: null, status: 'not applicable' })
  })
})

test('area under the curve: ties one half, and the standard error of the paper', () => {
  expect(auc([3, 2], [1, 2])).toBe(0.875)
  expect(auc([1, 1], [1, 1])).toBe(0.5)
  expect(auc([5, 6], [1, 2])).toBe(1)
  // Hanley & McNeil 1982: area 0.893 of 51 abnormal and 58 normal images, 0.032 from the ratings themselves, for which the closed form stands in.
  const [low, high] = hanleyMcNeil(0.893, 51, 58)
  expect(Math.abs((high - low) / (2 * 1.959963984540054) - 0.032)).toBeLessThan(0.001)
})

const words = 'cough fever rash wound ankle migraine insulin asthma vaccine referral sleep tired nausea knee thyroid mole'.split(' ')
const noteOf = (i: number): string =>
  Array.from({ length: 24 }, (_, j) => words[(i * 7 + j * (1 + (i % 5)) + ((i * j) % 11)) % words.length]).join(' ')

test('copies of the real corpus betray their members; notes of their own do not', async () => {
  const members = Array.from({ length: 40 }, (_, i) => noteOf(i))
  const holdout = Array.from({ length: 40 }, (_, i) => noteOf(i + 400))
  const copied = await conclude(membershipInference() as Analysis, members, members, holdout)
  expect(copied.audit.estimates[0]!.value).toBeGreaterThan(0.9)
  const own = Array.from({ length: 80 }, (_, i) => noteOf(i + 1000))
  const fresh = await conclude(membershipInference() as Analysis, own, members, holdout)
  expect(Math.abs(fresh.audit.estimates[0]!.value! - 0.5)).toBeLessThan(0.2)
  const alone = await conclude(membershipInference() as Analysis, own, members)
  expect(alone.audit.estimates[0]).toMatchObject({ value: null, status: 'not applicable' })
})
