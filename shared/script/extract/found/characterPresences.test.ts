import { describe, expect, it } from 'vitest'
import { wholeRate } from '../../../domain/time/frameRates'
import { defaultBreakdown } from '../../../model/project'
import { parseFountain } from '../../fountain/parseFountain'
import { barConfidence, type FoundPresence, type ScriptBreakdown } from '../../scriptTypes'
import { breakDown } from '../breakDown'
import { presenceEvents } from '../play/presenceEvents'

const speakers = '\n\nINT. ELSEWHERE - DAY\n\nMARA\nHi.\n\nOTTO\nHi.\n\nROSA\nHi.'

function read(text: string): ScriptBreakdown {
  return breakDown(parseFountain(`INT. KITCHEN - DAY\n\n${text}${speakers}`), {
    ...defaultBreakdown,
    fps: wholeRate(24),
  })
}

/** Presence of a character in each shot of the first scene: T, E, X, P or "-". */
function bar(text: string, name = 'MARA'): string {
  const { presences, scenes } = read(text)
  const letters = { throughout: 'T', enters: 'E', exits: 'X', passes_through: 'P' }
  return scenes[0]!.shots
    .map((_, i) => of(presences, name, i))
    .map((p) => (p ? letters[p.presence] : '-'))
    .join('')
}

function of(presences: FoundPresence[], name: string, shot = 0): FoundPresence | undefined {
  return presences.find(
    (p) =>
      p.sceneIndex === 0 && p.shotIndex === shot && p.assetKey === `character:${name}` && p.confidence >= barConfidence,
  )
}

function events(text: string): string[] {
  const script = parseFountain(`INT. KITCHEN - DAY\n\n${text}${speakers}`)
  return presenceEvents(script, read(text))
    .filter((e) => e.sceneIndex === 0)
    .map((e) => `${e.kind === 'entrance' ? '+' : '-'}${e.assetName}`)
}

describe('who is there', () => {
  it('stays from the first evidence until the scene ends', () => {
    expect(bar('Rain.\n\nMara sits at the table.\n\nRain.\n\nOTTO\nHello.')).toBe('-TTT')
  })

  it('counts a cue, but no voice from elsewhere', () => {
    expect(bar('Rain.\n\nMARA\nHello.')).toBe('-T')
    expect(bar('Rain.\n\nMARA (V.O.)\nHello.')).toBe('--')
    expect(bar('Rain.\n\nMARA (O.S.)\nHello.')).toBe('--')
    expect(bar('Rain.\n\nMARA\n(within)\nHello.')).toBe('--')
    expect(bar("Rain.\n\nMARA'S VOICE\nHello.")).toBe('--')
  })

  it('counts no one who is only spoken of', () => {
    expect(bar('OTTO\nWhere is Mara?')).toBe('-')
    expect(
      bar("A photo of Mara hangs on the wall. Otto waits for Mara. Mara's coat lies there. He is without Mara."),
    ).toBe('-')
    expect(bar('His phone says "MARA".')).toBe('-')
  })

  it('counts parts of the body', () => {
    expect(bar("Mara's hands shake.")).toBe('T')
  })

  it('takes a name in small letters for no one', () => {
    expect(bar('The otto and the mara of old.')).toBe('-')
  })

  it('puts all members of a compound cue there', () => {
    const { presences } = read('MARA AND OTTO\nStop!')
    expect(of(presences, 'MARA') && of(presences, 'OTTO')).toBeTruthy()
  })
})

