import { describe, expect, it } from 'vitest'
import type { ElementType } from '../scriptTypes'
import { parseFountain } from './parseFountain'

/** Elements as `type|text`, the kinds that matter for the case. */
function read(text: string): string[] {
  return parseFountain(text).elements.map((e) => `${e.type}|${e.text}`)
}

function only(text: string, type: ElementType): string[] {
  return parseFountain(text)
    .elements.filter((e) => e.type === type)
    .map((e) => e.text)
}

describe('parseFountain', () => {
  it('reads a title page with values over several lines and without emphasis marks', () => {
    const { titlePage, elements } = parseFountain(
      'Title:\n\t_**The Gnome**_\n   Part Two\nAuthor: A. Writer\nContact:\n    Street 1\n    Town\n\nINT. SHED - DAY\n',
    )
    expect(titlePage).toEqual([
      { key: 'Title', value: 'The Gnome\nPart Two' },
      { key: 'Author', value: 'A. Writer' },
      { key: 'Contact', value: 'Street 1\nTown' },
    ])
    expect(elements[0]).toMatchObject({ type: 'scene_heading', line: 9 })
  })

  it('takes FADE IN: at the top as text, not as a title page', () => {
    expect(parseFountain('FADE IN:\n\nINT. SHED - DAY').titlePage).toEqual([])
    expect(parseFountain('Note to self: buy milk.\n\nHe buys milk.').titlePage).toEqual([])
  })

  it('reads scene headings with their numbers', () => {
    const { elements } = parseFountain(
      'int. shed - day #12A#\n\nEXT. YARD\n\nINT./EXT. CAR - NIGHT\n\nI/E VAN\n\nEST. CITY\n',
    )
    expect(elements.map((e) => [e.text, e.sceneNumber])).toEqual([
      ['int. shed - day', '12A'],
      ['EXT. YARD', undefined],
      ['INT./EXT. CAR - NIGHT', undefined],
      ['I/E VAN', undefined],
      ['EST. CITY', undefined],
    ])
    expect(elements.every((e) => e.type === 'scene_heading')).toBe(true)
  })

  it('knows forced headings from ellipses', () => {
    expect(read('.SNIPER VIEW\n\n...and waits.\n\n. no heading')).toEqual([
      'scene_heading|SNIPER VIEW',
      'action|...and waits.',
      'action|. no heading',
    ])
  })

  it('takes words that only begin like a heading as action', () => {
    expect(read('Internal affairs.\n\nExtra chairs.\n\nEst ce que tu viens?')).toEqual([
      'action|Internal affairs.',
      'action|Extra chairs.',
      'action|Est ce que tu viens?',
    ])
  })

  it('reads cues with extensions, parentheticals and dialogue', () => {
    const { elements } = parseFountain("MARA (V.O.) (CONT'D)\n(softly)\nCome in.\nSit down.\n(beat)\nTea?")
    expect(elements.map((e) => [e.type, e.text, e.line, e.endLine])).toEqual([
      ['character', 'MARA', 1, 1],
      ['parenthetical', '(softly)', 2, 2],
      ['dialogue', 'Come in.\nSit down.', 3, 4],
      ['parenthetical', '(beat)', 5, 5],
      ['dialogue', 'Tea?', 6, 6],
    ])
    expect(elements[0]!.extension).toBe("V.O., CONT'D")
  })

  it('takes capitals without text below as action', () => {
    expect(read('MARA\n\nNobody speaks.')).toEqual(['action|MARA', 'action|Nobody speaks.'])
    expect(read('23\nis a number.')).toEqual(['action|23\nis a number.'])
  })

  it('warns where a cue looks like action', () => {
    const { warnings } = parseFountain('SCANNING THE SHELVES...\nWhere is it?')
    expect(warnings).toMatchObject([{ line: 1, code: 'CUE_LOOKS_LIKE_ACTION' }])
    expect(parseFountain('!SCANNING THE SHELVES...\nWhere is it?').warnings).toEqual([])
  })

  it('forces characters, action, transitions and lyrics', () => {
    expect(read('@McAvoy\nYes.\n\n!BANG\nIt falls.\n\n> Black for a while.\n\n~La la la\n~la')).toEqual([
      'character|McAvoy',
      'dialogue|Yes.',
      'action|BANG\nIt falls.',
      'transition|Black for a while.',
      'lyrics|La la la\nla',
    ])
  })

  it('knows transitions, centred text and page breaks', () => {
    expect(read('CUT TO:\n\n> THE END <\n\n====\n\nboop TO:')).toEqual([
      'transition|CUT TO:',
      'centered|THE END',
      'page_break|',
      'action|boop TO:',
    ])
  })

  it('marks both sides of a dual dialogue', () => {
    const sides = parseFountain('A\nHey!\n\nB ^\n(too)\nHo!\n\nC\nAlone.').elements.map((e) => e.dual)
    expect(sides).toEqual(['left', 'left', 'right', 'right', 'right', undefined, undefined])
  })

  it('keeps a blank line of two spaces inside a speech', () => {
    expect(read('DEALER\nTen.\n  \nHit or stand?\n\nHe deals.')).toEqual([
      'character|DEALER',
      'dialogue|Ten.\n\nHit or stand?',
      'action|He deals.',
    ])
  })

  it('reads indented scripts', () => {
    expect(read('\t\tMARA\n\t(dry)\n\tHello.\n\n\t\tCUT TO:')).toEqual([
      'character|MARA',
      'parenthetical|(dry)',
      'dialogue|Hello.',
      'transition|CUT TO:',
    ])
  })

  it('reads a parenthetical broken over lines', () => {
    expect(read('MARA\n(to herself,\nvery low)\nNo.')).toEqual([
      'character|MARA',
      'parenthetical|(to herself, very low)',
      'dialogue|No.',
    ])
  })

  it('reads sections and synopses', () => {
    const { elements } = parseFountain('# Act I\n\n## Sequence\n\n= They meet.\n')
    expect(elements.map((e) => [e.type, e.text, e.depth])).toEqual([
      ['section', 'Act I', 1],
      ['section', 'Sequence', 2],
      ['synopsis', 'They meet.', undefined],
    ])
  })

  it('takes notes out of the text, also over lines', () => {
    expect(read('Before [[a note]]after.\n\n[[Alone\non two lines]]\n\nHe [[first\n  \nlast]] waits.')).toEqual([
      'action|Before after.',
      'note|a note',
      'note|Alone\non two lines',
      'action|He\n waits.',
      'note|first\n  \nlast',
    ])
  })

  it('goes on with a speech after a line that is only a note', () => {
    expect(only('MARA\nOne.\n[[check]]\nTwo.', 'dialogue')).toEqual(['One.\nTwo.'])
  })

  it('takes boneyards out, also around whole scenes', () => {
    expect(read('CUT TO:\n/*\nINT. CUT OUT - DAY\n\nGone.\n*/\nEXT. YARD - DAY\n\nOne /* two */three.')).toEqual([
      'transition|CUT TO:',
      'boneyard|INT. CUT OUT - DAY\n\nGone.',
      'scene_heading|EXT. YARD - DAY',
      'action|One three.',
      'boneyard|two',
    ])
  })

  it('warns about what is never closed, with its line, and reads it as script', () => {
    const { warnings, elements } = parseFountain('One.\n\nTwo /* three.\n\nFour [[ five.\n\nSix ]].')
    expect(warnings).toMatchObject([
      { line: 3, code: 'UNCLOSED_BONEYARD' },
      { line: 5, code: 'UNCLOSED_NOTE' },
    ])
    expect(elements.map((e) => e.text)).toEqual(['One.', 'Two /* three.', 'Four [[ five.', 'Six ]].'])
  })

  it('counts lines alike for LF, CRLF and CR, with and without a byte order mark', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const { elements, lines } = parseFountain(`\ufeffINT. SHED - DAY${end}${end}He waits.${end}`)
      expect(elements.map((e) => e.line)).toEqual([1, 3])
      expect(lines).toEqual(['INT. SHED - DAY', '', 'He waits.', ''])
    }
  })

  it('reads an empty file', () => {
    expect(parseFountain('')).toEqual({ format: 'fountain', titlePage: [], elements: [], lines: [], warnings: [] })
  })

  it('refuses what is far too large, as a warning', () => {
    expect(parseFountain('x'.repeat(50_000_000)).warnings).toMatchObject([{ code: 'TOO_LARGE' }])
    expect(parseFountain('\n'.repeat(600_000)).warnings).toMatchObject([{ code: 'TOO_LARGE' }])
  })
})
