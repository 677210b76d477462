import { createDocument, obeysTheLaws, type Part } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { roleAsymmetry, roleAsymmetryOf } from '../src/index.ts'
import { audited } from './audited.ts'

test('obeys the laws', () => obeysTheLaws(roleAsymmetry()))

function dialogue(...turns: readonly (readonly [role: string, text: string])[]) {
  const parts: Part[] = []
  let text = ''
  for (const [role, said] of turns) {
    parts.push({ name: 'turn', role, start: text.length, end: text.length + said.length })
    text += `${said}\n`
  }
  return createDocument({ text, language: 'en', parts })
}

const times = (word: string, count: number): string => Array.from({ length: count }, () => word).join(' ')

test('30 words against 10: half of what both say', () => {
  const values = roleAsymmetryOf(dialogue(['doctor', times('pain', 20)], ['patient', times('fever', 10)], ['doctor', times('cough', 10)]))
  expect(values).toEqual({ 'role-word-asymmetry': 20 / 40, 'role-style-divergence': null })
})

test('divergence of function words: none where both use them alike, a bit where they share none', () => {
  const alike = dialogue(['doctor', times('the pain of', 20)], ['patient', times('the fever of', 30)])
  expect(roleAsymmetryOf(alike)['role-style-divergence']).toBe(0)
  const apart = dialogue(['doctor', times('the pain', 30)], ['patient', times('with fever', 30)])
  expect(roleAsymmetryOf(apart)).toEqual({ 'role-word-asymmetry': 0, 'role-style-divergence': 1 })
})

test('half of the words in common: the arithmetic stands here', () => {
  // Shares 1, 0 against 1/2, 1/2; the middle is 3/4, 1/4.
  const values = roleAsymmetryOf(dialogue(['doctor', times('the pain', 40)], ['patient', times('the fever with', 40)]))
  const divergence = (Math.log2(4 / 3) + Math.log2(2 / 3) / 2 + Math.log2(2) / 2) / 2
  expect(values['role-style-divergence']).toBeCloseTo(divergence, 14)
})

test('which role speaks first does not matter', () => {
  const [one, other] = [['doctor', times('the pain of', 25)] as const, ['patient', times('with the', 60)] as const]
  expect(roleAsymmetryOf(dialogue(one, other))).toEqual(roleAsymmetryOf(dialogue(other, one)))
})

test('documents without parts, of one role or of three are left out', async () => {
  const { estimate } = await audited(roleAsymmetry(), [
    createDocument({ text: 'A note.', language: 'en' }),
    dialogue(['doctor', 'pain']),
    dialogue(['doctor', 'pain'], ['patient', 'fever'], ['nurse', 'cough']),
    dialogue(['doctor', 'pain pain pain'], ['patient', 'fever']),
  ])
  expect(estimate('role-word-asymmetry')).toMatchObject({ value: 1 / 2, n: 1, left: 3 })
  expect(estimate('role-style-divergence')).toMatchObject({ status: 'not applicable', left: 4 })
})
