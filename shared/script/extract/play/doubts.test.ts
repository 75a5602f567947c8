import { describe, expect, it } from 'vitest'
import { wholeRate } from '../../../domain/time/frameRates'
import { defaultBreakdown } from '../../../model/project'
import { parseFountain } from '../../fountain/parseFountain'
import { barConfidence } from '../../scriptTypes'
import { breakDown } from '../breakDown'

const cast = '\n\nINT. ELSEWHERE - DAY\n\nMARA\nHi.\n\nOTTO\nHi.\n\nROSA\nHi.\n\nMAN\nHi.'

/** Who is in each shot of a scene; a suggestion has a question mark. */
function shots(heading: string, ...paragraphs: string[]): string[] {
  const { presences, scenes, assets } = breakDown(parseFountain(`${heading}\n\n${paragraphs.join('\n\n')}${cast}`), {
    ...defaultBreakdown,
    fps: wholeRate(24),
  })
  const people = new Map(assets.flatMap((a) => (a.type === 'character' ? [[a.key, a.name]] : [])))
  return scenes[0]!.shots.map((_, k) =>
    presences
      .flatMap((p) => {
        const name = p.sceneIndex === 0 && p.shotIndex === k ? people.get(p.assetKey) : undefined
        return name === undefined ? [] : [`${p.confidence < barConfidence ? '?' : ''}${name}`]
      })
      .sort()
      .join(' '),
  )
}

describe('a mention', () => {
  it.each([
    ['Otto thinks about Mara.', 'Otto'],
    ['Otto winces at the mention of Mara and Rosa.', 'Otto'],
    ['No sign of Mara. Otto sits down.', 'Otto'],
    ['Unlike Otto and Mara, Rosa is awake.', 'Rosa'],
    ['Otto laughs like the man on the stairs.', 'Otto'],
    ['Otto was once the man next door.', 'Otto'],
    ['Mara is missing. Otto waits.', 'Otto'],
    ['Otto hears Mara.', 'Otto'],
    ['From below, Mara pounds on the pipes. Otto waits.', 'Otto'],
  ])('is no presence: %s', (text, people) => {
    expect(shots('INT. HALL - DAY', text)).toEqual([people])
  })

  it.each([
    ['On the TV, Mara reads the news. Otto watches.', '?Mara Otto'],
    ['Otto holds a photo of Mara.', '?Mara Otto'],
    ['In the kitchen, Mara sings. Otto listens.', '?Mara Otto'],
    ['Otto has no time for a man.', '?Man Otto'],
  ])('is a suggestion where it may be one: %s', (text, people) => {
    expect(shots('INT. HALL - DAY', text)).toEqual([people])
  })

  it('of a room says nothing in a house that has it', () => {
    expect(shots('INT. HOUSE - DAY', 'In the kitchen, Mara sings. Otto listens.')).toEqual(['Mara Otto'])
  })
})

describe('shots that look elsewhere', () => {
  it('hold only whom they name', () => {
    expect(shots('INT. HALL - DAY', 'Otto and Mara argue.', 'INSERT - a watch. Ten past nine.', 'They stop.')).toEqual([
      'Mara Otto',
      '',
      'Mara Otto',
    ])
    expect(
      shots(
        'INT. HALL - DAY',
        'Otto and Mara argue.',
        'FLASHBACK: Rosa alone on a swing.',
        'Rain.',
        'BACK TO PRESENT.',
        'Otto sits.',
      ),
    ).toEqual(['Mara Otto', 'Rosa', 'Rosa', 'Mara Otto'])
  })

  it('but a near shot of somebody is one of the scene', () => {
    expect(shots('INT. HALL - DAY', 'Otto and Mara argue.', 'CLOSE ON his hand. It shakes.')).toEqual([
      'Mara Otto',
      'Mara Otto',
    ])
  })
})

describe('who is no longer there', () => {
  it('is whoever does nothing more when somebody is alone', () => {
    expect(shots('INT. HALL - DAY', 'Otto and Mara argue.', 'Later. Otto, alone, stares.')).toEqual([
      'Mara Otto',
      'Otto',
    ])
    expect(shots('INT. HALL - DAY', 'Otto and Mara argue.', 'Otto stands alone.', 'Mara coughs.')).toEqual([
      'Mara Otto',
      'Mara Otto',
      'Mara Otto',
    ])
  })

  it('goes with the car that drives off', () => {
    expect(shots('EXT. ROAD - DAY', 'Rosa waves.', 'Otto climbs into the car.', 'The car roars off.', 'Rain.')).toEqual(
      ['Rosa', 'Otto Rosa', 'Otto Rosa', 'Rosa'],
    )
  })

  it('is a question after a long silence', () => {
    const long = Array.from({ length: 16 }, () => 'Otto works.')
    const told = shots('INT. HALL - DAY', 'Mara yawns.', ...long)
    expect(told[10]).toBe('Mara Otto')
    expect(told[12]).toBe('?Mara Otto')
  })
})

describe('he and she', () => {
  it('are never somebody of the other sex', () => {
    expect(shots('INT. HALL - DAY', 'Otto and Mara argue.', 'She storms out.', 'Rain.')).toEqual([
      'Mara Otto',
      'Mara Otto',
      'Otto',
    ])
  })

  it('are told by the text itself where a name tells nothing', () => {
    const scene = ['Pell and Quill argue.', 'Pell looks at herself.', 'Quill yawns. He sits.', 'She leaves.', 'Rain.']
    const { presences, scenes } = breakDown(
      parseFountain(`INT. HALL - DAY\n\n${scene.join('\n\n')}\n\nINT. X - DAY\n\nPELL\nHi.\n\nQUILL\nHi.`),
      { ...defaultBreakdown, fps: wholeRate(24) },
    )
    expect(scenes[0]!.shots).toHaveLength(5)
    expect(presences.filter((p) => p.sceneIndex === 0 && p.presence === 'exits').map((p) => p.assetKey)).toEqual([
      'character:PELL',
    ])
  })
})
