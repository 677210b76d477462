import { expect, test } from 'vitest'
import { charsetOf } from '../src/charset.ts'
import { folderOf, lines, readAll, readFile } from './reading.ts'

const french = 'Fièvre à 39°, « fatigué » depuis 3 jours – café'
/** Windows-1252 of characters that Latin-1 has, and of the dash. */
const western = (text: string): Buffer => Buffer.from(text.replaceAll('–', '\x96'), 'latin1')
const utf16 = (text: string, big = false): Buffer => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return big ? bytes.swap16() : bytes
}

test('texts: UTF-16 by its mark, Windows-1252 by its letters, each with where it came from', async () => {
  const { documents, unread } = await readAll(
    folderOf({
      'a.txt': utf16(french),
      'b.txt': utf16(french, true),
      'c.txt': western(french),
      'd.txt': french,
      'e.txt': Buffer.from([0xff, 0xfe, 0]),
    }),
  )
  expect(documents.map(({ text, source }) => [text, source.encoding])).toEqual([
    [french, 'utf-16le'],
    [french, 'utf-16be'],
    [french, 'windows-1252'],
    [french, undefined],
  ])
  expect(unread).toEqual([['not valid UTF-8', 'e.txt']])
})

test.each([
  ['a.jsonl', lines({ id: 1, text: french }, { id: 2, text: 'two words' })],
  [
    'a.json',
    JSON.stringify(
      [
        { id: 1, text: french },
        { id: 2, text: 'two words' },
      ],
      null,
      1,
    ),
  ],
  ['a.csv', `id,text\n1,"${french}"\n2,two words\n`],
  ['a.tsv', `id\ttext\n1\t${french}\n2\ttwo words\n`],
])('%s in UTF-16 and in Windows-1252 gives the same documents', async (name, content) => {
  for (const bytes of [Buffer.from(content), utf16(content), utf16(content, true), western(content)]) {
    const { documents, unread } = await readFile(name, bytes)
    expect(unread).toEqual([])
    expect(documents.map(({ text }) => text)).toEqual([french, 'two words'])
  }
})

test.each([
  ['no high byte', Buffer.from('plain'), undefined],
  ['UTF-8', Buffer.from(french), undefined],
  ['UTF-8 cut at its end', Buffer.from(french).subarray(0, 3), undefined],
  ['UTF-8 with one bad byte', Buffer.concat([Buffer.from(french), Buffer.from([0xe9, 32])]), undefined],
  ['a byte that is nothing', Buffer.from([65, 0x81, 66]), undefined],
  ['a lone letter among blanks', Buffer.from([32, 0xe9, 32]), undefined],
  ['GB18030', Buffer.from([0xb7, 0xa2, 0xc9, 0xd5, 0xc8, 0xfd, 0xcc, 0xec, 0xa1, 0xa3]), undefined],
  ['bytes of anything', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), undefined],
  ['Latin-1', Buffer.from('Übelkeit', 'latin1'), 'windows-1252'],
  ['curled quotes', Buffer.from([0x93, 97, 0x94]), 'windows-1252'],
])('%s', (_, bytes, expected) => expect(charsetOf(bytes)).toBe(expected))
