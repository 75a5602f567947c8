import { Popover } from 'radix-ui'
import { useCallback, useState } from 'react'
import { create } from 'zustand'
import { meantSides } from '@shared/domain/blocking/meantSides'
import { activeMembers, projectOf } from '@shared/domain/lookup'
import { whereWords } from '../../lanes/edgeDraft'
import { viewTop } from '../../lanes/lanes'
import { recordsNow, useProject } from '../../app/projectStore'
import { saveTyped } from '../../app/saveTyped'
import { useRead } from '../../app/useRead'
import type { CellRef } from '../../app/viewStore'
import { Field } from '../../common/Field'
import { focusTarget } from '../../common/focusTargets'
import { Overlay } from '../../common/overlays'
import { EdgeFields } from '../../shots/members/EdgeFields'
import type { TimelineCanvas } from './timelineCanvas'
import styles from './SidePopover.module.css'

type Edge = 'enter' | 'exit'

const useOpen = create<{ open: (CellRef & { readonly edge: Edge }) | null }>(() => ({ open: null }))
const close = () => useOpen.setState({ open: null })

/** Opens what can be set at an entrance or exit inside a shot. */
export const openSide = (cell: CellRef, edge: Edge) => useOpen.setState({ open: { ...cell, edge } })

/** When and from where somebody comes in or goes out, and what they do on the way: beside the arrow in the lane. */
export function SidePopover({ canvas }: { canvas: TimelineCanvas }) {
  const open = useOpen((s) => s.open)
  const member = useRead(
    (reads) =>
      open && reads.get('shots', open.shotId)
        ? activeMembers(reads, open.shotId).find((m) => m.asset.id === open.assetId)
        : undefined,
    [open],
  )
  const edge = open?.edge
  const at = edge === 'enter' ? member?.assignment.enterAt : member?.assignment.exitAt
  if (!open || !member || !edge || at === undefined || at === 0 || at === 1) return null
  const { layout, scroller, inset } = canvas
  const slot = layout.axis.slotOfShot.get(open.shotId)
  const row = layout.rowOfAsset.get(open.assetId)
  if (slot === undefined || row === undefined) return null
  const box = scroller.getBoundingClientRect()
  const x = layout.axis.leftOf(slot) + at * layout.axis.widthOf(slot) + (edge === 'enter' ? -14 : 14)
  return (
    <Popover.Root open onOpenChange={(next) => !next && close()}>
      <Popover.Anchor asChild>
        <span
          aria-hidden
          style={{
            position: 'fixed',
            left: Math.min(
              box.right - 8,
              Math.max(box.left + inset.left, box.left + inset.left + x - scroller.scrollLeft),
            ),
            top: box.top + inset.top + viewTop(layout, row, scroller.scrollTop) + 4,
            width: 0,
            height: layout.heights[row]! - 8,
          }}
        />
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          className={styles.pop}
          side="bottom"
          sideOffset={2}
          collisionPadding={8}
          aria-label={`${member.asset.name} ${edge === 'enter' ? 'enters' : 'leaves'}`}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            focusTarget('timeline.lanes')
          }}
        >
          <Overlay />
          <Fields
            key={`${open.shotId}/${open.assetId}/${edge}`}
            member={member}
            shotId={open.shotId}
            edge={edge}
            at={at}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Fields({
  member,
  shotId,
  edge,
  at,
}: {
  member: ReturnType<typeof activeMembers>[number]
  shotId: string
  edge: Edge
  at: number
}) {
  const readOnly = useProject((s) => s.readOnly)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { shot, timing, sides } = useRead(
    (reads) => ({
      shot: reads.must('shots', shotId),
      timing: projectOf(reads),
      sides: meantSides(reads, shotId).get(member.asset.id),
    }),
    [shotId, member.asset.id],
  )
  const refuse = useCallback((_edge: Edge, sentence: string | null) => setRefusal(sentence), [])
  const { name, id } = member.asset
  return (
    <>
      <strong className={styles.title}>
        {name} {edge === 'enter' ? 'enters' : 'leaves'} {whereWords(recordsNow(), shotId, at)}
      </strong>
      <EdgeFields
        edge={edge}
        member={member}
        shot={shot}
        timing={timing}
        nearest={sides?.[edge] ?? 'left'}
        readOnly={readOnly}
        onRefuse={refuse}
      />
      {refusal && (
        <p className={styles.refusal} role="alert">
          {refusal}
        </p>
      )}
      <Field
        label={`What ${name} does on the way`}
        value={member.assignment.action}
        placeholder="through the door, carrying a tray"
        width="100%"
        disabled={readOnly}
        onSave={(action, continues) =>
          saveTyped('assignment.set', { shotId, assetId: id, action: action.trim() }, continues)
        }
      />
    </>
  )
}
