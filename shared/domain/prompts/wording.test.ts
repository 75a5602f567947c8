import { describe, expect, test } from 'vitest'
import type { AssetType } from '../../model/asset'
import { createLook, updateAsset } from '../assets/assetRules'
import { editPrompt } from '../results/resultRules'
import { currentPrompt } from '../results/resultInputs'
import { renderPrompt } from './renderPrompt'
import { setTransformation } from '../looks/transformationRules'
import { story, type Put } from '../../testing/story'
import { whereWords } from '../../language/wording/places'
import { isPlural, withoutCapitals } from '../../language/wording/phrases'

const person = (name: string, put?: Put | null) => ['character', name, undefined, put] as const
const speech = (
  character: string,
  fields: Partial<{ extension: string; parenthetical: string; text: string }> = {},
) => ({ character, extension: '', parenthetical: '', text: 'No.', ...fields })

describe('the state of the action', () => {
  test('goes on to who is seen, and ends with them', () => {
    const { state } = story(
      { text: 'WIDE. Rain on the glass. The clock ticks. Bob stands by the wall and waits. A door creaks.' },
      [person('Bob')],
    )
    expect(state('start')).toBe(
      'As the shot begins: Rain on the glass. The clock ticks. Bob stands by the wall and waits.',
    )
    expect(state('end')).toBe('As the shot ends: Bob stands by the wall and waits. A door creaks.')
  })

  test('of several deeds shows the first at the start and the last at the end', () => {
    const { state } = story({ text: 'Bob opens the box, looks inside, and smiles at Ann.' }, [
      person('Bob'),
      person('Ann'),
    ])
    expect(state('start')).toBe('As the shot begins: Bob opens the box.')
    expect(state('end')).toBe('As the shot ends: Bob smiles at Ann.')
  })

  test('of one deed is its beginning and its end', () => {
    const { state } = story({ text: 'Bob SMACKS the table.' }, [person('Bob')])
    expect([state('start'), state('end')]).toEqual([
      'As the action begins: Bob smacks the table.',
      'As the action ends: Bob smacks the table.',
    ])
  })

  test('keeps what somebody does after coming in', () => {
    const { state, line } = story({ text: 'Ann comes in from the left and reaches out to Bob.' }, [
      person('Bob'),
      person('Ann', { presence: 'enters', enterFrom: 'left' }),
    ])
    expect([state('start'), state('end')]).toEqual([
      'As the shot begins: Bob stands.',
      'As the shot ends: Ann reaches out to Bob.',
    ])
    expect(line(/reaches/)).toBe('Ann reaches out to Bob.')
  })

  test('names nobody outside the frame, whatever the user’s own words say', () => {
    const { state } = story(
      { text: 'Ann waits.', startState: 'Bob is at the door. Ann looks up.', endState: 'Bob has left.' },
      [person('Ann'), person('Bob', { presence: 'enters' }), person('Cem', null)],
    )
    expect(state('start')).toBe('As the shot begins: Ann looks up.')
    const gone = story({ text: 'Ann waits.', endState: 'Bob has left.' }, [
      person('Ann'),
      person('Bob', { presence: 'exits' }),
    ])
    expect(gone.state('end')).toBe('As the shot ends: Ann waits.')
  })

  test('does not take “the Boss effect” for the Boss, nor “an open plain” for the Plain', () => {
    const { state } = story({ text: 'The Boss effect shines. He looks up. Dust on an open plain.' }, [
      person('Boss'),
      person('Bob'),
      ['location', 'Plain', undefined, null],
    ])
    expect(state('end')).toBe('As the shot ends: He looks up. Dust on an open plain.')
  })
})

describe('the camera', () => {
  test('does not move to somebody who is not in the picture', () => {
    const { say } = story({ size: 'wide', movement: 'Pan to Bob' }, [
      person('Ann'),
      person('Bob', { presence: 'enters' }),
    ])
    expect(say('start')).toContain('Wide shot, camera pan.')
    expect(say('end')).toContain('Wide shot, camera pan to Bob.')
    expect(say('video')).toContain('The camera: pan to Bob.')
  })

  test('without a movement holds still', () => {
    expect(story({}, [person('Ann')]).say('video')).toContain('The camera holds still.')
  })
})

