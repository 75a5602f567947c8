import { z } from 'zod'
import { assetTypeSchema } from '@shared/model/asset'
import { isInspectorShown, showInspector } from './panels'
import { remembered } from './remembered'

const state = remembered(
  'drawer',
  z.object({
    open: z.boolean().catch(false),
    /** The type that is shown; null for all. */
    type: assetTypeSchema.nullable().catch(null),
    missingFirst: z.boolean().catch(false),
  }),
)
export const useDrawer = state.use
export const setDrawer = state.set

export const drawerKeys = 'Shift+Mod+B'

/** Opens the drawer in the place of the inspector, or closes it. */
export function toggleDrawer(): void {
  const open = !useDrawer.getState().open || !isInspectorShown()
  setDrawer({ open })
  if (open) showInspector()
}
