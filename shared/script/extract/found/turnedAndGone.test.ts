import { describe, expect, test } from 'vitest'
import { wholeRate } from '../../../domain/time/frameRates'
import { defaultBreakdown } from '../../../model/project'
import { parseFountain } from '../../fountain/parseFountain'
import { barConfidence } from '../../scriptTypes'
import { breakDown } from '../breakDown'

// Who turns into somebody, who has gone unsaid, and what is nobody (domain.md 9.4, 11.3).

const speakers = '\n\nINT. ELSEWHERE - DAY\n\nMARA\nHi.\n\nOTTO\nHi.\n\nPRINCE\nHi.'

function read(text: string) {
  return breakDown(parseFountain(`INT. KITCHEN - DAY\n\n${text}${speakers}`), {
    ...defaultBreakdown,
    fps: wholeRate(24),
  })
}

/** Presence of somebody in each shot of the first scene: T, E, X, P or "-". */
function bar(text: string, name: string, type = 'character'): string {
  const { presences, scenes } = read(text)
  const letters = { throughout: 'T', enters: 'E', exits: 'X', passes_through: 'P' }
  return scenes[0]!.shots
    .map((_, i) =>
      presences.find(
        (p) =>
          p.sceneIndex === 0 &&
          p.shotIndex === i &&
          p.assetKey === `${type}:${name}` &&
          (type !== 'character' || p.confidence >= barConfidence),
      ),
    )
    .map((p) => (p ? letters[p.presence] : '-'))
    .join('')
}

describe('who turns into somebody', () => {
  const there = (text: string) => [bar(text, 'OTTO'), bar(text, 'PRINCE')]
  test.each([
    ['Otto waits.\n\nHe sneezes and turns into a PRINCE.\n\nThe prince screams.', ['TX-', '-ET']],
    [
      'Otto waits.\n\nOtto turns into a PRINCE.\n\nIn a puff of smoke he turns back into Otto.\n\nOtto laughs.',
      ['TXET', '-EX-'],
    ],
    // In a mirror, and as it seems, nobody does.
    ['Otto waits.\n\nIn the mirror he turns into the PRINCE.', ['TT', '--']],
  ])('is there until then, and the other from then on: %j', (text, bars) => {
    expect(there(text)).toEqual(bars)
  })
})

test.each([
  ['Mara waits. Otto hums.\n\nMara spins round. The kitchen is empty.\n\nMara shivers.', 'TTT', 'T--'],
  ['Mara waits. Otto hums.\n\nAlone, Mara takes off her coat.\n\nMara shivers.', 'TTT', 'T--'],
  ['Mara waits. Otto hums.\n\nMara spins round. The glass is empty.\n\nMara shivers.', 'TTT', 'TTT'],
])('whoever the room is told to be empty of has gone: %j', (text, mara, otto) => {
  expect([bar(text, 'MARA'), bar(text, 'OTTO')]).toEqual([mara, otto])
})

test('who hurries after somebody who goes, goes as well', () => {
  expect(bar('Mara waits. Otto hums.\n\nMara flees. Otto hurries after her with a towel.\n\nRain.', 'OTTO')).toBe('TX-')
})

test('who is out of breath goes nowhere', () => {
  expect(bar('Mara waits.\n\nOtto rushes up to her, out of breath.\n\nRain.', 'OTTO')).not.toContain('X')
})

test('behind the words for a picture everybody is in the picture', () => {
  expect(bar('Mara waits.\n\nANGLE ON THE PHOTOGRAPH: a woman, laughing, with Otto.\n\nMara sighs.', 'OTTO')).toBe(
    '---',
  )
})

test.each([
  ['A police car pulls up.', 'POLICE'],
  ['A guard dog runs in.', 'GUARD'],
])('what tells the kind of a thing is nobody: %s', (text, name) => {
  expect(read(text).assets.map((a) => a.key)).not.toContain(`character:${name}`)
})

