import { readFileSync } from 'node:fs'
import { createDocument, type Document, obeysTheLaws } from '@corpuscope/core'
import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { separation, standardised, styleDistance } from '../src/index.ts'
import { audited } from './audited.ts'

test('obeys the laws', () => obeysTheLaws(styleDistance(), { beside: true, rounds: 2 }))

/** Rows around 0, those of the first half moved by `shift` along the first column. */
function cloud(n: number, m: number, shift: number): Float64Array[] {
  const random = seededRandom(3)
  const rows = Array.from({ length: n }, (_, i) =>
    Float64Array.from({ length: m }, (_, j) => random() + random() - 1 + (j === 0 && 2 * i < n ? shift : 0)),
  )
  return standardised(rows)
}

test('leaving one out by the hat matrix is fitting again without it', () => {
  const scores = cloud(24, 3, 0.6)
  const penalty = 2
  let right = 0
  for (let out = 0; out < 24; out++) {
    // Ridge by gradient descent on the other rows.
    let weights = [0, 0, 0]
    for (let step = 0; step < 4000; step++) {
      const slope = weights.map((weight) => penalty * weight)
      scores.forEach((row, i) => {
        if (i === out) return
        const error = row.reduce((sum, value, j) => sum + value * weights[j]!, 0) - (i < 12 ? 1 : -1)
        row.forEach((value, j) => {
          slope[j]! += error * value
        })
      })
      weights = weights.map((weight, j) => weight - 0.01 * slope[j]!)
    }
    const said = scores[out]!.reduce((sum, value, j) => sum + value * weights[j]!, 0)
    if (said * (out < 12 ? 1 : -1) > 0) right++
  }
  expect(separation(scores, penalty, 1, seededRandom(1)).accuracy).toBe(right / 24)
})

test('what is drawn from one cloud cannot be told apart, what is moved can', () => {
  const alike = separation(cloud(120, 20, 0), 20, 199, seededRandom(2))
  expect(alike.p).toBeGreaterThan(0.05)
  const moved = separation(cloud(120, 20, 1.5), 20, 199, seededRandom(2))
  expect(moved.accuracy).toBeGreaterThan(0.9)
  expect(moved.p).toBe(1 / 200)
  expect(Math.abs(moved.chance - 0.5)).toBeLessThan(0.06)
})

const clinic = new URL('../../../fixtures/clinic/clinic.jsonl', import.meta.url)
const notes = readFileSync(clinic, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): Document => {
    const { id, text = '' } = JSON.parse(line)
    return createDocument({ id: `${id}`, text, language: 'en' })
  })

test('two halves of one corpus are written alike; the same notes in full sentences are not', async () => {
  const [even, odd] = [0, 1].map((half) => notes.filter((_, i) => i % 2 === half)) as [Document[], Document[]]
  const halves = await audited(styleDistance(), even, 'en', { against: odd })
  const [delta, told] = [halves.estimate('style-delta')!, halves.estimate('style-told-apart')!]
  expect(delta.value!).toBeLessThan(2 * delta.floor!)
  expect(Math.abs(told.value! - told.floor!)).toBeLessThan(0.15)
  const prose = odd.map(({ id, text }) =>
    createDocument({ id, language: 'en', text: text.replace(/\n+/g, '. The patient and the doctor have been told. ') }),
  )
  const apart = await audited(styleDistance(), even, 'en', { against: prose })
  expect(apart.estimate('style-told-apart')!.value).toBeGreaterThan(0.95)
  // Beyond every one of 999 permutations.
  expect(apart.estimate('style-delta')!.reason).toContain('p 0.001')
  expect(apart.audit.tables[0]!.rows.map(([name]) => name)).toContain('the')
})

test('without another corpus, or with too little of it: not applicable, with the reason', async () => {
  expect((await audited(styleDistance(), notes)).estimate('style-delta')).toMatchObject({ status: 'not applicable', value: null })
  const few = await audited(styleDistance(), notes, 'en', { against: notes.slice(0, 3) })
  expect(few.estimate('style-told-apart')).toMatchObject({ status: 'not applicable', value: null })
})
