import { defineSheet } from '../../app/sheets'
import { AddAsset } from './AddAsset'
import { SaveTemplate } from './SaveTemplate'

export const addAssetSheet = defineSheet('matrix.addAsset', AddAsset)
export const saveTemplateSheet = defineSheet('matrix.saveTemplate', SaveTemplate)
export const matrixSheets = [addAssetSheet, saveTemplateSheet]
