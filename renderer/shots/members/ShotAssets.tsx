import { Check, ChevronDown, ChevronRight } from 'lucide-react'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { membersOf, type Member } from '@shared/domain/lookup'
import { compareMembers } from '@shared/domain/manifest/manifest'
import type { Shot } from '@shared/model/shot'
import { run } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { useRead } from '../../app/useRead'
import { useView } from '../../app/viewStore'
import { Button } from '../../common/Button'
import { registerFocusTarget } from '../../common/focusTargets'
import { useWide } from '../../common/useWide'
import { Section } from '../../common/Section'
import { AddToShot } from './AddToShot'
import { MemberRow } from './MemberRow'
import { selectMember } from '../shotActions'
import styles from './ShotAssets.module.css'
import { focusedRow, focusRow } from './memberKeys'

/** More props than this fold away in a narrow window. */
const propsShown = 3

/** "In this shot": every asset of the shot with when it is there; the chosen one opens for editing. */
export function ShotAssets({ shot }: { shot: Shot }) {
  const readOnly = useProject((s) => s.readOnly)
  const cell = useView((s) => s.cell)
  const slim = !useWide(1360)
  const [closed, setClosed] = useState('')
  const [unfolded, setUnfolded] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  useReturnToRow(list)
  const members = useRead((reads) => membersOf(reads, shot.id).sort(compareMembers), [shot.id])
  const active = members.filter((m) => !m.asset.deleted)
  const vacant = members.filter((m) => m.asset.deleted)
  const suggested = active.filter((m) => m.assignment.origin === 'suggested')
  const chosen = cell?.shotId === shot.id && members.some((m) => m.asset.id === cell.assetId) ? cell.assetId : null
  const open = chosen === closed ? null : chosen
  const props = active.filter((m) => m.asset.type === 'prop')
  const folds = slim && props.length > propsShown
  const folded = folds && !unfolded && !props.some((m) => m.asset.id === open)
  const toggle = (assetId: string) => {
    setClosed(open === assetId ? assetId : '')
    selectMember(shot.id, assetId)
  }
  const row = (m: Member, i: number) => (
    <MemberRow
      key={m.asset.id}
      member={m}
      shot={shot}
      chosen={m.asset.id === chosen}
      open={m.asset.id === open}
      tabbable={chosen === null ? i === 0 : m.asset.id === chosen}
      readOnly={readOnly}
      onToggle={() => toggle(m.asset.id)}
    />
  )
  const shown = folded ? active.filter((m) => m.asset.type !== 'prop') : active
  return (
    <Section title="In this shot" count={active.length} actions={<AddToShot shot={shot} readOnly={readOnly} />}>
      {suggested.length > 1 && (
        <div className={styles.suggested}>
          <span>{suggested.length} suggested by the script</span>
          <Button
            className={styles.small}
            disabled={readOnly}
            onClick={() => void run('suggestion.accept', { assignmentIds: suggested.map((m) => m.assignment.id) })}
          >
            <Check size={12} strokeWidth={2} />
            Confirm all
          </Button>
        </div>
      )}
      {members.length === 0 && (
        <p className={styles.empty}>Nobody is in this shot. Add an asset with +, or set it in the matrix.</p>
      )}
      <ul ref={list} className={styles.list} data-surface="shot-assets" aria-label="Assets in this shot">
        {shown.map(row)}
        {folds && (
          <li>
            <button type="button" className={styles.fold} aria-expanded={!folded} onClick={() => setUnfolded(folded)}>
              {folded ? <ChevronRight size={12} strokeWidth={2} /> : <ChevronDown size={12} strokeWidth={2} />}
              {folded ? `${props.length} props` : 'Fold the props'}
            </button>
          </li>
        )}
        {vacant.map((m) => row(m, -1))}
      </ul>
    </Section>
  )
}

/** When the row that had the focus goes, the one in its place gets it. */
function useReturnToRow(list: RefObject<HTMLUListElement | null>): void {
  useEffect(() => {
    const element = list.current
    if (!element) return
    let last = 0
    const back = () => focusRow(element, last)
    // Of several lists on screen the one that had the focus gets it back.
    const remember = () => {
      last = Math.max(0, focusedRow(element))
      registerFocusTarget('shot.members', back)
    }
    element.addEventListener('focusin', remember)
    const stop = registerFocusTarget('shot.members', back)
    return () => {
      element.removeEventListener('focusin', remember)
      stop()
    }
  }, [list])
}
