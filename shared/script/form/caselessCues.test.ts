import { expect, test } from 'vitest'
import { parseScript } from './parseScript'

const spoken = (text: string) =>
  parseScript(text)
    .elements.filter(({ type }) => type === 'character')
    .map(({ text: name, extension }) => (extension ? `${name} (${extension})` : name))

test('a name alone over text is a cue where letters have no capitals', () => {
  expect(
    spoken('内景 老房子 - 夜\n\n李雷站在窗前。\n\n李雷\n你听见了吗？\n\n韩梅梅（画外音）\n没有。\n\n韩梅梅走进房间。'),
  ).toEqual(['李雷', '韩梅梅 (画外音)'])
  expect(spoken('INT. مطبخ - DAY\n\nليلى تدخل.\n\nليلى\nصباح الخير يا كريم.\n\nكريم\nصباح النور.')).toEqual([
    'ليلى',
    'كريم',
  ])
  expect(spoken('INT. מטבח - DAY\n\nדנה נכנסת.\n\nדנה\nשלום.\n\nאבא של דנה\nשלום לך.\n\nאבא של דנה יושב.')).toEqual([
    'דנה',
    'אבא של דנה',
  ])
})

test('a short line of text is none: it names nobody whom the script has elsewhere', () => {
  expect(spoken('内景 老房子 - 夜\n\n夜深了\n雨还在下。\n\n李雷站在窗前。')).toEqual([])
})

test('nothing changes in a script in letters with capitals, whatever names it holds', () => {
  const text = 'INT. SHOP - DAY\n\nThe sign says it again.\n\n酒吧\nis what it says: 酒吧.\n\nANNA\nI can read.\n'
  expect(spoken(text)).toEqual(['ANNA'])
})

test('what was read so is read so again from the project', () => {
  const text = '内景 老房子 - 夜\n\n李雷站在窗前。\n\n李雷\n你听见了吗？\n'
  const { format, elements } = parseScript(text)
  expect(format).toBe('screenplay')
  expect(parseScript(text, 'screenplay').elements).toEqual(elements)
})
