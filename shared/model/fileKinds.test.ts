import { describe, expect, test } from 'vitest'
import {
  beginningBytes,
  endingOf,
  foreignByContent,
  foreignByName,
  mimeOfEnding,
  pictureEndings,
  pictureKinds,
  scriptEndings,
} from './fileKinds'

const bytes = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0))
/** The first box of an ISO base media file: its brand, then those it is compatible with. */
const brands = (major: string, ...others: string[]) =>
  bytes(`\0\0\0${String.fromCharCode(16 + 4 * others.length)}ftyp${major}\0\0\0\0${others.join('')}`)

describe('a file that is no picture we read', () => {
  test.each([
    [brands('heic', 'mif1', 'heic'), 'an HEIC picture'],
    [brands('mif1', 'mif1', 'heic'), 'an HEIC picture'],
    [brands('hevc', 'msf1', 'hevc'), 'an HEIC picture'],
    [brands('isom', 'iso2', 'avc1'), 'a video'],
    [brands('qt  '), 'a video'],
    [brands('crx '), 'a camera raw file'],
    [bytes('\x1A\x45\xDF\xA3webm'), 'a video'],
    [bytes('8BPS\0\x01'), 'a Photoshop file'],
    [bytes('%PDF-1.7'), 'a PDF'],
    [bytes('BM\x36\x10\0\0\0\0\0\0'), 'a BMP picture'],
    [bytes('\xFF\x0A\x00'), 'a JPEG XL picture'],
  ])('is told by what it holds', (beginning, kind) => {
    expect(foreignByContent(beginning)).toBe(kind)
  })

  test.each([
    brands('avif', 'mif1', 'miaf'),
    brands('mif1', 'avif', 'miaf'),
    bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'),
    bytes('\xFF\xD8\xFF\xE0\0\x10JFIF'),
    bytes('RIFF\x10\0\0\0WEBPVP8 '),
    bytes('GIF89a'),
    bytes('II*\0'),
    bytes('<svg xmlns="http://www.w3.org/2000/svg">'),
    bytes('just text'),
    new Uint8Array(0),
    new Uint8Array(beginningBytes),
  ])('is not said of pictures and of what is nothing known', (beginning) => {
    expect(foreignByContent(beginning)).toBeNull()
  })

  test('is told by its name, whatever its case', () => {
    expect(foreignByName('/home/me/IMG_1.HEIC')).toBe('an HEIC picture')
    expect(foreignByName('C:\\films\\take.mov')).toBe('a video')
    for (const name of ['IMG_1.png', 'heic', 'IMG.constructor', 'a.heic/b', '']) expect(foreignByName(name)).toBeNull()
  })
})

test('what is taken in has one list: no ending stands for two things', () => {
  expect(pictureEndings).toEqual(
    expect.arrayContaining(['png', 'jpg', 'jpeg', 'webp', 'tif', 'tiff', 'avif', 'svg', 'gif']),
  )
  const all = [...pictureEndings, ...scriptEndings]
  expect(new Set(all).size).toBe(all.length)
  for (const ending of all) expect([ending, foreignByName(`x.${ending}`)]).toEqual([ending, null])
  for (const { endings, mime } of Object.values(pictureKinds)) expect(mimeOfEnding(endings[0])).toBe(mime)
  expect([mimeOfEnding('jpeg'), mimeOfEnding('bin'), mimeOfEnding('')]).toEqual([null, null, null])
  expect([endingOf('A.B.FDX'), endingOf('noend'), endingOf('a.b/c')]).toEqual(['fdx', '', ''])
})
