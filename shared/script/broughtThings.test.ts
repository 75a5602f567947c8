import { expect, test } from 'vitest'
import { defaultBreakdown } from '../model/project'
import { breakDown } from './extract/breakDown'
import { parseFountain } from './fountain/parseFountain'
import { importBreakdown } from './importBreakdown'
import { TestProject } from '../testing/testProject'
import { wholeRate } from '../domain/time/frameRates'
import { acceptSuggestions } from '../domain/told/suggestionRules'

/** A script after its import, with everything taken that it suggests: who is in a shot, and how. */
function taken(text: string) {
  const p = new TestProject()
  const script = parseFountain(text)
  const breakdown = breakDown(script, { ...defaultBreakdown, fps: wholeRate(24) })
  p.run((draft) => importBreakdown(draft, { fileName: 'hall.fountain', script, breakdown }))
  p.run((draft) => acceptSuggestions(draft, { all: true }))
  return [...p.store.all('assignments')].map((a) => {
    const { assetId } = p.store.must('sceneAssetInstances', a.sceneAssetInstanceId)
    const name = (id: string | null) => (id === null ? null : p.store.must('assets', id).name)
    return [name(assetId), a.presence, a.depicts, name(a.carriedBy)] as const
  })
}

test('what somebody brings in is not there before, and is in their hands', () => {
  const members = taken('INT. HALL - DAY\n\nOTTO waits.\n\nDICK STEEL emerges with two cold BEERS.\n\nSTEEL\nBeer?\n')
  expect(members).toContainEqual(['Beers', 'enters', 'self', 'Dick Steel'])
})

test('what somebody takes away goes along; what is left stays', () => {
  const away = taken('INT. HALL - DAY\n\nOTTO lifts the SUITCASE.\n\nOtto leaves with the suitcase.\n')
  expect(away).toContainEqual(['Suitcase', 'exits', 'self', 'Otto'])
  const left = taken('INT. HALL - DAY\n\nOTTO lifts the SUITCASE.\n\nOtto leaves, past the suitcase.\n')
  expect(left.filter(([name]) => name === 'Suitcase').map(([, presence]) => presence)).toEqual([
    'throughout',
    'throughout',
  ])
})

test.each([
  ['Otto picks up the suitcase and leaves.', 'exits'],
  ['Otto takes the suitcase from the shelf and walks out.', 'exits'],
  ['Otto takes the suitcase, puts it on the shelf and leaves.', 'throughout'],
  ['Otto takes the suitcase, hands it back and leaves.', 'throughout'],
  ['Otto takes the suitcase, stuffs it under his coat and leaves.', 'exits'],
  ['Otto looks at the suitcase and leaves.', 'throughout'],
])('what is taken in the words of leaving goes along, unless it is put down: %s', (text, presence) => {
  const members = taken(`INT. HALL - DAY\n\nOTTO lifts the SUITCASE. MARA waits.\n\n${text}\n`)
  expect(members.filter(([name]) => name === 'Suitcase').at(-1)).toEqual([
    'Suitcase',
    presence,
    'self',
    presence === 'exits' ? 'Otto' : null,
  ])
})

test.each([
  ['Otto takes a folded LETTER out of his coat.', 'enters'],
  ['Otto pulls a LETTER from under the mattress.', 'enters'],
  ['Otto takes a LETTER from the table.', 'throughout'],
  ['Otto slides a canvas LETTER out of his sleeve.', 'throughout'],
])('what comes out of a pocket or a drawer was not seen before: %s', (text, presence) => {
  const letter = taken(`INT. HALL - DAY\n\nOTTO waits.\n\n${text}\n`).filter(([name]) => name === 'Letter')
  expect(letter.map(([, how]) => how)).toEqual([presence])
})

test('what is in the arms of who comes is not there before', () => {
  const members = taken('INT. HALL - DAY\n\nOTTO waits.\n\nMARA (30) staggers in, a SHOEBOX in her arms.\n')
  expect(members).toContainEqual(['Shoebox', 'enters', 'self', 'Mara'])
})

test.each([
  ['EXT. ROAD - DAY', 'The CAB pulls away.', 'exits'],
  ['EXT. ROAD - DAY', 'Otto sighs. A CAB rolls up.', 'enters'],
  ['EXT. ROAD - DAY', 'A CAB waits.', 'throughout'],
  ['INT. GARAGE - DAY', 'The CAB rolls up the ramp.', 'throughout'],
])('what drives away is there no more: %s %s', (heading, text, presence) => {
  const cab = taken(`${heading}\n\nOTTO waits.\n\n${text}\n`).filter(([name]) => name === 'Cab')
  expect(cab.map(([, how]) => how)).toEqual([presence])
})

