import { expect, test } from 'vitest'
import { briefTexts } from '../src/brief-texts.ts'

test('texts that fit are whole', () => expect(briefTexts(['apple', null, 'fig'], 8)).toEqual({ texts: ['apple', null, 'fig'] }))

test('only the longest are cut, all to one length', () =>
  // 10 - 3 for the fig leaves 7 for two: 3 each.
  expect(briefTexts(['pomegranate', 'fig', null, 'blackcurrant'], 10)).toEqual({ texts: ['pom…', 'fig', null, 'bla…'], longest: 3 }))

test('no character is cut in two', () => expect(briefTexts(['a🍎b🍎'], 2).texts).toEqual(['a…']))
