import { addAssetSheet } from '../../app/sheetKeys'
import { defineSheet } from '../../app/sheets'
import { AddAsset } from './AddAsset'
import { SaveTemplate } from './SaveTemplate'

export const saveTemplateSheet = defineSheet('matrix.saveTemplate', SaveTemplate)
export const matrixSheets = [defineSheet(addAssetSheet, AddAsset), saveTemplateSheet]
