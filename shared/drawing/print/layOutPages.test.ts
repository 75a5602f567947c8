import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layOutPages, type PrintPage } from './layOutPages'
import type { PrintDocument, PrintPanel } from './printDocument'
import { isRightToLeft, wrapText } from './wrapText'

const widthOf = (text: string) => [...text].length
const measure = (text: string, size: number) => widthOf(text) * size * 0.5

const panel = (name: string, text: string): PrintPanel => ({
  name,
  detail: 'Wide',
  right: '2.0 s',
  pictures: [null],
  texts: [{ style: 'body', text }],
})
const documentOf = (panels: PrintPanel[], perPage: number): PrintDocument => ({
  title: 'Film',
  head: 'Film',
  logo: null,
  foot: true,
  date: '',
  width: 842,
  height: 595,
  aspect: 16 / 9,
  body: { kind: 'grid', perPage, pictures: 1 },
  pagePerSection: false,
  sections: [{ heading: '1 INT. HALL', panels, rows: [] }],
  frames: {},
})
const textsOf = (pages: readonly PrintPage[]) =>
  pages.flatMap((page) => page.ops.flatMap((op) => (op.op === 'text' ? [op] : [])))
const letters = (text: string) => text.replace(/[\s\u200f]+/g, '')

test('lines are no wider than their column and lose nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 4, max: 60 }), (text, width) => {
      const lines = wrapText(text, width, widthOf)
      for (const line of lines)
        expect([...new Intl.Segmenter().segment(line)].length <= width || widthOf(line) > width).toBe(true)
      const kept = (all: string) => all.replace(/[\s\p{Cc}]+/gu, '')
      expect(kept(lines.join(''))).toBe(kept(text))
    }),
  )
})

test('a line breaks between Chinese signs, never before their full stop', () => {
  expect(wrapText('漢字漢字。漢字', 4, widthOf)).toEqual(['漢字漢', '字。漢字'])
  expect(wrapText('a bb ccc', 4, widthOf)).toEqual(['a bb', 'ccc'])
  expect(wrapText('abcdefghij', 4, widthOf)).toEqual(['abcd', 'efgh', 'ij'])
})

test('Hebrew and Arabic read from right to left', () => {
  expect(['שלום, Bob', 'مرحبا', '(“שלום”)'].map(isRightToLeft)).toEqual([true, true, true])
  expect(['Bob says שלום', '12', ''].map(isRightToLeft)).toEqual([false, false, false])
})

