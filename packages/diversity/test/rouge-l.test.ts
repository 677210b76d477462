import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { longestCommonSubsequence, rougeL } from '../src/index.ts'
import { numbered } from './counted.ts'
import { vectors } from './examples.ts'

/** The textbook table. */
function byTable(a: Uint32Array, b: Uint32Array): number {
  const row = new Uint32Array(b.length + 1)
  for (const word of a) {
    let diagonal = 0
    b.forEach((other, j) => {
      const above = row[j + 1]!
      row[j + 1] = word === other ? diagonal + 1 : Math.max(above, row[j]!)
      diagonal = above
    })
  }
  return row[b.length]!
}

test('agrees with the textbook table, over block borders too', () => {
  const random = seededRandom('subsequence')
  for (let round = 0; round < 200; round++) {
    const draw = (): Uint32Array =>
      Uint32Array.from({ length: Math.floor(random() * 130) }, () => Math.floor(random() * (2 + (round % 12))))
    const [a, b] = [draw(), draw()]
    expect(longestCommonSubsequence(a, b)).toBe(byTable(a, b))
  }
})

test.skipIf(!vectors)('agrees with rouge-score on the reference documents to 1e-9', () => {
  const { documents, rouge_l_f_matrix, homogenization_rouge_l } = vectors.texts
  const scores = rougeL(numbered(documents))
  let sum = 0
  for (let i = 0; i < 4; i++)
    for (let j = 0; j < 4; j++) {
      if (i !== j) expect(scores[i * 4 + j]).toBeCloseTo(rouge_l_f_matrix[i][j], 9)
      sum += scores[i * 4 + j]! / 12
    }
  expect(sum).toBeCloseTo(homogenization_rouge_l, 9)
})

test('empty documents share nothing', () => expect([...rougeL(numbered(['', '', 'no pain']))]).toEqual(Array(9).fill(0)))
