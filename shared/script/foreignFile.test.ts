import { describe, expect, it } from 'vitest'
import { foreignFile } from './foreignFile'

describe('foreignFile', () => {
  it.each([
    ['EDL', 'TITLE: Reel\nFCM: NON-DROP FRAME\n\n001  AX V C 01:00:00:00 01:00:01:00 00:00:00:00 00:00:01:00'],
    ['EDL', '001  TST V     C        01:00:04:05 01:00:05:12 00:59:53:11 00:59:54:18'],
    ['OpenTimelineIO', '{\n  "OTIO_SCHEMA": "Timeline.1"\n}'],
    ['Final Cut Pro', '<?xml version="1.0"?>\n<!DOCTYPE fcpxml>\n<fcpxml version="1.8"></fcpxml>'],
    ['JSON', '[{"a": 1}]'],
    ['web page', '<!DOCTYPE html><html></html>'],
    ['RTF', '{\\rtf1 Hello}'],
  ])('%s is refused by name', (name, text) => {
    expect(foreignFile(text)?.message).toContain(name)
    expect(foreignFile(text)?.message).toMatch(/Final Draft, PDF, Word, .*shot list/)
  })

  it.each([
    'INT. A - DAY\n\nHi.',
    '[[A note]]\n\nINT. A - DAY',
    '[["A note" of 1999]]',
    'TITLE: My film\n\nFADE IN:',
    '{ She looks up }',
    '001 is his name.',
    '<?xml version="1.0"?><FinalDraft></FinalDraft>',
    '',
  ])('a script is none of them: %s', (text) => {
    expect(foreignFile(text)).toBeNull()
  })
})
