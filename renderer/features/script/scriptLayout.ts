import type { Scene } from '@shared/model/scene'
import type { Script } from '@shared/model/script'
import type { Shot } from '@shared/model/shot'
import type { ParsedScript, ScriptElement } from '@shared/script/scriptTypes'

/** One row of the script view, top to bottom. Headings and shots carry ids, their contents are read where they are drawn. */
export type ScriptRow =
  | { readonly kind: 'file'; readonly key: string; readonly fileName: string }
  | { readonly kind: 'titlePage'; readonly key: string; readonly entries: ParsedScript['titlePage'] }
  | {
      readonly kind: 'heading'
      readonly key: string
      readonly scriptId: string | null
      readonly scene: Scene | null
      readonly element: ScriptElement | null
    }
  /** Lines of the script with the shots that begin there; lines between the shots have none. */
  | {
      readonly kind: 'lines'
      readonly key: string
      readonly scriptId: string
      readonly elements: readonly ScriptElement[]
      readonly shots: readonly Shot[]
    }
  /** A shot without a place in a script. */
  | { readonly kind: 'byHand'; readonly key: string; readonly shot: Shot }

export interface ScriptLayout {
  readonly rows: readonly ScriptRow[]
  /** Row by shot, in the order of the page. */
  readonly rowOfShot: ReadonlyMap<string, number>
  readonly rowOfScene: ReadonlyMap<string, number>
  /** For each row the heading that stays on top while the row is the first one seen; -1 = none. */
  readonly headingOf: readonly number[]
}

export interface LayoutInput {
  readonly scripts: readonly {
    script: Pick<Script, 'id' | 'fileName'>
    parsed: Pick<ParsedScript, 'elements' | 'titlePage'>
  }[]
  readonly scenes: readonly Scene[]
  readonly shotsOf: (sceneId: string) => readonly Shot[]
}

/**
 * Lays scripts out line by line with their shots: a shot stands where its first line is, however scenes and shots were moved since.
 * Shots and scenes without a place in a script follow the scene they come after in the story.
 */
export function layOutScript({ scripts, scenes, shotsOf }: LayoutInput): ScriptLayout {
  const rows: ScriptRow[] = []
  const shots = scenes.flatMap((scene) => shotsOf(scene.id))
  const placed = new Set<string>()
  const places = scripts.map(({ script, parsed }) => placesOf(shots, script.id, parsed.elements, placed))
  const known = new Set(scripts.map(({ script }) => script.id))
  const positioned = scenes.filter((s) => s.scriptId !== null && s.sourceStart !== null && known.has(s.scriptId))
  const loose = looseScenes(scenes, new Set(positioned.map((s) => s.id)))

  const addByHand = (scene: Scene | null) => {
    if (scene)
      for (const shot of shotsOf(scene.id)) if (!placed.has(shot.id)) rows.push({ kind: 'byHand', key: shot.id, shot })
    for (const next of loose.get(scene?.id ?? '') ?? []) {
      rows.push({ kind: 'heading', key: next.id, scriptId: null, scene: next, element: null })
      for (const shot of shotsOf(next.id)) if (!placed.has(shot.id)) rows.push({ kind: 'byHand', key: shot.id, shot })
    }
  }
  addByHand(null)
  scripts.forEach(({ script, parsed }, i) => {
    if (scripts.length > 1) rows.push({ kind: 'file', key: script.id, fileName: script.fileName })
    if (parsed.titlePage.length) rows.push({ kind: 'titlePage', key: `${script.id}/title`, entries: parsed.titlePage })
    const here = positioned.filter((s) => s.scriptId === script.id).sort((a, b) => a.sourceStart! - b.sourceStart!)
    addLines(rows, script.id, parsed.elements, places[i]!, here, addByHand)
  })
  return index(rows)
}

/** The scenes without a script, under the id of the scene in a script that they follow; '' = before all. */
function looseScenes(scenes: readonly Scene[], positioned: ReadonlySet<string>): Map<string, Scene[]> {
  const loose = new Map<string, Scene[]>()
  let after = ''
  for (const scene of scenes) {
    if (positioned.has(scene.id)) after = scene.id
    else loose.set(after, [...(loose.get(after) ?? []), scene])
  }
  return loose
}

