import { addToSceneSheet, bringSheet, recastSheet } from '../../app/sheetKeys'
import { defineSheet } from '../../app/sheets'
import { AddToSceneSheet } from './drawer/AddToSceneSheet'
import { BringSheet } from './BringSheet'
import { RecastSheet } from './recast/RecastSheet'

export const assetSheets = [
  defineSheet(recastSheet, RecastSheet),
  defineSheet(addToSceneSheet, AddToSceneSheet),
  defineSheet(bringSheet, BringSheet),
]
