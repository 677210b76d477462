import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseNamePattern } from '../src/name-pattern.ts'

const match = (pattern: string, path: string) => parseNamePattern(pattern).match(path)

test.each([
  ['{a}_{b}.txt', 'x_y.txt', { a: 'x', b: 'y' }],
  ['{a}_{b}.txt', 'x_y_z.txt', { a: 'x', b: 'y_z' }],
  ['{a}_{b}.txt', 'deep/er/x_y.txt', { a: 'x', b: 'y' }],
  ['{ward}/{a}.txt', 'icu/x.txt', { ward: 'icu', a: 'x' }],
  ['{a}--{b}--end.txt', 'x----end.txt', undefined],
  ['{a}--{b}--end.txt', 'x--y--end.txt', { a: 'x', b: 'y' }],
  ['note {a}', 'note 發燒', { a: '發燒' }],
  ['{__proto__}-{constructor}', 'x-y', { ['__proto__']: 'x', constructor: 'y' }],
])('%s of %s', (pattern, path, expected) => expect(match(pattern, path)).toEqual(expected && new Map(Object.entries(expected))))

test.each([
  ['{a}_{b}.txt', '_y.txt'],
  ['{a}_{b}.txt', 'x_.txt'],
  ['{a}_{b}.txt', 'x_y.md'],
  ['{ward}/{a}.txt', 'x.txt'],
  ['{ward}/{a}.txt', 'a/b/x.txt'],
  ['x{a}x', 'x'],
])('%s does not fit %s', (pattern, path) => expect(match(pattern, path)).toBeUndefined())

test.each([
  ['notes.txt', 'it has no field'],
  ['{a}{b}', 'two fields touch'],
  ['{a}_{a}', 'twice'],
  ['{a}_{b', 'a brace is not closed'],
  ['{}_{b}', 'a brace is not closed, or a field has no name'],
])('%s is refused', (pattern, why) => expect(() => parseNamePattern(pattern)).toThrow(why))

test('it takes what the regular expression with lazy groups takes', () => {
  const piece = fc.stringMatching(/^[ab_.]{0,3}$/)
  fc.assert(
    fc.property(fc.array(piece, { minLength: 2, maxLength: 4 }), fc.stringMatching(/^[ab_.]{0,12}$/), (literals, name) => {
      fc.pre(literals.slice(1, -1).every((literal) => literal !== ''))
      const pattern = literals.map((literal, i) => (i === 0 ? literal : `{f${i}}${literal}`)).join('')
      const escaped = literals.map((literal) => literal.replaceAll('.', '\\.'))
      const peer = new RegExp(`^${escaped.join('([^/]+?)')}$`).exec(name)
      expect(match(pattern, name)).toEqual(peer ? new Map(peer.slice(1).map((value, i) => [`f${i + 1}`, value])) : undefined)
    }),
    { numRuns: 2000 },
  )
})

test('time is linear in the name, however many fields there are', () => {
  const pattern = Array.from({ length: 30 }, (_, i) => `{f${i}}`).join('a')
  expect(match(`${pattern}b`, 'a'.repeat(100_000))).toBeUndefined()
})
