import { ArrowRight, Check, CircleHelp, CircleX, Clock, Copy, MoveHorizontal, ArrowRightLeft } from 'lucide-react'
import { useMemo, useState, type ReactNode } from 'react'
import { projectOf } from '@shared/domain/lookup'
import { compareCut, type ChangedDuration, type CutDifference } from '@shared/handover/conform/compareCut'
import { conformPlan } from '@shared/handover/conform/conformPlan'
import type { EditedCut } from '@shared/handover/conform/editedCut'
import { counted } from '@shared/language/unitWords'
import { Refusal } from '@shared/records/refusal'
import { preview, rehearse, staleWords, useWhatPreviewsNeed } from '../../app/preview'
import { done, run } from '../../app/projectActions'
import { recordsNow, useProject } from '../../app/projectStore'
import { closeSheet } from '../../app/sheets'
import { useRead } from '../../app/useRead'
import { Button } from '../../common/Button'
import { Segmented } from '../../common/Segmented'
import { Sheet } from '../../common/Sheet'
import { useOnce } from '../../common/useOnce'
import {
  changesIn,
  changeWords,
  choiceOf,
  lengthKey,
  lengthWords,
  nothingChosen,
  placeKey,
  placeWords,
  sameShots,
  toggled,
  type Chosen,
} from './conformRows'
import styles from './ConformSheet.module.css'
import { CutStrips } from './CutStrips'
import { ShotPicture } from './ShotPicture'

const icon = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const
const forms: Record<EditedCut['form'], string> = { otio: 'OTIO', fcpxml: 'FCPXML', xmeml: 'xmeml', edl: 'EDL' }

