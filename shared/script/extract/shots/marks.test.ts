import { describe, expect, it } from 'vitest'
import { wholeRate } from '../../../domain/time/frameRates'
import { defaultBreakdown } from '../../../model/project'
import { parseFountain } from '../../fountain/parseFountain'
import { breakDown } from '../breakDown'
import { isMark, listedBeats } from './marks'

/** The shots of the last scene, each with who is in it. */
function shots(text: string): string[] {
  const { scenes, presences, assets } = breakDown(
    parseFountain(`INT. BAR - DAY\n\nOTTO\nHi.\n\nGRETA\nHi.\n\nINT. HALL - DAY\n\n${text}`),
    { ...defaultBreakdown, fps: wholeRate(24) },
  )
  const names = new Map(assets.flatMap((a) => (a.type === 'character' ? [[a.key, a.name]] : [])))
  return scenes[1]!.shots.map((shot, k) => {
    const people = presences.flatMap((p) =>
      p.sceneIndex === 1 && p.shotIndex === k ? (names.get(p.assetKey) ?? []) : [],
    )
    return `${shot.text || shot.dialogue.map((d) => d.text).join(' ')} {${people.sort().join(' ')}}`
  })
}

describe('marks', () => {
  it.each([
    'INTERCUT OTTO / GRETA',
    'BEGIN MONTAGE - OTTO TRAINS',
    'SERIES OF SHOTS',
    'END MONTAGE',
    'BACK TO SCENE',
    'END FLASHBACK',
    'TRAINING MONTAGE:',
  ])('%s is one', (text) => {
    expect(isMark(text)).toBe(true)
  })

  it.each(['Montage of faces.', 'FLASHBACK: Lena alone.', 'BACK TO THE WALL', 'OTTO', 'A clock.'])(
    '%s is none',
    (text) => {
      expect(isMark(text)).toBe(false)
    },
  )

  it('are no shots, and each beat of a montage holds only whom it names', () => {
    expect(
      shots(
        'Otto waits.\n\nBEGIN MONTAGE - OTTO TRAINS\n\n-- Otto runs.\n\nB) Greta laughs.\n\nEND MONTAGE\n\nGreta comes in.',
      ),
    ).toEqual(['Otto waits. {Otto}', 'Otto runs. {Otto}', 'Greta laughs. {Greta}', 'Greta comes in. {Greta Otto}'])
  })

  it('part the two ends of a line: who was not there is so in shots of his own', () => {
    expect(
      shots('Otto dials.\n\nINTERCUT OTTO / GRETA\n\nGRETA\nHello?\n\nOtto sighs.\n\nGreta hangs up.\n\nRain.'),
    ).toEqual(['Otto dials. {Otto}', 'Hello? {Greta}', 'Otto sighs. {Otto}', 'Greta hangs up. {Greta}', 'Rain. {Otto}'])
  })
})

it('each speaker of an INTERCUT has a shot, at the other end in the place where the scene right before had him', () => {
  const script = parseFountain(
    'INT. KITCHEN - DAY\n\nGRETA dials.\n\nINT. OFFICE - DAY\n\nOTTO picks up.\n\nINTERCUT - PHONE CALL\n\nGRETA\nHello?\n\nOTTO\nYes?\n\nMARA walks in.\n\nMARA\nWho is it?\n',
  )
  const { presences, scenes } = breakDown(script, { ...defaultBreakdown, fps: wholeRate(24) })
  const there = scenes[1]!.shots.map((_, shot) =>
    presences
      .flatMap((p) => (p.sceneIndex === 1 && p.shotIndex === shot ? [p.assetKey.replace(/^.*:/, '')] : []))
      .sort(),
  )
  expect(there).toEqual([
    ['OFFICE', 'OTTO'],
    ['GRETA', 'KITCHEN'],
    ['OFFICE', 'OTTO'],
    ['MARA', 'OFFICE', 'OTTO'],
    ['MARA', 'OFFICE', 'OTTO'],
  ])
})

describe('lists', () => {
  it('are a shot for each beat', () => {
    expect(
      shots(
        'SERIES OF SHOTS\n\n1. Otto sleeps.\n2. Greta sleeps,\nsnoring.\n3. A clock.\n\nBACK TO SCENE\n\nOtto wakes.',
      ),
    ).toEqual(['Otto sleeps. {Otto}', 'Greta sleeps,\nsnoring. {Greta}', 'A clock. {}', 'Otto wakes. {Otto}'])
  })

  it('have more than one beat', () => {
    expect(listedBeats('1. One only.')).toBe(null)
    expect(listedBeats('Rain.\nA dog - wet - barks.')).toBe(null)
    expect(listedBeats('- a\n- b')).toEqual([
      { text: 'a', line: 0 },
      { text: 'b', line: 1 },
    ])
  })
})

it('a scene that its heading calls a flashback is out of story order', () => {
  const { scenes } = breakDown(
    parseFountain(
      'EXT. FIELD - DAY (FLASHBACK)\n\nRain.\n\nINT. KITCHEN - DAY - DREAM SEQUENCE\n\nRain.\n\nINT. DREAM BAR - DAY\n\nRain.',
    ),
    { ...defaultBreakdown, fps: wholeRate(24) },
  )
  expect(scenes.map((s) => s.outOfStoryOrder ?? false)).toEqual([true, true, false])
})