describe('entrances', () => {
  it.each([
    'Mara enters.',
    'Mara comes in.',
    'Mara walks in.',
    'Mara bursts in through the door.',
    'Mara, soaked, enters.',
    'Mara -- soaked, as from a swim -- enters.',
    'Mara walks sideways into the kitchen.',
    'Mara arrives.',
    'Mara emerges from the cellar.',
    'Mara appears in the doorway.',
    'Enter Mara.',
    'Mara returns.',
    'Re-enter Mara.',
    'Mara storms in, furious.',
    'Mara steps into the kitchen.',
    'The door opens and Mara walks in.',
    'Otto looks up as Mara enters.',
    'Otto drags Mara in.',
    'Here enters Mara.',
    'The door opens to reveal Mara.',
  ])('%s', (text) => {
    expect(bar(`Rain.\n\n${text}\n\nRain.`)).toBe('-ET')
  })

  it.each([
    'Mara appears to be tired.',
    'Mara enters the code.',
    'Mara returns the gun.',
    'Otto wants Mara to leave.',
    'Mara is about to leave.',
    'Mara leaves the gun on the table.',
    'Mara crosses to the table.',
    'Mara takes off her coat.',
    'Mara turns away.',
    'Mara falls in love.',
    'If Mara leaves, all is lost.',
    'The crowd leaves and Mara sits.',
    "Mara's dog leaves.",
  ])('are not in: %s', (text) => {
    expect(bar(`Mara waits.\n\n${text}\n\nMara sits.`)).toBe('TTT')
  })

  it('tell their side, what goes with them and where they stand in the text', () => {
    const { presences } = read(
      'The door opens. From far off comes music. Mara walks in from the left, carrying a tray.',
    )
    expect(of(presences, 'MARA')).toMatchObject({
      presence: 'enters',
      enterFrom: 'left',
      action: 'from the left, carrying a tray',
      evidence: { line: 3, text: 'Mara walks in from the left, carrying a tray.' },
    })
    expect(of(presences, 'MARA')!.enterAt).toBeCloseTo(0.52, 1)
    expect(of(read('Mara enters.').presences, 'MARA')!.enterAt).toBe(0.35)
  })

  it('happen where their verb stands, also out of somewhere', () => {
    const entered = of(
      read('Mara bursts out of the pantry and collides with the old clock, which falls over.').presences,
      'MARA',
    )
    expect(entered).toMatchObject({ presence: 'enters' })
    expect(entered!.enterAt).toBeLessThan(0.3)
  })

  it('know lists', () => {
    expect(events('Enter Mara, Otto, and Rosa.')).toEqual(['+Mara', '+Otto', '+Rosa'])
    expect(events('Enter Mara with Otto, followed by Rosa.')).toEqual(['+Mara', '+Otto', '+Rosa'])
    expect(events('Enter Mara, who looks for Otto.')).toEqual(['+Mara'])
    expect(events('Enter Mara like a ghost, dressed as Otto.')).toEqual(['+Mara'])
    expect(events('Otto sits. Enter Mara, as Otto and Rosa look on.')).toEqual(['+Mara'])
    expect(events('Mara and Otto enter.')).toEqual(['+Mara', '+Otto'])
    expect(events('Enter Rosa, Queen of Nowhere, and Otto the joiner.')).toEqual(['+Rosa', '+Otto'])
  })
})

