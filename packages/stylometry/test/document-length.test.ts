import { obeysTheLaws } from '@corpuscope/core'
import { test } from 'vitest'
import { documentLength } from '../src/index.ts'

test('obeys the laws', () => obeysTheLaws(documentLength()))
