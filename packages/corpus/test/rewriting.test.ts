import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Document } from '@corpuscope/core'
import fc from 'fast-check'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { expect, test } from 'vitest'
import { type Edit, planInput, type Rewriting, writeSelection } from '../src/index.ts'
import { edited, stretchAfter } from '../src/rewriting.ts'
import { folderOf, lines, readAll } from './reading.ts'

/** Every "Ann" becomes "[NAME]". */
const masks = ({ text }: Document): Rewriting => ({
  edits: [...text.matchAll(/Ann\b/g)].map(({ index }) => ({ start: index, end: index + 3, text: '[NAME]' })),
})

/** The files of an input written with the masks, as bytes. */
async function masked(files: Record<string, string | Uint8Array>, rewrite: (document: Document) => Rewriting | undefined = masks) {
  const folder = folderOf(Object.fromEntries(Object.entries(files).map(([name, content]) => [`in/${name}`, content])))
  const names = Object.keys(files)
  const input = join(folder, 'in')
  const selection = await writeSelection(await planInput([input], {}), join(folder, 'out'), () => undefined, rewrite)
  const path = (name: string): string => (selection.files[0]!.path === '.' ? join(folder, 'out') : join(folder, 'out', name))
  return { selection, input, out: join(folder, 'out'), bytes: names.map((name) => readFileSync(path(name))) }
}

const text = async (name: string, content: string | Uint8Array): Promise<string> => {
  const { bytes } = await masked({ [name]: content })
  return bytes[0]!.toString()
}

test('JSON lines: only the words that change, whatever the blanks, escapes, order of keys and line ends around them', async () => {
  const before = '\ufeff{ "n":1.50, "text" : "caf\\u00e9 \\"Ann\\" coughs\\n\\ud83e\\udd12 Ann" ,"id":"a"}\r\n{"text":"nobody here"}\n'
  const after = '\ufeff{ "n":1.50, "text" : "caf\\u00e9 \\"[NAME]\\" coughs\\n\\ud83e\\udd12 [NAME]" ,"id":"a"}\r\n{"text":"nobody here"}\n'
  expect(await text('a.jsonl', before)).toBe(after)
})

test('what a replacement holds is escaped as the format asks', async () => {
  const rewrite = ({ text: own }: Document): Rewriting => ({ edits: [{ start: 0, end: own.indexOf(' '), text: 'a "b",\nc' }] })
  const json = await masked({ 'a.jsonl': '{"text":"Ann coughs"}\n' }, rewrite)
  expect(json.bytes[0]!.toString()).toBe('{"text":"a \\"b\\",\\nc coughs"}\n')
  const csv = await masked({ 'a.csv': 'id,text\n1,Ann coughs\n' }, rewrite)
  expect(csv.bytes[0]!.toString()).toBe('id,text\n1,"a ""b"",\nc coughs"\n')
})

test('a key that stands twice is changed in both places: a reader sees one, a person may see the other', async () => {
  expect(await text('a.jsonl', '{"text":"Ann","text":"see Ann here"}\n')).toBe('{"text":"see [NAME] here","text":"see [NAME] here"}\n')
})

test('the parts a text was made of: turns, pieces of turns, lists, nested fields', async () => {
  expect(
    await text(
      'a.jsonl',
      '{"messages":[{"role":"user","content":"I am Ann"},{"role":"assistant","content":[{"text":"Hi"},{"text":"Ann!"}]}]}\n',
    ),
  ).toBe('{"messages":[{"role":"user","content":"I am [NAME]"},{"role":"assistant","content":[{"text":"Hi"},{"text":"[NAME]!"}]}]}\n')
  expect(
    await text('b.jsonl', '{"question":"Is Ann ill?","context":{"contexts":["One for Ann.","Two."]},"long_answer":"No, Ann is well."}\n'),
  ).toBe('{"question":"Is [NAME] ill?","context":{"contexts":["One for [NAME].","Two."]},"long_answer":"No, [NAME] is well."}\n')
})

