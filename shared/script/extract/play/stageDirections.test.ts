import { describe, expect, it } from 'vitest'
import { wholeRate } from '../../../domain/time/frameRates'
import { defaultBreakdown } from '../../../model/project'
import { parseFountain } from '../../fountain/parseFountain'
import { breakDown } from '../breakDown'
import { presenceEvents } from './presenceEvents'

const cast = [
  'MARA',
  'OTTO',
  'ROSA',
  'PELL',
  'LADY VANCE',
  'VANCE',
  'FIRST GUARD',
  'SECOND GUARD',
  'THIRD GUARD',
  'NURSE',
]
const elsewhere = `\n\nINT. ELSEWHERE - DAY\n\n${cast.map((name) => `${name}\nHi.`).join('\n\n')}`

/** Comings (+) and goings (-) in the paragraphs after those named have entered; "MARA: Hi." is a speech. */
function moves(there: string, ...paragraphs: string[]): string[] {
  const text = paragraphs.map((p) => p.replace(/^([A-Z ]+): /, '$1\n')).join('\n\n')
  const script = parseFountain(
    `INT. HALL - DAY\n\n${there === '' ? '' : `Enter ${there}.\n\nRain.\n\n`}${text}${elsewhere}`,
  )
  const first = there === '' ? 0 : 7
  const events = presenceEvents(script, breakDown(script, { ...defaultBreakdown, fps: wholeRate(24) })).filter(
    (e) => e.sceneIndex === 0 && e.line >= first,
  )
  return events.map((e) => `${e.kind === 'entrance' ? '+' : '-'}${e.assetName}`).sort()
}

describe('who stays', () => {
  it.each([
    ['Exeunt. Manet Mara.'],
    ['They exit. Mara remains.'],
    ['All exit. Mara remains behind.'],
    ['Mara stays. The others exit.'],
    ['Everyone exits except Mara.'],
    ['All exit but Mara.'],
    ['Exeunt all but Mara.'],
    ['All but Mara exit.'],
    ['They exit. Mara is left alone.'],
  ])('%s', (text) => {
    expect(moves('Mara, Otto and Rosa', text)).toEqual(['-Otto', '-Rosa'])
  })

  it('is nobody a direction tells of without a name', () => {
    expect(moves('Mara and Otto', 'MARA: Go.', 'One exits.')).toEqual([])
    expect(moves('Mara and Otto', 'MARA: Go.', 'Some exit.')).toEqual([])
    expect(moves('Mara and Otto', 'MARA: Go.', 'Exit.')).toEqual(['-Mara'])
  })
})

describe('numbered parts', () => {
  it('come in the number that the text says, those first who speak', () => {
    expect(moves('', 'Enter two Guards.', 'SECOND GUARD: Hi.', 'THIRD GUARD: Hi.')).toEqual([
      '+Second Guard',
      '+Third Guard',
    ])
    expect(moves('', 'Enter the three Guards.', 'FIRST GUARD: Hi.')).toEqual([
      '+First Guard',
      '+Second Guard',
      '+Third Guard',
    ])
  })

  it('go by their role alone', () => {
    expect(moves('Mara', 'Enter Second Guard.', 'SECOND GUARD: Hi.', 'Guard exits.')).toEqual([
      '+Second Guard',
      '-Second Guard',
    ])
    expect(moves('Mara', 'Enter two Guards.', 'FIRST GUARD: Hi.', 'SECOND GUARD: Hi.', 'The Guards exit.')).toEqual([
      '+First Guard',
      '+Second Guard',
      '-First Guard',
      '-Second Guard',
    ])
  })

  it('leave no nameless character behind', () => {
    const { assets } = breakDown(
      parseFountain(`INT. HALL - DAY\n\nEnter Second Guard.\n\nSECOND GUARD\nHi.\n\nGuard exits.${elsewhere}`),
      { ...defaultBreakdown, fps: wholeRate(24) },
    )
    expect(assets.filter((a) => /GUARD/.test(a.key)).map((a) => a.name)).toEqual([
      'Second Guard',
      'First Guard',
      'Third Guard',
    ])
  })
})

