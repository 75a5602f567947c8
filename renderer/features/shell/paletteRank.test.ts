import { describe, expect, test } from 'vitest'
import { rank, type PaletteEntry } from './paletteRank'

const command = (title: string, off = false): PaletteEntry => ({ kind: 'command', id: title, names: [title], off })
const asset = (name: string, ...aliases: string[]): PaletteEntry => ({
  kind: 'asset',
  id: name,
  names: [name, ...aliases],
  words: 'old neighbour, grey bun',
})
const shot = (number: string, words: string): PaletteEntry => ({
  kind: 'shot',
  id: `shot ${number}`,
  names: [number],
  fullNames: [`Shot ${number}`],
  words,
})
const scene = (number: string, heading: string, set: string): PaletteEntry => ({
  kind: 'scene',
  id: `scene ${number}`,
  names: [heading, set, number],
  fullNames: [`Scene ${number}`],
})

const entries = [
  command('Duplicate the shot'),
  command('Join the shots'),
  command('Make all missing and stale frames'),
  command('Make all stale frames again'),
  command('Merge the asset into…'),
  command('Rename the scene'),
  command('Enters'),
  command('Add a scene…'),
  command('Switch between dark and light'),
  command('Paste the cells', true),
  asset('Alice'),
  asset('John Smith'),
  asset('John'),
  asset('Scène de Ménage', 'Paste'),
  scene('1', 'INT. KITCHEN - NIGHT', 'KITCHEN'),
  scene('4', 'EXT. SCENE DOCK - DAY', 'SCENE DOCK'),
  shot('4', 'Alice enters the kitchen.'),
  shot('40', 'John joins her.'),
  shot('14', ''),
]
const found = (typed: string) => rank(entries, typed).map((e) => e.id)

describe('what the palette finds', () => {
  test.each([
    ['alice', ['Alice', 'shot 4']],
    ['john', ['John', 'John Smith', 'shot 40']],
    ['enters', ['Enters', 'shot 4']],
    ['merge', ['Merge the asset into…']],
    ['rename', ['Rename the scene']],
    ['4', ['scene 4', 'shot 4', 'shot 40']],
    ['shot 4', ['shot 4', 'shot 40']],
    ['kitchen', ['scene 1', 'shot 4']],
    ['scene', ['Scène de Ménage', 'scene 4', 'Rename the scene', 'Add a scene…', 'scene 1']],
    ['smith john', ['John Smith']],
    ['into asset', ['Merge the asset into…']],
    ['grey', ['Alice', 'John Smith', 'John', 'Scène de Ménage']],
  ])('for “%s”', (typed, expected) => {
    expect(found(typed)).toEqual(expected)
  })

  test('is nothing without the start of a word', () => {
    for (const typed of ['lice', 'mk', 'jhn', 'hot', '', ' ', '…']) expect(found(typed)).toEqual([])
  })

  test('ranks what a name says exactly before commands, and what cannot be run last', () => {
    expect(found('paste')).toEqual(['Scène de Ménage', 'Paste the cells'])
    expect(rank([command('Alice', true), command('Alice again'), asset('Alice')], 'alice').map((e) => e.kind)).toEqual([
      'asset',
      'command',
      'command',
    ])
  })
})
