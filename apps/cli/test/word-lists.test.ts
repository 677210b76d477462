import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { audited, auditOf, corpuscope, estimateOf, newFolder } from './command.ts'

const prose =
  'The dog ran to the cold reservoir. He had a big day and it was cold in the conservatory. The dog was happy. He ran and ran to the dog on a cold day. '

function corpus(): string {
  const folder = newFolder()
  writeFileSync(join(folder, 'notes.jsonl'), Array.from({ length: 6 }, (_, i) => JSON.stringify({ id: `n${i}`, text: prose })).join('\n'))
  return folder
}

test.each([
  ['--dale-chall-words', 'style.daleChallWords'],
  ['--spelling-words', 'style.spellingWords'],
])('%s refuses what is no list of words, in one sentence', (option, key) => {
  const folder = corpus()
  const asked = (content: string | Uint8Array) => {
    writeFileSync(join(folder, 'words.txt'), content)
    return corpuscope(['audit', 'notes.jsonl', option, 'words.txt', '--quiet'], { cwd: folder })
  }
  for (const [content, problem] of [
    ['', 'words.txt holds no word.'],
    ['# nothing but a comment\n\n', 'words.txt holds no word.'],
    ['dog\ntwo words\n', 'words.txt line 2: is not one word.'],
    ['2\ndog/S\n', 'words.txt line 1: is not one word.'],
    ['dog/S\n', 'written out with all its forms first.'],
    [Uint8Array.of(0x64, 0xff, 0xfe, 0x0a), 'words.txt is not text in UTF-8.'],
    ['a'.repeat(2 ** 26 + 1), 'words.txt is larger than 64 MB.'],
  ] as const)
    expect(asked(content), problem).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(new RegExp(`^[^\\n]*${key}: [^\\n]*${problem.replaceAll('.', '\\.')}[^\\n]*\\n$`)),
    })
  expect(corpuscope(['audit', 'notes.jsonl', option, 'nowhere.txt'], { cwd: folder }).stderr).toContain(
    `${key}: nowhere.txt cannot be read.`,
  )
  expect(corpuscope(['audit', 'notes.jsonl', option, '.'], { cwd: folder }).stderr).toContain(`${key}: . cannot be read.`)
})

test('the formula of Dale & Chall is there with its list alone, and the audit knows the list by its hash and not by its words', async () => {
  const folder = corpus()
  const words = 'the Dog ran to cold he had a big day and it was in happy on'.split(' ')
  writeFileSync(join(folder, 'words.txt'), `# mine\r\n${words.join('\r\n')}`)
  audited(['audit', 'notes.jsonl', '--only', 'style', '--dale-chall-words', 'words.txt', '-o', 'with', '--quiet'], { cwd: folder })
  audited(['audit', 'notes.jsonl', '--only', 'style', '-o', 'without', '--quiet'], { cwd: folder })
  const audit = await auditOf(join(folder, 'with'))
  // textstat 0.7.13 gives the same, with these for its easy words: 2 of 34 are difficult, in 4 sentences.
  expect(estimateOf(audit, 'dale-chall').value).toBeCloseTo(4.986923529411766, 9)
  expect(audit.provenance.instruments).toContainEqual({
    id: 'dale-chall-words',
    title: 'Familiar words given by the user, 16 of them',
    fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
  })
  expect(audit.provenance.options).toMatchObject({ style: { daleChallWords: true } })
  expect(JSON.stringify(audit)).not.toContain('words.txt')
  expect((await auditOf(join(folder, 'without'))).measures.map(({ id }) => id)).not.toContain('dale-chall')
})
