import { describe, expect, it } from 'vitest'
import { wholeRate } from '../../../domain/time/frameRates'
import { defaultBreakdown } from '../../../model/project'
import { decodeText } from '../../decodeText'
import { parseFountain } from '../../fountain/parseFountain'
import type { ScriptBreakdown } from '../../scriptTypes'
import { breakDown } from '../breakDown'

const read = (text: string): ScriptBreakdown =>
  breakDown(parseFountain(text), { ...defaultBreakdown, fps: wholeRate(24) })
const names = (text: string, type = 'character'): string[] =>
  read(text)
    .assets.filter((a) => a.type === type)
    .map((a) => a.name)

describe('cues', () => {
  it.each([
    ['NICK VO\nHi.', ['Nick Vo']],
    ['OTTO\nHi.\n\nOTTO VO\nHi.', ['Otto']],
    ['MAN WITH BEARD\nHi.', ['Man with Beard']],
    ['ANNA\nHi.\n\nBO\nHi.\n\nANNA WITH BO\nHi.', ['Anna', 'Bo']],
    ["JAMES' VOICE\nHi.", ['James']],
    ['A MAN IN THE GREEN COAT waits.\n\nMAN IN GREEN COAT\nHi.', ['Man in Green Coat']],
    ['WOMAN AT THE WELL\nHi.\n\nThe woman at the well nods.', ['Woman at the Well']],
    ['MR. & MRS. HALE\nHi.', ['Mr. Hale', 'Mrs. Hale']],
    ['J.R.\nHi.', ['J.R.']],
    ['OTTO\nHi.\n\nOTTO STANDS UP.\nHe walks.', ['Otto']],
    ["OTTO\nHi.\n\nOTTO'S POV\nThe street.", ['Otto']],
  ])('%s', (text, expected) => {
    expect(names(`INT. HALL - DAY\n\n${text}`)).toEqual(expected)
  })

  it('in composed and in decomposed letters are one', () => {
    const bytes = new TextEncoder().encode('INT. CAFÉ\n\nJOSÉ\nHi.\n\nINT. CAFE\u0301\n\nJOSE\u0301\nHi.')
    expect(names(decodeText(bytes).text)).toEqual(['José'])
    expect(names(decodeText(bytes).text, 'location')).toEqual(['CAFÉ'])
  })

  it('are found in the text of other alphabets', () => {
    const people = (text: string) =>
      read(text).presences.filter((p) => p.assetKey.startsWith('character') && p.shotIndex === 1)
    expect(people('INT. A\n\nIŞIL\nHi.\n\nIşıl bekler.')).toHaveLength(1)
    expect(people('INT. A\n\nΟΔΥΣΣΕΥΣ\nHi.\n\nΟ Οδυσσεύς κοιτά.')).toHaveLength(1)
  })
})

describe('who never speaks', () => {
  it.each([
    ['HOLM hammers at the gate.', ['Holm']],
    ['We meet JORUN.', ['Jorun']],
    ["OLAV's hand trembles.", ['Olav']],
    ['In the corner, PETRA.', ['Petra']],
    ['A tall woman, INGRA, waits.', ['Ingra']],
    ['Her name is RONJA.', ['Ronja']],
    ['Rain falls. A BEARDED MAN IN A KILT points.', ['Bearded Man in a Kilt']],
    ['An EMCEE yawns.', ['Emcee']],
    ['Ronja wipes her brow. The dog likes Ronja.', ['Ronja']],
    ['Dancers pour over the rim.', ['Dancers']],
    ['TEODORO whistles. Rain. Teodoro fades.', ['Teodoro']],
    ['KETTLE whistles. The kettle rattles.', []],
    ['Rain drips on a tired old mule. The mule wanders off.', ['Mule']],
    ['On the wall hangs a fox. The rain goes on.', []],
  ])('%s', (text, expected) => {
    expect(names(`INT. HALL - DAY\n\n${text}`)).toEqual(expected)
  })

  it.each([
    'They talk in DANISH WITH GERMAN SUBTITLES.',
    'An apron that says BOSS.',
    'Otto drives on. EXIT RAMP ahead.',
    'Rain enters through the roof.',
    "OVER OTTO'S SHOULDER, the moon.",
  ])('is nobody in: %s', (text) => {
    expect(names(`INT. HALL - DAY\n\nOTTO\nHi.\n\n${text}`)).toEqual(['Otto'])
  })
})

describe('places', () => {
  const places = (...headings: string[]) => names(headings.map((h) => `${h}\n\nRain.`).join('\n\n'), 'location')

  it('are one in all their spellings', () => {
    expect(
      places(
        'INT. ROOM - DAY',
        'INT. ROOM - DAY [PRESENT]',
        'INT. ROOM- DAY',
        'INT. ROOM-DAY',
        'INT. ROOM DAY',
        'INT: ROOM: DAY',
        'INT. ROOM - PRE-DAWN',
        'INT. ROOM - MEANWHILE',
        'INT. THE ROOM - VARIOUS SHOTS',
      ),
    ).toEqual(['ROOM'])
    expect(places('INT. BIG-TOP - DAY', 'INT. BIG TOP - DAY')).toEqual(['BIG-TOP'])
    expect(places('INT. HOUSE/KITCHEN - DAY', 'INT. HOUSE - KITCHEN - DAY')).toEqual(['HOUSE/KITCHEN'])
  })

  it('are two where a heading names two; the second waits', () => {
    const text = "INT. ANNA'S FLAT / INT. BO'S CAR - NIGHT\n\nRain."
    expect(names(text, 'location')).toEqual(["ANNA'S FLAT", "BO'S CAR"])
    expect(read(text).presences.map((p) => [p.assetKey, p.confidence])).toEqual([
      ["location:ANNA'S FLAT", 1],
      ["location:BO'S CAR", 0.4],
    ])
  })

  it('are proposed for merging, but never a house with its kitchen', () => {
    const merges = (...headings: string[]) =>
      read(headings.map((h) => `${h}\n\nRain.`).join('\n\n')).aliasProposals.map((p) =>
        `${p.fromKey} > ${p.intoKey}`.replaceAll('location:', ''),
      )
    expect(merges('INT. KITCHEN - DAY', 'INT. HOUSE - KITCHEN - DAY')).toEqual(['KITCHEN > HOUSE - KITCHEN'])
    expect(merges("INT. OTTO'S FLAT - DAY", "INT. OTTO'S APARTMENT - DAY")).toHaveLength(1)
    expect(merges('INT. HOUSE - DAY', 'INT. HOUSE - KITCHEN - DAY')).toEqual([])
    expect(merges('INT. ROOM 1 - DAY', 'INT. ROOM 2 - DAY', 'INT. ROOM - DAY')).toEqual([])
    expect(merges('INT. KITCHEN - DAY', "INT. ANNA'S KITCHEN - DAY", "INT. BO'S KITCHEN - DAY")).toEqual([])
  })
})