test('what is theirs comes with who draws it', () => {
  const members = taken('EXT. ROAD - DAY\n\nMARA waits.\n\nA car stops. OTTO (40) gets out and draws his GUN.\n')
  expect(members).toContainEqual(['Gun', 'enters', 'self', 'Otto'])
})

test('a single word of a name that the script uses for it is another name of it, unless somebody else has it', () => {
  const p = new TestProject()
  const script = parseFountain(
    'INT. HALL - DAY\n\nCLARA BELL (30) waits. JOHN SMITH nods to John Smith. IRIS MOON sits. IRIS COLE stands.\n\nThen Clara laughs and Iris leaves.\n',
  )
  const breakdown = breakDown(script, { ...defaultBreakdown, fps: wholeRate(24) })
  p.run((draft) => importBreakdown(draft, { fileName: 'hall.fountain', script, breakdown }))
  const aliases = [...p.store.all('assets')].flatMap((a) => a.aliases.map((one) => `${a.name}: ${one.name}`))
  expect(aliases).toEqual(['Clara Bell: Clara'])
})

test('what somebody comes in wearing was not there before', () => {
  const members = taken(
    'INT. HALL - DAY\n\nOTTO waits.\n\nMARA comes in, wearing a red hat.\n\nMARA\nWell.\n\nMara takes off her hat and drops it.\n',
  )
  expect(members).toContainEqual(['Hat', 'enters', 'self', 'Mara'])
})

test('who is only in a picture is a picture', () => {
  const members = taken(
    'INT. HALL - DAY\n\nMARCUS sits.\n\nMARCUS\nNo.\n\nINT. FLAT - DAY\n\nLENA waits. On the table lies a photograph of Marcus.\n',
  )
  expect(members).toContainEqual(['Marcus', 'throughout', 'image', null])
})

test('whether somebody is a man or a woman is described where the text tells it surely', () => {
  const script = parseFountain(
    'INT. HALL - DAY\n\nROBIN VOSS (40, unshaven) sits. He waits. Robin looks at himself.\n\nSASHA paints. Sasha hums to herself.\n\nSASHA\nNo.\n\nKIM looks up.\n\nKIM\nNo.\n',
  )
  const { assets } = breakDown(script, { ...defaultBreakdown, fps: wholeRate(24) })
  expect(Object.fromEntries(assets.filter((a) => a.type === 'character').map((a) => [a.name, a.description]))).toEqual({
    'Robin Voss': '40, unshaven, man',
    Sasha: 'woman',
    Kim: '',
  })
})

test('what is in hand stays there in the shots that do not name it, until it is put down or leaves with whoever has it', () => {
  const things = (text: string) => taken(text).filter(([name]) => name === 'Lantern')
  const shots = 'INT. HALL - DAY\n\nOTTO waits. MARA waits.\n\nMara picks up the LANTERN.\n\nMARA\nWell.\n\n'
  expect(things(`${shots}Otto laughs.\n\nMara leaves.\n\nOtto sits.\n`)).toEqual([
    ['Lantern', 'throughout', 'self', null],
    ['Lantern', 'throughout', 'self', 'Mara'],
    ['Lantern', 'throughout', 'self', 'Mara'],
    ['Lantern', 'exits', 'self', 'Mara'],
  ])
  expect(things(`${shots}She puts it down.\n\nOtto sits.\n`)).toHaveLength(3)
})

test('what somebody who comes in puts down came with them, and a thing on a photograph is not there', () => {
  const members = taken(
    'INT. HALL - DAY\n\nOTTO waits.\n\nMARA walks in. She drops the ENVELOPE on the desk.\n\nOn the wall: a photograph of Mara with a BALLOON.\n',
  )
  expect(members).toContainEqual(['Envelope', 'enters', 'self', 'Mara'])
  expect(members.filter(([name]) => name === 'Balloon')).toEqual([])
})

test('a thing whose name ends in -s keeps it', () => {
  expect(taken('INT. HALL - DAY\n\nOTTO opens a thermos. He drinks from the thermos.\n')).toContainEqual([
    'Thermos',
    'throughout',
    'self',
    null,
  ])
})
