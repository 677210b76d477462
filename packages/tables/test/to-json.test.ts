import { DataFrame } from 'danfojs-node'
import { expect, test } from 'vitest'
import { toJson } from '../src/index.ts'

test('a record a row; what is missing is null', () => {
  const frame = new DataFrame(
    [
      ['a', 0.5, true],
      [null, Number.NaN, undefined],
      ['c', Infinity, false],
    ],
    { columns: ['id', 'x', '__proto__'], dtypes: ['string', 'float32', 'boolean'] },
  )
  expect(toJson(frame)).toBe(
    '[\n{"id":"a","x":0.5,"__proto__":true},\n{"id":null,"x":null,"__proto__":null},\n{"id":"c","x":null,"__proto__":false}\n]\n',
  )
})

test('one column, one row', () => expect(JSON.parse(toJson(new DataFrame([[1]], { columns: ['x'] })))).toEqual([{ x: 1 }]))

test('no rows, no records', () => expect(toJson(new DataFrame([], { columns: ['id'] }))).toBe('[]\n'))
