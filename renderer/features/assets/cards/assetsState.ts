import { z } from 'zod'
import { assetTypeSchema, type AssetType } from '@shared/model/asset'
import { remembered } from '../../../app/remembered'

const state = remembered(
  'assets',
  z.object({
    /** The type that is shown; null for all. */
    type: assetTypeSchema.nullable().catch(null),
    /** Cards, or a row an asset with all its looks side by side. */
    layout: z.enum(['cards', 'looks']).catch('cards'),
    /** Those without a picture stand before the others of their type. */
    missingFirst: z.boolean().catch(false),
  }),
)
export const useAssetsView = state.use
export const setAssetsView = state.set

export const typeNames: Record<AssetType, { one: string; many: string }> = {
  character: { one: 'Character', many: 'Characters' },
  location: { one: 'Location', many: 'Locations' },
  prop: { one: 'Prop', many: 'Props' },
}
