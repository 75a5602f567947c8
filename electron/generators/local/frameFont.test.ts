import { GlobalFonts, createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { bundledFonts } from '@shared/drawing/bundledFonts'
import { FRAME_FONT } from '@shared/drawing/drawOp'
import { registerFrameFont } from './frameFont'

/** The pixels of one character in one family alone. */
function drawn(family: string, sign: string): string {
  const context = createCanvas(32, 32).getContext('2d')
  context.font = `20px "${family}"`
  context.fillText(sign, 2, 24)
  return Buffer.from(context.getImageData(0, 0, 32, 32).data.buffer).toString('base64')
}

/** What names of films in other scripts are written with, by the family that has to have it. */
const texts: Readonly<Record<string, string>> = {
  'Exeunt CJK': '走进厨房李雷「龍」繁體日本語ひらがなカタカナ한국어문을。，ＡＢ',
  'Exeunt Arabic': 'مرحباليلىگچپ',
  'Exeunt Hebrew': 'שלוםדנהךףץ',
  'Exeunt Devanagari': 'नमसतराम',
  'Exeunt Thai': 'สวสดหมา',
}

test('every script that is promised has a font that comes along and has its characters', () => {
  registerFrameFont()
  expect(bundledFonts.map(({ family }) => family)).toEqual(Object.keys(texts))
  for (const { family, sample } of bundledFonts) {
    expect(GlobalFonts.has(family)).toBe(true)
    const box = drawn(family, '\u{10fffd}')
    const missing = [...new Set(`${sample}${texts[family]}`)].filter((sign) => drawn(family, sign) === box)
    expect(missing, family).toEqual([])
  }
})

test('the font of frames itself has Latin, Greek and Cyrillic', () => {
  registerFrameFont()
  const box = drawn(FRAME_FONT, '\u{10fffd}')
  expect([...'AgéßŁőΩλЖяЇ'].filter((sign) => drawn(FRAME_FONT, sign) === box)).toEqual([])
})
