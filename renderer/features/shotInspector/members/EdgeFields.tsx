import { useCallback } from 'react'
import type { Member } from '@shared/domain/lookup'
import { snapToCuts } from '@shared/domain/presence/presenceTimes'
import { frameSideSchema, presenceOf, type FrameSide } from '@shared/model/assignment'
import type { Shot } from '@shared/model/shot'
import { saveTyped } from '../../../app/saveTyped'
import { Select } from '../../../common/Select'
import styles from './EdgeFields.module.css'
import { setAssignment } from '../shotActions'
import { TimeField } from './TimeField'
import { edgeRefusal, parseNumber, percentText, plainNumber, secondsText, type Edge } from './times'
import { sideNames } from '../words'

interface Props {
  edge: Edge
  member: Member
  shot: Shot
  /** Duration of the shot. */
  seconds: number
  /** The frame edge that counts while none is chosen. */
  nearest: FrameSide
  readOnly: boolean
  onRefuse: (edge: Edge, sentence: string | null) => void
}

/** When and where an asset comes in or goes out: percent, seconds and side. */
export function EdgeFields({ edge, member, shot, seconds, nearest, readOnly, onRefuse }: Props) {
  const { assignment, asset } = member
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
  const fraction = (text: string, whole: number) => {
    const value = parseNumber(text)
    return value === null ? null : value / whole
  }
  const field = (unit: string, whole: number, shown: string) => (
    <TimeField
      label={`${verb} at, in ${unit}`}
      shown={shown}
      typed={plainNumber(at * whole, 2)}
      disabled={readOnly}
      onRefuse={refuse}
      check={(text) => edgeRefusal(edge, fraction(text, whole), assignment, seconds)}
      atRest={(text) => !snaps(fraction(text, whole)!)}
      onSave={(text, continues) =>
        saveTyped('assignment.set', { ...cell, ...times(fraction(text, whole)!) }, continues)
      }
    />
  )
  return (
    <div className={styles.edge}>
      {field('percent of the shot', 100, percentText(at))}
      {field('seconds', seconds, secondsText(at * seconds))}
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
