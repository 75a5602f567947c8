import { longestNumber } from '../../model/common'
import { plural } from '../../language/unitWords'
import { isUnseen } from '../../language/text/unseenVoice'
import { framesToSeconds, secondsToFrames } from '../../domain/time/frames'
import type { FrameRate } from '../../model/frameRate'
import { actionSeconds, countWords, speechSeconds } from '../extract/shots/durations'
import type { Breakdown } from '../../model/project'
import { fatalWarning, tooLarge } from '../limits'
import { splitLines } from '../splitLines'
import { readAngle, readHeader, readSeconds, readSize, type ShotListColumn } from './shotListColumns'
import { parseCsv, type CsvRow } from './parseCsv'
import { castingAsShots, readCasting } from './readCasting'
import { namesIn, numberByScene, ShotListBuilder, type ShotList } from './shotList'

/**
 * A shot list as comma, semicolon or tab separated values: one row a shot, rows with the same scene or heading one scene. The first row names
 * the columns, in any order and by their usual names; columns with other names are kept in the notes. Formulas stay text.
 */
export function readCsv(text: string, options: Breakdown & { fps: FrameRate }): ShotList {
  const list = new ShotListBuilder()
  const large = tooLarge(text)
  if (large) list.warnings.push(large)
  const rows = large ? [] : parseCsv(text)
  const casting = isCasting(rows) ? readCasting(rows) : null
  if (casting && casting.entries.length > 0) return { ...castingAsShots(casting, text, options), casting }
  const header = rows[0] ? readHeader(rows[0].cells) : new Map<number, ShotListColumn>()
  const known = [...header.values()]
  if (!large && !known.includes('text') && !known.includes('dialogue') && !known.includes('shot')) {
    list.warnings.push({
      line: rows[0]?.line ?? 1,
      code: 'CSV_NO_HEADER',
      message:
        'The first row does not name the columns of a shot list. Name at least one “Shot”, “Description” or “Dialogue”.',
    })
    return list.finish('csv', splitLines(text))
  }
  const unknown = (rows[0]?.cells ?? []).flatMap((name, i) => (header.has(i) || !name ? [] : [name]))
  if (unknown.length)
    list.warnings.push({
      line: rows[0]!.line,
      code: 'CSV_UNKNOWN_COLUMNS',
      message: `The ${plural(unknown.length, 'column')} ${unknown.map((n) => `“${n}”`).join(', ')} ${plural(unknown.length, 'is', 'are')} kept in the notes.`,
    })
  let scene: string | null = null
  const numbered = new Map<string, number>()
  for (const row of rows.slice(1)) {
    const cell = (column: ShotListColumn) => row.cells[[...header].find(([, c]) => c === column)?.[0] ?? -1] ?? ''
    const key = [cell('scene'), headingOf(cell)].join('/')
    // A cell left empty means the scene of the row above.
    if (scene === null || (key !== '/' && key !== scene)) {
      scene = key
      // Rows of one numbered scene may stand apart, as when a list is sorted by day.
      const known = numbered.get(key)
      if (known !== undefined) list.goOnWith(known)
      else {
        if (cell('scene') !== '' && isSceneNumber(cell('scene'))) numbered.set(key, list.scenes.length)
        list.addScene(
          headingOf(cell),
          isSceneNumber(cell('scene')) ? cell('scene').slice(0, longestNumber) : '',
          row.line,
          cell('set') !== '' || cell('heading') !== '',
        )
      }
    }
    addRow(list, row, cell, {
      ...options,
      unknown: rows[0]!.cells.flatMap((name, i) =>
        header.has(i) || !row.cells[i] ? [] : [`${name}: ${row.cells[i]}`],
      ),
    })
  }
  numberByScene(list)
  if (!list.scenes.length && !fatalWarning({ warnings: list.warnings }))
    list.warnings.push({ line: 1, code: 'EMPTY_SCRIPT', message: 'The shot list has no rows below its header.' })
  return list.finish('csv', splitLines(text))
}

