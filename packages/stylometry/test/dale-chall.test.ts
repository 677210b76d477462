import { createDocument, obeysTheLaws } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { familiarForms } from '../src/familiar-forms.ts'
import { daleChallReadability } from '../src/index.ts'
import { audited } from './audited.ts'

const list = [
  'a',
  'and',
  'big',
  'cold',
  'day',
  'dog',
  'give',
  'had',
  'happy',
  'he',
  'in',
  'it',
  'on',
  'ran',
  'sad',
  'stop',
  'the',
  'to',
  'walk',
  'was',
]
const words = list.join('\n')
const prose =
  'The dog ran to the cold reservoir. He had a big day and it was cold in the conservatory. The dog was happy. He ran and ran to the dog on a cold day. '

test('obeys the laws', () => obeysTheLaws(daleChallReadability(words)))

// textstat 0.7.13 on this text, with its easy words replaced by the list above and no rounding: 2 of 34 words are difficult in 4 sentences.
test('agrees with textstat, which knows no forms, where only listed words and unknown ones stand', async () => {
  const { estimate } = await audited(daleChallReadability(words), [createDocument({ id: 'a', text: prose, language: 'en' })])
  expect(estimate('dale-chall')?.value).toBeCloseTo(4.986923529411766, 9)
})

test.each([
  ['plurals', 'dogs days'],
  ['possessives', "dog's dog\u2019s dogs'"],
  ['verb forms', 'stops stopped stopping giving gives given walked'],
  ['comparatives', 'bigger biggest happier happiest colder'],
  ['adverbs', 'sadly coldly'],
])('%s of listed words are familiar', (_, forms) => {
  const familiar = familiarForms(new Set(list))
  for (const form of forms.split(' ')) expect(familiar(form.replace(/'$/, '')), form).toBe(true)
})

test('other derivations, and words that look like a form of a short one, are not', () => {
  const familiar = familiarForms(new Set([...list, 'be']))
  for (const word of ['happily', 'sadness', 'bed', 'unhappy', 'walkway', '']) expect(familiar(word), word).toBe(false)
})

test('names within a sentence are familiar; at its beginning nothing tells them', async () => {
  const of = async (text: string) => {
    const { estimate } = await audited(daleChallReadability(words), [createDocument({ id: 'a', text: text.repeat(4), language: 'en' })])
    return estimate('dale-chall')!.value
  }
  // Thirteen words a sentence, and none unfamiliar.
  expect(await of('He ran to the dog and Zachary on a cold day in it. ')).toBeCloseTo(0.0496 * 13, 12)
  expect(await of('Zachary ran to the dog on a cold day and it was big. ')).toBeGreaterThan(3.6365)
})

test('notes in other languages, and lines without full stops, have no grade; the list is named by its hash', async () => {
  const german = await audited(daleChallReadability(words), [createDocument({ text: prose, language: 'de' })], 'de')
  expect(german.estimate('dale-chall')).toMatchObject({ status: 'not applicable' })
  const lines = await audited(daleChallReadability(words), [createDocument({ text: 'cold day in it\n'.repeat(20), language: 'en' })])
  expect(lines.estimate('dale-chall')?.reason).toContain('lines do not end in full stops')
  const one = await audited(daleChallReadability(words), [createDocument({ text: prose, language: 'en' })])
  const other = await audited(daleChallReadability(`${words}\nzoo`), [createDocument({ text: prose, language: 'en' })])
  expect(one.estimate('dale-chall')?.instrument).toMatch(/^dale-chall-words@[0-9a-f]{16}$/)
  expect(other.estimate('dale-chall')?.instrument).not.toBe(one.estimate('dale-chall')?.instrument)
  expect(one.audit.provenance.instruments[0]?.title).toBe('Familiar words given by the user, 20 of them')
})
