import { expect, test } from 'vitest'
import { contextFactor } from '../src/mention-context.ts'

const factor = (before: string): number => contextFactor(`${before}cough`, before.length)

test.each([
  ['', 1],
  ['c/o ', 1],
  ['wants a script. ', 1],
  ['no ', 0],
  ['no sob, cp, ', 0],
  ['denies fever or ', 0],
  ['afebrile. nil ', 0],
  ['keine atemnot, kein ', 0],
  ['no fever but ', 1],
  ['no allergies, presents with ', 1],
  ['no fever. ', 1],
  ['no fever\n', 1],
  ['nose and ', 1],
  ['check-up, but main issue is ', 1.8],
  ['check-up → mainly ', 1.8],
  ['also mentions ', 0.6],
  ['known chronic ', 0.5],
] as const)('"%scough" counts %d', (before, expected) => expect(factor(before)).toBe(expected))
