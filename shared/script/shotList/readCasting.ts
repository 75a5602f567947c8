import type { AssetType } from '../../model/asset'
import { longestNumber } from '../../model/common'
import type { FrameRate } from '../../model/frameRate'
import type { Breakdown } from '../../model/project'
import { secondsToFrames } from '../../domain/time/frames'
import type { ScriptWarning } from '../scriptTypes'
import type { Casting, CastingEntry } from './casting'
import { splitLines } from '../splitLines'
import type { CsvRow } from './parseCsv'
import { numberByScene, ShotListBuilder, type ShotList } from './shotList'

const plain = (cell: string): string =>
  cell
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

const sceneNames = ['parent', 'sequence', 'sequencename', 'seq', 'scene', 'scenenumber']
const shotNames = ['name', 'shot', 'shotname', 'shotnumber', 'number']
const assetNames = ['asset', 'assetname', 'castingasset']
const typeNames = ['assettype', 'type', 'entitytype']
const countNames = ['occurences', 'occurrences', 'nboccurences', 'nboccurrences', 'count']

/** A sign in a cell that says "is there". */
const isThere = /^(?:x|y|yes|true|•|●|✓|✔|[1-9]\d{0,3})$/i
const isAway = /^(?:|0|-|–|no|n|false)$/i

/**
 * The casting in a table: a row for each shot and asset (Kitsu: Parent, Name, Asset Type, Asset, Occurences), or a row for each shot with a column
 * for each asset and a sign where it is there. Null where the table is something else.
 */
export function readCasting(rows: readonly CsvRow[]): Casting | null {
  const header = rows[0]?.cells.map(plain) ?? []
  const at = (names: readonly string[]) => header.findIndex((cell) => names.includes(cell))
  const [scene, shot, asset, type, count] = [sceneNames, shotNames, assetNames, typeNames, countNames].map(at) as [
    number,
    number,
    number,
    number,
    number,
  ]
  if (shot < 0) return null
  const cell = (row: CsvRow, i: number) => (i < 0 ? '' : (row.cells[i] ?? ''))
  if (asset >= 0) {
    const entries = rows.slice(1).flatMap((row) =>
      cell(row, shot) === '' || cell(row, asset) === '' || /^0+$/.test(cell(row, count))
        ? []
        : [
            {
              line: row.line,
              scene: cell(row, scene),
              shot: cell(row, shot),
              asset: cell(row, asset).slice(0, 200),
              type: type < 0 ? null : typeOf(cell(row, type)),
            },
          ],
    )
    const read = new Set([scene, shot, asset, type, count])
    return { entries, warnings: [...unread(rows, read), ...several(rows, count)] }
  }
  const assets = header.flatMap((name, i) => (i === scene || i === shot || name === '' ? [] : [i]))
  const cells = rows.slice(1).flatMap((row) => assets.map((i) => cell(row, i)))
  if (
    assets.length === 0 ||
    !cells.some((c) => isThere.test(c)) ||
    !cells.every((c) => isThere.test(c) || isAway.test(c))
  )
    return null
  return {
    entries: rows.slice(1).flatMap((row) =>
      assets.flatMap((i) =>
        cell(row, shot) !== '' && isThere.test(cell(row, i))
          ? [
              {
                line: row.line,
                scene: cell(row, scene),
                shot: cell(row, shot),
                asset: rows[0]!.cells[i]!.slice(0, 200),
                type: null,
              },
            ]
          : [],
      ),
    ),
    warnings: [],
  }
}

function typeOf(cell: string): AssetType {
  if (/char|cast|actor|people|person|creature|animal/i.test(cell)) return 'character'
  return /env|set|loc|place|background|\bbg\b|decor|stage/i.test(cell) ? 'location' : 'prop'
}

/** Columns that nothing of the project holds. */
function unread(rows: readonly CsvRow[], read: ReadonlySet<number>): ScriptWarning[] {
  const names = rows[0]!.cells.filter((name, i) => name !== '' && !read.has(i) && rows.slice(1).some((r) => r.cells[i]))
  return names.length === 0
    ? []
    : [
        {
          line: rows[0]!.line,
          code: 'CASTING_COLUMNS',
          message: `Not read from the casting: ${names.map((name) => `“${name}”`).join(', ')}.`,
        },
      ]
}

function several(rows: readonly CsvRow[], count: number): ScriptWarning[] {
  const row = count < 0 ? undefined : rows.slice(1).find((r) => Number(r.cells[count]) > 1)
  return row
    ? [
        {
          line: row.line,
          code: 'CASTING_SEVERAL',
          message: `An asset is in a shot once here, also where the casting counts more of it (line ${row.line}: ${row.cells[count]}). Make an asset of its own for each that acts.`,
        },
      ]
    : []
}

/** Shots that nobody listed before, made of a casting. */
export function castingAsShots(casting: Casting, text: string, options: Breakdown & { fps: FrameRate }): ShotList {
  const list = new ShotListBuilder()
  list.warnings.push(...casting.warnings)
  const scenes = new Map<string, Map<string, CastingEntry[]>>()
  for (const entry of casting.entries) {
    let shots = scenes.get(entry.scene)
    if (!shots) scenes.set(entry.scene, (shots = new Map<string, CastingEntry[]>()))
    shots.set(entry.shot, [...(shots.get(entry.shot) ?? []), entry])
  }
  for (const [scene, shots] of scenes) {
    list.addScene('', scene.slice(0, longestNumber), [...shots.values()][0]![0]!.line)
    for (const [number, entries] of shots) {
      const of = (type: AssetType) => entries.flatMap((e) => ((e.type ?? 'character') === type ? [e.asset] : []))
      list.addShot({
        text: '',
        dialogue: [],
        size: null,
        angle: null,
        movement: '',
        number: number.slice(0, longestNumber),
        durationFrames: secondsToFrames(options.minSeconds, options.fps),
        startLine: entries[0]!.line,
        endLine: entries.at(-1)!.line,
        people: of('character'),
        things: of('prop'),
        places: of('location'),
      })
    }
  }
  numberByScene(list)
  return list.finish('csv', splitLines(text))
}
