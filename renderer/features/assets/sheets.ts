import { recastSheet } from '../../app/sheetKeys'
import { defineSheet } from '../../app/sheets'
import { RecastSheet } from './recast/RecastSheet'

export const assetSheets = [defineSheet(recastSheet, RecastSheet)]