describe('names', () => {
  test('have one certain article, and none where another name stands for them', () => {
    const { p, state, assets } = story({ text: 'A WAITER hands Bob a LETTER. The gnome nods.' }, [
      person('Waiter'),
      person('Bob'),
      ['prop', 'Letter'],
      person('John'),
    ])
    p.run((draft) => updateAsset(draft, { assetId: assets.John!.id, aliases: ['Gnome'] }))
    expect(state('start')).toBe('As the shot begins: The Waiter hands Bob the Letter.')
    expect(state('end')).toBe('As the shot ends: John nods.')
  })

  test('that belong to another look stay words; the change of look is told once, with its time', () => {
    const { p, scene, shot, assets, say, state } = story({ text: 'Where the gnome stood is now John, blinking.' }, [
      person('John'),
      person('Ann'),
    ])
    const john = assets.John!
    const clay = p.run((draft) =>
      createLook(draft, { assetId: john.id, name: 'Clay', description: 'mossy clay gnome.' }),
    )
    p.run((draft) => draft.update('assets', john.id, { aliases: [{ name: 'Gnome', lookId: clay.id }] }))
    p.run((draft) => draft.update('looks', john.defaultLookId, { description: 'thin barefoot man' }))
    p.run((draft) =>
      setTransformation(draft, {
        sceneAssetInstanceId: p.instanceId(scene, john),
        kind: 'within_shot',
        shotId: shot.id,
        at: 0.5,
        fromLookId: clay.id,
        toLookId: john.defaultLookId,
      }),
    )
    expect(state('start')).toBe('As the shot begins: John (the mossy clay gnome) and Ann stand.')
    expect(state('end')).toBe('As the shot ends: Where the gnome stood is now John (the thin barefoot man), blinking.')
    expect(say('video')).toContain('At about 2.0 s John becomes a thin barefoot man.')
    expect(say('video')).not.toContain('Where')
  })

  test('carry their trait once in a video prompt, namesakes always, and whoever crosses only there', () => {
    const described = (type: AssetType, name: string, description: string, put?: Put) =>
      [type, name, { description }, put] as const
    const { say } = story({ text: 'Bob nods. The Waiter hums.' }, [
      described('character', 'Bob', 'tall man'),
      described('character', 'Waiter', 'thin man in white', { presence: 'passes_through' }),
    ])
    expect(say('video')).toMatch(
      /^Bob \(the tall man\) is in frame\.\nBob nods\. The Waiter hums\.\nBetween 1\.0 s and 3\.0 s the Waiter \(thin man in white\) crosses the frame/,
    )
    const twins = story({ text: 'Nothing moves.' }, [
      described('character', 'Guard', 'man in red'),
      described('character', 'Guard', 'man in blue', { presence: 'exits' }),
    ])
    expect(twins.line(/leaves/)).toContain('Guard (the man in blue) leaves')
  })

  test('of a description that begins with somebody else’s name are not taken along', () => {
    const { say } = story({}, [['character', 'Ann', { description: 'Bob’s younger sister, in red', picture: true }]])
    expect(say('start')).toContain('Ann (the younger sister from Image #1)')
  })
})

describe('comings and goings', () => {
  test('at the same time, side and manner are told together; of many in the plural', () => {
    const enters: Put = { presence: 'enters', enterAt: 0.25, enterFrom: 'right' }
    const { line } = story({}, [
      person('Ann', enters),
      person('Bob', enters),
      person('Mariners', { presence: 'exits', exitTo: 'left', exitAt: 0.5 }),
    ])
    expect(line(/enter|walk/)).toBe('At about 1.0 s Ann and Bob walk into frame from the right.')
    expect(line(/leave/)).toBe('At about 2.0 s the Mariners leave frame left.')
  })

  test.each<[string, Put, RegExp]>([
    [
      'the side before the manner',
      { presence: 'enters', enterFrom: 'left', action: 'to fight' },
      /walks into frame from the left, to fight\./,
    ],
    [
      'the way without a comma',
      { presence: 'enters', enterFrom: 'left', action: 'through the kitchen door, carrying a tray' },
      /walks into frame from the left through the kitchen door, carrying a tray\./,
    ],
    [
      'a short way out before the side',
      { presence: 'exits', exitTo: 'right', action: 'through the door' },
      /leaves through the door, frame right\./,
    ],
    [
      'a long one behind it',
      { presence: 'exits', exitTo: 'right', action: 'through the door, laughing' },
      /leaves frame right through the door, laughing\./,
    ],
    [
      'a crossing with its way and manner',
      { presence: 'passes_through', enterFrom: 'left', exitTo: 'right', action: 'whistling' },
      /crosses the frame from the left to the right, whistling\./,
    ],
  ])('say %s', (_what, put, expected) => {
    expect(story({}, [person('Ann', put)]).line(/ s Ann/)).toMatch(expected)
  })

  test('name nobody who is not in the shot', () => {
    const { line } = story({}, [
      person('Ann', { presence: 'enters', enterFrom: 'left', action: 'laughing, arm in arm with Cem' }),
      person('Cem', null),
    ])
    expect(line(/Ann/)).toBe('At about 1.4 s Ann walks into frame from the left, laughing.')
  })
})

