import { ArrowRightFromLine, ArrowRightToLine, Diamond, Scissors } from 'lucide-react'
import { useMemo } from 'react'
import { isOn, lookAt, shotPlay, type Appearance } from '@shared/domain/blocking/shotPlay'
import { placeWords } from '@shared/domain/blocking/placement'
import { chosenTake } from '@shared/domain/lookup'
import { playsClip } from '@shared/domain/results/filmMoment'
import { formatShortTimecode } from '@shared/domain/time/timecode'
import { timingOf } from '@shared/domain/time/timingOf'
import { counted } from '@shared/language/unitWords'
import type { ReadRecords } from '@shared/records/recordStore'
import { useProject, useRevision } from '../../app/projectStore'
import { useRead } from '../../app/useRead'
import { AssetPicture, picturedMedia } from '../../common/AssetPicture'
import { filmClock, usePlayhead } from './animaticState'
import styles from './AnimaticView.module.css'
import { CameraSection } from './camera/CameraSection'
import { movePlayhead } from './playing'

interface Moment {
  readonly shotId: string
  readonly start: number
  /** The frame of the shot since when nobody came, went or changed. */
  readonly since: number
}

/** Changes only when somebody comes, goes or changes, so that playing renders no more than that. */
function useMoment(): Moment | null {
  const records = useProject((s) => s.records)
  useRevision()
  const key = usePlayhead(({ frame }) => {
    const clock = filmClock(records)
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

/** Who is on stage, what comes next, how the camera moves, and what the film plays from. */
export function SidePanel() {
  const moment = useMoment()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list that scrolls has to be reached
    <aside className={styles.side} aria-label="At the playhead" tabIndex={0}>
      {moment && <OnStage moment={moment} />}
      {moment && <Next moment={moment} />}
      {moment && <CameraSection shotId={moment.shotId} />}
      <PlaysFrom />
    </aside>
  )
}

function OnStage({ moment }: { moment: Moment }) {
  const rows = useRead((reads) => stageOf(reads, moment), [moment])
  return (
    <section>
      <h2>
        On stage <span>{rows.length}</span>
      </h2>
      {!rows.length && <p className={styles.none}>Nobody is in this shot now.</p>}
      <ul className={styles.stageList}>
        {rows.map(({ asset, mediaId, look, place }) => (
          <li key={asset.id} title={[asset.name, look, place].filter(Boolean).join(', ')}>
            <AssetPicture asset={asset} mediaId={mediaId} size={18} />
            <strong>{asset.name}</strong>
            <span className={styles.words}>{look}</span>
            <span className={styles.place}>{place}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function stageOf(reads: ReadRecords, { shotId, since }: Moment) {
  if (!reads.get('shots', shotId)) return []
  const play = shotPlay(reads, shotId)
  return [...play.cast, ...play.locations.map((l) => l.part)]
    .filter((part) => isOn(part, since))
    .flatMap((part: Appearance) => {
      const asset = reads.get('assets', part.assetId)
      if (!asset) return []
      const look = lookAt(part, since)
      const x = (part.end ?? part.start)?.x
      const place =
        asset.type === 'location' ? 'behind all' : x === undefined ? 'not seen' : placeWords(x).replace(/^at /, '')
      return [
        {
          asset,
          mediaId: look.mediaId ?? picturedMedia(reads, asset),
          look: reads.sizeOf('looksOfAsset', asset.id) === 1 ? '' : look.name,
          place,
        },
      ]
    })
}

interface Event {
  readonly at: number
  readonly kind: 'enters' | 'exits' | 'changes' | 'cut'
  readonly words: string
}

const eventIcons = { enters: ArrowRightToLine, exits: ArrowRightFromLine, changes: Diamond, cut: Scissors }

/** The next three things that happen, each a place to jump to. */
function Next({ moment }: { moment: Moment }) {
  const [events, timing] = useRead((reads) => [eventsAfter(reads, moment), timingOf(reads)] as const, [moment])
  return (
    <section>
      <h2>Next</h2>
      {!events.length && <p className={styles.none}>Nothing more: the film ends with this shot.</p>}
      <ul className={styles.nextList}>
        {events.map((event) => {
          const Icon = eventIcons[event.kind]
          return (
            <li key={`${event.at}${event.words}`}>
              <button type="button" onClick={() => movePlayhead(event.at)}>
                <Icon size={12} strokeWidth={1.75} aria-hidden />
                <span className={styles.words}>{event.words}</span>
                <span className={styles.place}>{formatShortTimecode(event.at, timing)}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function eventsAfter(reads: ReadRecords, { shotId, start, since }: Moment): Event[] {
  const found: Event[] = []
  for (const here of filmClock(reads).shotsFrom(start)) {
    const shot = reads.get('shots', here.shotId)
    if (!shot) break
    if (here.shotId !== shotId)
      found.push({ at: here.start, kind: 'cut', words: `Cut to ${shot.number}${shot.text ? `, ${shot.text}` : ''}` })
    const { cast, frames } = shotPlay(reads, here.shotId)
    const inShot = cast.flatMap((part): Event[] => [
      ...(part.enter > 0 ? [{ at: part.enter, kind: 'enters' as const, words: `${part.name} enters` }] : []),
      ...(part.exit < frames ? [{ at: part.exit, kind: 'exits' as const, words: `${part.name} leaves` }] : []),
      ...part.looks.slice(1).map((look, i) => ({
        at: look.from,
        kind: 'changes' as const,
        words: `${part.name}: ${part.looks[i]!.name} to ${look.name}`,
      })),
    ])
    for (const event of inShot.toSorted((a, b) => a.at - b.at))
      if (here.shotId !== shotId || event.at > since) found.push({ ...event, at: here.start + event.at })
    if (found.length >= 3) break
  }
  return found.slice(0, 3)
}

/** What the shots of the film have to be played from. */
function PlaysFrom() {
  const words = useRead((reads) => {
    let [clips, stills, drawn, cards] = [0, 0, 0, 0]
    for (const { shotId } of filmClock(reads).shotsFrom(0)) {
      if (playsClip(reads, shotId)) clips++
      else if (chosenTake(reads, shotId, 'startFrame') || chosenTake(reads, shotId, 'endFrame')) stills++
      else if (reads.sizeOf('assignmentsOfShot', shotId)) drawn++
      else cards++
    }
    return [
      clips ? `${counted(clips, 'shot')} from clips` : '',
      stills ? `${counted(stills, 'shot')} from frames` : '',
      drawn ? `${drawn} from blocking` : '',
      cards ? `${cards} without a picture` : '',
    ].filter(Boolean)
  }, [])
  return (
    <section>
      <h2>Plays from</h2>
      <p className={styles.from}>{words.join(' · ')}</p>
    </section>
  )
}
