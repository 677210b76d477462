import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shortened } from '../src/wording.ts'

test.each([
  [0.034123, [], '0.03412'],
  [12345.678, [], '12346'],
  [254, [], '254'],
  [-0.5, [], '-0.5'],
  [0, [0], '0'],
  [1.5e-9, [0], '1.5e-9'],
  [1e21, [], '1e+21'],
])('%s is shown in four digits, whole ones kept: %s', (value, limits, text) => expect(shortened(value, limits)).toBe(text))

test.each([
  [0.0100004, [0.01], '0.0100004'],
  [0.00999996, [0.01], '0.00999996'],
  [0.01, [0.01], '0.01'],
  [12345.4, [12345], '12345.4'],
])('%s is told apart from the limits %j', (value, limits, text) => expect(shortened(value, limits)).toBe(text))

test('property: what is shown lies on the same side of every limit', () =>
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.array(fc.double({ noNaN: true, noDefaultInfinity: true })),
      (value, limits) => {
        const shown = Number(shortened(value, limits))
        for (const limit of limits) expect(Math.sign(shown - limit)).toBe(Math.sign(value - limit))
      },
    ),
  ))