describe('speech', () => {
  test('that is continued is spoken by somebody who is seen', () => {
    const { say, state } = story({ dialogue: [speech('BOB', { extension: 'CONT’D' })] }, [person('Bob')])
    expect(say('video')).toContain('Bob says: “No.”')
    expect(state('start')).toBe('As the shot begins: Bob is about to speak, lips parting.')
  })

  test('of somebody who is not there comes from off screen', () => {
    const { say, state } = story(
      { dialogue: [speech('BOB', { extension: 'V.O.' }), speech('MINION'), speech('Bob', { parenthetical: 'off' })] },
      [person('Bob'), person('Minion', null)],
    )
    expect(say('video')).toContain(
      'The voice of Bob is heard: “No.”\nThe voice of the Minion is heard from off screen: “No.”\nThe voice of Bob is heard: “No.”',
    )
    expect(state('start')).toBe('As the shot begins: Bob stands.')
  })

  test('is told how in small letters where the script has it in capitals', () => {
    const { say } = story({ dialogue: [speech('BOB', { parenthetical: 'TO ANN' })] }, [person('Bob'), person('Ann')])
    expect(say('video')).toContain('Bob says, to Ann: “No.”')
  })

  test('of several is in the plural, and quoted once', () => {
    const { say } = story({ dialogue: [speech('ANN AND BOB', { text: '"Never."' }), speech('ALL')] }, [
      person('Ann'),
      person('Bob'),
    ])
    expect(say('video')).toContain('Ann and Bob say: “Never.”\nAll say: “No.”')
  })
})

describe('words', () => {
  test.each([
    ['Steel’s face FILLS the SCREEN DOOR.', 'Steel’s face fills the screen door.'],
    ['STEEL, an FBI agent, AKA Joe, I SWEAR.', 'Steel, an FBI agent, AKA Joe, I swear.'],
    ['{{asset:ID}} SMACKS him. TV on.', '{{asset:ID}} smacks him. TV on.'],
  ])('without script capitals: %j', (text, expected) => {
    expect(withoutCapitals(text)).toBe(expected)
  })

  test.each([
    ['Mariners', true],
    ['Rosencrantz and Guildenstern', true],
    ['Iris', false],
    ['Brooks', false],
    ['Waiter', false],
    ['Two Guards', true],
  ])('%s are many: %s', (name, many) => {
    expect(isPlural(name)).toBe(many)
  })

  test.each([
    ['Living Room', 'INT', 'in the X'],
    ["Brick's Patio", 'EXT', 'on X'],
    ['Palatial Mansion', 'EXT', 'at the X'],
    ['Garden', 'EXT', 'in the X'],
    ['Paris', 'INT', 'in X'],
    ['Stage - Act 1', 'INT', null],
  ] as const)('where: %s, %s', (name, intExt, expected) => {
    expect(whereWords(name, 'X', intExt)).toBe(expected)
  })
})

test('the words of a kept prompt still follow a new name', () => {
  const { p, shot, assets } = story({ text: 'Ann nods to Bob.' }, [person('Ann'), person('Bob')])
  p.run((draft) => editPrompt(draft, { shotId: shot.id, prompt: 'video', text: 'Ann nods, then Bob nods.' }))
  p.run((draft) => updateAsset(draft, { assetId: assets.Ann!.id, name: 'Anna' }))
  expect(renderPrompt(p.store, shot.id, 'video', currentPrompt(p.store, shot.id, 'video')!.text)).toBe(
    'Anna nods, then Bob nods.',
  )
})

test.each<[string, 'enters' | 'exits', string]>([
  ['Bernd kommt herein, mit einer Kiste.', 'enters', 'At about 1.4 s Bernd kommt herein, mit einer Kiste.'],
  ['Bernd stellt die Kiste ab und geht hinaus.', 'exits', 'At about 2.6 s Bernd stellt die Kiste ab und geht hinaus.'],
  ['Bernd entre avec une valise.', 'enters', 'At about 1.4 s Bernd entre avec une valise.'],
  ['Bernd走进厨房，手里拿着一封信。', 'enters', 'At about 1.4 s Bernd走进厨房，手里拿着一封信。'],
  ['Bernd把信放在桌上，走出厨房。', 'exits', 'At about 2.6 s Bernd把信放在桌上，走出厨房。'],
])('a coming or going in another language is told in its own sentence: %s', (text, presence, line) => {
  const s = story({ text }, [person('Ann'), person('Bernd', { presence })])
  expect(s.say('video')).toContain(`\n${line}\n`)
  expect(s.say('video').match(/Bernd/g)!.length).toBeLessThan(4)
})
