import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { wholeRate } from '../domain/time/frameRates'
import { defaultBreakdown } from '../model/project'
import { decodeText } from './decodeText'
import { breakDown } from './extract/breakDown'
import { parseFdx } from './fdx/parseFdx'
import { parseFountain } from './fountain/parseFountain'
import type { ScriptBreakdown } from './scriptTypes'

/** Real scripts lie beside the project and are never part of it; without them only our own twins are tested. */
const corpus = resolve(import.meta.dirname, '../../../shared/corpus')
const scripts = resolve(corpus, 'scripts')
const options = { ...defaultBreakdown, fps: wholeRate(24) }

function read(path: string): ScriptBreakdown {
  const { text } = decodeText(new Uint8Array(readFileSync(path)))
  return breakDown(path.endsWith('.fdx') ? parseFdx(text) : parseFountain(text), options)
}

function names(breakdown: ScriptBreakdown, type: string): string[] {
  return breakdown.assets.filter((a) => a.type === type).map((a) => a.name)
}

describe.skipIf(!existsSync(scripts))('[optional] Brick & Steel', () => {
  const fountain = existsSync(scripts) ? read(resolve(scripts, 'Brick-and-Steel.fountain')) : null!
  const fdx = existsSync(scripts) ? read(resolve(scripts, 'Brick-and-Steel.fdx')) : null!

  it('has eight scenes in six places', () => {
    expect(fountain.scenes.map((s) => s.heading)).toHaveLength(8)
    expect(names(fountain, 'location')).toEqual([
      "BRICK'S PATIO",
      'TRAILER HOME',
      "BRICK'S POOL",
      'WOODEN SHACK',
      'GARAGE',
      'PALATIAL MANSION',
    ])
  })

  it('has its characters, full names and two props', () => {
    expect(names(fountain, 'character').sort()).toEqual([
      'Brick',
      'Brick Braddock',
      'Cognito',
      'Dan',
      'Dick Steel',
      'Extremely Handsome Man',
      'Handsome Man',
      'Jack',
      'Minion',
      'Steel',
    ])
    expect(names(fountain, 'prop')).toEqual(['Screen Door', 'Beer', 'Porsche'])
    expect(fountain.assets.find((a) => a.name === 'Brick Braddock')!.description).toBe('retired police detective')
  })

  it('proposes exactly the three full names', () => {
    expect(
      fountain.aliasProposals.map((p) => `${p.fromKey} > ${p.intoKey}`.replaceAll('character:', '')).sort(),
    ).toEqual(['BRICK > BRICK BRADDOCK', 'HANDSOME MAN > EXTREMELY HANDSOME MAN', 'STEEL > DICK STEEL'])
  })

  it('sees Dick Steel come out of the door and both speed off', () => {
    const moves = fountain.presences
      .filter((p) => p.presence !== 'throughout')
      .map((p) => `${p.sceneIndex}.${p.shotIndex} ${p.assetKey} ${p.presence}`)
    expect(moves).toEqual([
      '0.1 character:DICK STEEL enters',
      '0.1 prop:BEER enters',
      '6.2 character:STEEL exits',
      '6.2 character:BRICK exits',
      '6.2 prop:PORSCHE exits',
    ])
  })

  it('is the same from Final Draft', () => {
    const shape = (b: ScriptBreakdown): unknown => ({
      scenes: b.scenes.map((s) => [
        s.heading,
        s.set,
        s.timeOfDay,
        s.shots.map((x) => [x.text, x.dialogue, x.size, x.durationFrames]),
      ]),
      assets: b.assets.map((a) => [a.key, a.name, a.description]),
      presences: b.presences.map((p) => [p.sceneIndex, p.shotIndex, p.assetKey, p.presence, p.enterAt, p.exitAt]),
    })
    expect(shape(fdx)).toEqual(shape(fountain))
  })

  it('repeated to a feature of 192 scenes it is still read whole', () => {
    const body = readFileSync(resolve(scripts, 'Brick-and-Steel.fountain'), 'utf8').split('\n').slice(11).join('\n')
    expect(breakDown(parseFountain(body.repeat(24)), options).scenes).toHaveLength(192)
  })
})

describe.skipIf(!existsSync(corpus))('[optional] pairs of Fountain and Final Draft', () => {
  it.each([
    'dialogue',
    'dual-dialogue',
    'extended-characters',
    'forced-action',
    'indentation',
    'parenthetical',
    'simple',
    'utf-8-bom',
  ])('%s', (name) => {
    const [a, b] = [
      read(resolve(corpus, 'screenplain-tests', `${name}.fountain`)),
      read(resolve(corpus, 'screenplain-tests', `${name}.fdx`)),
    ]
    expect(a.scenes.map((s) => s.shots.map((x) => [x.text, x.dialogue]))).toEqual(
      b.scenes.map((s) => s.shots.map((x) => [x.text, x.dialogue])),
    )
  })
})

describe('our own twin', () => {
  const text =
    "EXT. POND - DAY\n\nMARA VANCE (34), a retired diver, sits on the SWING.\n\nOTTO PELL, her brother, comes out of the house with two cups.\n\nOTTO\nTea?\n\nMARA\nAlways.\n\n.THE WATER'S POV\n\nMara leans closer.\n\nINT. CAR - DAY\n\nMARA and OTTO get in.\n\nOTTO\nReady?\n\nThey drive off."

  it('is broken down alike', () => {
    const b = breakDown(parseFountain(text), options)
    expect(b.scenes.map((s) => [s.set, s.shots.length, s.shots[0]!.size])).toEqual([
      ['POND', 3, null],
      ['POND', 1, 'pov'],
      ['CAR', 3, null],
    ])
    expect(names(b, 'character')).toEqual(['Mara Vance', 'Otto Pell', 'Otto', 'Mara'])
    expect(names(b, 'prop')).toEqual(['Swing'])
    expect(
      b.presences
        .filter((p) => p.presence !== 'throughout')
        .map((p) => `${p.sceneIndex}.${p.shotIndex} ${p.assetKey} ${p.presence}`),
    ).toEqual([
      '0.1 character:OTTO PELL enters',
      '2.0 character:OTTO enters',
      '2.0 character:MARA enters',
      '2.2 character:OTTO exits',
      '2.2 character:MARA exits',
    ])
  })
})
