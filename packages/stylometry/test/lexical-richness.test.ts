import { createDocument, obeysTheLaws } from '@corpuscope/core'
import { scanWords } from '@corpuscope/text'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  hdD,
  lexicalRichness,
  lexicalRichnessOf,
  meanSegmentalTypeTokenRatio,
  movingTypeTokenRatio,
  mtld,
  mtldOneWay,
  richness,
} from '../src/index.ts'
import { hasPeers, type Note, peers, readRecords, readShared, typesOf } from './peers.ts'

test('obeys the laws', () => obeysTheLaws(lexicalRichness()))

test('four words, one of them twice: the arithmetic stands here', () => {
  const index = richness([2, 1, 1])
  expect(index.ttr).toBe(3 / 4)
  expect(index.guiraudR).toBe(3 / 2)
  expect(index.yuleK).toBe((1e4 * (6 - 4)) / 16)
  expect(index.simpsonD).toBeCloseTo(2 / 12, 15)
  expect(index.honoreR).toBeCloseTo((100 * Math.log(4)) / (1 - 2 / 3), 12)
  expect(index.sichelS).toBe(1 / 3)
  expect(index.entropy).toBe(1.5)
  expect(index.hapaxRatio).toBe(2 / 3)
})

interface Vector {
  readonly [measure: string]: number | null | { readonly [window: string]: number } | { readonly value: number }
}

test.skipIf(!hasPeers)('agrees with the published vectors', () => {
  const vectors = JSON.parse(readShared('references/stylometry-vectors.json'))
  for (const name of ['A', 'B'] as const) {
    const { types, frequencies } = typesOf(vectors[`tokens_${name}`])
    const expected: Vector = vectors[name]
    const index = richness(frequencies)
    const pairs: [number | null, unknown][] = [
      [index.tokens, expected.N],
      [index.types, expected.V],
      [index.hapaxes, expected.V1_hapax],
      [index.ttr, expected.ttr],
      [index.guiraudR, expected.rttr_guiraud],
      [index.carrollCttr, expected.cttr_carroll],
      [index.herdanC, expected.herdan_c],
      [index.summerS, expected.summer_s],
      [index.maasA2, expected.maas_a2_ln],
      [index.dugastU, expected.dugast_u_ln],
      [index.yuleK, expected.yule_k],
      [index.yuleI, expected.yule_i_oakes],
      [index.simpsonD, expected.simpson_d],
      [index.herdanVm, expected.herdan_vm],
      [index.honoreR, expected.honore_r],
      [index.sichelS, expected.sichel_s],
      [index.brunetW, expected.brunet_w_0165],
      [index.hapaxRatio, expected.hapax_ratio_types],
      [index.entropy, expected.entropy_bits],
      [index.entropyNormalised, expected.entropy_normalised],
      [mtld(types, frequencies.length, 'at-most'), (expected.mtld_le as { value: number }).value],
      [mtld(types, frequencies.length, 'below'), (expected.mtld_lt as { value: number }).value],
      ...Object.entries(expected.msttr as Record<string, number>).map(([window, value]): [number | null, number] => [
        meanSegmentalTypeTokenRatio(types, frequencies.length, Number(window)),
        value,
      ]),
      ...Object.entries(expected.hdd as Record<string, number>).map(([draws, value]): [number | null, number] => [
        hdD(frequencies, Number(draws)),
        value,
      ]),
    ]
    for (const [ours, theirs] of pairs) expect(Math.abs(ours! / (theirs as number) - 1)).toBeLessThan(1e-11)
  }
})

test.skipIf(!hasPeers)('the two rules of MTLD differ where the ratio hits 0.72, as in the vectors', () => {
  const vectors = JSON.parse(readShared('references/stylometry-vectors.json'))
  for (const name of ['C', 'D'] as const) {
    const { types, frequencies } = typesOf(vectors[`tokens_${name}`])
    expect(mtld(types, frequencies.length, 'at-most')).toBeCloseTo(vectors[name].mtld_le.value, 9)
    expect(mtld(types, frequencies.length, 'below')).toBeCloseTo(vectors[name].mtld_lt.value, 9)
  }
  expect(vectors.C.mtld_le.value).not.toBe(vectors.C.mtld_lt.value)
})

test.skipIf(!hasPeers)('agrees with the edge cases of the vectors', () => {
  const { edge_cases: cases } = JSON.parse(readShared('references/stylometry-vectors.json'))
  const same = typesOf(cases.all_same_8.tokens)
  expect(richness(same.frequencies)).toMatchObject({ ttr: 0.125, herdanC: 0, yuleK: 8750, simpsonD: 1, sichelS: 0, entropy: 0 })
  expect(richness(same.frequencies).honoreR).toBeCloseTo(cases.all_same_8.honore_r, 9)
  expect(richness(same.frequencies).maasA2).toBeCloseTo(cases.all_same_8.maas_a2_ln, 11)
  expect(mtld(same.types, 1)).toBe(2)
  const different = typesOf(cases.all_different_8.tokens)
  expect(richness(different.frequencies)).toMatchObject({ ttr: 1, herdanC: 1, yuleK: 0, yuleI: null, dugastU: null, honoreR: null })
  expect(mtld(different.types, 8)).toBe(8)
  const one = richness([1])
  expect(one).toMatchObject({ ttr: 1, herdanC: null, maasA2: null, yuleK: 0, simpsonD: null, entropy: 0 })
  expect(mtld([0], 1)).toBeNull()
})

