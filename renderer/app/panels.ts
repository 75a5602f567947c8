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
  }),
)

export const inspectorKeys = 'Mod+B'

/** Shows or hides the inspector. */
export function toggleInspector(): void {
  panels.set({ inspectorShown: !panels.use.getState().inspectorShown })
}
