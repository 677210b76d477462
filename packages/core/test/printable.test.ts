import { expect, test } from 'vitest'
import { printable } from '../src/index.ts'

test.each([
  ['a colour', '\u001b[31mred', '\ufffd[31mred'],
  ['a bell and a C1 control', 'a\u0007b\u009bc', 'a\ufffdb\ufffdc'],
  ['turned reading order', 'evil\u202etxt.exe', 'evil\ufffdtxt.exe'],
  ['a lone surrogate', 'a\ud800b', 'a\ufffdb'],
  ['a line feed', 'a\nb', 'a\ufffdb'],
  ['what people write stays', 'Zoë 患者 👩‍⚕️ نیم‌فاصله', 'Zoë 患者 👩‍⚕️ نیم‌فاصله'],
])('%s', (_, text, shown) => expect(printable(text)).toBe(shown))

test('line feeds stay when asked for', () => expect(printable('a\nb\r', { lines: true })).toBe('a\nb\ufffd'))
