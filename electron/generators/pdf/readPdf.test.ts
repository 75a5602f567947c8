import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from '@napi-rs/canvas'
import { describe, expect, test } from 'vitest'
import { readScript } from '../../services/importScript'
import { runOnce } from '../../testing/inProcessGenerators'
import { pdfOf, pdfOfContents } from '../../testing/pdf'
import { tempFolder } from '../../testing/tempFolder'

async function textOf(bytes: Uint8Array, signal?: AbortSignal): Promise<string> {
  const path = join(tempFolder(), 'script.pdf')
  writeFileSync(path, bytes)
  const events = await runOnce({ type: 'pdf', id: '1', path }, { signal })
  return events.find((event) => event.type === 'pdfDone')!.text
}

const read = async (bytes: Uint8Array) => {
  const { format, elements } = readScript('script.pdf', undefined, null, await textOf(bytes)).script
  return {
    format,
    elements: elements.map(({ type, text, sceneNumber, dual }) => [type, text, sceneNumber ?? dual ?? '']),
  }
}

const shooting = [
  [
    '                                                   Blue Rev. 3/4/24   1.',
    '',
    ' 12   INT. HALL - DAY                                         12',
    '',
    '      Otto carries a lamp across the hall. The door stands',
    '      open behind him.',
    '',
    '                          OTTO',
    '                (low)',
    '           Who left the door open? I told them twice',
    '           that it has to be shut.',
    '                          (MORE)',
    '',
    '                                                  (CONTINUED)',
  ],
  [
    ' CONTINUED:                                                   2.',
    '',
    "                          OTTO (CONT'D)",
    '           Nobody listens.',
    '',
    ' 12A  EXT. YARD - NIGHT                                       12A',
    '',
    '      Greta waits by the well.                                 *',
  ],
]

describe('a PDF', () => {
  test('of a shooting script is read with its numbers, and without the furniture of its pages', async () => {
    expect(await read(pdfOf(shooting))).toEqual({
      format: 'shooting',
      elements: [
        ['scene_heading', 'INT. HALL - DAY', '12'],
        ['action', 'Otto carries a lamp across the hall. The door stands\nopen behind him.', ''],
        ['character', 'OTTO', ''],
        ['parenthetical', '(low)', ''],
        ['dialogue', 'Who left the door open? I told them twice\nthat it has to be shut.\nNobody listens.', ''],
        ['scene_heading', 'EXT. YARD - NIGHT', '12A'],
        ['action', 'Greta waits by the well.', ''],
      ],
    })
  })

  test('keeps two speeches side by side apart', async () => {
    const { elements } = await read(
      pdfOf([
        [
          'INT. HALL - DAY',
          '',
          'They shout at each other.',
          '',
          '          OTTO                          GRETA',
          '     Give me the lamp                Never in my',
          '     at once!                        life!',
          '',
          'She runs.',
        ],
      ]),
    )
    // The right column is drawn by a run of its own.
    expect(elements).toEqual([
      ['scene_heading', 'INT. HALL - DAY', ''],
      ['action', 'They shout at each other.', ''],
      ['character', 'OTTO', 'left'],
      ['dialogue', 'Give me the lamp\nat once!', 'left'],
      ['character', 'GRETA', 'right'],
      ['dialogue', 'Never in my\nlife!', 'right'],
      ['action', 'She runs.', ''],
    ])
  })

  test('in a proportional type, with letters of all languages, as another program makes it', async () => {
    const document = new PDFDocument({ title: 'x' })
    const page = document.beginPage(595, 842)
    page.font = '12px "DejaVu Sans", sans-serif'
    const rows: [number, number, string][] = [
      [72, 90, 'INT. KÜCHE - TAG'],
      [72, 120, 'Otto wäscht die Teller und stellt sie ins Regal.'],
      [250, 150, 'ÖZGE'],
      [180, 165, 'Lass mich das machen.'],
      [72, 195, 'Sie nimmt ihm das Tuch weg.'],
    ]
    for (const [x, y, text] of rows) page.fillText(text, x, y)
    document.endPage()
    expect((await read(document.close())).elements).toEqual([
      ['scene_heading', 'INT. KÜCHE - TAG', ''],
      ['action', 'Otto wäscht die Teller und stellt sie ins Regal.', ''],
      ['character', 'ÖZGE', ''],
      ['dialogue', 'Lass mich das machen.', ''],
      ['action', 'Sie nimmt ihm das Tuch weg.', ''],
    ])
  })

  test('leaves out a watermark that runs askew, and letters printed twice to be bold', async () => {
    const text = await textOf(
      pdfOfContents([
        [
          'BT /F1 12 Tf 72 700 Td (INT. HALL - DAY) Tj ET',
          'BT /F1 12 Tf 72.4 700 Td (INT. HALL - DAY) Tj ET',
          'BT /F1 40 Tf 0.7 0.7 -0.7 0.7 100 100 Tm (PROPERTY OF SOMEBODY) Tj ET',
          'BT /F1 12 Tf 72 676 Td (Otto waits in the hall.) Tj ET',
        ].join('\n'),
      ]),
    )
    expect(
      text
        .trim()
        .split('\n')
        .map((line) => line.trim()),
    ).toEqual(['INT. HALL - DAY', '', 'Otto waits in the hall.'])
  })
})

describe('what cannot be read is told in a sentence', () => {
  const refusalOf = (bytes: Uint8Array) =>
    textOf(bytes).then(
      (text) => `read: ${text}`,
      (error: Error) => error.message,
    )

  test('pages of pictures', async () => {
    expect(await refusalOf(pdfOfContents(['0 0 300 300 re f', 'BT /F1 12 Tf 72 700 Td (2.) Tj ET']))).toContain(
      'scanned',
    )
  })

  test('a lock', async () => {
    expect(await refusalOf(pdfOf(shooting, { encrypt: true }))).toContain('password')
  })

  test('damage', async () => {
    expect(await refusalOf(Buffer.from('%PDF-1.7\nnothing of the kind'))).toBe('It is a damaged PDF.')
    expect(await refusalOf(new Uint8Array(5000).fill(37))).toBe('It is a damaged PDF.')
  })

  test('more pages than a script has', async () => {
    expect(await refusalOf(pdfOfContents(Array.from({ length: 1501 }, () => '')))).toContain('1501 pages')
  })

  test('a request that was called off ends between two pages', async () => {
    await expect(textOf(pdfOf(shooting), AbortSignal.abort())).rejects.toThrow('Cancelled.')
  })
})