test('lists of tokens: each word where it stands', async () =>
  expect(await text('a.jsonl', '{"tokens":["See","Ann"],"ner_tags":["O","B-P"]}\n')).toBe(
    '{"tokens":["See","[NAME]"],"ner_tags":["O","B-P"]}\n',
  ))

test('a record that has the whole text beside its pieces is changed in all of them', async () => {
  expect(await text('a.jsonl', '{"text":"Is Ann ill? No, Ann is well.","question":"Is Ann ill?","answer":"No, Ann is well."}\n')).toBe(
    '{"text":"Is [NAME] ill? No, [NAME] is well.","question":"Is [NAME] ill?","answer":"No, [NAME] is well."}\n',
  )
})

test('annotations move with their words and state the new ones', async () => {
  expect(
    await text(
      'a.jsonl',
      '{"text":"🤒 Ann has a cold","entities":[{"start":2,"end":5,"label":"P","text":"Ann"},{"start":12,"end":16,"label":"D"}]}\n',
    ),
  ).toBe('{"text":"🤒 [NAME] has a cold","entities":[{"start":2,"end":8,"label":"P","text":"[NAME]"},{"start":15,"end":19,"label":"D"}]}\n')
  expect(await text('b.jsonl', '{"text":"see Ann cold","spans":[[4,7,"P"],[8,12,"D"]]}\n')).toBe(
    '{"text":"see [NAME] cold","spans":[[4,10,"P"],[11,15,"D"]]}\n',
  )
  expect(await text('a.pubtator', '7|t|Ann coughs\n7|a|So Ann rests\n7\t0\t3\tAnn\tP\tX:1\n7\t18\t23\trests\tA\n\n8|t|Nobody\n')).toBe(
    '7|t|[NAME] coughs\n7|a|So [NAME] rests\n7\t0\t6\t[NAME]\tP\tX:1\n7\t24\t29\trests\tA\n\n8|t|Nobody\n\n',
  )
  const brat = await masked({
    'a.txt': 'See Ann: pain\nin leg.',
    'a.ann': 'T1\tP 4 7\tAnn\r\nR1\tof Arg1:T1 Arg2:T2\nT2\tD 9 13;17 20\tpain leg\n',
  })
  expect(brat.bytes.map(String)).toEqual([
    'See [NAME]: pain\nin leg.',
    'T1\tP 4 10\t[NAME]\r\nR1\tof Arg1:T1 Arg2:T2\nT2\tD 12 16;20 23\tpain leg\n',
  ])
})

test('tokens: one line for what comes in place of several, their tags stay', async () => {
  const rewrite = ({ text: own }: Document): Rewriting => ({
    edits: [{ start: own.indexOf('Ann'), end: own.indexOf(' has'), text: '[A NAME]' }],
  })
  const { bytes } = await masked({ 'a.conll': 'See\tO\nAnn\tB-P\r\nLee\tI-P\nhas\tO\n' }, rewrite)
  expect(bytes[0]!.toString()).toBe('See\tO\n[A_NAME]\tB-P\r\nhas\tO\n\n')
})

test('tables: the cell and no other byte, quoted where it was', async () => {
  const before = '\ufeffid;text;"n"\r\n1;"Ann said ""ow""\r\nto Ann";007\r\n2; Ann ;"x"\n3;nobody;'
  const after = '\ufeffid;text;"n"\r\n1;"[NAME] said ""ow""\r\nto [NAME]";007\r\n2; [NAME] ;"x"\n3;nobody;'
  expect(await text('a.csv', before)).toBe(after)
})

