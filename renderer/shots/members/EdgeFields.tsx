import { useCallback } from 'react'
import type { Member } from '@shared/domain/lookup'
import { framesToSeconds } from '@shared/domain/time/frames'
import { snapToCuts } from '@shared/domain/presence/presenceTimes'
import { percentText, plainNumber, secondsText } from '@shared/language/unitWords'
import { frameSideSchema, presenceOf, type FrameSide } from '@shared/model/assignment'
import type { Timing } from '@shared/model/frameRate'
import type { Shot } from '@shared/model/shot'
import { saveTyped } from '../../app/saveTyped'
import { Select } from '../../common/Select'
import styles from './EdgeFields.module.css'
import { setAssignment } from '../../app/edit/setAssignment'
import { TimeField } from './TimeField'
import { edgeRefusal, momentInPercent, momentInTime, type Edge, type ReadMoment } from './times'
import { sideNames } from '../choiceNames'

interface Props {
  edge: Edge
  member: Member
  shot: Shot
  timing: Timing
  /** The frame edge that counts while none is chosen. */
  nearest: FrameSide
  readOnly: boolean
  onRefuse: (edge: Edge, sentence: string | null) => void
}

/** When and where an asset comes in or goes out: percent, seconds and side. */
export function EdgeFields({ edge, member, shot, timing, nearest, readOnly, onRefuse }: Props) {
  const { assignment, asset } = member
  const seconds = framesToSeconds(shot.durationFrames, timing.fps)
  const at = edge === 'enter' ? assignment.enterAt : assignment.exitAt
  const side = edge === 'enter' ? assignment.enterFrom : assignment.exitTo
  const verb = edge === 'enter' ? 'Enters' : 'Exits'
  const refuse = useCallback((sentence: string | null) => onRefuse(edge, sentence), [edge, onRefuse])
  const cell = { shotId: shot.id, assetId: asset.id }
  const times = (fraction: number) => (edge === 'enter' ? { enterAt: fraction } : { exitAt: fraction })
  /** So near a cut that it snaps there: the asset would be in the shot in another way, and these fields would go while somebody types in them. */
  const snaps = (fraction: number) => {
    const snapped = snapToCuts({ ...assignment, ...times(fraction) }, shot.durationFrames)
    return snapped === null || presenceOf(snapped.enterAt, snapped.exitAt) !== assignment.presence
  }
  const field = (unit: string, shown: string, typed: string, read: (text: string) => ReadMoment) => (
    <TimeField
      label={`${verb} at, in ${unit}`}
      shown={shown}
      typed={typed}
      disabled={readOnly}
      onRefuse={refuse}
      check={(text) => {
        const moment = read(text)
        return 'refused' in moment ? moment.refused : edgeRefusal(edge, moment.at, assignment, seconds)
      }}
      atRest={(text) => {
        const moment = read(text)
        return 'at' in moment && !snaps(moment.at)
      }}
      onSave={(text, continues) => {
        const moment = read(text)
        if ('at' in moment) return saveTyped('assignment.set', { ...cell, ...times(moment.at) }, continues)
      }}
    />
  )
  return (
    <div className={styles.edge}>
      {field('percent of the shot', percentText(at), plainNumber(at * 100, 2), momentInPercent)}
      {field('seconds', secondsText(at * seconds), plainNumber(at * seconds, 2), (text) =>
        momentInTime(text, shot.durationFrames, timing),
      )}
      <span className={styles.side}>
        <span className={styles.word}>{edge === 'enter' ? 'from' : 'to'}</span>
        <Select
          label={edge === 'enter' ? 'Enters from' : 'Exits to'}
          value={side ?? ''}
          disabled={readOnly}
          options={[
            { value: '', label: `Nearest edge (${sideNames[nearest].toLowerCase()})` },
            ...frameSideSchema.options.map((value) => ({ value, label: sideNames[value] })),
          ]}
          onChange={(value) =>
            void setAssignment({
              ...cell,
              ...(edge === 'enter' ? { enterFrom: value || null } : { exitTo: value || null }),
            })
          }
        />
      </span>
    </div>
  )
}
