import { expect, test } from 'vitest'
import { masked } from '../src/index.ts'

test.each([
  ['Jane.Doe7@mail.org', 'Xxxx.Xxx9@xxxx.xxx'],
  ['(03) 9123 4567', '(99) 9999 9999'],
  ['12 März 2024', '99 Xxxx 9999'],
  ['患者٣', 'xx9'],
  ['a\u001b[31m\n👩', 'x·[99x··'],
  ['', ''],
  ['x'.repeat(40), 'x'.repeat(24)],
])('%j becomes %j', (text, shape) => expect(masked(text)).toBe(shape))
