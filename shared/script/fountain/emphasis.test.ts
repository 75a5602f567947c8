import { describe, expect, it } from 'vitest'
import { stripEmphasis } from './emphasis'

describe('stripEmphasis', () => {
  it.each([
    ['*slanted* and **fat** and ***both***', 'slanted and fat and both'],
    ['_A line under the *Mark 4* scope_', 'A line under the Mark 4 scope'],
    ['_**BOTH**_', 'BOTH'],
    ['the code **\\*9765\\***', 'the code *9765*'],
    ['dialled *69 and then *23', 'dialled *69 and then *23'],
    ['dialled *69 and then 23*', 'dialled 69 and then 23'],
    ['snake_case_name', 'snake_case_name'],
    ['5 * 3 * 2', '5 * 3 * 2'],
  ])('%s', (line, plain) => {
    expect(stripEmphasis(line)).toBe(plain)
  })
})
