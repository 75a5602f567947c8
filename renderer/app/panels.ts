import { z } from 'zod'
import { remembered } from './remembered'

/** A width in CSS pixels, or null = by the window. */
const width = (least: number, most: number) => z.number().min(least).max(most).nullable().catch(null)

/** What the panels beside the view may be wide, in CSS pixels. */
export const panelWidths = {
  scenes: { least: 40, most: 420 },
  inspector: { least: 240, most: 560 },
} as const
export type SidePanel = keyof typeof panelWidths

/** From this width on the list of scenes shows headings, below it numbers only. */
export const slimBelow = 96

const state = remembered(
  'panels',
  z.object({
    scenes: width(panelWidths.scenes.least, panelWidths.scenes.most),
    inspector: width(panelWidths.inspector.least, panelWidths.inspector.most),
    /** Whether it is open; null = by the window. */
    scenesOpen: z.boolean().nullable().catch(null),
    inspectorOpen: z.boolean().nullable().catch(null),
  }),
)
export const usePanels = state.use

/** How wide each panel is: as the user chose, else by the window's width. 0 = closed. */
export function widthsIn(
  window: number,
  chosen: ReturnType<typeof usePanels.getState>,
  shotColumn: boolean,
): Record<SidePanel, number> {
  const scenes = window < 1360 || shotColumn ? 40 : window < 1900 ? 152 : 232
  const inspector = window < 1360 ? 272 : window < 1900 ? 288 : 360
  return {
    scenes: (chosen.scenesOpen ?? true) ? (chosen.scenes ?? scenes) : 0,
    inspector: (chosen.inspectorOpen ?? window >= 1100) ? (chosen.inspector ?? inspector) : 0,
  }
}

/** Makes a panel that wide; null = as wide as the window gives it. Between slim and readable the list of scenes snaps. */
export function setPanelWidth(panel: SidePanel, to: number | null): void {
  const { least, most } = panelWidths[panel]
  const held = to === null ? null : Math.round(Math.min(most, Math.max(least, to)))
  const snapped = panel === 'scenes' && held !== null && held < slimBelow ? least : held
  state.set(panel === 'scenes' ? { scenes: snapped, scenesOpen: true } : { inspector: snapped, inspectorOpen: true })
}

/** Opens or closes a panel. */
export function setPanelOpen(panel: SidePanel, open: boolean): void {
  state.set(panel === 'scenes' ? { scenesOpen: open } : { inspectorOpen: open })
}

/** Opens a closed panel and closes an open one. */
export const togglePanel = (panel: SidePanel): void =>
  setPanelOpen(panel, widthsIn(window.innerWidth, usePanels.getState(), false)[panel] === 0)
