import { MapPin, Package, User } from 'lucide-react'
import { activeMembers, type Member } from '@shared/domain/lookup'
import { framesToSeconds } from '@shared/domain/time/frames'
import { timingOf } from '@shared/domain/time/timingOf'
import { secondsText } from '@shared/language/unitWords'
import { assetTypes, type AssetType } from '@shared/model/asset'
import type { ReadRecords } from '@shared/records/recordStore'
import { useRead } from '../../app/useRead'
import { PresenceBar, typeClass } from '../../common/PresenceBar'
import { presencePhrase } from './readings'
import styles from './ShotCard.module.css'
import { useIsAmong } from './review/shotSelection'
import { shotElementId } from './shots'

const icons: Record<AssetType, typeof User> = { character: User, location: MapPin, prop: Package }

/** A shot beside its lines: number, size, duration, and who is in it. */
export function ShotCard({ shotId, chosen, tabStop }: { shotId: string; chosen: boolean; tabStop: boolean }) {
  const shot = useRead((reads) => reads.get('shots', shotId), [shotId])
  const { fps } = useRead(timingOf, [])
  const members = useRead((reads) => membersByType(reads, shotId), [shotId])
  const together = useIsAmong([shotId])
  if (!shot) return null
  return (
    <button
      id={shotElementId(shotId)}
      type="button"
      className={`${styles.card} ${chosen || together ? styles.on : ''}`}
      data-shot={shotId}
      aria-pressed={chosen || together}
      tabIndex={tabStop ? 0 : -1}
    >
      <span className={styles.head}>
        <strong>
          <span className="visually-hidden">Shot </span>
          {shot.number}
        </strong>
        <span>{secondsText(framesToSeconds(shot.durationFrames, fps))}</span>
      </span>
      <span className={styles.members}>
        {shot.size && <span className={styles.size}>{sizeWords(shot.size)}</span>}
        {members.map((m) => (
          <Chip key={m.assignment.id} member={m} />
        ))}
        {!members.length && <span>Nobody is in it yet</span>}
      </span>
    </button>
  )
}

const membersByType = (reads: ReadRecords, shotId: string): Member[] =>
  activeMembers(reads, shotId).sort((a, b) => assetTypes.indexOf(a.asset.type) - assetTypes.indexOf(b.asset.type))

/** An asset in the shot; one that is not there throughout has its presence drawn. */
function Chip({ member: { asset, assignment } }: { member: Member }) {
  const Icon = icons[asset.type]
  const suggested = assignment.origin === 'suggested'
  return (
    <span
      className={`${styles.chip} ${typeClass[asset.type]} ${suggested ? styles.suggested : ''}`}
      title={`${asset.name}, ${presencePhrase(assignment)}${suggested ? ', read from the script' : ''}`}
    >
      <Icon size={10} strokeWidth={2} aria-hidden />
      <span className={styles.name}>{asset.name}</span>
      {assignment.presence !== 'throughout' && (
        <span className={styles.bar}>
          <PresenceBar assignment={{ ...assignment, origin: 'user' }} type={asset.type} pictured height={6} />
        </span>
      )}
    </span>
  )
}

function sizeWords(size: string): string {
  const words = size.replaceAll('_', ' ')
  return size === 'pov' ? 'POV' : words[0]!.toUpperCase() + words.slice(1)
}