describe('exits', () => {
  it('of one sentence with one pronoun are those of one person', () => {
    const text = 'OTTO\nHi.\n\nMARA\nHi.\n\nHe slides through the open door and disappears inside.'
    expect([bar(text, 'OTTO'), bar(text, 'MARA')].filter((told) => told.includes('X'))).toHaveLength(1)
  })

  it('are told of the noun that opens the clause, not of whom it looks at', () => {
    const text = 'OTTO\nHi.\n\nA waiter comes in, sees Otto and leaves.'
    expect([bar(text, 'OTTO'), bar(text, 'WAITER')]).toEqual(['TT', '-P'])
  })

  it.each([
    'Mara exits.',
    'Exit Mara.',
    'Mara leaves.',
    'Mara leaves the kitchen.',
    'Mara walks out.',
    'Mara storms off.',
    'Mara disappears.',
    'Mara goes out.',
    'Mara runs away, laughing.',
    'Mara drives off.',
    'Mara is led away.',
    'Otto throws Mara out.',
    'Mara gets up, takes her coat and leaves.',
    'Otto watches Mara leave.',
    'Mara goes.',
    'Mara walks into the bathroom.',
  ])('%s', (text) => {
    expect(bar(`Mara and Otto wait.\n\n${text}\n\nRain.`)).toBe('TX-')
  })

  it('are told of the last speaker by "he" or "she"', () => {
    expect(events('Mara and Otto wait.\n\nOTTO\nBye.\n\nHe exits.\n\nMARA\nBye.')).toEqual(['-Otto'])
    expect(events('Mara and Otto wait.\n\nOTTO\nBye.\n\nMARA\nBye.\n\nExit.')).toEqual(['-Mara'])
  })

  it('are told of everybody by "they", but for those who go on speaking', () => {
    expect(events('Enter Mara, Otto and Rosa.\n\nMARA\nCome.\n\nThey exit.').slice(3)).toEqual([
      '-Mara',
      '-Otto',
      '-Rosa',
    ])
    expect(events('Enter Mara, Otto and Rosa.\n\nMARA\nCome.\n\nThey exit.\n\nROSA\nAlone.').slice(3)).toEqual([
      '-Mara',
      '-Otto',
    ])
    expect(events('Enter Mara, Otto and Rosa.\n\nExeunt all but Otto.').slice(3)).toEqual(['-Mara', '-Rosa'])
    expect(events('Enter Mara, Otto and Rosa.\n\nAll but Mara and Otto exit.').slice(3)).toEqual(['-Rosa'])
    expect(events('Enter Mara, Otto and Rosa.\n\nExeunt.').slice(3)).toHaveLength(3)
    expect(events('Enter Mara, Otto and Rosa.\n\nThey exit, except Rosa.').slice(3)).toEqual(['-Mara', '-Otto'])
  })

  it('take companions along', () => {
    expect(events('Enter Mara, Otto and Rosa.\n\nMara exits with Otto.').slice(3)).toEqual(['-Mara', '-Otto'])
    expect(events('Enter Mara, Otto and Rosa.\n\nMara leads Otto off.').slice(3)).toEqual(['-Mara', '-Otto'])
  })

  it('tell their side; stage left is on the right of the picture', () => {
    expect(of(read('Mara exits to the right.').presences, 'MARA')).toMatchObject({
      presence: 'exits',
      enterAt: 0,
      exitTo: 'right',
    })
    expect(of(read('Mara exits, stage left.').presences, 'MARA')).toMatchObject({ exitTo: 'right' })
  })

  it('are read in parentheticals', () => {
    expect(bar('Mara waits.\n\nMARA\n(leaving)\nBye.\n\nRain.')).toBe('TX-')
  })

  it('end the presence of every name of the person', () => {
    const { presences } = read('MARA VANCE waits.\n\nMARA\nBye.\n\nShe exits.\n\nRain.')
    expect(of(presences, 'MARA', 2)?.presence).toBe('exits')
    expect(of(presences, 'MARA VANCE', 3)).toBeUndefined()
    expect(of(presences, 'MARA', 3)).toBeUndefined()
  })

  it('find nobody twice in a shot under two names that may be one (domain.md 11.4)', () => {
    const { presences } = read(
      'MARA VANCE comes in. Mara waits.\n\nMARA\nBye.\n\nShe sits.\n\nMARA VANCE stands up.\n\nRain.\n\nShe exits.',
    )
    const names = [0, 1, 2, 3, 4, 5].map((shot) =>
      ['MARA VANCE', 'MARA'].flatMap((name) => {
        const found = of(presences, name, shot)
        return found ? [`${name} ${found.presence}`] : []
      }),
    )
    expect(names).toEqual([
      ['MARA VANCE enters'],
      ['MARA throughout'],
      ['MARA throughout'],
      ['MARA VANCE throughout'],
      ['MARA VANCE throughout'],
      ['MARA VANCE exits'],
    ])
  })
})

describe('more than one movement in a shot', () => {
  it('passes through what enters and leaves, or crosses', () => {
    expect(bar('Rain. Mara enters, looks around and leaves. Rain.')).toBe('P')
    expect(bar('Otto sits. Mara crosses behind him. Otto drinks.\n\nRain.')).toBe('P-')
    expect(bar('Otto sits. Mara walks past.\n\nRain.')).toBe('P-')
  })

  it('keeps who leaves and returns in all of the shot, with a warning that names the way out', () => {
    const { warnings } = read('Mara waits.\n\nMara exits. Otto drinks. Mara returns with a cake.\n\nRain.')
    expect(bar('Mara waits.\n\nMara exits. Otto drinks. Mara returns with a cake.\n\nRain.')).toBe('TTT')
    expect(warnings).toMatchObject([{ code: 'SPLIT_NEEDED', line: 5 }])
    expect(warnings[0]!.message).toMatch(/^Mara leaves and returns within shot 2 of scene 1 .* Split the shot/)
  })
})

