import { createDocument } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { type AssertionStatus, assertionOf, assertionScopes, assertionStatuses } from '../src/index.ts'
import { assertionCases } from './assertion-cases.ts'

interface Judged {
  readonly sentence: string
  readonly given: AssertionStatus
  readonly found: AssertionStatus
}

function judged(language: string): Judged[] {
  return assertionCases[language]!.flatMap((written) => {
    const text = written.replace(/\[([^|\]]*)\|[a-z]+\]/g, '$1')
    const document = createDocument({ text, language })
    let removed = 0
    return [...written.matchAll(/\[([^|\]]*)\|([a-z]+)\]/g)].map((match) => {
      const start = match.index - removed
      removed += match[0].length - match[1]!.length
      return { sentence: written, given: match[2] as AssertionStatus, found: assertionOf(document, start, start + match[1]!.length) }
    })
  })
}

function f1(all: readonly Judged[], status: AssertionStatus): number {
  const right = all.filter(({ given, found }) => given === status && found === status).length
  const said = all.filter(({ found }) => found === status).length
  const meant = all.filter(({ given }) => given === status).length
  return (2 * right) / (said + meant)
}

test.each(['en', 'es', 'fr', 'de', 'pt'])('%s: negation, and every status, on sentences of our own', (language) => {
  const all = judged(language)
  expect(all.every(({ given }) => assertionStatuses.includes(given))).toBe(true)
  const wrong = all
    .filter(({ given, found }) => given !== found)
    .map(({ sentence, given, found }) => `${sentence}: ${given}, found ${found}`)
  expect(f1(all, 'absent'), wrong.join('\n')).toBeGreaterThanOrEqual(0.9)
  expect(1 - wrong.length / all.length, wrong.join('\n')).toBeGreaterThanOrEqual(0.9)
})

test('a section says what no word in it does', () => {
  const text = 'FHx:\nGlaucoma\n\nPMHx:\nAsthma\n\nExam:\nWheeze\n'
  const document = createDocument({ text, language: 'en' })
  const of = (word: string): AssertionStatus => assertionOf(document, text.indexOf(word), text.indexOf(word) + word.length)
  expect([of('Glaucoma'), of('Asthma'), of('Wheeze')]).toEqual(['family', 'historical', 'present'])
})

test.each([
  ['es', 'Antecedentes familiares:\nGlaucoma\n\nExploración:\nSibilancias\n', 'Glaucoma', 'Sibilancias'],
  ['fr', 'Antécédents familiaux :\nGlaucome\n\nExamen :\nSibilants\n', 'Glaucome', 'Sibilants'],
  ['de', 'Familienanamnese:\nGlaukom\n\nBefund:\nGiemen\n', 'Glaukom', 'Giemen'],
  ['pt', 'História familiar:\nGlaucoma\n\nExame:\nSibilos\n', 'Glaucoma', 'Sibilos'],
])('%s: headings of the family', (spoken, text, family, exam) => {
  const document = createDocument({ text, language: spoken })
  const of = (word: string): AssertionStatus => assertionOf(document, text.indexOf(word), text.indexOf(word) + word.length)
  expect([of(family), of(exam)]).toEqual(['family', 'present'])
})

test('a long text is judged in time that grows with it', () => {
  const text = 'No fever, cough or rash. Mother had gout. '.repeat(20_000)
  const document = createDocument({ text, language: 'en' })
  let absent = 0
  for (let at = text.indexOf('cough'); at >= 0; at = text.indexOf('cough', at + 1))
    if (assertionOf(document, at, at + 5) === 'absent') absent++
  expect(absent).toBe(20_000)
})

test('a language without rules has no scopes', () =>
  expect(assertionScopes(createDocument({ text: '没有发热', language: 'zh' }))).toEqual([]))
