import { useMemo } from 'react'
import { isOn, lookAt, shotPlay, type Appearance } from '@shared/domain/blocking/shotPlay'
import { placeWords } from '@shared/domain/blocking/placement'
import { formatShortTimecode } from '@shared/domain/time/timecode'
import type { FrameSide } from '@shared/model/assignment'
import type { Asset } from '@shared/model/asset'
import type { ReadRecords } from '@shared/records/recordStore'
import { useProject, useRevision } from '../../app/projectStore'
import { useRead } from '../../app/useRead'
import { AssetPicture, picturedMedia } from '../../common/AssetPicture'
import styles from './Monitor.module.css'
import type { TimelineContents } from './timelineLayout'
import { usePlayhead } from './timelineState'

/** The shot under the playhead, and the frame since when the same people are on stage in the same looks. Frames of the clock. */
interface Stage {
  readonly shotId: string
  readonly start: number
  readonly since: number
}

/** Changes only when somebody comes, goes or changes, so that playing renders no more than that. */
function useStage({ clock }: TimelineContents): Stage | null {
  const records = useProject((s) => s.records)
  useRevision()
  const key = usePlayhead(({ frame }) => {
    const here = clock.shotAt(Math.min(frame, clock.total - 1))
    if (!here || !records.get('shots', here.shotId)) return ''
    const since = shotPlay(records, here.shotId).events.findLast((at) => at <= frame - here.start) ?? 0
    return `${here.shotId}/${here.start}/${since}`
  })
  return useMemo(() => {
    const [shotId, start, since] = key.split('/')
    return shotId ? { shotId, start: Number(start), since: Number(since) } : null
  }, [key])
}

interface Row {
  readonly asset: Asset
  readonly mediaId: string | null
  readonly words: string
  readonly place: string
}

const sideWords: Record<FrameSide, string> = {
  left: 'to the left',
  right: 'to the right',
  top: 'at the top',
  bottom: 'at the bottom',
  background: 'into the distance',
  foreground: 'past the camera',
  in_place: '',
}

function rowsOf(reads: ReadRecords, { timing }: TimelineContents, stage: Stage): Row[] {
  const play = shotPlay(reads, stage.shotId)
  const rowOf = (part: Appearance): Row[] => {
    const asset = reads.get('assets', part.assetId)
    if (!asset) return []
    const look = lookAt(part, stage.since)
    const leaves =
      part.exit < play.frames
        ? [`leaves at ${formatShortTimecode(stage.start + part.exit, timing)}`, sideWords[part.exitTo]]
        : []
    const plain = reads.sizeOf('looksOfAsset', asset.id) === 1
    const words = [plain ? '' : look.name, [...leaves].filter(Boolean).join(' ')].filter(Boolean).join(', ')
    const x = (part.end ?? part.start)?.x
    return [
      {
        asset,
        mediaId: look.mediaId ?? picturedMedia(reads, asset),
        words,
        place:
          asset.type === 'location' ? 'behind all' : x === undefined ? 'not seen' : placeWords(x).replace(/^at /, ''),
      },
    ]
  }
  return [...play.cast, ...play.locations.map((l) => l.part)].filter((p) => isOn(p, stage.since)).flatMap(rowOf)
}

/** Who and what is on stage at the playhead, in which look, until when and where. */
export function OnStage({ contents }: { contents: TimelineContents }) {
  const stage = useStage(contents)
  const rows = useRead(
    (reads) => (stage && reads.get('shots', stage.shotId) ? rowsOf(reads, contents, stage) : []),
    [contents, stage],
  )
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list that scrolls has to be reached
    <section className={styles.panel} aria-label="On stage" tabIndex={0}>
      <h2>
        On stage <span>{rows.length}</span>
      </h2>
      {rows.length === 0 && <p className={styles.none}>Nobody is in this shot now.</p>}
      <ul>
        {rows.map(({ asset, mediaId, words, place }) => (
          <li key={asset.id} title={`${asset.name}: ${words}, ${place}`}>
            <AssetPicture asset={asset} mediaId={mediaId} />
            <strong>{asset.name}</strong>
            <span className={styles.words}>{words}</span>
            <span className={styles.place}>{place}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The words of the shot under the playhead. */
export function ShotWords({ contents }: { contents: TimelineContents }) {
  const stage = useStage(contents)
  const shot = useRead((reads) => (stage ? reads.get('shots', stage.shotId) : undefined), [stage])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a text that scrolls has to be reached
    <section className={`${styles.panel} ${styles.shotWords}`} aria-label="The words of the shot" tabIndex={0}>
      <h2>{shot ? `Shot ${shot.number} in words` : 'No shot here'}</h2>
      {shot && (
        <>
          {shot.text && <p>{shot.text}</p>}
          {!shot.text && !shot.dialogue.length && <p className={styles.none}>Nothing is written for this shot.</p>}
          {shot.dialogue.map((line, i) => (
            <p key={i} className={styles.line}>
              <strong>{line.character}</strong> {line.parenthetical && <em>({line.parenthetical})</em>} {line.text}
            </p>
          ))}
        </>
      )}
    </section>
  )
}
