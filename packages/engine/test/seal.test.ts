import { expect, test } from 'vitest'
import { sealed, unsealed } from '../src/seal.ts'

const key = new Uint8Array(32).fill(7)
const pieces = [new Uint8Array([1, 2, 3]), new Uint8Array(0), Buffer.from('Pettigrew '.repeat(1000))]

test('what is sealed is read with its key alone, whole and in order', () => {
  const closed = sealed(pieces, key)
  expect(Buffer.concat(closed).includes('Pettigrew')).toBe(false)
  expect(unsealed(closed, key)!.map((piece) => [...piece])).toEqual(pieces.map((piece) => [...piece]))
  expect(unsealed(closed, new Uint8Array(32))).toBeUndefined()
  expect(unsealed([closed[1]!, closed[0]!, closed[2]!], key)).toBeUndefined()
  expect(unsealed(closed.slice(0, 2), key)).toBeUndefined()
  const changed = closed.map((piece) => Uint8Array.from(piece))
  changed[2]![20]! ^= 1
  expect(unsealed(changed, key)).toBeUndefined()
  expect(unsealed([new Uint8Array(5)], key)).toBeUndefined()
})

test('the same twice is written in two ways', () => expect(sealed(pieces, key)).not.toEqual(sealed(pieces, key)))
