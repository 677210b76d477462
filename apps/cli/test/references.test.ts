import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { references } from '../src/commands/references.ts'
import { loadReference } from '../src/load-reference.ts'
import { newFolder } from './command.ts'

const folder = newFolder()
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

async function said(action: string, name?: string, json = false): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', '']
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((out += String(text))))
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((err += String(text))))
  const code = await references([action, name], { json })
  vi.restoreAllMocks()
  return { code, out, err }
}
afterEach(() => void vi.restoreAllMocks())

test('list says what each is good for', async () => {
  const { out } = await said('list')
  expect(out).toContain('beach-rfe')
  expect(out).toMatch(/beach-problems +ranking, 10 categories/)
  expect(JSON.parse((await said('list', undefined, true)).out)).toContainEqual(
    expect.objectContaining({ id: 'racgp-2022', kind: 'list', categories: 42 }),
  )
})

test('show states source, tolerance and provenance', async () => {
  const { out } = await said('show', 'beach-rfe')
  expect(out).toContain('doi.org/10.33321/cdi.2003.27.68')
  expect(out).toContain('2 percentage points, a convention')
  expect(out).toContain('   8.80 %  Prescription')
  expect(out).toContain('recalled')
})

test('check passes what is whole, and names what is not', async () => {
  const whole = file('whole.csv', '# source: own\n# edition: 1\n# licence: CC0\n# denominator: notes\ncategory,share\na,0.5\nb,0.5\n')
  expect(await said('check', whole)).toMatchObject({ code: 0, err: '' })
  const bare = await said('check', file('bare.csv', 'category,share\na,0.5\nb,0.5\n'))
  expect(bare.code).toBe(2)
  expect(bare.err).toContain('The source is not stated.')
  // All at once: a sum, a category twice, a code of two, a SNOMED CT number with a wrong last digit, and what is not stated.
  const bad = await said('check', file('bad.csv', 'category,percent,codes\na,50,R05\nb,30,R05\nb,5,\nc,5,267036008;X-1\n'))
  expect(bad.code).toBe(2)
  for (const part of [
    'sums to 90, not to 100',
    'line 4: the category "b" stands in line 3',
    '"b" names two categories',
    'R05 belongs to "a" and to "b"',
    '267036008 of "c" has a wrong check digit',
    'The licence is not stated',
  ])
    expect(bad.err).toContain(part)
  const sum = file('sum.csv', 'category,percent\na,50\nb,40\n')
  await expect(loadReference(sum)).rejects.toThrow('sums to 90, not to 100. Correct it, add the missing category, or give --normalise')
  expect((await loadReference(sum, { normalise: true })).categories[0]!.share).toBeCloseTo(5 / 9, 12)
  const divided = await references(['check', sum], { normalise: true })
  expect(divided).toBe(2)
})

test('an unknown word or reference gets a suggestion', async () => {
  await expect(references(['shwo', 'beach-rfe'], {})).rejects.toThrow('Did you mean "show"?')
  await expect(references(['show', 'beach-rfi'], {})).rejects.toThrow('Did you mean "beach-rfe"?')
  await expect(references(['show', undefined], {})).rejects.toThrow('give the id of a reference')
  await expect(loadReference(join(folder, 'none.csv'))).rejects.toThrow('cannot be read')
})

test('a folder that is no audit is refused with what to do', async () => {
  await expect(loadReference(folder)).rejects.toThrow('audit that one first')
})
