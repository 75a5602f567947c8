import type { ImportReport } from '@shared/ipc/contract'
import type { EditedCut } from '@shared/handover/conform/editedCut'
import type { ExportFormatName } from '@shared/handover/formats'
import type { AssetType } from '@shared/model/asset'
import type { ClipSendRequest } from '@shared/domain/results/clipPreview'
import type { SendRequest } from '@shared/domain/results/sendPreview'
import { sheetKey } from './sheets'
import type { CellRef } from './viewStore'

// The sheets that are opened from other folders than their own. Each says what it is opened with; who draws it is in renderer/sheets.ts.

export type MergeKind = 'alias' | 'look'

/** A merge, looked at before it is done. */
export const mergeSheet = sheetKey<{
  fromId: string
  /** Left out while the target is still to be chosen. */
  intoId?: string
  as?: MergeKind
  /** Afterwards the window shows what it shows now, not the merged asset. */
  stays?: boolean
}>('merge')

/** The change of look of an asset in a shot: with an id the existing one, else a new one. */
export const lookChangeSheet = sheetKey<CellRef & { transformationId?: string }>('lookChange')

/** Pictures that were dropped where no asset is, while the user says what they show. */
export const pictureSheet = sheetKey<{ paths: readonly string[] }>('pictures')

/** A script that is in the project already, while the user says what to do with the new version. */
export const importChoiceSheet = sheetKey<{
  file: string
  fileName: string
  counts: NonNullable<ImportReport['reimport']>
}>('importChoice')

/** What the last import brought. */
export const importReportSheet = sheetKey<{ report: ImportReport; fileName: string; file: string }>('importReport')

/** The film in a form that other programs read; with a format that one is shown first. */
export const exportSheet = sheetKey<{ format?: ExportFormatName }>('export')

/** What differs in an edited timeline that came back. */
export const conformSheet = sheetKey<{ file: string; cut: EditedCut }>('conform')

/** How far an archive has been unpacked. */
export const unpackSheet = sheetKey<Record<never, never>>('unpack')

/** Who makes frames: this computer and the services of the project; with an id that one is shown first. */
export const generatorsSheet = sheetKey<{ profileId?: string }>('generators')

/** Everything that would go to a service, before anything does. */
export const sendSheet = sheetKey<SendRequest>('send')

/** The same for clips. */
export const sendClipsSheet = sheetKey<ClipSendRequest>('sendClips')

/** The list of the queue's jobs. */
export const jobsPopup = sheetKey<Record<never, never>>('jobs')

/** The list of continuity notes. */
export const continuityPopup = sheetKey<Record<never, never>>('continuity')

/** Assets that come in from another project. */
export const bringSheet = sheetKey<Record<never, never>>('bring')

/** A new asset by name and type. */
export const addAssetSheet = sheetKey<{ type?: AssetType }>('addAsset')

/** An asset that comes into a scene, while the user says into which shots. */
export const addToSceneSheet = sheetKey<{ assetId: string; sceneId: string }>('addToScene')

/** Who plays a role from now on. */
export const recastSheet = sheetKey<{ assetId: string }>('recast')

/** A new scene by its heading. */
export const addSceneSheet = sheetKey<Record<never, never>>('addScene')

/** The snapshots of the open project, or of one in a folder that cannot be opened. */
export const recoverySheet = sheetKey<{ folder?: string }>('recovery')

/** The files that the film names and does not have. */
export const missingFilesSheet = sheetKey<Record<never, never>>('missingFiles')

/** A name for a snapshot that stays. */
export const keepSnapshotSheet = sheetKey<Record<never, never>>('keepSnapshot')
