import { placesInScene, scenesInOrder } from '@shared/domain/lookup'
import type { ReadRecords } from '@shared/records/recordStore'
import type { Point } from '../../common/point'

/** Sizes of the board in CSS pixels (visual.md 2). */
export const size = {
  pad: 12,
  gap: 12,
  sceneHead: 36,
  panelHead: 28,
  pictureGap: 2,
  line: 16,
  textPad: 12,
  foot: 28,
  /** The place for the first shot of a scene without any. */
  noShots: 56,
} as const

/** A scene with its shots in order, by id. */
export interface SceneShots {
  readonly sceneId: string
  readonly shotIds: readonly string[]
}

/** The scenes of the story with their shots. */
export const contentsOf = (reads: ReadRecords): readonly SceneShots[] =>
  scenesInOrder(reads).map(({ id }) => ({ sceneId: id, shotIds: [...placesInScene(reads, id).keys()] }))

/** What decides how large everything is. */
export interface BoardLook {
  /** Of the part that scrolls. */
  readonly width: number
  readonly perRow: number
  /** Width of a still over its height. */
  readonly aspect: number
  /** How many pictures a panel shows. */
  readonly pictures: 1 | 2
  readonly text: boolean
  readonly foot: boolean
}

interface Item {
  readonly sceneId: string
  readonly top: number
  readonly height: number
}
export interface HeadItem extends Item {
  readonly kind: 'head'
  readonly folded: boolean
  readonly count: number
}
export interface RowItem extends Item {
  readonly kind: 'row'
  /** Where its first shot stands in the scene. */
  readonly first: number
  readonly shotIds: readonly string[]
  /** There is room for another panel, so one can be added there. */
  readonly adds: boolean
}

/** A scene with its head and rows. */
export interface Section {
  readonly head: HeadItem
  readonly rows: readonly RowItem[]
  readonly height: number
}

/** Where everything of the board lies, in pixels from its upper left corner. */
export interface BoardLayout {
  readonly perRow: number
  readonly panel: { readonly width: number; readonly height: number }
  readonly picture: { readonly width: number; readonly height: number }
  readonly lines: number
  readonly items: readonly (HeadItem | RowItem)[]
  readonly sections: readonly Section[]
  readonly height: number
  /** The shots that are on the board, in story order: not those of folded scenes. */
  readonly order: readonly string[]
  readonly placeOf: ReadonlyMap<string, { readonly row: RowItem; readonly column: number }>
}

/** Lays scenes out as rows of panels. @param folded the scenes whose shots are not shown */
export function layOut(
  scenes: readonly SceneShots[],
  look: BoardLook,
  folded: Readonly<Record<string, boolean>> = {},
): BoardLayout {
  const { perRow, pictures } = look
  const width = Math.max(80, (look.width - 2 * size.pad - (perRow - 1) * size.gap) / perRow)
  const pictureWidth = (width - 2 - (pictures - 1) * size.pictureGap) / pictures
  const picture = { width: pictureWidth, height: Math.round(pictureWidth / look.aspect) }
  const lines = width < 220 ? 4 : 3
  const height =
    2 +
    size.panelHead +
    picture.height +
    (look.text ? lines * size.line + size.textPad : 0) +
    (look.foot ? size.foot : look.text ? 0 : 4)
  const items: (HeadItem | RowItem)[] = []
  const sections: Section[] = []
  const order: string[] = []
  const placeOf = new Map<string, { row: RowItem; column: number }>()
  let top = 0
  for (const { sceneId, shotIds } of scenes) {
    const isFolded = folded[sceneId] === true
    const head: HeadItem = {
      kind: 'head',
      sceneId,
      top,
      height: size.sceneHead,
      folded: isFolded,
      count: shotIds.length,
    }
    const rows: RowItem[] = []
    items.push(head)
    top += size.sceneHead
    for (let first = 0; !isFolded && (first === 0 || first < shotIds.length); first += perRow) {
      const ids = shotIds.slice(first, first + perRow)
      const row: RowItem = {
        kind: 'row',
        sceneId,
        first,
        shotIds: ids,
        adds: ids.length < perRow,
        top,
        height: ids.length ? height : size.noShots,
      }
      items.push(row)
      rows.push(row)
      ids.forEach((id, column) => placeOf.set(id, { row, column }))
      order.push(...ids)
      top += row.height + size.gap
    }
    sections.push({ head, rows, height: top - head.top })
  }
  return { perRow, panel: { width, height }, picture, lines, items, sections, height: top + size.pad, order, placeOf }
}

