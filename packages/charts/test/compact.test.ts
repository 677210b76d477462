import { expect, test } from 'vitest'
import { compacted } from '../src/compact.ts'

const circle = 'M2.92,0A2.92,2.92,0,1,1,-2.92,0A2.92,2.92,0,1,1,2.92,0'
const mark = (at: string, shape: string, rest: string): string => `<path transform="translate(${at})" d="${shape}"${rest}/>`

test('points that look alike become dots of one path, each where it was', () => {
  const blue = ' fill="blue" stroke-width="2" opacity="0.85"'
  const made = compacted(
    `<svg>${mark('1.52,2', circle, blue)}${mark('3,4.08', circle, ' fill="red" opacity="0.85"')}${mark('5,6', circle, blue)}</svg>`,
  )
  expect(made).toBe(
    '<svg><path d="M1.5 2h0M5 6h0" stroke="blue" stroke-width="5.8" stroke-linecap="round" opacity="0.85"/><path d="M3 4.1h0" stroke="red" stroke-width="5.8" stroke-linecap="round" opacity="0.85"/></svg>',
  )
})

test('other shapes keep their corners', () => {
  const made = compacted(`<svg>${mark('10,10', 'M-2,-1h4v2h-4Z', ' fill="a"')}${mark('20,10', 'M-2,-1h4v2h-4Z', ' fill="a"')}</svg>`)
  expect(made).toBe('<svg><path d="M10 10m-2,-1h4v2h-4zM20 10m-2,-1h4v2h-4z" fill="a"/></svg>')
})

test('a shape it cannot follow stays as it was', () => {
  const same = `<svg>${mark('1,1', 'M0,0C1,1,2,2,3,3', ' fill="a"')}${mark('2,2', 'M0,0C1,1,2,2,3,3', ' fill="a"')}</svg>`
  expect(compacted(same)).toBe(same)
})

test('lines of a grid become one path, and the font stands once', () => {
  const line = (at: string): string => `<line transform="translate(${at})" x2="163" y2="0" stroke="grey" stroke-width="1"/>`
  const font = ' font-family="system-ui" font-size="12px"'
  expect(compacted(`<svg>${line('0,276')}${line('0,300')}<text text-anchor="end"${font}>a</text><text${font}>b</text></svg>`)).toBe(
    `<svg${font}><path d="M0,276h163M0,300h163" stroke="grey" stroke-width="1"/><text text-anchor="end">a</text><text>b</text></svg>`,
  )
})
