import { describe, expect, test } from 'vitest'
import { activeMembers, shotsInOrder } from '../../domain/lookup'
import { wholeRate } from '../../domain/time/frameRates'
import { defaultBreakdown } from '../../model/project'
import { TestProject } from '../../testing/testProject'
import { importBreakdown } from '../importBreakdown'
import { fitsCasting, importCasting } from './importCasting'
import { readCsv } from './readCsv'

const read = (text: string) => readCsv(text, { ...defaultBreakdown, fps: wholeRate(24) })

const kitsu = `Parent,Name,Asset Type,Asset,Occurences,Label
SQ01,SH010,Characters,Otto,1,animate
SQ01,SH010,Environment,Boat Shed,1,
SQ01,SH020,Characters,Otto,2,
SQ01,SH020,Props,Oar,1,
SQ02,SH010,Characters,Greta,1,
SQ02,SH010,Props,Lamp,0,
SQ09,SH990,Characters,Otto,1,`

const shots = `Sequence,Name,Description
SQ01,SH010,Otto waits.
SQ01,SH020,Otto runs.
SQ02,SH010,Greta sits.`

const film = (p: TestProject) =>
  shotsInOrder(p.store).map((shot) => [
    shot.number,
    ...activeMembers(p.store, shot.id)
      .map((m) => `${m.asset.type} ${m.asset.name} ${m.assignment.origin}`)
      .sort(),
  ])

describe('a casting', () => {
  test('of shots that are there goes into them, to be confirmed', () => {
    const p = new TestProject()
    const list = read(shots)
    p.run((draft) => importBreakdown(draft, { fileName: 'shots.csv', ...list }))
    const { casting } = read(kitsu)
    expect(fitsCasting(p.store, casting!)).toBe(true)
    const report = p.run((draft) => importCasting(draft, casting!))
    expect(report).toMatchObject({
      scenes: 0,
      shots: 0,
      assignments: 5,
      assets: { character: 2, location: 1, prop: 1 },
    })
    expect(film(p)).toEqual([
      ['SQ01-SH010', 'character Otto suggested', 'location Boat Shed suggested'],
      ['SQ01-SH020', 'character Otto suggested', 'prop Oar suggested'],
      ['SQ02-SH010', 'character Greta suggested'],
    ])
    // What is not read, and what is not there, is said.
    expect(casting!.warnings.map((w) => w.code)).toEqual(['CASTING_COLUMNS', 'CASTING_SEVERAL'])
    expect(p.warnings.map((w) => w.message)).toEqual([expect.stringContaining('SQ09 SH990')])
    // Once more brings nothing new.
    expect(p.run((draft) => importCasting(draft, casting!)).assignments).toBe(0)
  })

  test('in a project without them brings the shots too', () => {
    const p = new TestProject()
    const list = read(kitsu)
    expect(fitsCasting(p.store, list.casting!)).toBe(false)
    p.run((draft) => importBreakdown(draft, { fileName: 'casting.csv', ...list }))
    expect(film(p)).toEqual([
      ['SQ01-SH010', 'character Otto suggested', 'location Boat Shed suggested'],
      ['SQ01-SH020', 'character Otto suggested', 'prop Oar suggested'],
      ['SQ02-SH010', 'character Greta suggested'],
      ['SQ09-SH990', 'character Otto suggested'],
    ])
  })

  test('as a table of shots by assets knows what the project knows', () => {
    const p = new TestProject()
    p.run((draft) => importBreakdown(draft, { fileName: 'shots.csv', ...read(shots) }))
    p.asset('prop', 'Oar')
    const { casting } = read('Sequence,Shot,Otto,Oar\nSQ01,SH010,x,\nSQ01,SH020,x,1\nSQ02,SH010,,0')
    p.run((draft) => importCasting(draft, casting!))
    expect(film(p)).toEqual([
      ['SQ01-SH010', 'character Otto suggested'],
      ['SQ01-SH020', 'character Otto suggested', 'prop Oar suggested'],
      ['SQ02-SH010'],
    ])
  })

  test.each([shots, 'Shot,Description\n1,Otto waits.', 'Scene,Shot,Characters\n1,1,Otto'])(
    'is not what a shot list is: %j',
    (text) => {
      expect(read(text).casting).toBeUndefined()
    },
  )
})
