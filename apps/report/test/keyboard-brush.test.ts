import { expect, test } from 'vitest'
import { pressed, type Rectangle } from '../client/keyboard-brush.ts'

const middle = pressed(undefined, 'ArrowLeft', false) as Rectangle

test('the first arrow brings it in the middle, Escape takes it away, other keys are not ours', () => {
  expect([middle.left + middle.width / 2, middle.top + middle.height / 2]).toEqual([0.5, 0.5])
  expect(pressed(middle, 'Escape', false)).toBe('none')
  expect(pressed(undefined, 'Escape', false)).toBeUndefined()
  expect(pressed(middle, 'Tab', false)).toBeUndefined()
})

test('it stays on the map and never vanishes, however often a key is pressed', () => {
  let at = middle
  for (const [key, shift] of [
    ['ArrowRight', false],
    ['ArrowDown', false],
    ['ArrowRight', true],
    ['ArrowDown', true],
    ['ArrowLeft', false],
    ['ArrowUp', false],
    ['ArrowLeft', true],
    ['ArrowUp', true],
  ] as const)
    for (let i = 0; i < 40; i++) {
      at = pressed(at, key, shift) as Rectangle
      expect(Math.min(at.left, at.top)).toBeGreaterThanOrEqual(0)
      expect(Math.max(at.left + at.width, at.top + at.height)).toBeLessThanOrEqual(1 + 1e-12)
      expect(Math.min(at.width, at.height)).toBeGreaterThanOrEqual(0.05)
    }
  expect(at.width).toBeCloseTo(0.05)
})
