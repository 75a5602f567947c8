import { expect, test } from 'vitest'
import { TestProject } from '@shared/testing/testProject'
import { setManyAssignments } from '@shared/domain/presence/setManyAssignments'
import { blockOf, placed } from './clipboard'
import { CellIndex } from '../../lanes/cellIndex'
import { layOut } from './matrixLayout'

/** Alice and Bob, and a prop between which and them stands a group row; four shots. */
function film() {
  const p = new TestProject()
  const shots = p.shots(p.scene(), 4)
  const assets = [p.asset('character', 'Alice'), p.asset('character', 'Bob'), p.asset('prop', 'Lamp')]
  const layout = layOut(p.store, { density: 'comfortable', filter: '', collapsed: {} })
  const cells = new CellIndex(p.store)
  const read = (shotId: string, assetId: string) => cells.cell(shotId, assetId)
  const row = (i: number) => layout.rowOfAsset.get(assets[i]!.id)!
  const paste = (from: [number, number, number, number], to: [number, number, number, number]) => {
    const range = ([top, left, bottom, right]: [number, number, number, number]) => ({
      top: row(top),
      bottom: row(bottom),
      left,
      right,
    })
    const edits = placed(layout, read, blockOf(layout, read, range(from)), range(to))
    if (edits.length) p.run((draft) => setManyAssignments(draft, { cells: edits }))
    return edits.length
  }
  const line = (i: number) => shots.map((shot) => p.assignment(shot, assets[i]!)?.presence[0] ?? '-').join('')
  return { p, shots, assets, paste, line }
}

test('a block goes from its corner over group rows as far as there are rows and shots, empty cells included', () => {
  const { p, shots, assets, paste, line } = film()
  p.put(shots[0]!, assets[0]!, { presence: 'enters', enterAt: 0.5 })
  p.put(shots[1]!, assets[1]!, { presence: 'exits', exitAt: 0.25 })
  p.put(shots[3]!, assets[1]!)
  expect(paste([0, 0, 1, 1], [1, 2, 1, 2])).toBe(3)
  expect([line(0), line(1), line(2)]).toEqual(['e---', '-ee-', '---e'])
  expect(p.assignment(shots[3]!, assets[2]!)).toMatchObject({ presence: 'exits', exitAt: 0.25 })
  expect(p.assignment(shots[2]!, assets[1]!)).toMatchObject({ presence: 'enters', enterAt: 0.5 })
})

test('a larger range is filled with the block over and over; what is so already is not touched', () => {
  const { p, shots, assets, paste, line } = film()
  p.put(shots[0]!, assets[0]!)
  p.put(shots[2]!, assets[1]!)
  expect(paste([0, 0, 0, 0], [0, 0, 1, 3])).toBe(6)
  expect([line(0), line(1)]).toEqual(['tttt', 'tttt'])
  expect(paste([0, 0, 0, 0], [0, 0, 1, 3])).toBe(0)
})

test('sides and action go along', () => {
  const { p, shots, assets, paste } = film()
  p.put(shots[0]!, assets[0]!, { presence: 'enters', enterFrom: 'left', action: 'with a tray' })
  paste([0, 0, 0, 0], [0, 1, 0, 1])
  expect(p.assignment(shots[1]!, assets[0]!)).toMatchObject({ enterFrom: 'left', action: 'with a tray' })
})
