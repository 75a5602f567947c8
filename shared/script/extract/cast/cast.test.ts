import { describe, expect, it } from 'vitest'
import { parseFountain } from '../../fountain/parseFountain'
import type { FoundAsset } from '../../scriptTypes'
import { findCast } from './cast'

function cast(text: string): FoundAsset[] {
  return findCast(parseFountain(`INT. A\n\n${text}`)).assets
}

function names(text: string, type: 'character' | 'prop'): string[] {
  return cast(text)
    .filter((a) => a.type === type)
    .map((a) => a.name)
}

describe('characters from cues', () => {
  it('drop extensions and case', () => {
    expect(
      names(
        "MARA (V.O.)\nA.\n\nMARA (CONT'D)\nB.\n\n@Mara\nC.\n\nMARA ^\nD.\n\nTHE DEALER\nE.\n\nDEALER\nF.",
        'character',
      ),
    ).toEqual(['Mara', 'Dealer'])
  })

  it('are whole in the action too, whatever their last word means', () => {
    const text = 'NINA BLACK looks at JON CRANE. A DOCKER crosses the yard.\n\nNINA BLACK\nA.\n\nJON CRANE\nB.'
    expect(names(text, 'character').sort()).toEqual(['Docker', 'Jon Crane', 'Nina Black'])
  })

  it('make no one of ALL and of two in one cue, but its members', () => {
    expect(
      names('ALL\nA.\n\nBOTH\nB.\n\nMARA AND OTTO\nC.\n\n1ST SOLDIER & 2ND SOLDIER\nD.\n\nEVERYONE\nE.', 'character'),
    ).toEqual(['Mara', 'Otto', '1st Soldier', '2nd Soldier'])
  })

  it('are written as names', () => {
    expect(
      names(
        "OTTO O'MALLEY\nA.\n\nC3PO\nA.\n\nDJ\nA.\n\nDR. MARY-ANN\nA.\n\nGUARD #2\nA.\n\nQUEEN OF HEARTS\nA.\n\nMCADAM\nA.\n\nHe nods at McAdam.",
        'character',
      ),
    ).toEqual(["Otto O'Malley", 'C3PO', 'DJ', 'Dr. Mary-Ann', 'Guard #2', 'Queen of Hearts', 'McAdam'])
  })

  it('leave out a line that is action by its look', () => {
    expect(names('SEARCHING EVERYWHERE...\nNothing.', 'character')).toEqual([])
  })
})

describe('capitals in the action', () => {
  it('are characters with an age, an apposition, a title, a person noun or a speaker in the name', () => {
    const text =
      'MARA VANCE (34, tall) waits. OTTO, the keeper, sits. DR. QUILL nods. An EXTREMELY POLITE MAN bows. A COP and SISTER AGNES pass.\n\nMARA\nHello.'
    expect(names(text, 'character')).toEqual([
      'Mara Vance',
      'Otto',
      'Dr. Quill',
      'Extremely Polite Man',
      'Cop',
      'Sister Agnes',
      'Mara',
    ])
    const described = Object.fromEntries(cast(text).map((a) => [a.name, a.description]))
    expect(described).toMatchObject({ 'Mara Vance': '34, tall', Otto: 'keeper' })
  })

  it('are characters where the text uses them as proper names later', () => {
    expect(names('Behind the bar stands SELMA. Later we see Selma again.', 'character')).toEqual(['Selma'])
  })

  it('are prop candidates after an article, number or owner', () => {
    const text =
      "The SCREEN DOOR opens. Mom's PORSCHE waits with two SUITCASES and a rusty old KEY on the seat. MARA'S COAT falls.\n\nMARA\nHey."
    expect(names(text, 'prop')).toEqual(['Screen Door', 'Porsche', 'Suitcases', 'Key', 'Coat'])
    expect(
      cast(text)
        .filter((a) => a.type === 'prop')
        .every((a) => a.candidate && !a.cue),
    ).toBe(true)
  })

  it('are nothing when they are sounds, camera words, stress, signs or a shouted line', () => {
    const text =
      'A loud BANG. The phone RINGS. Mara SLAMS the door and it is BAD. ANGLE ON the yard. From INCHES AWAY a CRASH. The sign says "BEWARE OF THE DOG". The crowd GASPED.\n\nTHE BOMB GOES OFF IN THE YARD!\n\nMARA\nHey.'
    expect(names(text, 'prop')).toEqual([])
    expect(names(text, 'character')).toEqual(['Mara'])
  })

  it('make no one of a group whose members are known', () => {
    expect(names('The home of THE BOY BAND, AKA DAN and JACK.\n\nDAN\nHi.\n\nJACK\nHi.', 'character')).toEqual([
      'Dan',
      'Jack',
    ])
  })
})

describe('persons that only directions name', () => {
  it('are found in lists after Enter and before exits', () => {
    expect(
      names(
        'Enter a Shipmaster and Otto, with certain Nymphs, attended by two Servants, and others.\n\nOTTO\nHa.\n\nA porter enters. Fairies exit.',
        'character',
      ),
    ).toEqual(
      ['Shipmaster', 'Nymphs', 'Servants', 'Otto', 'porter', 'Fairies'].map((n) => n[0]!.toUpperCase() + n.slice(1)),
    )
  })

  it('are found crossing the picture', () => {
    expect(names('They talk. A tall waiter crosses behind them.', 'character')).toEqual(['Waiter'])
    expect(names('They talk of a waiter. A waiter is nice.', 'character')).toEqual([])
  })

  it('have longer names than their cue', () => {
    expect(names('Enter Robin Goodfellow.\n\nROBIN\nHo.', 'character')).toEqual(['Robin Goodfellow', 'Robin'])
  })
})
