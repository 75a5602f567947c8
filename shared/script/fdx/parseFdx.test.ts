import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wholeRate } from '../../domain/time/frameRates'
import { defaultBreakdown } from '../../model/project'
import { breakDown } from '../extract/breakDown'
import { parseFountain } from '../fountain/parseFountain'
import { fatalWarning } from '../limits'
import type { ParsedScript } from '../scriptTypes'
import { parseFdx } from './parseFdx'

function fdx(content: string, after = ''): ParsedScript {
  return parseFdx(
    `<?xml version="1.0" encoding="UTF-8"?>\n<FinalDraft DocumentType="Script" Version="5"><Content>${content}</Content>${after}</FinalDraft>`,
  )
}

const p = (type: string, text: string): string => `<Paragraph Type="${type}"><Text>${text}</Text></Paragraph>`
const dual = `<DualDialogue>${p('Character', 'MARA')}${p('Dialogue', 'Hey!')}${p('Character', 'OTTO')}${p('Dialogue', 'Ho!')}</DualDialogue>`

/** As Fountain knows them: Shot and General are action. */
function asFountain(script: ParsedScript): unknown[] {
  return script.elements.map((e) => ({ ...e, type: e.type === 'shot' || e.type === 'general' ? 'action' : e.type }))
}

describe('parseFdx', () => {
  it('reads headings from their direct text only, in capitals, with the number', () => {
    const { elements } = fdx(
      '<Paragraph Type="Scene Heading" Number="12A"><SceneProperties Title="x"><Summary><Paragraph><Text>Not this</Text></Paragraph></Summary></SceneProperties><ScriptNote><Paragraph><Text>a note</Text></Paragraph></ScriptNote><Text Style="Bold">Ext. Ya</Text><Text>rd - nIGHT</Text></Paragraph>',
    )
    expect(elements).toEqual([
      { type: 'scene_heading', text: 'EXT. YARD - NIGHT', line: 1, endLine: 1, sceneNumber: '12A' },
      { type: 'note', text: 'a note', line: 3, endLine: 3 },
    ])
  })

  it('joins text runs, decodes entities and keeps line breaks', () => {
    expect(
      fdx(
        '<Paragraph Type="Action"><Text>Rain &amp; </Text><Text Style="Italic">wind &#8212; cold</Text><Text>.\nNight.</Text></Paragraph>',
      ).elements,
    ).toEqual([{ type: 'action', text: 'Rain & wind — cold.\nNight.', line: 1, endLine: 2 }])
  })

  it('reads cues in capitals with their extensions, and dialogue in pieces as one speech', () => {
    const { elements, lines } = fdx(
      p('Character', 'Mara (V.O.)') + p('Parenthetical', '(softly)') + p('Dialogue', 'One.') + p('Dialogue', 'Two.'),
    )
    expect(elements.map((e) => [e.type, e.text, e.extension])).toEqual([
      ['character', 'MARA', 'V.O.'],
      ['parenthetical', '(softly)', undefined],
      ['dialogue', 'One.\nTwo.', undefined],
    ])
    expect(lines).toEqual(['MARA (V.O.)', '(softly)', 'One.', 'Two.'])
  })

  it('reads both nestings of dual dialogue', () => {
    for (const content of [dual, `<Paragraph>${dual}</Paragraph>`]) {
      expect(fdx(content).elements.map((e) => [e.text, e.dual])).toEqual([
        ['MARA', 'left'],
        ['Hey!', 'left'],
        ['OTTO', 'right'],
        ['Ho!', 'right'],
      ])
    }
  })

  it('reads centred text, shots, transitions, acts, general text and lyrics', () => {
    const { elements } = fdx(
      `<Paragraph Type="Action" Alignment="Center"><Text>THE END</Text></Paragraph>${p('Shot', 'CLOSE ON THE KEY')}${p('Transition', 'Burn to pink.')}${p('New Act', 'ACT ONE')}${p('General', 'Some text.')}${p('Cast List', 'MARA, OTTO')}`,
    )
    expect(elements.map((e) => `${e.type}|${e.text}`)).toEqual([
      'centered|THE END',
      'shot|CLOSE ON THE KEY',
      'transition|BURN TO PINK.',
      'section|ACT ONE',
      'general|Some text.',
      'note|MARA, OTTO',
    ])
  })

  it('reads the title page apart', () => {
    const title = `<TitlePage><Content>${p('General', 'The Gnome')}${p('General', 'Written by')}${p('General', 'A. Writer')}${p('General', 'Street 1')}</Content></TitlePage>`
    const script = fdx(p('Scene Heading', 'INT. SHED - DAY'), title)
    expect(script.titlePage).toEqual([
      { key: 'Title', value: 'The Gnome' },
      { key: 'Credit', value: 'Written by' },
      { key: 'Author', value: 'A. Writer' },
      { key: 'Contact', value: 'Street 1' },
    ])
    expect(script.elements).toHaveLength(1)
    expect(parseFountain(script.lines.join('\n')).titlePage).toEqual(script.titlePage)
  })

  it('gives the same breakdown as the Fountain twin', () => {
    const twin = parseFountain(
      '.SNIPER VIEW\n\nMara enters.\n\nMARA ^\n(low)\nHello.\n\n> BURN TO PINK.\n\nINT. SHED - DAY\n\n!# no section\n\nOTTO (O.S.)\nHo.',
    )
    const script = fdx(
      p('Scene Heading', 'Sniper View') +
        p('Action', 'Mara enters.') +
        p('Character', 'Mara') +
        p('Parenthetical', '(low)') +
        p('Dialogue', 'Hello.') +
        p('Transition', 'Burn to pink.') +
        p('Scene Heading', 'INT. SHED - DAY') +
        p('Action', '# no section') +
        p('Character', 'OTTO (O.S.)') +
        p('Dialogue', 'Ho.'),
    )
    const options = { ...defaultBreakdown, fps: wholeRate(24) }
    const shape = (s: ParsedScript): unknown => {
      const b = breakDown(s, options)
      return [
        b.scenes.map((x) => [x.heading, x.set, x.shots.map((y) => [y.text, y.dialogue, y.durationFrames])]),
        b.assets.map((a) => a.key),
        b.presences.map((q) => [q.sceneIndex, q.shotIndex, q.assetKey, q.presence]),
      ]
    }
    expect(shape(script)).toEqual(shape(twin))
  })

  it('drops the heading of an omitted scene', () => {
    const script = fdx(p('Scene Heading', 'OMITTED') + p('Scene Heading', 'INT. SHED - DAY') + p('Action', 'He waits.'))
    expect(breakDown(script, { ...defaultBreakdown, fps: wholeRate(24) }).scenes.map((s) => s.heading)).toEqual([
      'INT. SHED - DAY',
    ])
  })

  it.each([
    [
      'entities',
      '<!DOCTYPE a [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><FinalDraft><Content>&b;</Content></FinalDraft>',
      'FDX_ENTITIES',
    ],
    ['deep nesting', `<FinalDraft>${'<a>'.repeat(500)}`, 'FDX_TOO_DEEP'],
    ['a cut-off file', '<FinalDraft><Content><Paragraph Type="Action"><Text>He', 'FDX_NOT_XML'],
    ['a wrong nesting', '<FinalDraft><Content></FinalDraft></Content>', 'FDX_NOT_XML'],
    ['an open quote', '<FinalDraft a="', 'FDX_NOT_XML'],
    ['other XML', '<html><body/></html>', 'FDX_NOT_FINAL_DRAFT'],
    ['no XML', 'INT. SHED - DAY', 'FDX_NOT_XML'],
    ['an empty file', '', 'FDX_NOT_XML'],
    ['a giant', `<FinalDraft>${' '.repeat(20_000_000)}</FinalDraft>`, 'TOO_LARGE'],
  ])('refuses %s with one warning and nothing else', (_, text, code) => {
    const script = parseFdx(text)
    expect(script.elements).toEqual([])
    expect(script.warnings).toMatchObject([{ code }])
    expect(fatalWarning(script)?.code).toBe(code)
  })

  it('never throws', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<FinalDraft>',
        '</FinalDraft>',
        '<Content>',
        '</Content>',
        '<Paragraph Type="Action">',
        '<Paragraph Type="Character">',
        '</Paragraph>',
        '<Text>',
        '</Text>',
        '<DualDialogue>',
        '&amp;',
        '&#x1F606;',
        '&#0;',
        '<![CDATA[',
        ']]>',
        '<!--',
        '-->',
        '"',
        "'",
        '>',
      ),
      fc.string({ maxLength: 8 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => parseFdx(pieces.join('')).format === 'fdx'),
      { numRuns: 300 },
    )
  })

  it('writes lines that read back as the same elements', () => {
    const plain = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 ,.!?'-]{0,30}[a-z]$/)
    const odd = fc.constantFrom(
      'INT. SHED - DAY',
      'MARA',
      '(softly)',
      'CUT TO:',
      '.dot',
      '...dots',
      '# hash',
      '&gt; x',
      '=',
      '@at',
      '!bang',
      '~song',
      '*star* _line_',
      'SHOUT\nmore',
      'A ^',
    )
    const heading = fc.constantFrom('INT. SHED - DAY', 'Sniper View', '3rd floor').map((t) => p('Scene Heading', t))
    const action = fc
      .tuple(fc.constantFrom('Action', 'Shot', 'General'), fc.oneof(plain, odd))
      .filter(([t, x]) => t !== 'Shot' || !x.includes('\n'))
      .map(([t, x]) => p(t, x))
    const speech = fc
      .tuple(fc.constantFrom('MARA', 'Mara (O.S.)', '3cpo', 'Mr. x', 'Int. man'), fc.boolean(), plain)
      .map(([c, aside, t]) => p('Character', c) + (aside ? p('Parenthetical', 'softly') : '') + p('Dialogue', t))
    const transition = fc.constantFrom('Cut to:', 'Burn to pink.').map((t) => p('Transition', t))
    fc.assert(
      fc.property(
        fc.array(fc.oneof(heading, action, speech, transition, fc.constant(dual)), { maxLength: 12 }),
        (paragraphs) => {
          const script = fdx(paragraphs.join(''))
          for (const { line, endLine } of script.elements)
            expect(line >= 1 && line <= endLine && endLine <= script.lines.length).toBe(true)
          expect(parseFountain(script.lines.join('\n')).elements).toEqual(asFountain(script))
        },
      ),
      { numRuns: 200 },
    )
  })
})