/** The shots that begin at each element, by its index. */
function placesOf(
  shots: readonly Shot[],
  scriptId: string,
  elements: readonly ScriptElement[],
  placed: Set<string>,
): Map<number, Shot[]> {
  const places = new Map<number, Shot[]>()
  for (const shot of shots) {
    if (shot.scriptId !== scriptId || shot.sourceStart === null) continue
    let at = firstEndingAtOrAfter(elements, shot.sourceStart)
    // In a shot list a scene's heading and its first shot are one row.
    while (
      elements[at]?.type === 'scene_heading' &&
      elements[at + 1] &&
      elements[at + 1]!.line <= (shot.sourceEnd ?? shot.sourceStart)
    )
      at++
    const element = elements[at]
    if (!element || element.line > (shot.sourceEnd ?? shot.sourceStart)) continue
    placed.add(shot.id)
    places.set(at, [...(places.get(at) ?? []), shot])
  }
  return places
}

/** Binary search by line; a comment inside a paragraph ends before it, so the few elements before the hit are looked at, too. */
function firstEndingAtOrAfter(elements: readonly ScriptElement[], line: number): number {
  let low = 0
  let high = elements.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (elements[middle]!.line < line) low = middle + 1
    else high = middle
  }
  for (let i = Math.max(0, low - 4); i < low; i++)
    if (elements[i]!.endLine >= line && elements[i]!.type !== 'note' && elements[i]!.type !== 'boneyard') return i
  return low
}

function addLines(
  rows: ScriptRow[],
  scriptId: string,
  elements: readonly ScriptElement[],
  places: ReadonlyMap<number, readonly Shot[]>,
  scenes: readonly Scene[],
  addByHand: (scene: Scene | null) => void,
): void {
  let next = 0
  let current: Scene | null = null
  let block: { elements: ScriptElement[]; end: number } | null = null
  const leave = () => {
    if (current) addByHand(current)
    current = null
    block = null
  }
  const add = (list: ScriptElement[], shots: readonly Shot[]) =>
    rows.push({ kind: 'lines', key: `${scriptId}/${list[0]!.line}/${rows.length}`, scriptId, elements: list, shots })
  elements.forEach((element, i) => {
    let headed = false
    while (next < scenes.length && scenes[next]!.sourceStart! <= element.endLine) {
      leave()
      current = scenes[next++]!
      headed = element.type === 'scene_heading' && current.sourceStart! >= element.line
      rows.push({ kind: 'heading', key: current.id, scriptId, scene: current, element: headed ? element : null })
    }
    const begins = places.get(i)
    if (element.type === 'scene_heading') {
      if (!headed) {
        leave()
        rows.push({ kind: 'heading', key: `${scriptId}/${element.line}`, scriptId, scene: null, element })
      }
      for (const shot of begins ?? []) rows.push({ kind: 'byHand', key: shot.id, shot })
      return
    }
    if (begins) {
      block = { elements: [element], end: Math.max(...begins.map((s) => s.sourceEnd ?? s.sourceStart!)) }
      add(block.elements, begins)
    } else if (block && element.line <= block.end) block.elements.push(element)
    else {
      block = null
      add([element], [])
    }
  })
  for (; next < scenes.length; next++) {
    leave()
    current = scenes[next]!
    rows.push({ kind: 'heading', key: current.id, scriptId, scene: current, element: null })
  }
  leave()
}

function index(rows: readonly ScriptRow[]): ScriptLayout {
  const rowOfShot = new Map<string, number>()
  const rowOfScene = new Map<string, number>()
  const headingOf: number[] = []
  let heading = -1
  rows.forEach((row, i) => {
    if (row.kind === 'file') heading = -1
    if (row.kind === 'heading') {
      heading = i
      if (row.scene) rowOfScene.set(row.scene.id, i)
    }
    if (row.kind === 'byHand') rowOfShot.set(row.shot.id, i)
    if (row.kind === 'lines') for (const shot of row.shots) rowOfShot.set(shot.id, i)
    headingOf.push(heading)
  })
  return { rows, rowOfShot, rowOfScene, headingOf }
}

/** Pixels of a row before it was measured, from the length of its text in a column of that many pixels. */
export function estimateRow(row: ScriptRow, columnPx: number): number {
  if (row.kind === 'file') return 52
  if (row.kind === 'titlePage') return 40 + row.entries.reduce((sum, e) => sum + 20 * e.value.split('\n').length, 0)
  if (row.kind === 'heading') return 37
  if (row.kind === 'byHand') return 38
  const text = row.elements.reduce((sum, e) => sum + elementPx(e, columnPx), 4)
  return Math.max(text, row.shots.length * 38)
}

const linePx = 20
const characterPx = 6.6

function elementPx(element: ScriptElement, columnPx: number): number {
  const share = element.type === 'dialogue' ? 0.64 : element.type === 'parenthetical' ? 0.5 : 1
  const perLine = Math.max(12, (columnPx * share) / characterPx)
  const lines = element.text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0)
  return lines * linePx + (element.type === 'dialogue' || element.type === 'parenthetical' ? 0 : 8)
}
