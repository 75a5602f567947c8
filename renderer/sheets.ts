import {
  conformSheet,
  exportSheet,
  generatorsSheet,
  keepSnapshotSheet,
  lookChangeSheet,
  mergeSheet,
  pictureSheet,
  missingFilesSheet,
  recoverySheet,
  sendClipsSheet,
  sendSheet,
  unpackSheet,
} from './app/sheetKeys'
import { defineSheet, type SheetDefinition } from './app/sheets'
import type { ViewDefinition } from './app/views'
import { ConformSheet } from './features/conform/ConformSheet'
import { GeneratorsSheet } from './features/generators/GeneratorsSheet'
import { ExportSheet } from './features/handover/ExportSheet'
import { UnpackSheet } from './features/handover/UnpackSheet'
import { TransformationSheet } from './features/looks/TransformationSheet'
import { MergeSheet } from './features/merge/MergeSheet'
import { PictureSheet } from './features/pictures/PictureSheet'
import { KeepSnapshotSheet } from './features/recovery/KeepSnapshotSheet'
import { MissingFilesSheet } from './features/recovery/MissingFilesSheet'
import { RecoverySheet } from './features/recovery/RecoverySheet'
import { SendClipsSheet } from './features/sending/SendClipsSheet'
import { SendSheet } from './features/sending/SendSheet'
import { shellSheets } from './features/shell/sheets'
import { shotSheets } from './shots/sheets'
import { views } from './views'

/** Every sheet: those that belong to no view, and those of the views. */
export const sheets: readonly SheetDefinition[] = [
  defineSheet(mergeSheet, MergeSheet),
  defineSheet(lookChangeSheet, TransformationSheet),
  defineSheet(pictureSheet, PictureSheet),
  defineSheet(exportSheet, ExportSheet),
  defineSheet(conformSheet, ConformSheet),
  defineSheet(unpackSheet, UnpackSheet),
  defineSheet(generatorsSheet, GeneratorsSheet),
  defineSheet(sendSheet, SendSheet),
  defineSheet(sendClipsSheet, SendClipsSheet),
  defineSheet(recoverySheet, RecoverySheet),
  defineSheet(missingFilesSheet, MissingFilesSheet),
  defineSheet(keepSnapshotSheet, KeepSnapshotSheet),
  ...shotSheets,
  ...shellSheets,
  ...views.flatMap((view: ViewDefinition) => view.sheets ?? []),
]
