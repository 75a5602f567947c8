import { instanceOf, projectOf } from '@shared/domain/lookup'
import { shotFreshness } from '@shared/domain/results/freshness'
import { framesToSeconds } from '@shared/domain/time/frames'
import { counted, secondsText } from '@shared/language/unitWords'
import type { RecordStore } from '@shared/records/recordStore'
import { statusWords } from '../../common/StatusMark'
import { cellWords } from '../../lanes/cellWords'
import type { Hit } from './hitTest'
import type { MatrixLayout } from './matrixLayout'

/** What lies under the pointer in words: what it is, then what it means or what a click does. */
export interface HoverWords {
  readonly title: string
  readonly more: readonly string[]
}

/** Words of a place in the matrix; null where there is nothing to say. @param writable whether a click changes anything */
export function hoverWords(records: RecordStore, layout: MatrixLayout, hit: Hit, writable: boolean): HoverWords | null {
  if (hit.kind === 'shot') return shotWords(records, hit.shotId)
  if (hit.kind === 'result') {
    const row = layout.rows[hit.row]
    return row?.kind === 'result' ? resultWords(records, hit.shotId, row) : null
  }
  return hit.kind === 'cell' ? wordsOfCell(records, hit, writable) : null
}

function wordsOfCell(
  records: RecordStore,
  { assetId, shotId, end }: Extract<Hit, { kind: 'cell' }>,
  writable: boolean,
): HoverWords | null {
  const shot = records.get('shots', shotId)
  const asset = records.get('assets', assetId)
  const instance = shot && instanceOf(records, shot.sceneId, assetId)
  if (!shot || !asset) return null
  const assigned = instance && records.list('assignmentOf', `${shotId}/${instance.id}`).length > 0
  const waiting = records.list('suggestionsOfShot', shotId).some((s) => s.assetId === assetId && s.state === 'open')
  if (!assigned) {
    if (!waiting && !writable) return null
    return {
      title: waiting ? `${asset.name} may be in shot ${shot.number}` : `${asset.name} is not in shot ${shot.number}`,
      more: writable ? [waiting ? 'Click: yes, as the dashed bar shows' : 'Click: there throughout'] : [],
    }
  }
  const [place = '', ...rest] = cellWords(records, { assetId, shotId }).split('. ')
  const fps = projectOf(records).fps
  const changes = records
    .list('transformationsOfInstance', instance.id)
    .filter((change) => change.shotId === shotId && !change.suspended)
    .map(({ kind, at, toLookId }) => {
      const look = (toLookId !== null && records.get('looks', toLookId)?.name) || 'another look'
      return kind === 'within_shot'
        ? `Diamond: ${look} from ${secondsText(framesToSeconds(at! * shot.durationFrames, fps))} on`
        : `Diamond: ${look} from the cut on`
    })
  const drag = end && writable ? ['Drag this end, over cuts too'] : []
  return { title: place, more: [...changes, ...rest, ...drag] }
}

function shotWords(records: RecordStore, shotId: string): HoverWords | null {
  const shot = records.get('shots', shotId)
  if (!shot) return null
  const seconds = secondsText(framesToSeconds(shot.durationFrames, projectOf(records).fps))
  const said = shot.text.replace(/\s+/g, ' ').trim()
  const stale = Object.values(shotFreshness.last(records, shotId)).filter(({ status }) => status === 'stale').length
  return {
    title: `Shot ${shot.number}, ${seconds}`,
    more: [
      ...(said ? [said.length > 140 ? `${said.slice(0, 139)}…` : said] : []),
      ...(stale ? [`Clock: ${counted(stale, 'result')} stale`] : []),
    ],
  }
}

function resultWords(
  records: RecordStore,
  shotId: string,
  row: Extract<MatrixLayout['rows'][number], { kind: 'result' }>,
): HoverWords | null {
  const shot = records.get('shots', shotId)
  if (!shot) return null
  const all = shotFreshness(records, shotId)
  const words = [...new Set(row.results.map((kind) => statusWords[all[kind].status]))]
  const causes = [...new Set(row.results.flatMap((kind) => all[kind].causes))]
  return { title: `${row.label} of shot ${shot.number}: ${words.join(', ')}`, more: causes.slice(0, 4) }
}
