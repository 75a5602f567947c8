import type { Member } from '@shared/domain/lookup'
import { frameSideSchema, type FrameSide } from '@shared/model/assignment'
import { Select } from '../../../common/Select'
import styles from './EdgeFields.module.css'
import { setAssignment } from '../shotActions'
import { TimeField } from './TimeField'
import { edgeRefusal, parseNumber, percentText, plainNumber, secondsText, type Edge } from './times'
import { sideNames } from '../words'

interface Props {
  edge: Edge
  member: Member
  shotId: string
  /** Duration of the shot. */
  seconds: number
  /** The frame edge that counts while none is chosen. */
  nearest: FrameSide
  readOnly: boolean
  onRefuse: (sentence: string | null) => void
}

/** When and where an asset comes in or goes out: percent, seconds and side. */
export function EdgeFields({ edge, member, shotId, seconds, nearest, readOnly, onRefuse }: Props) {
  const { assignment, asset } = member
  const at = edge === 'enter' ? assignment.enterAt : assignment.exitAt
  const side = edge === 'enter' ? assignment.enterFrom : assignment.exitTo
  const verb = edge === 'enter' ? 'Enters' : 'Exits'
  const set = (fraction: number) =>
    void setAssignment({
      shotId,
      assetId: asset.id,
      ...(edge === 'enter' ? { enterAt: fraction } : { exitAt: fraction }),
    })
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
      onRefuse={onRefuse}
      check={(text) => edgeRefusal(edge, fraction(text, whole), assignment, seconds)}
      onCommit={(text) => set(fraction(text, whole)!)}
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
              shotId,
              assetId: asset.id,
              ...(edge === 'enter' ? { enterFrom: value || null } : { exitTo: value || null }),
            })
          }
        />
      </span>
    </div>
  )
}
