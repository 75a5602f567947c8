import { projectOf, scenesInOrder, shotsInOrder } from '@shared/domain/lookup'
import { exportFormats } from '@shared/handover/formats'
import { fileName } from '@shared/handover/handoverFiles'
import { counted } from '@shared/language/unitWords'
import type { RecordStore } from '@shared/records/recordStore'
import type { ExportPreview } from './exportPreview'

/** What goes into the archive of a project, and what stays behind. */
export function archivePreview(records: RecordStore): ExportPreview {
  const media = [...records.all('media')]
  const bytes = media.reduce((sum, file) => sum + file.bytes, 0)
  const size = `${counted(media.length, 'picture or clip', 'pictures and clips')}, about ${Math.max(1, Math.round(bytes / 1_000_000))} MB`
  const assets = [...records.all('assets')].filter((asset) => !asset.deleted).length
  const things = [
    counted(scenesInOrder(records).length, 'scene'),
    counted(shotsInOrder(records).length, 'shot'),
    counted(assets, 'asset'),
  ]
  return {
    summary: size,
    lines: [
      `${fileName(projectOf(records).title, 'film')}.${exportFormats.archive.ext}`,
      '',
      'In it',
      `  ${things.join(', ')}`,
      `  ${size}, each checked against its hash`,
      '  the scripts as they were imported',
      '  all takes, also those that are not chosen',
      '  every step, so that undo goes on where it was',
      '',
      'Not in it',
      '  what still waits to be made',
      '  snapshots, and the keys of generators',
    ],
    warnings: [],
    any: true,
  }
}