test('encodings, byte order marks and packing stay', async () => {
  const utf16 = (content: string): Buffer => Buffer.from(`\ufeff${content}`, 'utf16le')
  const { bytes, selection } = await masked({
    'a.txt': '\ufeffAnn\r\n',
    'b.txt': Buffer.from('Fi\xe8vre, Ann, 5 \x80', 'latin1'),
    'c.txt': utf16('Ann è'),
    'd.txt.gz': gzipSync('Ann é'),
    'e.txt': 'nobody',
  })
  expect(bytes[0]).toEqual(Buffer.from('\ufeff[NAME]\r\n'))
  expect(bytes[1]).toEqual(Buffer.from('Fi\xe8vre, [NAME], 5 \x80', 'latin1'))
  expect(bytes[2]).toEqual(utf16('[NAME] è'))
  expect(gunzipSync(bytes[3]!).toString()).toBe('[NAME] é')
  expect([selection.kept, selection.rewritten]).toEqual([5, 4])
  const western = await masked({ 'a.jsonl': Buffer.from('{"text":"Fi\xe8vre: Ann"}\n{"text":"Ann"}\n', 'latin1') })
  expect(western.bytes[0]).toEqual(Buffer.from('{"text":"Fi\xe8vre: [NAME]"}\n{"text":"[NAME]"}\n', 'latin1'))
})

test('new words for other fields of the record; what is no field of it is not written', async () => {
  const rewrite = (): Rewriting => ({
    edits: [],
    fields: new Map([
      ['patient', 'X'],
      ['elsewhere', 'Y'],
    ]),
  })
  const json = await masked({ 'a.jsonl': '{"patient":"Ann","text":"one two"}\n' }, rewrite)
  expect(json.bytes[0]!.toString()).toBe('{"patient":"X","text":"one two"}\n')
  const csv = await masked({ 'a.csv': 'patient,text\nAnn,one two\n' }, rewrite)
  expect(csv.bytes[0]!.toString()).toBe('patient,text\nX,one two\n')
})

test.each([
  ['outside the text', [{ start: 0, end: 99, text: '' }]],
  [
    'over another',
    [
      { start: 0, end: 3, text: '' },
      { start: 2, end: 4, text: '' },
    ],
  ],
  ['backwards', [{ start: 3, end: 1, text: '' }]],
])('edits %s are refused, and nothing is left behind', async (_, edits) => {
  for (const [name, content] of [
    ['a.jsonl', '{"text":"Ann coughs"}\n'],
    ['a.csv', 'text,n\nAnn coughs,1\n'],
    ['a.txt', 'Ann coughs'],
  ] as const)
    await expect(masked({ [name]: content }, () => ({ edits }))).rejects.toThrow(RangeError)
})

test('a stretch after edits takes in what came in place of its words', () => {
  const edits = [{ start: 2, end: 4, text: 'xyz' }]
  expect(stretchAfter(edits, 0, 2)).toEqual({ start: 0, end: 2 })
  expect(stretchAfter(edits, 2, 4)).toEqual({ start: 2, end: 5 })
  expect(stretchAfter(edits, 3, 6)).toEqual({ start: 2, end: 7 })
  expect(stretchAfter(edits, 0, 3)).toEqual({ start: 0, end: 5 })
  expect(stretchAfter(edits, 4, 6)).toEqual({ start: 5, end: 7 })
})

/** Each file holds this text, and its reading after any edits is the text with those edits. */
const body = 'Seen with Ann, "very" ill; é 🤒 and\tagain\nAnn'
const table = (quote: (cell: string) => string): string => `id,text,n\n1,${quote(body)},2\n2,${quote('x y')},3\n`
const holders: Record<string, string | Uint8Array> = {
  'a.txt': body,
  'a.jsonl': lines({ id: 'a', text: body, n: 1 }, { id: 'b', text: 'x y' }),
  'a.json': JSON.stringify([{ id: 'a', text: body }], null, 1),
  'turns.jsonl': lines({ messages: body.split('\n').map((content, i) => ({ role: i ? 'user' : 'assistant', content })) }),
  'spans.jsonl': lines({
    text: body,
    entities: [
      { start: 10, end: 13, label: 'P', text: 'Ann' },
      { start: 24, end: 29, label: 'Q' },
    ],
  }),
  'a.csv': table((cell) => `"${cell.replaceAll('"', '""')}"`),
  'a.jsonl.gz': gzipSync(lines({ text: body })),
  'a.parquet': new Uint8Array(parquetWriteBuffer({ columnData: [{ name: 'text', data: [body, 'x y'], type: 'STRING' }] })),
}

