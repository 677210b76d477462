import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { clinic } from '../../../fixtures/generate-clinic.mjs'

/** A note of the sample practice without any planted defect. */
export interface Sample {
  readonly file: string
  readonly text: string
  readonly rfe: string
}

interface Truth {
  readonly exactCopies: readonly { readonly files: readonly string[] }[]
  readonly nearCopies: readonly { readonly files: readonly string[] }[]
  readonly templateNotes: { readonly files: readonly string[] }
  readonly identifiers: readonly { readonly file: string }[]
}

/** Notes of the practice as another seed writes them, without copies, forms, identifiers and patients over 89. */
export function honestNotes(seed: number): Sample[] {
  const files = clinic(seed)
  const truth = JSON.parse(files.get('truth.json')!) as Truth
  const planted = new Set([
    ...[...truth.exactCopies, ...truth.nearCopies].map((pair) => pair.files[1]),
    ...truth.templateNotes.files,
    ...truth.identifiers.map(({ file }) => file),
  ])
  return (
    files
      .get('clinic.jsonl')!
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; text: string; rfe: string; age: number })
      // An age over 89 is an identifier (Safe Harbor): a practice that releases notes leaves such a patient out.
      .filter(({ id, age }) => !planted.has(id) && age < 90)
      .map(({ id, text, rfe }) => ({ file: id, text, rfe }))
  )
}

/** Writes notes as JSON lines. */
export function writeNotes(path: string, notes: readonly Sample[]): string {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${notes.map(({ file, text, rfe }) => JSON.stringify({ id: file, text, rfe })).join('\n')}\n`)
  return path
}