test('but a waiter who enters is somebody', () => {
  expect(read('A waiter quickly enters.').assets.map((a) => a.key)).toContain('character:WAITER')
})

test('a thing by the last word of its name: what is built in only where it was named, and no verb', () => {
  const text = (second: string) => `A TAXI DOOR flies open.\n\nINT. OFFICE - DAY\n\n${second}`
  const found = (second: string) =>
    read(text(second)).presences.filter((p) => p.sceneIndex === 1 && p.assetKey === 'prop:TAXI DOOR').length
  expect(found('The door opens.')).toBe(0)
  expect(found('The taxi door opens. The door shuts.')).toBe(1)
  expect(bar('Otto switches on the DISPLAY.\n\nA map displays on his phone.', 'DISPLAY', 'prop')).toBe('T-')
})

test('a list of what is seen of somebody is the description', () => {
  const described = (text: string) => read(text).assets.find((a) => /JUNO|LAWYER/.test(a.key))?.description
  expect(described('JUNO, 19, shaved head, orange messenger bag, weaves a bicycle.')).toMatch(
    /^19, shaved head, orange messenger bag/,
  )
  expect(described('A LAWYER, silver hair, half-moon glasses, sits.')).toMatch(/^silver hair, half-moon glasses/)
  expect(described('A LAWYER, silver hair, sits behind a desk.')).toMatch(/^silver hair/)
})

test('whom somebody only plays, or seems to be in a mirror, is not there', () => {
  expect(bar('Otto waits.\n\nIn the mirror he turns into the PRINCE.\n\nOtto sighs.', 'PRINCE')).toBe('---')
  expect(bar('Otto waits.\n\nOTTO\n(as Prince)\nBow!\n\nOtto sighs.', 'PRINCE')).toBe('---')
})

describe('a voice out of a device', () => {
  test.each(['His phone speaks.', 'The radio crackles:', 'His phone lights up and reads aloud a message:'])(
    'is nobody there: %s',
    (line) => {
      expect(bar(`Mara waits.\n\n${line}\n\nOTTO\nTurn left.\n\nMara turns.\n\nOTTO\nGood.`, 'OTTO')).toMatch(/^-+$/)
    },
  )
  test('but of somebody who acts in the scene it is the near end', () => {
    expect(bar('Mara waits.\n\nThe radio crackles.\n\nOTTO\nTurn left.\n\nOtto sits down.', 'OTTO')).toContain('T')
  })
})

test('a name that tells the kind of a thing puts nobody there', () => {
  expect(bar('Mara waits.\n\nThe Prince alert effect fills the sky.\n\nMara turns.', 'PRINCE')).toBe('---')
  expect(bar('Mara waits.\n\nThe Prince waits at the door.\n\nMara turns.', 'PRINCE')).toBe('-TT')
})

describe('a voice from off screen', () => {
  test.each(['Otto shouts from outside.', 'Otto approaches offscreen.', 'We hear Otto cough in the next room.'])(
    'stays there when it speaks without saying so again: %s',
    (line) => {
      expect(bar(`Mara waits.\n\n${line}\n\nOTTO\nHello?\n\nMara turns.`, 'OTTO')).toMatch(/^-+$/)
    },
  )
  test('of somebody who is there is that one', () => {
    expect(bar('Otto waits.\n\nOtto shouts from outside.\n\nOTTO\nHello?', 'OTTO')).toContain('T')
  })
  test.each([
    ['VOICE', 'A voice comes from the corridor.'],
    ['MALE VOICE', 'A male voice.'],
    ['RADIO ANNOUNCER', 'A RADIO ANNOUNCER drones on.'],
  ])('that is nobody is not seen: %s', (name, line) => {
    expect(bar(`Mara waits.\n\n${line}\n\n${name}\nHello?\n\nMara turns.\n\n${name}\nGood.`, name)).toMatch(/^-*$/)
  })
})
