import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { parseScript } from '@shared/script/form/parseScript'
import { scriptText } from './scriptText'

const kinds = (text: string) => parseScript(text, null).elements.map((e) => `${e.type}|${e.text}`)
const whole = [
  'scene_heading|INT. HALL - DAY',
  'action|Otto waits.',
  'character|OTTO',
  'dialogue|Hello.',
  'action|He goes.',
]

const paragraph = (text: string, left = 0, style = '') =>
  `<w:p><w:pPr>${style ? `<w:pStyle w:val="${style}"/>` : ''}${left ? `<w:ind w:left="${left}"/>` : ''}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
const docx = (body: string) =>
  zipSync({ 'word/document.xml': strToU8(`<?xml version="1.0"?><w:document><w:body>${body}</w:body></w:document>`) })

describe('documents that are zipped', () => {
  it('of Word are read by their indents', () => {
    const body =
      paragraph('INT. HALL - DAY') +
      paragraph('Otto waits.') +
      paragraph('OTTO', 3000) +
      paragraph('Hello.', 1500) +
      paragraph('He goes.')
    expect(kinds(scriptText('a.docx', docx(body)).text).map((k) => k.replace(/\|\s+/, '|'))).toEqual(whole)
  })

  it('of Word are read by their empty paragraphs, or their styles', () => {
    const empty = paragraph('')
    const spaced = ['INT. HALL - DAY', '', 'Otto waits.', '', 'OTTO', 'Hello.', '', 'He goes.']
    expect(kinds(scriptText('a.docx', docx(spaced.map((l) => (l ? paragraph(l) : empty)).join(''))).text)).toEqual(
      whole,
    )
    const styled =
      paragraph('INT. HALL - DAY', 0, 'SceneHeading') +
      paragraph('Otto waits.', 0, 'Action') +
      paragraph('OTTO', 0, 'Character') +
      paragraph('Hello.', 0, 'Dialogue') +
      paragraph('He goes.', 0, 'Action')
    expect(kinds(scriptText('a.docx', docx(styled)).text)).toEqual(whole)
  })

  it('of a Word document with names set in the middle, what follows a name is said', () => {
    const centre = (text: string) => `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
    const body = `${paragraph('INT. HALL - DAY')}${paragraph('Otto waits.')}${centre('OTTO')}${centre('(low)')}${paragraph('Well?')}${paragraph('He goes.')}${centre('MARA')}${paragraph('Wait.')}`
    expect(kinds(scriptText('a.docx', docx(body)).text).map((k) => k.replace(/\|\s+/, '|'))).toMatchInlineSnapshot(`
      [
        "scene_heading|INT. HALL - DAY",
        "action|Otto waits.",
        "character|OTTO",
        "parenthetical|(low)",
        "dialogue|Well?",
        "action|He goes.",
        "character|MARA",
        "dialogue|Wait.",
      ]
    `)
  })

  it('of Highland and Fade In', () => {
    const fountain = 'INT. HALL - DAY\n\nOtto waits.\n\nOTTO\nHello.\n\nHe goes.\n'
    expect(kinds(scriptText('a.highland', zipSync({ 'A.textbundle/text.md': strToU8(fountain) })).text)).toEqual(whole)
    const para = (style: string, text: string) => `<para><style basestylename="${style}"/><text>${text}</text></para>`
    const osf = `<document><paragraphs>${para('Scene Heading', 'Int. Hall - Day')}${para('Action', 'Otto waits.')}${para('Character', 'OTTO')}${para('Dialogue', 'Hello.')}${para('Action', 'He goes.')}</paragraphs></document>`
    expect(kinds(scriptText('a.fadein', zipSync({ 'document.xml': strToU8(osf) })).text)).toEqual(whole)
  })

  it('without a script, or damaged, are refused', () => {
    expect(scriptText('a.zip', zipSync({ 'a.png': strToU8('x') })).warnings).toMatchObject([{ code: 'BINARY_FILE' }])
    const damaged = docx(paragraph('x')).slice(0, 40)
    expect(() => scriptText('a.docx', damaged)).toThrow('damaged archive')
  })
})

describe('encodings', () => {
  it('that are no Unicode are recognised and said', () => {
    const text = 'ИНТ. КУХНЯ - ДЕНЬ\n\nОтто входит в комнату и смотрит на старую лампу. Она долго молчит.\n'.repeat(5)
    const bytes = Uint8Array.from(text, (c) => {
      const code = c.codePointAt(0)!
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code
    })
    const read = scriptText('a.txt', bytes)
    expect(read.text).toBe(text)
    expect(read.warnings).toMatchObject([
      { code: 'ENCODING_GUESSED', message: expect.stringContaining('Windows-1251') as string },
    ])
  })
})