test('no word, one word, other scripts: every value is a number or null, never NaN', () => {
  for (const text of ['', ' \n', 'pain', 'pain pain', '患者发热三天', 'ปวดท้อง', '👩‍⚕️']) {
    for (const [id, value] of Object.entries(lexicalRichnessOf(createDocument({ text }))))
      expect(value === null || Number.isFinite(value), `${id} of a text of ${text.length}`).toBe(true)
  }
  expect(Object.values(richness([])).every((value) => value === null || value === 0)).toBe(true)
})

// Tolerances of the oracles' README.
const exact = 1e-9
const close = 1e-6

// lexicalrichness discards the last segment even when it is full, unless it is the only one: without its last word it is not.
const asPeerCuts = (types: Uint32Array): Uint32Array => (types.length % 100 === 0 && types.length > 100 ? types.subarray(0, -1) : types)

interface Oracle {
  readonly id: string
  readonly tokens: number
  readonly types: number
  readonly hapax: number
  readonly [measure: string]: unknown
}

test.skipIf(!hasPeers).each(peers)('agrees with the oracle of %s on every document', (name, file, pick) => {
  const notes = pick(readRecords<Note>(`corpora/${file}`))
  const rows = readRecords<Oracle>(`oracles/${name}.lexical.perdoc.jsonl`)
  expect(rows.length).toBe(notes.length)
  const worst = new Map<string, number>()
  notes.forEach((note, i) => {
    const oracle = rows[i]!
    const { types, frequencies } = scanWords(note.text, 'oracle-1')
    const v = frequencies.length
    const index = richness(frequencies)
    expect([oracle.id, index.tokens, index.types, index.hapaxes]).toEqual([note.id, oracle.tokens, oracle.types, oracle.hapax])
    const pairs: [string, number, number | null][] = [
      ['ttr', exact, index.ttr],
      ['guiraud', exact, index.guiraudR],
      ['herdan_c', exact, index.herdanC],
      ['maas_a2', exact, index.maasA2],
      ['mattr25', exact, movingTypeTokenRatio(types, v, 25)],
      ['mattr50', exact, movingTypeTokenRatio(types, v, 50)],
      ['mattr100', exact, movingTypeTokenRatio(types, v, 100)],
      ['msttr100', exact, meanSegmentalTypeTokenRatio(asPeerCuts(types), v, 100)],
      ['mtld', close, mtld(types, v, 'at-most')],
      ['mtld_fwd', close, mtldOneWay(types, v, 'at-most', false)],
      ['mtld_bwd', close, mtldOneWay(types, v, 'at-most', true)],
      ['mtld_strict', close, mtld(types, v, 'below')],
      ['hdd42', close, hdD(frequencies)],
      ['yule_k', close, index.yuleK],
      ['simpson_d', exact, index.simpsonD],
      ['honore_r', exact, index.honoreR],
      ['brunet_w', exact, index.brunetW],
      ['entropy_bits', exact, index.entropy],
      ['entropy_norm', exact, index.entropyNormalised],
    ]
    for (const [measure, tolerance, ours] of pairs) {
      const theirs = oracle[measure] as number | null
      if (theirs === null || ours === null) expect([measure, note.id, ours]).toEqual([measure, note.id, theirs])
      else {
        const off = Math.abs(ours - theirs) / Math.max(1, Math.abs(theirs))
        worst.set(measure, Math.max(worst.get(measure) ?? 0, off))
        expect(off, `${measure} of ${note.id}`).toBeLessThan(tolerance)
      }
    }
  })
  expect(worst.size).toBe(19)
})

test('equals the definitions on any text', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5), { minLength: 2, maxLength: 60 }), (raw) => {
      const { types, frequencies } = typesOf(raw.map(String))
      const n = types.length
      const k = Math.min(n, 5)
      const choose = (a: number, b: number): number => Array.from({ length: b }, (_, i) => (a - i) / (b - i)).reduce((x, y) => x * y, 1)
      const expected = frequencies.reduce((sum, f) => sum + 1 - (n - f < k ? 0 : choose(n - f, k) / choose(n, k)), 0) / k
      expect(hdD(frequencies, k)).toBeCloseTo(expected, 10)
      const { entropy, entropyNormalised, simpsonD } = richness(frequencies)
      expect(entropy).toBeCloseTo(-frequencies.reduce((sum, f) => sum + (f / n) * Math.log2(f / n), 0), 10)
      for (const bounded of [entropyNormalised ?? 0, simpsonD ?? 0]) expect(bounded).toBeLessThanOrEqual(1 + 1e-12)
      // Backward MTLD is forward MTLD of the reversed text.
      expect(mtldOneWay(types, frequencies.length, 'at-most', true)).toBe(
        mtldOneWay([...types].reverse(), frequencies.length, 'at-most', false),
      )
    }),
  )
})
