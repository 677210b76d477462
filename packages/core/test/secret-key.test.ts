import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { drawnKey, keyedNumber, keyFrom } from '../src/index.ts'

test('a value under a key is the first 53 bits of its HMAC-SHA-256', () => {
  // RFC 4231, test case 2: key "Jefe", data "what do ya want for nothing?".
  const key = { hex: Buffer.from('Jefe').toString('hex'), lasting: true }
  const digest = createHmac('sha256', 'Jefe').update('what do ya want for nothing?').digest('hex')
  expect(digest.slice(0, 16)).toBe('5bdcc146bf60754e')
  expect(keyedNumber(key, 'what do ya want for nothing?')).toBe(Number(0x5bdcc146bf60754en >> 11n))
})

test('keys are drawn anew; those of one secret differ by purpose', () => {
  expect(drawnKey().hex).not.toBe(drawnKey().hex)
  expect(drawnKey().lasting).toBe(false)
  expect(keyFrom('a secret of sixteen')).toEqual(keyFrom('a secret of sixteen'))
  expect(keyFrom('a secret of sixteen').hex).not.toBe(keyFrom('a secret of sixteen', 'partial').hex)
  expect(keyFrom('a').hex).toMatch(/^[0-9a-f]{64}$/)
})