describe('pages', () => {
  test('as many panels as were asked for, all of one size', () => {
    for (const perPage of [1, 2, 3, 4, 6, 9, 12]) {
      const pages = layOutPages(
        {
          ...documentOf([], perPage),
          pagePerSection: true,
          sections: [
            {
              heading: 'S',
              rows: [],
              panels: Array.from({ length: perPage * 2 + 1 }, (_, i) => ({
                ...panel(`${i + 1}`, 'Short.'),
                pictures: [{ frame: `start ${i}` }],
              })),
            },
          ],
        },
        measure,
      )
      expect(pages.map((page) => page.pictures.length)).toEqual([perPage, perPage, 1])
      expect(new Set(pages.flatMap((page) => page.pictures.map((one) => Math.round(one.width)))).size).toBe(1)
    }
  })

  test('a text of any length is there whole, inside the paper, and every page has its number', () => {
    fc.assert(
      fc.property(
        fc.array(fc.lorem({ maxCount: 400 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(1, 3, 6, 12),
        (texts, perPage) => {
          const document = documentOf(
            texts.map((text, i) => panel(`${i + 1}`, text)),
            perPage,
          )
          const pages = layOutPages(document, measure)
          const written = textsOf(pages)
          const bodies = written.filter((op) => op.fill === '#111111' && op.weight === 400)
          const count = (all: string) => [...letters(all)].sort().join('')
          expect(count(bodies.map((op) => op.text).join(''))).toBe(count(texts.join('')))
          for (const op of written) expect(op.y > 0 && op.y < document.height - 10).toBe(true)
          expect(written.filter((op) => op.text.startsWith('Page ')).map((op) => op.text)).toEqual(
            pages.map((_, i) => `Page ${i + 1} of ${pages.length}`),
          )
        },
      ),
      { numRuns: 40 },
    )
  })

  test('what goes on names its panel again', () => {
    const pages = layOutPages(documentOf([panel('7', 'word '.repeat(4000))], 6), measure)
    expect(pages.length).toBeGreaterThan(2)
    expect(textsOf(pages.slice(1, 2)).map((op) => op.text)).toContain('7, continued')
  })

  test('rows of a table go on with the titles over them', () => {
    const columns = [
      { title: 'Shot', share: 1 },
      { title: 'Words', share: 3 },
    ]
    const rows = Array.from({ length: 60 }, (_, i) => ({
      cells: [`${i + 1}`, i === 20 ? 'word '.repeat(9000) : 'Two words'],
    }))
    const document: PrintDocument = {
      ...documentOf([], 1),
      body: { kind: 'table', columns },
      sections: [{ heading: 'S', panels: [], rows }],
    }
    const pages = layOutPages(document, measure)
    for (const page of pages) expect(textsOf([page]).map((op) => op.text)).toContain('Words')
    expect(
      textsOf(pages)
        .flatMap((op) => op.text.split(' '))
        .filter((one) => one === 'word'),
    ).toHaveLength(9000)
  })

  test('nothing to print is one page with its head', () => {
    expect(textsOf(layOutPages(documentOf([], 6), measure)).map((op) => op.text)).toContain('Page 1 of 1')
  })
})

test('how the camera is stands in full: beside the number where it has room, else under the picture', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(1, 2, 4, 6, 9, 12),
      fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 40 }),
      (perPage, words) => {
        const detail = words.join(' ')
        const panels = [{ ...panel('1', 'They wait.'), detail }, panel('2', 'She goes.')]
        const texts = textsOf(layOutPages(documentOf(panels, perPage), measure))
        expect(texts.map(({ text }) => text).join('')).not.toContain('…')
        const all = letters(texts.map(({ text }) => text).join(''))
        expect(all).toContain(letters(detail))
        expect(all).toContain(letters('They wait.'))
      },
    ),
  )
})

test('a logo stands in the head of every page, within its room, and what is written goes to its right', () => {
  for (const [width, height] of [
    [400, 100],
    [100, 400],
    [2000, 20],
  ] as const) {
    const logo = { mediaId: 'a'.repeat(64), width, height }
    const panels = Array.from({ length: 30 }, (_, i) => panel(String(i), 'They wait.'))
    const document = { ...documentOf(panels, 4), logo }
    const pages = layOutPages(document, measure)
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) {
      const placed = page.pictures.find(({ picture }) => 'mediaId' in picture && picture.mediaId === logo.mediaId)!
      expect(placed.width / placed.height).toBeCloseTo(width / height, 3)
      expect([placed.width <= 120, placed.height <= 20, placed.y > 0]).toEqual([true, true, true])
      const head = page.ops.find((op) => op.op === 'text' && op.text === 'Film')
      expect(head?.op === 'text' && head.x > placed.x + placed.width).toBe(true)
    }
    const bare = layOutPages({ ...document, head: '', pagePerSection: false }, measure)
    expect(Math.min(...textsOf(bare).map(({ y }) => y))).toBeGreaterThan(40)
  }
})

test('what a head has no room for stands in full below it: of the film, of a scene with pages of its own, of a shot', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(1, 2, 4, 6, 9, 12),
      fc.record({ film: fc.nat(60), scene: fc.nat(60), shot: fc.nat(25) }),
      fc.boolean(),
      (perPage, counts, pagePerSection) => {
        const long = (sign: string, count: number) => Array.from({ length: count }, (_, i) => `${sign}${i}`).join(' ')
        const [head, heading, name] = [long('f', counts.film), long('s', counts.scene), long('n', counts.shot)]
        const section = { heading, panels: [panel(name, 'They wait.')], rows: [] }
        const other = { heading: 'Short', panels: [panel('2', 'She goes.')], rows: [] }
        const document = { ...documentOf([], perPage), head, pagePerSection, sections: [section, other] }
        const pages = layOutPages(document, measure)
        const all = letters(
          textsOf(pages)
            .map(({ text }) => text)
            .join(''),
        )
        for (const text of [head, heading, name]) expect(all).toContain(letters(text))
        if (pagePerSection) expect(textsOf(pages.slice(-1)).filter(({ text }) => text === 'Short')).toHaveLength(1)
      },
    ),
  )
})
