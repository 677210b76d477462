import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createDocument } from '@corpuscope/core'
import { expect, test } from 'vitest'
// @ts-expect-error a module of plain JavaScript
import { topics } from '../../../fixtures/clinic-phrases.mjs'
import { assertionOf } from '../src/index.ts'

// The notes of the clinic were put together before there were rules, for another purpose: what a patient of a topic has and has not, in the habits of five
// clinicians, who deny in five ways. Every phrase that came through whole is a mention with a known answer.
test('negation in the notes of the clinic', () => {
  const folder = fileURLToPath(new URL('../../../fixtures/clinic/notes', import.meta.url))
  const all = Object.values(topics as Record<string, Record<string, readonly string[]>>)
  const negation = /\b(?:no|not|without|never|nil|none|free|negative)\b/
  // Words of headings and of the consent that every vaccination record has.
  const inForms = new Set(['family history', 'side effects'])
  const listOf = (...keys: readonly string[]): string[] =>
    [...new Set(all.flatMap((topic) => keys.flatMap((key) => topic[key]!)))].filter(
      (phrase) => phrase.includes(' ') && !negation.test(phrase) && !inForms.has(phrase),
    )
  // Phrases that stand in notes for one reason alone: fragments of others, and what is said of emergencies, are none.
  const alone = (phrases: readonly string[], others: string): string[] => phrases.filter((phrase) => !others.includes(phrase))
  const denied = alone(
    listOf('not'),
    `${listOf('why', 'has', 'found', 'dx', 'plan').join('\n')}\ngo to the emergency department for chest pain or collapse`,
  )
  const there = alone(listOf('has', 'found'), listOf('why', 'not', 'dx', 'plan').join('\n'))
  let [right, said, meant, mentions] = [0, 0, 0, 0]
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name), 'utf8')
    const document = createDocument({ id: name, text, language: 'en' })
    const lowered = text.toLowerCase()
    for (const [phrases, absent] of [
      [denied, true],
      [there, false],
    ] as const)
      for (const phrase of phrases) {
        const start = lowered.indexOf(phrase)
        if (start < 0) continue
        mentions++
        const found = assertionOf(document, start, start + phrase.length) === 'absent'
        if (absent) meant++
        if (found) said++
        if (absent && found) right++
      }
  }
  expect(mentions).toBeGreaterThan(500)
  expect((2 * right) / (said + meant)).toBeGreaterThanOrEqual(0.95)
})