describe('ages', () => {
  it('are offered as looks and block no longer name', () => {
    const { aliasProposals } = read(
      'INT. A\n\nOTTO\nHi.\n\nOTTO KELLER sits.\n\nINT. B\n\nYOUNG OTTO\nHi.\n\nINT. C\n\nOLD OTTO\nHi.',
    )
    expect(aliasProposals.map((p) => `${p.fromKey} > ${p.intoKey} ${p.as}`.replaceAll('character:', ''))).toEqual([
      'OTTO > OTTO KELLER alias',
      'YOUNG OTTO > OTTO look',
      'OLD OTTO > OTTO look',
    ])
  })

  it('and ranks are no names of their own', () => {
    expect(read('INT. A\n\nFIRST OFFICER\nHi.\n\nINT. B\n\nFIRST TROOPER\nHi.').aliasProposals).toEqual([])
  })
})

describe('things in small letters', () => {
  it('are props where they are handled and come again', () => {
    expect(
      names(
        'INT. HALL - DAY\n\nOTTO\nHi.\n\nOtto picks up a rusty lantern and a rope. He opens the door.\n\nThe lantern flickers. He drops the rope.\n\nOtto takes a breath and holds his hand.\n\nHe holds his hand.',
        'prop',
      ),
    ).toEqual(['Rope', 'Lantern'])
  })

  it('are props as soon as they are handled, where they are made for a hand', () => {
    expect(
      names(
        'INT. HALL - DAY\n\nOTTO\nHi.\n\nOtto slams the laptop shut and picks up a splinter. He winds a clock. Beside the clock hangs a brass bell.\n\nMARA SEALS AN ENVELOPE.',
        'prop',
      ),
    ).toEqual(['Laptop', 'Clock', 'Envelope'])
  })

  it('are no qualities, doings, modal verbs or cries', () => {
    expect(
      names(
        'INT. HALL - DAY\n\nOTTO\nHi.\n\nOtto holds her tight. His hand moves past the lamp. He eats the old. There is a TITTER, an OHH! and a HACKING cough. A FIGHT BREAKS out. He wants her new.\n\nHe holds her tight. Her new. Otto moves on.',
        'prop',
      ),
    ).toEqual([])
  })

  it('are met again only where the word is a thing', () => {
    const { presences, assets } = read(
      'INT. HALL - DAY\n\nOTTO\nHi.\n\nOtto opens a can.\n\nHe can wait.\n\nHe drinks from the can.',
    )
    const can = assets.find((a) => a.name === 'Can')!.key
    expect(presences.filter((p) => p.assetKey === can).map((p) => p.shotIndex)).toEqual([1, 3])
  })

  it('are props behind an article of another language', () => {
    expect(names('INT. FLUR - TAG\n\nOTTO\nHallo.\n\nOtto nimmt den Schlüssel und öffnet die Tür.', 'prop')).toEqual([
      'Schlüssel',
    ])
  })

  it('are those that the crew has tagged, if it has', () => {
    const script = parseFountain(
      'INT. HALL - DAY\n\nOTTO\nHi.\n\nOtto picks up a lantern.\n\nHe drops the lantern on the rug.',
    )
    const { assets } = breakDown(
      {
        ...script,
        tags: [
          { category: 'Props', label: 'Rug', line: 8 },
          { category: 'Sound', label: 'Bang', line: 1 },
        ],
      },
      { ...defaultBreakdown, fps: wholeRate(24) },
    )
    expect(assets.filter((a) => a.type === 'prop').map((a) => [a.name, a.candidate])).toEqual([['Rug', false]])
  })
})

describe('places', () => {
  const places = (...sets: string[]) => read(sets.map((set) => `INT. ${set} - DAY\n\nRain.`).join('\n\n'))

  it('are one with a comma, with AT THE, and without what the scene is meant as', () => {
    expect(
      places('THE GATE', 'BACK AT THE GATE', 'HOUSE, KITCHEN', 'HOUSE - KITCHEN', 'CAR / DRIVING', "CAR (LATE '70'S)")
        .assets.filter((a) => a.type === 'location')
        .map((a) => a.name),
    ).toEqual(['THE GATE', 'HOUSE, KITCHEN', 'CAR'])
  })

  it('beside a place are another', () => {
    expect(places('SWAMP', 'ROAD IN THE SWAMP', 'DIRT ROAD', 'FIELD BY DIRT ROAD').aliasProposals).toEqual([])
    expect(places('SPECTRE', 'THE TOWN OF SPECTRE').aliasProposals).toHaveLength(1)
  })
})
