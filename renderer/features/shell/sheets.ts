import { defineSheet } from '../../app/sheets'
import { AddScene } from './AddScene'

export const addSceneSheet = defineSheet('addScene', AddScene)
export const shellSheets = [addSceneSheet]