/** A rectangle on the board, in its pixels. */
export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The shots whose panels a rectangle touches, in order. */
export const shotsIn = (layout: BoardLayout, { left, right, top, bottom }: Box): string[] =>
  layout.order.filter((id) => {
    const { row, column } = layout.placeOf.get(id)!
    const x = leftOf(layout, column)
    return x < right && x + layout.panel.width > left && row.top < bottom && row.top + layout.panel.height > top
  })

/** Where a column begins. */
export const leftOf = (layout: BoardLayout, column: number): number =>
  size.pad + column * (layout.panel.width + size.gap)

/** The scenes that a stretch of the board touches, each with those of its rows that it touches. */
export const sectionsBetween = ({ sections }: BoardLayout, from: number, to: number): readonly Section[] => {
  const touched = ({ top, height }: Item) => top <= to && top + height >= from
  return sections
    .filter(({ head, height }) => touched({ ...head, height }))
    .map((section) => ({ ...section, rows: section.rows.filter(touched) }))
}

export type Way = 'left' | 'right' | 'up' | 'down'

/** The shot beside another one: in story order, or in the row above or below as near as it goes. */
export function shotBeside(layout: BoardLayout, shotId: string, way: Way): string | null {
  const place = layout.placeOf.get(shotId)
  if (!place) return null
  if (way === 'left' || way === 'right')
    return layout.order[layout.order.indexOf(shotId) + (way === 'right' ? 1 : -1)] ?? null
  const rows = layout.items.filter((item): item is RowItem => item.kind === 'row' && item.shotIds.length > 0)
  const row = rows[rows.indexOf(place.row) + (way === 'down' ? 1 : -1)]
  return row ? row.shotIds[Math.min(place.column, row.shotIds.length - 1)]! : null
}

/** A place that shots can be dropped at: before the shot that stands at `index` in the scene now. */
export interface DropPlace {
  readonly sceneId: string
  readonly index: number
  /** The insertion line; for a folded scene its head. */
  readonly mark: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

/** The place that a point of the board means: the gap nearest to it. Over a scene's head its beginning, of a folded scene its end. */
export function dropPlaceAt(layout: BoardLayout, { x, y }: Point): DropPlace | null {
  const item = layout.items.findLast(({ top }) => top <= y) ?? layout.items[0]
  if (!item) return null
  if (item.kind === 'head') {
    if (item.folded) {
      const mark = { x: 4, y: item.top + 2, width: leftOf(layout, layout.perRow) - 4, height: item.height - 4 }
      return { sceneId: item.sceneId, index: item.count, mark }
    }
    const row = layout.items[layout.items.indexOf(item) + 1] as RowItem
    return { sceneId: item.sceneId, index: 0, mark: lineAt(layout, row, 0) }
  }
  const step = layout.panel.width + size.gap
  const column = Math.max(0, Math.min(item.shotIds.length, Math.round((x - size.pad + size.gap / 2) / step)))
  return { sceneId: item.sceneId, index: item.first + column, mark: lineAt(layout, item, column) }
}

const lineAt = (layout: BoardLayout, row: RowItem, column: number): DropPlace['mark'] => ({
  x: leftOf(layout, column) - size.gap / 2 - 1.5,
  y: row.top,
  width: 3,
  height: row.height,
})

/** A place that a scene can be dropped at: before the scene that stands at `index` now, with the insertion line. */
export function scenePlaceAt(layout: BoardLayout, { y }: Point): Pick<DropPlace, 'index' | 'mark'> {
  const { sections } = layout
  const under = sections.findIndex(({ head, height }) => y < head.top + height / 2)
  const index = under < 0 ? sections.length : under
  const top = sections[index]?.head.top ?? layout.height - size.pad
  return { index, mark: { x: 4, y: Math.max(0, top - 1), width: leftOf(layout, layout.perRow) - 4, height: 3 } }
}