describe('the dead', () => {
  it('do not walk off, but are carried', () => {
    expect(moves('Mara, Otto and Rosa', 'They fight, and Otto is slain.', 'They exit.')).toEqual(['-Mara', '-Rosa'])
    expect(moves('Mara, Otto and Rosa', 'Otto dies.', 'They exit with the body.')).toEqual(['-Mara', '-Otto', '-Rosa'])
    expect(moves('Mara, Otto and Rosa', 'Otto dies.', "Mara exits, dragging off Otto's body.")).toEqual([
      '-Mara',
      '-Otto',
    ])
    expect(moves('Mara', "Enter Rosa with Otto's body.")).toEqual(['+Otto', '+Rosa'])
  })

  it('who speak again only played dead', () => {
    expect(moves('Mara and Otto', 'Otto dies.', 'OTTO: I rise.', 'They exit.')).toEqual(['-Mara', '-Otto'])
  })

  it('leave their things behind', () => {
    expect(moves('Mara', "Enter Rosa with Otto's head.")).toEqual(['+Rosa'])
    expect(moves('Mara', "Enter Otto's servant.")).toEqual(["+Otto's Servant"])
  })
})

describe('doors and company', () => {
  it.each([
    ['Enter Mara at one door, Otto at another.', '+Mara +Otto'],
    ['Enter at one door Mara, at another Otto.', '+Mara +Otto'],
    ['Enter Mara and, from the other side, Otto.', '+Mara +Otto'],
    ['Enter Mara, meeting Otto.', '+Mara +Otto'],
    ['Enter Vance and his Wife.', '+Lady Vance +Vance'],
    ['Mara and Otto are discovered at chess.', '+Mara +Otto'],
    ['The Nurse calls from within.', ''],
  ])('%s', (text, want) => {
    expect(moves('', text).join(' ')).toBe(want)
  })

  it.each([
    ['Mara exits at one door, and Otto at another.', '-Mara -Otto'],
    ['Mara and Pell exit through one door, Otto through another.', '-Mara -Otto -Pell'],
    ['Mara exits, supported by Otto.', '-Mara -Otto'],
    ['Mara, supported by Otto, exits.', '-Mara -Otto'],
    ['Mara exits, tugging in Otto.', '-Mara -Otto'],
    ['Exit Mara, Otto following.', '-Mara -Otto'],
    ['Attendants lead off the Nurse.', '-Attendants -Nurse'],
    ['Mara is helped to leave.', '-Mara'],
    ['Enter to them Rosa.', '+Rosa'],
  ])('%s', (text, want) => {
    expect(moves('Mara, Otto, Pell and Nurse', text).join(' ')).toBe(want)
  })

  it('go with whoever is told of last', () => {
    expect(moves('Mara and Otto', 'MARA: Hi.', 'Exit, pursued by a bear.')).toContain('-Mara')
  })
})

describe('in a film', () => {
  it.each([
    ['Otto leaves. Mara follows.', '-Mara -Otto'],
    ['Otto storms out. Mara runs after him.', '-Mara -Otto'],
    ['Rosa comes in. Pell follows.', '+Pell +Rosa'],
    ['When Mara turns around, Otto is gone.', '-Otto'],
    ["Mara looks up. He's gone.", '-Otto'],
    ['Mara watches him go.', '-Otto'],
    ['Otto pushes past her, out into the street.', '-Otto'],
    ['Otto walks down the hall and out of sight.', '-Otto'],
    ['Otto backs out of the room.', '-Otto'],
    ['Mara follows him out the door.', '-Mara'],
    ['Otto takes his leave.', '-Otto'],
    ['Otto makes his way out.', '-Otto'],
    ['Otto takes off.', '-Otto'],
    ['Mara lets him out.', '-Otto'],
    ['Mara ushers Otto out.', '-Otto'],
    ['Rosa lets herself in.', '+Rosa'],
    ['Mara lets Rosa in.', '+Rosa'],
    ['Mara leads Rosa in.', '+Rosa'],
    ['Rosa pokes her head in.', '+Rosa'],
    ['Rosa turns up at the door.', '+Rosa'],
    ['Rosa steps out of the shadows.', '+Rosa'],
    ['Mara kisses Otto and leaves.', '-Mara'],
    ['Mara leaves him standing there.', '-Mara'],
    ['Exiting, Mara bumps into Otto.', '-Mara'],
    ['As Mara turns to Otto, Rosa walks in.', '+Rosa'],
    ['ROSA ENTERS, carrying a crate.', '+Rosa'],
  ])('%s', (text, want) => {
    expect(moves('Mara and Otto', text).join(' ')).toBe(want)
  })

  it.each([
    'Mara follows his gaze.',
    'Mara follows Otto to the window.',
    'The gun is gone.',
    "Mara's smile is gone.",
    'Otto takes off his hat.',
    'Mara exits the browser.',
    'Mara walks in circles.',
    'Mara runs in the rain.',
    'Mara lets go of Otto.',
    'Mara drifts off.',
    'The lights go out.',
    'Mara leaves a note.',
  ])('nobody moves in: %s', (text) => {
    expect(moves('Mara and Otto', text)).toEqual([])
  })

  it('a door closes behind who has not just come through it', () => {
    expect(moves('', 'Mara sits.', 'OTTO: Bye.', 'Rain.', 'The door closes behind Otto.')).toEqual(['-Otto'])
    expect(moves('', 'Otto comes in. The door closes behind him.')).toEqual(['+Otto'])
  })
})