/** A table of shots that tells nothing of them but who and what is in them. */
function isCasting([header]: readonly CsvRow[]): boolean {
  const known = header ? [...readHeader(header.cells).values()] : []
  const tells: readonly ShotListColumn[] = [
    'text',
    'dialogue',
    'characters',
    'props',
    'seconds',
    'frames',
    'frameIn',
    'heading',
    'set',
    'notes',
  ]
  return known.includes('shot') && !known.some((column) => tells.includes(column))
}

function headingOf(cell: (column: ShotListColumn) => string): string {
  if (cell('heading')) return cell('heading').slice(0, 1000)
  const place = [cell('intExt') && `${cell('intExt').replace(/\.$/, '')}.`, cell('set').toUpperCase()]
    .filter(Boolean)
    .join(' ')
  const built = [place, cell('timeOfDay').toUpperCase()].filter(Boolean).join(' - ')
  return (built || isSceneNumber(cell('scene')) ? built : cell('scene')).slice(0, 1000)
}

/** "12", "12A", "A-3", "Sc. 4": what stands under "Scene" is a number; else it is the heading. */
const isSceneNumber = (text: string) =>
  /^(?:sc(?:ene)?\b\.?\s*)?(?:[a-z]{0,3}[-. ]?\d+[-. ]?[a-z0-9]{0,4}|[a-z]{1,2})?$/i.test(text.trim())

function addRow(
  list: ShotListBuilder,
  row: CsvRow,
  cell: (column: ShotListColumn) => string,
  options: Breakdown & { fps: FrameRate; unknown: string[] },
): void {
  const people = namesIn(cell('characters'))
  const text = cell('text')
  const spoken = cell('dialogue')
  const cue = /^([^:\n]{1,60}):\s*([\s\S]+)$/.exec(spoken)
  const [, speaker = '', extension = ''] =
    /^(.*?)(?:\s*\(([^()]*)\))?$/.exec((cue?.[1] ?? people[0] ?? '').trim()) ?? []
  const dialogue = spoken
    ? [
        {
          character: speaker.toUpperCase(),
          extension: extension.toUpperCase(),
          parenthetical: '',
          text: (cue?.[2] ?? spoken).trim(),
        },
      ]
    : []
  // Who speaks is there, unless it is a voice (domain.md 9).
  if (cue && speaker && !isUnseen(extension) && !people.some((p) => p.toUpperCase() === speaker.toUpperCase()))
    people.push(speaker)
  const [first, last, rate] = (['frameIn', 'frameOut', 'fps'] as const).map((c) =>
    /^\d+(?:\.\d+)?$/.test(cell(c)) ? Number(cell(c)) : null,
  )
  const perSecond = rate || null
  const frames = /^\d+$/.test(cell('frames'))
    ? Number(cell('frames'))
    : first != null && last != null && last > first
      ? last - first
      : null
  const given =
    frames !== null && perSecond !== null
      ? frames / perSecond
      : frames !== null
        ? framesToSeconds(frames, options.fps)
        : readSeconds(cell('seconds'), options.fps)
  if (given === null && cell('seconds'))
    list.warnings.push({
      line: row.line,
      code: 'CSV_DURATION',
      message: `“${cell('seconds').slice(0, 40)}” is no duration. The length was worked out from the words.`,
    })
  const size = readSize(cell('size'))
  const angle = readAngle(cell('angle'))
  // What no field can hold is not lost.
  const notes = [
    cell('notes'),
    cell('size') && !size ? `Size: ${cell('size')}` : '',
    cell('angle') && !angle ? `Angle: ${cell('angle')}` : '',
    ...options.unknown,
  ]
    .filter(Boolean)
    .join('\n')
  list.addShot({
    text,
    dialogue,
    size,
    angle,
    movement: cell('movement').slice(0, 200),
    lens: cell('lens').slice(0, 100),
    notes,
    number: cell('shot').slice(0, longestNumber) || undefined,
    durationFrames: secondsToFrames(
      given !== null && given > 0
        ? Math.min(given, 36_000)
        : Math.max(
            options.minSeconds,
            speechSeconds(countWords(spoken), options) + (text ? actionSeconds(text, options) : 0),
          ),
      options.fps,
    ),
    startLine: row.line,
    endLine: row.line,
    people,
    things: namesIn(cell('props')),
  })
}
