import { ConfigError } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { ownIdentifiers, scanIdentifiers } from '../src/index.ts'

const found = (text: string, options: Parameters<typeof ownIdentifiers>[0]): string[] =>
  ownIdentifiers(options)
    .applied(text, scanIdentifiers(text).identifiers)
    .map(({ kind, scheme, start, end, nobody }) => [scheme ?? kind, text.slice(start, end), nobody].filter(Boolean).join(' | '))

test('an allowed value is noted and names nobody, in any case and with any blanks', () => {
  expect(found('Seen by Dr  Anna   Berg on 12/03/2024', { allow: ['anna berg'] })).toEqual([
    'person | Anna   Berg | on the allow list',
    'date | 12/03/2024',
  ])
})

test.each([
  ['0438271946', 'Ph 0438 271 946'],
  ['0438 271 946', 'Ph 0438271946'],
  ['+61 438 271 946', 'Ph 0438 271 946'],
  ['QX-7739215', 'MRN QX7739215'],
])('the value counts and not its spelling: %s allows %s', (value, text) => {
  const written = text.replace(/^\w+ /, '')
  expect(found(text, { allow: [value] })).toEqual([expect.stringMatching(new RegExp(`\\| ${written} \\| on the allow list$`))])
  expect(found(text, { allow: ['0438 271 947', 'QX7739216'] })).toEqual([expect.not.stringContaining('allow')])
})

test.each([
  ['4471 2290', 'token 44712290 seen'],
  ['44712290', 'token 4471-2290 seen'],
  ['+61 438 271 946', 'Ph 0438 271 946 seen'],
])('so it does on the deny list: %s finds %s', (value, text) => {
  expect(found(text, { deny: [value] })).toEqual([`listed | ${text.replace(/^\w+ | seen$/g, '')}`])
  expect(found(`1${text.replace(/\D/g, '')}`, { deny: [value] }).filter((each) => each.startsWith('listed'))).toEqual([])
})

test('a value of the deny list is found as whole words, and outweighs what a detector takes it for', () => {
  expect(found('Blue Heron house, then blueheron; call 0412 345 678', { deny: ['blue heron', '0412 345 678'] })).toEqual([
    'listed | Blue Heron',
    'listed | 0412 345 678',
  ])
})

test('the longest of several values that begin alike is taken', () => {
  expect(found('Ward Seven East was full', { deny: ['ward seven', 'Ward Seven East'] })).toEqual(['listed | Ward Seven East'])
})

test('a pattern names what it finds', () => {
  expect(found('study XK-4471 and XK-9', { patterns: [{ name: 'study number', pattern: 'XK-\\d{4}' }] })).toEqual([
    'study number | XK-4471',
  ])
})

// As RE2 documents: https://github.com/google/re2/wiki/Syntax marks look-around and back-references NOT SUPPORTED.
test.each(['(?=a)b', '(?<!a)b', '(a)\\1', '(', 'a**'])('RE2 refuses %s, and so do we, by the place in the file', (pattern) =>
  expect(() => ownIdentifiers({ patterns: [{ name: 'x', pattern }] })).toThrow(/^privacy\.patterns\.0\.pattern: RE2 does not take it/),
)

test('a pattern that matches nothing at all is refused', () =>
  expect(() => ownIdentifiers({ patterns: [{ name: 'x', pattern: 'a*' }] })).toThrow(ConfigError))

test('a pattern that backtracking engines take for ever is done at once: (a+)+$ over a thousand a and a b', () =>
  expect(found(`${'a'.repeat(1000)}b`, { patterns: [{ name: 'x', pattern: '(a+)+$' }] })).toEqual([]))

test('a pattern that reads the rest of a long text at each match is an error, never a clean text', () =>
  expect(() => found('xz'.repeat(40_000), { patterns: [{ name: 'greedy', pattern: 'x.*y|z' }] })).toThrow(
    /"greedy" looked at a document of 80000/,
  ))