describe('who comes or goes', () => {
  it.each([
    // Who does something before he goes was there until then.
    ['Mara', ['Otto grabs his coat and heads upstairs.'], ['-Otto']],
    // Who was told of earlier in the same shot is who a newcomer comes to.
    ['', ['Mara nurses a beer. Otto wanders over.'], ['+Otto']],
    ['', ['Otto wanders over.'], []],
    // With what is his he comes himself.
    ['Mara', ["Otto's head pops up over the counter."], ['+Otto']],
    // A list behind the verb is those of whom it tells.
    ['Mara', ['They burst in: Otto, then Rosa.'], ['+Otto', '+Rosa']],
    // Whom the sentence named, not who does it.
    ['Mara and Otto', ['Something grabs Otto and drags him off.'], ['-Otto']],
    // The pronoun of another sex than the doer's is none of the doers.
    ['LADY VANCE and Otto', ['He rises and she ushers him through.'], ['-Otto']],
    // Who went is who comes back.
    ['Mara and Otto', ['Otto leaves.', "He's back with a towel."], ['+Otto', '-Otto']],
    // Where others go on in the scene, who walks out of it alone has gone.
    ['', ['Otto turns and walks to the gate.', 'Mara peers from behind a pillar.'], ['-Otto']],
    // Two go arm in arm.
    ['Mara, Otto and Rosa', ['Otto takes her arm.', 'Rosa laughs.', 'They walk off arm in arm.'], ['-Otto', '-Rosa']],
    ['Mara', ['Otto peeks round the door.'], ['+Otto']],
    ['Mara', ['Otto steals out on tiptoe.'], ['-Otto']],
    ['Mara and Otto', ['Mara follows Otto out.'], ['-Mara', '-Otto']],
    ['Mara', ['Rosa trudges up with two mugs.'], ['+Rosa']],
    ['Mara', ['The door opens. ROSA (30s) fills the doorway.'], ['+Rosa']],
    ['Mara', ['Otto appears at the window.', 'Mara turns.', 'He comes in.'], ['+Otto', '+Otto']],
    // Whoever is seen through a window comes only then.
    ['Mara', ['Through the window: Otto on his knees.', 'Otto comes out.'], ['+Otto']],
    // Who looks about him is not the one who is not there.
    ['', ['Mara counts.', 'She spins around. Nobody.'], []],
  ])('%s: %j', (there, paragraphs, moved) => {
    expect(moves(there, ...paragraphs)).toEqual(moved)
  })
})

describe('who is a character', () => {
  const names = (text: string): string[] =>
    breakDown(parseFountain(`INT. HALL - DAY\n\n${text}`), { ...defaultBreakdown, fps: wholeRate(24) })
      .assets.filter((a) => a.type === 'character')
      .map((a) => a.name)

  it('a person of any trade, an animal, and who is called by a name', () => {
    expect(
      names('Two TRUCKERS eat. A WATCHMAN yawns. His DOG, a shepherd named RUFUS, barks at the boat called HOPE.'),
    ).toEqual(['Truckers', 'Watchman', 'Dog', 'Rufus'])
  })

  it('but no verb and no word of the next sentence', () => {
    expect(names('DODD ENTERS THE ROOM as the rest of them wait for him.\n\nDODD\nHi.')).toEqual(['Dodd'])
    expect(names('He breaks a LAMP. YOUNG ELI screams.\n\nYOUNG ELI\nHi.')).toEqual(['Young Eli'])
    expect(names('He eats a HOT DOG.')).toEqual([])
  })

  it('with the small letters that a forced cue gives it', () => {
    expect(names('@McCLANE\nHi.')).toEqual(['McClane'])
  })
})
