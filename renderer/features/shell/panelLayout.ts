import { panelLimits, roomyWindow } from '../../app/panels'

/** Narrower than this the list of scenes shows numbers only. */
const slimScenes = 112

export interface PanelLayout {
  readonly scenes: number
  readonly isSlim: boolean
  /** Its width, also while it is hidden. */
  readonly inspector: number
  readonly inspectorShown: boolean
  /** The inspector lies over the view instead of beside it. */
  readonly isOver: boolean
}

/** From here on everything has its full width. */
const wideWindow = 1360
/** The view keeps so much. */
const leastView = 480

/**
 * Widths of the panels in a window.
 * @param hasShotColumn the view brings a column of shots of its own, and the scenes make room for it
 */
export function panelLayout(
  window: number,
  hasShotColumn: boolean,
  given: { scenes: number | null; inspector: number | null; inspectorShown: boolean; inspectorOver: boolean },
): PanelLayout {
  const isWide = window >= wideWindow
  const isOver = window < roomyWindow
  const own = { scenes: isWide && !hasShotColumn ? 152 : 40, inspector: isWide ? 288 : 272 }
  // What was chosen in a wide window gives way in a narrow one, and comes back with it.
  const room = Math.max(panelLimits.inspector.least, window - 56 - leastView - (isOver ? 0 : own.scenes))
  const inspector = Math.min(given.inspector ?? own.inspector, room)
  const beside = isOver || !given.inspectorShown ? 0 : inspector
  const scenes = Math.max(
    panelLimits.scenes.least,
    Math.min(given.scenes ?? own.scenes, window - 56 - leastView - beside),
  )
  return {
    scenes,
    isSlim: scenes < slimScenes,
    inspector,
    inspectorShown: isOver ? given.inspectorOver : given.inspectorShown,
    isOver,
  }
}
