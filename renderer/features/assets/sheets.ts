import { addToSceneSheet, recastSheet } from '../../app/sheetKeys'
import { defineSheet } from '../../app/sheets'
import { AddToSceneSheet } from './drawer/AddToSceneSheet'
import { RecastSheet } from './recast/RecastSheet'

export const assetSheets = [defineSheet(recastSheet, RecastSheet), defineSheet(addToSceneSheet, AddToSceneSheet)]