/** How an edited timeline differs from the film, and what of it is taken over. Nothing happens to what is not listed here. */
export function ConformSheet({ file, cut }: { file: string; cut: EditedCut }) {
  const difference = useRead((reads) => compareCut(reads, cut), [cut])
  const [chosen, setChosen] = useState<Chosen>(nothingChosen)
  const set = (fields: Partial<Chosen>) => setChosen({ ...chosen, ...fields })
  const readOnly = useProject((s) => s.readOnly)
  useWhatPreviewsNeed()
  const choice = choiceOf(difference, chosen)
  const plan = conformPlan(recordsNow(), difference, choice)
  const outcome = plan && preview('film.conform', plan)
  const refused = outcome instanceof Refusal ? outcome.message : null
  const count = plan ? changesIn(choice) : 0
  const changed = useMemo(
    () => new Set([...difference.durations.map(({ shotId }) => shotId), ...difference.places.map(({ id }) => id)]),
    [difference],
  )
  const [once] = useOnce()
  const take = () =>
    once(async () => {
      if (!plan) return
      closeSheet()
      if (await run('film.conform', plan)) done(`${counted(count, 'change')} of the edit taken over.`)
    })
  const isSame =
    !changed.size && !difference.dropped.length && !difference.foreign.length && !difference.repeated.length
  return (
    <Sheet
      title="An edited timeline came back"
      description={[file, cut.name && `“${cut.name}”`, forms[cut.form]].filter(Boolean).join(' · ')}
      open
      onClose={closeSheet}
      width={1120}
      footer={
        <>
          <span className={styles.summary}>
            <span>
              <Check {...icon} /> {counted(sameShots(difference), 'shot is', 'shots are')} the same
            </span>
            {refused ? (
              <span className={styles.refused}>{refused}</span>
            ) : (
              outcome &&
              !(outcome instanceof Refusal) && (
                <span className={outcome.staleResults ? styles.stale : undefined}>
                  <Clock {...icon} /> {staleWords(outcome)}
                </span>
              )
            )}
            {cut.unread.length > 0 && <span>Not read: {cut.unread.join(', ')}.</span>}
          </span>
          <Button large onClick={() => closeSheet()}>
            {isSame ? 'Close' : 'Cancel'}
          </Button>
          {!isSame && (
            <Button large kind="primary" disabled={!count || refused !== null || readOnly} onClick={take}>
              {count ? `Take ${counted(count, 'change')}` : 'Take nothing'}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.body}>
        <CutStrips difference={difference} changed={changed} />
        {isSame && <p className={styles.same}>Nothing differs: the edit is the film as it is now.</p>}
        <div className={styles.lists}>
          <Places difference={difference} chosen={chosen} set={set} />
          <Lengths difference={difference} chosen={chosen} set={set} />
          <Others difference={difference} chosen={chosen} set={set} />
        </div>
      </div>
    </Sheet>
  )
}

interface ListProps {
  difference: CutDifference
  chosen: Chosen
  set: (fields: Partial<Chosen>) => void
}

function Group({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (!count) return null
  return (
    <section aria-label={title}>
      <h3 className={styles.title}>
        {title} <span>{count}</span>
      </h3>
      {children}
    </section>
  )
}

function Places({ difference, chosen, set }: ListProps) {
  return (
    <Group title="Order" count={difference.places.length}>
      {difference.places.map((place) => {
        const key = placeKey(place)
        const { name, was, now } = placeWords(recordsNow(), difference, place)
        return (
          <label key={key} className={styles.item}>
            <input
              type="checkbox"
              aria-label={`${name}, moved`}
              checked={!chosen.left.has(key)}
              onChange={() => set({ left: toggled(chosen.left, key) })}
            />
            <ArrowRightLeft {...icon} className={styles.mark} />
            <Thumb shotId={place.kind === 'shot' ? place.id : null} />
            <Name name={name} detail="moved" />
            <Change was={was} now={now} />
          </label>
        )
      })}
    </Group>
  )
}

function Lengths({ difference, chosen, set }: ListProps) {
  const fps = useRead((reads) => projectOf(reads).fps, [])
  return (
    <Group title="Durations" count={difference.durations.length}>
      {difference.durations.map((one) => {
        const key = lengthKey(one)
        const number = recordsNow().get('shots', one.shotId)?.number ?? ''
        const keeps = chosen.parts.has(one.shotId) ? 'parts' : 'times'
        return (
          <div key={key} className={styles.item}>
            <input
              type="checkbox"
              aria-label={`Shot ${number}, another length`}
              checked={!chosen.left.has(key)}
              onChange={() => set({ left: toggled(chosen.left, key) })}
            />
            <MoveHorizontal {...icon} className={styles.mark} />
            <Thumb shotId={one.shotId} />
            <Name name={`Shot ${number}`} detail={changeWords(one)} />
            <Change was={lengthWords(one.from, fps)} now={lengthWords(one.to, fps)}>
              <Leaving one={one} keeps={keeps} />
            </Change>
            {happens(one.shotId) && (
              <Segmented
                label={`What happens in shot ${number}`}
                value={keeps}
                options={[
                  { value: 'times', label: 'Trim' },
                  { value: 'parts', label: 'Squeeze' },
                ]}
                onChange={(next) => {
                  if (next !== keeps) set({ parts: toggled(chosen.parts, one.shotId) })
                }}
              />
            )}
          </div>
        )
      })}
    </Group>
  )
}

/** Whether anything has a time in a shot: else all ways of making it longer or shorter are one. */
function happens(shotId: string): boolean {
  const records = recordsNow()
  return (
    records.list('assignmentsOfShot', shotId).some((one) => one.enterAt > 0 || one.exitAt < 1) ||
    records.list('transformationsOfShot', shotId).some((one) => one.at !== null)
  )
}

/** Who would not be in the shot any more, by name. */
function Leaving({ one, keeps }: { one: ChangedDuration; keeps: 'times' | 'parts' }) {
  const { shotId, to, head } = one
  const input = { durations: [{ shotId, durationFrames: to, head: keeps === 'times' ? head : 0, keeps }] }
  const outcome = rehearse('film.conform', input)
  if (outcome instanceof Refusal) return <span className={styles.refused}>{outcome.message}</span>
  const records = recordsNow()
  const names = Object.values(outcome.change.removed.assignments ?? {}).flatMap(({ sceneAssetInstanceId }) => {
    const instance = records.get('sceneAssetInstances', sceneAssetInstanceId)
    return (instance && records.get('assets', instance.assetId)?.name) ?? []
  })
  return names.length ? <span className={styles.leaving}>{names.join(', ')} not in it any more</span> : null
}

function Others({ difference, chosen, set }: ListProps) {
  const { dropped, foreign, repeated } = difference
  const fps = useRead((reads) => projectOf(reads).fps, [])
  const number = (shotId: string) => recordsNow().get('shots', shotId)?.number ?? ''
  return (
    <Group title="Left out, and other" count={dropped.length + foreign.length + repeated.length}>
      {dropped.map((shotId) => (
        <div key={shotId} className={styles.item}>
          <span />
          <CircleX {...icon} className={styles.out} />
          <Thumb shotId={shotId} />
          <Name name={`Shot ${number(shotId)}`} detail="not in what came back" />
          <span className={styles.words}>Keep it, or put it into the tray of removed shots, with its takes.</span>
          <Segmented
            label={`Shot ${number(shotId)}, left out`}
            value={chosen.trayed.has(shotId) ? 'tray' : 'keep'}
            options={[
              { value: 'keep', label: 'Keep' },
              { value: 'tray', label: 'Remove' },
            ]}
            onChange={(next) => {
              if ((next === 'tray') !== chosen.trayed.has(shotId)) set({ trayed: toggled(chosen.trayed, shotId) })
            }}
          />
        </div>
      ))}
      {foreign.map((clip, i) => (
        <div key={`${clip.start}`} className={styles.item}>
          <span />
          <CircleHelp {...icon} className={styles.ask} />
          <span className={`${styles.thumb} ${styles.hatched}`} />
          <Name name={clip.name || 'A clip without a name'} detail="not from this film" />
          <span className={styles.words}>
            {lengthWords(clip.frames, fps)}{' '}
            {clip.afterShotId === null ? 'at the beginning' : `after ${number(clip.afterShotId)}`}. Leave it, or add a
            shot of that length.
          </span>
          <Segmented
            label={`${clip.name}, not from this film`}
            value={chosen.added.has(i) ? 'add' : 'leave'}
            options={[
              { value: 'leave', label: 'Leave' },
              { value: 'add', label: 'Add shot' },
            ]}
            onChange={(next) => {
              if ((next === 'add') !== chosen.added.has(i)) set({ added: toggled(chosen.added, i) })
            }}
          />
        </div>
      ))}
      {repeated.map(({ shotId, times }) => (
        <div key={shotId} className={styles.item}>
          <span />
          <Copy {...icon} className={styles.ask} />
          <Thumb shotId={shotId} />
          <Name name={`Shot ${number(shotId)}`} detail={`came back ${counted(times, 'time')}`} />
          <span className={styles.words}>
            Its first place counts, its length stays. Split or duplicate it to have it again.
          </span>
        </div>
      ))}
    </Group>
  )
}

function Thumb({ shotId }: { shotId: string | null }) {
  return <span className={styles.thumb}>{shotId !== null && <ShotPicture shotId={shotId} width={60} />}</span>
}

function Name({ name, detail }: { name: string; detail: string }) {
  return (
    <span className={styles.name}>
      <strong>{name}</strong>
      <small>{detail}</small>
    </span>
  )
}

function Change({ was, now, children }: { was: string; now: string; children?: ReactNode }) {
  return (
    <span className={styles.words}>
      {was} <ArrowRight {...icon} size={12} /> <strong className={styles.now}>{now}</strong> {children}
    </span>
  )
}
