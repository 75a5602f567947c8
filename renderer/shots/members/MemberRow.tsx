import { Check, TriangleAlert, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Member } from '@shared/domain/lookup'
import { withLook } from '@shared/domain/manifest/manifest'
import { presenceWords } from '@shared/domain/presence/presenceTimes'
import type { Shot } from '@shared/model/shot'
import { run } from '../../app/projectActions'
import { useRead } from '../../app/useRead'
import { AssetPicture, workingPicture } from '../../common/AssetPicture'
import { Button, IconButton } from '../../common/Button'
import { registerFocusTarget } from '../../common/focusTargets'
import { PresenceBar, typeClass } from '../../common/PresenceBar'
import styles from './MemberRow.module.css'
import { removeMember, stepRow } from './memberKeys'
import { PresenceEditor } from './PresenceEditor'
import { useKeptAsText } from '../../app/keptAsText'
import { letterOf } from '../choiceNames'

interface Props {
  member: Member
  shot: Shot
  /** The one being looked at, also in the matrix. */
  chosen: boolean
  open: boolean
  tabbable: boolean
  readOnly: boolean
  onToggle: () => void
}

/** One asset of the shot: picture, name, bar and letter; open, everything about its presence. */
export function MemberRow({ member, shot, chosen, open, tabbable, readOnly, onToggle }: Props) {
  const { assignment, asset } = member
  const kept = useKeptAsText((s) => s.ids.includes(assignment.id))
  const look = useRead(
    (reads) => withLook(reads, member, member.assignment.enterAt === 0 ? 'start' : member.assignment.enterAt).look,
    [member],
  )
  const picture = useRead((reads) => workingPicture(reads, look.mediaId), [look])
  const suggested = assignment.origin === 'suggested' && !asset.deleted
  const letter = asset.deleted ? '–' : letterOf(assignment.presence)
  const words = asset.deleted
    ? 'deleted'
    : `${presenceWords[assignment.presence]}${suggested ? ', suggested' : ''}${look.mediaId ? '' : ', no picture'}`
  const main = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!chosen) return
    return registerFocusTarget('shot.member', () => {
      main.current?.focus()
      return main.current !== null
    })
  }, [chosen])
  return (
    <li
      className={`${typeClass[asset.type]} ${open ? styles.open : ''}`}
      data-member={asset.id}
      data-in-shot={shot.id}
      data-menu={asset.deleted ? undefined : `member:${asset.id}`}
    >
      <div className={`${styles.row} ${asset.deleted ? styles.vacant : ''}`}>
        <button
          ref={main}
          type="button"
          className={styles.main}
          data-member-row
          tabIndex={tabbable ? 0 : -1}
          aria-expanded={open}
          title={asset.name}
          onClick={onToggle}
          onKeyDown={stepRow}
        >
          <AssetPicture asset={asset} mediaId={picture} size={18} />
          <span className={styles.name}>{asset.name}</span>
          {assignment.presence === 'passes_through' && !kept && !asset.deleted && (
            <TriangleAlert size={12} strokeWidth={2} className={styles.warn} aria-hidden />
          )}
          <span className={`${styles.bar} ${suggested ? styles.withButtons : ''}`}>
            {asset.deleted ? (
              <span className={styles.role} />
            ) : (
              <PresenceBar assignment={assignment} type={asset.type} pictured={look.mediaId !== null} />
            )}
          </span>
          <span className={styles.letter} aria-hidden>
            {letter}
          </span>
          <span className="visually-hidden">, {words}</span>
        </button>
        {suggested && (
          <span className={styles.decide}>
            <IconButton
              label={`Confirm ${asset.name}`}
              className={styles.tiny}
              icon={<Check size={12} strokeWidth={2} />}
              disabled={readOnly}
              onClick={() => void run('suggestion.accept', { assignmentIds: [assignment.id] })}
            />
            <IconButton
              label={`Remove ${asset.name}`}
              className={styles.tiny}
              icon={<X size={12} strokeWidth={2} />}
              disabled={readOnly}
              onClick={() => void run('suggestion.reject', { assignmentIds: [assignment.id] })}
            />
          </span>
        )}
      </div>
      {open && !asset.deleted && <PresenceEditor member={member} shot={shot} readOnly={readOnly} />}
      {open && asset.deleted && (
        <div className={styles.gone}>
          <p>{asset.name} is deleted. Its place in the shot is kept until you restore it.</p>
          <Button
            kind="outline"
            disabled={readOnly || asset.mergedIntoId !== null}
            onClick={() => void run('asset.restore', { assetId: asset.id })}
          >
            Restore
          </Button>
          <Button disabled={readOnly} onClick={() => void removeMember(shot.id, asset.id)}>
            Remove from shot
          </Button>
        </div>
      )}
    </li>
  )
}
