import { z } from 'zod'
import { remembered } from './remembered'

/** How narrow and how wide the panels beside the views can be made, in pixels. */
export const panelLimits = {
  scenes: { least: 40, most: 480 },
  inspector: { least: 240, most: 640 },
} as const

const widthSchema = ({ least, most }: { least: number; most: number }) =>
  z.number().min(least).max(most).nullable().catch(null)

/** Widths the user gave the panels, null where a panel has its own, and whether the inspector is shown. */
export const panels = remembered(
  'panels',
  z.object({
    scenes: widthSchema(panelLimits.scenes),
    inspector: widthSchema(panelLimits.inspector),
    inspectorShown: z.boolean().catch(true),
    /** The same in a narrow window, where it lies over the view: there it comes only when it is asked for. */
    inspectorOver: z.boolean().catch(false),
  }),
)

export const inspectorKeys = 'Mod+B'

/** Below this there is no room for list, view and inspector side by side, in pixels. */
export const roomyWindow = 1100

const field = () => (window.innerWidth < roomyWindow ? 'inspectorOver' : 'inspectorShown')

/** Does the inspector stand in this window? */
export const isInspectorShown = (): boolean => panels.use.getState()[field()]

/** Shows or hides the inspector. */
export function toggleInspector(): void {
  panels.set({ [field()]: !isInspectorShown() })
}

/** The inspector comes back where it was put away. */
export function showInspector(): void {
  if (!isInspectorShown()) toggleInspector()
}
