import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { configSchema } from '@corpuscope/core'
import { recipeOf } from '@corpuscope/engine'
import { namesPerson, scanIdentifiers } from '@corpuscope/privacy'
import { describe, expect, test } from 'vitest'
import { writeCorpus } from '../src/commands/write.ts'
import { newFolder, shared } from './command.ts'

const recipe = recipeOf(configSchema.parse({}), undefined)
const folder = newFolder()
const at = (name: string): string => join(folder, name)
writeFileSync(at('key'), 'a secret of more than sixteen bytes')
const most = 300

interface Span {
  readonly start: number
  readonly end: number
  readonly text?: string
}
type Note = Readonly<Record<string, unknown>> & { readonly spans?: readonly Span[] }

const linesOf = (file: string): string[] => readFileSync(file, 'utf8').trim().split('\n')

/** Every text of a record, nested ones too, but for its id and annotations. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, each]) => (['id', 'spans', 'entities'].includes(key) ? [] : textsIn(each)))
      : []

const corpora = ['grascco_phi', 'presidio_synth', 'syngp500', 'primock57', 'zh_med_qa', 'e3c_fr']
describe.each(corpora)('%s masked', (name) => {
  const corpus = join(shared, 'corpora', name)
  const there = existsSync(corpus)
  const file = there ? readdirSync(corpus).find((each) => each.endsWith('.jsonl'))! : ''
  const notes = there ? linesOf(join(corpus, file)).slice(0, most) : []

  test.skipIf(!there).each(['remove', 'tag', 'surrogate'])(
    '%s: nothing that was found is left, and annotations moved with their words',
    async (style) => {
      writeFileSync(at(`${name}.jsonl`), notes.map((line) => `${line}\n`).join(''))
      const out = at(`${name}.${style}.jsonl`)
      await writeCorpus([at(`${name}.jsonl`)], recipe, { out, drop: [], mask: style, maskKeyFile: at('key') })
      const written = linesOf(out).map((line) => JSON.parse(line) as Note)
      const before = notes.map((line) => JSON.parse(line) as Note)
      expect(written).toHaveLength(before.length)
      const manifest = JSON.parse(readFileSync(`${out}.manifest.json`, 'utf8')) as { mask: { surrogates: { value: string }[] } }
      const listed = new Set(manifest.mask.surrogates.map(({ value }) => value))
      for (const note of written)
        for (const text of textsIn(note)) {
          const found = scanIdentifiers(text).identifiers.map(({ start, end }) => text.slice(start, end))
          if (style === 'surrogate') for (const value of found) expect(listed).toContain(value)
          else {
            expect(found).toEqual([])
            expect(namesPerson(text)).toBe(false)
          }
        }
      for (const [i, note] of written.entries()) {
        const old = before[i]!
        if (!Array.isArray(old.spans) || typeof old['text'] !== 'string') continue
        expect(note.spans).toHaveLength(old.spans.length)
        for (const [j, span] of note.spans!.entries()) {
          const [now, then] = [String(note['text']), String(old['text'])]
          expect(span.start).toBeGreaterThanOrEqual(0)
          expect(span.end).toBeLessThanOrEqual(now.length)
          if (span.text !== undefined) expect([...now].slice(span.start, span.end).join('')).toBe(span.text)
          // Words that no mask touched stand where the annotation says they do.
          const words = [...then].slice(old.spans[j]!.start, old.spans[j]!.end).join('')
          if (
            scanIdentifiers(then).identifiers.every(
              ({ start, end }) => end < then.indexOf(words) || start > then.lastIndexOf(words) + words.length,
            ) &&
            now.includes(words) &&
            then.split(words).length === 2
          )
            expect([...now].slice(span.start, span.end).join('')).toBe(words)
        }
      }
    },
  )
})
