import { addSceneSheet } from '../../app/sheetKeys'
import { defineSheet } from '../../app/sheets'
import { AddScene } from './AddScene'

export const shellSheets = [defineSheet(addSceneSheet, AddScene)]
