import type { AssetType } from '@shared/model/asset'
import type { Assignment } from '@shared/model/assignment'
import styles from './PresenceBar.module.css'

export const typeClass: Record<AssetType, string> = { character: 'c', location: 'l', prop: 'p' }

/** The small bar of lists: when an asset is in its shot, drawn to scale. */
export function PresenceBar({
  assignment,
  type,
  pictured,
  height = 8,
}: {
  assignment: Pick<Assignment, 'enterAt' | 'exitAt' | 'presence' | 'origin'>
  type: AssetType
  pictured: boolean
  height?: number
}) {
  const { enterAt, exitAt, presence, origin } = assignment
  const bar = ['bar', presence === 'passes_through' && 'pass', !pictured && 'nopic', origin === 'suggested' && 'sug']
    .filter(Boolean)
    .join(' ')
  return (
    <span className={`${styles.mini} ${typeClass[type]}`} style={{ height }} aria-hidden>
      <span
        className={bar}
        style={{ left: `${enterAt * 100}%`, width: `${(exitAt - enterAt) * 100}%`, top: 0, height }}
      />
      {enterAt > 0 && (
        <span className="post" style={{ left: `calc(${enterAt * 100}% - 1px)`, top: -2, height: height + 4 }} />
      )}
      {exitAt < 1 && (
        <span className="post" style={{ left: `calc(${exitAt * 100}% - 1px)`, top: -2, height: height + 4 }} />
      )}
    </span>
  )
}