describe('things and places', () => {
  it('puts the location into every shot and props only where the text names them', () => {
    const { presences, scenes } = read('Rain on the OIL LAMP.\n\nMara waits.\n\nShe lights the lamp.')
    const shots = (key: string): number[] =>
      presences.filter((p) => p.sceneIndex === 0 && p.assetKey === key).map((p) => p.shotIndex)
    expect(shots('location:KITCHEN')).toEqual(scenes[0]!.shots.map((_, i) => i))
    expect(shots('prop:OIL LAMP')).toEqual([0, 2])
  })

  it('shows nobody in titles', () => {
    expect(
      breakDown(parseFountain(`.OPENING TITLES\n\n> MARA AND OTTO <${speakers}`), {
        ...defaultBreakdown,
        fps: wholeRate(24),
      }).presences.some((p) => p.sceneIndex === 0),
    ).toBe(false)
  })
})

/** Presence of Mara over "Rain. / <text> / Rain." in a scene with this heading, where she may be there before. */
function inScene(heading: string, text: string, before = 'Rain.'): string {
  const { presences, scenes } = breakDown(parseFountain(`${heading}\n\n${before}\n\n${text}\n\nRain.${speakers}`), {
    ...defaultBreakdown,
    fps: wholeRate(24),
  })
  const letters = { throughout: 'T', enters: 'E', exits: 'X', passes_through: 'P' }
  return scenes[0]!.shots
    .map((_, i) => of(presences, 'MARA', i))
    .map((p) => (p ? letters[p.presence] : '-'))
    .join('')
}

describe('places', () => {
  it.each([
    ['EXT. STREET - DAY', 'Mara exits the house.', 'Rain.', '-ET'],
    ['EXT. STREET - DAY', 'Mara walks out of the bar.', 'Rain.', '-ET'],
    ['EXT. STREET - DAY', 'Mara gets out of the car.', 'Rain.', '-ET'],
    ['EXT. STREET - DAY', 'Mara enters the bar.', 'Mara waits.', 'TX-'],
    ['EXT. HOUSE - DAY', 'Mara goes inside.', 'Mara waits.', 'TX-'],
    ['INT. BEDROOM - DAY', 'Mara leaves the house.', 'Mara waits.', 'TX-'],
    ['INT. BEDROOM - DAY', 'Mara enters the bathroom.', 'Mara waits.', 'TX-'],
    ['INT. BEDROOM - DAY', 'Mara enters the room.', 'Rain.', '-ET'],
    ['INT. HALL - DAY', 'Mara exits the bathroom.', 'Rain.', '-ET'],
    ['INT. HALL - DAY', 'Mara comes downstairs.', 'Rain.', '-ET'],
    ['INT. HALL - DAY', 'Mara runs upstairs.', 'Mara waits.', 'TX-'],
    ['INT. CAR - DAY', 'Mara exits the car.', 'Mara waits.', 'TX-'],
  ])('%s: %s', (heading, text, before, expected) => {
    expect(inScene(heading, text, before)).toBe(expected)
  })

  it('tell who goes with whom', () => {
    expect(inScene('INT. HALL - DAY', 'Otto enters, Mara close behind him.')).toBe('-ET')
    expect(inScene('INT. HALL - DAY', 'Otto leaves. Mara follows him out.', 'Mara and Otto wait.')).toBe('TX-')
    expect(inScene('INT. HALL - DAY', 'Otto stares after Mara as she leaves.', 'Mara and Otto wait.')).toBe('TX-')
    expect(inScene('INT. HALL - DAY', 'Otto enters to find Mara asleep.')).toBe('-TT')
    expect(inScene('INT. HALL - DAY', 'Otto exits, leaving Mara alone.', 'Mara and Otto wait.')).toBe('TTT')
    expect(inScene('INT. HALL - DAY', "Otto enters with Mara's coat.")).toBe('---')
  })
})

describe('a direction with a list', () => {
  const film = 'Enter Casimir, King of the Isles, Mara the younger, and Otto, reading.\n\nKING\nWelcome.'

  it('takes name and rank for one person where the rank speaks', () => {
    expect(events(film)).toEqual(['+King', '+Mara', '+Otto'])
    expect(read(film).assets.map((a) => a.name)).not.toContain('Casimir')
  })

  it('tells nobody the others’ names as a way of coming, but a single one how they come', () => {
    expect(
      read(film)
        .presences.filter((p) => p.shotIndex === 0 && p.presence === 'enters')
        .map((p) => p.action),
    ).toEqual(['', '', ''])
    expect(of(read('Enter Mara, carrying a lamp.').presences, 'MARA')!.action).toBe('carrying a lamp')
  })
})
