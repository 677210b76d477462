import { concat, DataFrame, toCSV } from 'danfojs-node'
import { expect, test } from 'vitest'

// What danfojs-node 1.2.0 gets wrong and this package works around or warns of. A test that fails here after an upgrade is good news:
// remove the workaround, and the warning in `documentsFrame`.

test('wrong: groupby on two keys takes ("a-b", "c") and ("a", "b-c") for one group', () => {
  const rows = [
    ['a-b', 'c', 1],
    ['a', 'b-c', 2],
  ]
  const frame = new DataFrame(rows, { columns: ['g', 'h', 'v'] })
  expect(frame.groupby(['g', 'h']).col(['v']).sum().values).toEqual([['a-b', 'c', 3]])
})

test('wrong: groupby counts null as 0 in a mean; with NaN it gives NaN, which is seen', () => {
  const mean = (missing: number | null) => {
    const rows = [
      ['a', 1],
      ['a', missing],
    ]
    const frame = new DataFrame(rows, { columns: ['g', 'v'], dtypes: ['string', 'float32'] })
    return frame.groupby(['g']).col(['v']).mean().values
  }
  expect(mean(null)).toEqual([['a', 0.5]])
  expect(mean(Number.NaN)).toEqual([['a', Number.NaN]])
})

test('wrong: concat spoils its first input, and triples with itself to twelve rows out of nine', () => {
  const frame = () => new DataFrame([[1], [2], [3]], { columns: ['x'] })
  const first = frame()
  expect(concat({ dfList: [first, frame()], axis: 0 }).shape).toEqual([6, 1])
  expect(() => first.column('x')).toThrow('index of length 3 but Ndframe rows has length of 6')
  const same = frame()
  expect(concat({ dfList: [same, same, same], axis: 0 }).shape).toEqual([12, 1])
})

test('wrong: a column called values breaks the frame', () =>
  expect(() => new DataFrame([[1], [2]], { columns: ['values'] }).toString()).toThrow())

test('wrong: its CSV writer quotes nothing', () => expect(toCSV(new DataFrame([['a,b']], { columns: ['x'] }))).toContain('\na,b\n'))