const drawnEdits = (length: number): fc.Arbitrary<Edit[]> =>
  fc
    .array(fc.tuple(fc.nat(length), fc.string({ unit: fc.constantFrom('a', 'Ü', '"', ',', '\n', '\\', '🤒', ' '), maxLength: 4 })), {
      maxLength: 8,
    })
    .map((drawn) => {
      const places = drawn.map(([at]) => at).sort((a, b) => a - b)
      return drawn.slice(0, places.length >> 1).map(([, made], i) => ({ start: places[2 * i]!, end: places[2 * i + 1]!, text: made }))
    })

test.each(Object.keys(holders))(
  '%s: what is read after any edits is the text with these edits',
  async (name) => {
    const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
    await fc.assert(
      fc.asyncProperty(drawnEdits(body.length), async (edits) => {
        const wanted = edited(body, edits)
        // Half a character cannot be written, and turns are parted by the newline between them.
        fc.pre(!halves.test(wanted) && !(name === 'turns.jsonl' && edits.some(({ start, end }) => body.slice(start, end).includes('\n'))))
        const { input, out } = await masked({ [name]: holders[name]! }, ({ text: own }) => (own === body ? { edits } : undefined))
        const [before, after] = [await readAll(input), await readAll(out)]
        expect(after.documents).toHaveLength(before.documents.length)
        expect(after.documents[0]!.text).toBe(wanted)
        for (const [i, { start, end, type }] of (before.documents[0]!.annotations ?? []).entries()) {
          const moved = after.documents[0]!.annotations![i]!
          if (!edits.some((edit) => edit.start <= end && edit.end >= start))
            expect(wanted.slice(moved.start, moved.end)).toBe(body.slice(start, end))
          expect([moved.type, moved.problem === undefined || moved.start === moved.end]).toEqual([type, true])
        }
        for (let i = 1; i < before.documents.length; i++) expect(after.documents[i]!.text).toBe(before.documents[i]!.text)
      }),
      { numRuns: 40 },
    )
  },
  60_000,
)

test('passages: their words, their places, and the entities that refer to these', async () => {
  const record = {
    passages: [
      { type: 'title', text: ['Ann coughs'], offsets: [[0, 10]] },
      { type: 'body', text: ['No fever'], offsets: [[11, 19]] },
    ],
    entities: [{ type: 'X', text: ['fever'], offsets: [[14, 19]] }],
  }
  expect(JSON.parse(await text('a.jsonl', lines(record)))).toEqual({
    passages: [
      { type: 'title', text: ['[NAME] coughs'], offsets: [[0, 13]] },
      { type: 'body', text: ['No fever'], offsets: [[14, 22]] },
    ],
    entities: [{ type: 'X', text: ['fever'], offsets: [[17, 22]] }],
  })
})

test('nested questions: the paragraph, the question and the answer', async () => {
  const article = (name: string) => ({
    paragraphs: [{ context: `${name} coughs.`, qas: [{ question: `Does ${name} cough?`, answers: [{ text: name, answer_start: 0 }] }] }],
  })
  expect(JSON.parse(await text('a.jsonl', lines(article('Ann'))))).toEqual(article('[NAME]'))
})

test('CoNLL-U: the word, its lemma, the parts of a contraction, and the comment that says the sentence', async () => {
  const row = (id: string, form: string, lemma: string): string => `${id}\t${form}\t${lemma}\tX\t_\t_\t_\t_\t_\t_\n`
  const before = `# sent_id = s1\n# text = To Ann now\n${row('1', 'To', 'to')}${row('2-3', 'Ann', '_')}${row('2', 'A', 'a')}${row('3', 'nn', 'nn')}${row('4', 'now', 'now')}\n`
  const after = `# sent_id = s1\n${row('1', 'To', 'to')}${row('2-3', '[NAME]', '_')}${row('2', '_', '_')}${row('3', '_', '_')}${row('4', 'now', 'now')}\n`
  expect(await text('a.conllu', before)).toBe(after)
})
