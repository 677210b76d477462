import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { identifierKinds, scanIdentifiers } from '../src/index.ts'

const clinic = new URL('../../../fixtures/clinic/', import.meta.url)

interface Planted {
  readonly file: string
  readonly type: string
  readonly severity: string
  readonly start: number
  readonly end: number
}

const key = ({ file, type, severity, start, end }: Planted): string => `${file} ${type} ${severity} ${start}-${end}`

test.skipIf(!existsSync(clinic))('every identifier planted in the fixture clinic is found where it stands, and nothing else', () => {
  const { identifiers } = JSON.parse(readFileSync(new URL('truth.json', clinic), 'utf8')) as { identifiers: Planted[] }
  // What the generator planted; the names and places that its letters hold besides are the business of other tests.
  const planted = new Set(identifiers.map(({ type }) => type))
  const severities = new Map(identifierKinds.map(({ id, rule }) => [id, rule.severity]))
  const found = readdirSync(new URL('notes/', clinic)).flatMap((file) =>
    scanIdentifiers(readFileSync(new URL(`notes/${file}`, clinic), 'utf8'))
      .identifiers.filter(({ kind }) => planted.has(kind))
      .map(({ kind, start, end, nobody }) => key({ file, type: kind, severity: nobody ? 'note' : severities.get(kind)!, start, end })),
  )
  expect([...planted].sort()).toEqual(['date', 'email', 'medicare', 'phone'])
  expect(found.sort()).toEqual(identifiers.map(key).sort())
})

test.skipIf(!existsSync(clinic))('the generator writes the committed corpus, byte for byte', async () => {
  const generator: unknown = await import(new URL('../generate-clinic.mjs', clinic).href)
  const files = (generator as { clinic: () => Map<string, string> }).clinic()
  expect(files.size).toBeGreaterThan(200)
  for (const [path, contents] of files) expect(readFileSync(new URL(path, clinic), 'utf8'), path).toBe(contents)
})
