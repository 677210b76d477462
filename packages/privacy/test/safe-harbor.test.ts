import { expect, test } from 'vitest'
import { identifierKinds } from '../src/identifier-kinds.ts'
import { safeHarbor } from '../src/safe-harbor.ts'

// 45 CFR 164.514(b)(2)(i): (A) to (R).
test('all 18 classes of Safe Harbor have a detector or say that text has none', () => {
  expect(safeHarbor.map(({ letter }) => letter).join('')).toBe('ABCDEFGHIJKLMNOPQR')
  const known = new Set<string>(identifierKinds.map(({ id }) => id))
  for (const { letter, kinds, detector } of safeHarbor) {
    for (const kind of kinds) expect(known, `${letter} ${kind}`).toContain(kind)
    if (kinds.length === 0) expect(detector, letter).toMatch(/not detectable in text|counted there/)
  }
  const mapped = new Set(safeHarbor.flatMap(({ kinds }) => kinds))
  expect([...known].filter((kind) => !mapped.has(kind as never))).toEqual([])
})
