import { Plus } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useRef, useState } from 'react'
import { membersOf } from '@shared/domain/lookup'
import type { Asset } from '@shared/model/asset'
import type { Shot } from '@shared/model/shot'
import { openSheet, useSheets } from '../../app/sheets'
import { announce } from '../../app/toasts'
import { useRead } from '../../app/useRead'
import { IconButton } from '../../common/Button'
import { Overlay } from '../../common/overlays'
import styles from './AddToShot.module.css'
import { newAssetSheet } from '../sheets'
import { AssetFinder } from '../../app/AssetFinder'
import { setAssignment } from '../../app/edit/setAssignment'
import { selectMember } from '../shotActions'

/** The + of the list: the assets that are not in the shot, by name, and a new one. Stays open to add several. */
export function AddToShot({ shot, readOnly }: { shot: Shot; readOnly: boolean }) {
  const [open, setOpen] = useState(false)
  const trigger = useRef<HTMLButtonElement>(null)
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <IconButton
          ref={trigger}
          label="Add an asset to the shot"
          icon={<Plus size={14} strokeWidth={1.75} />}
          disabled={readOnly}
        />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={styles.pop}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          aria-label="Add an asset to the shot"
          onCloseAutoFocus={(e) => useSheets.getState().open && e.preventDefault()}
        >
          <Overlay />
          <Finder
            shot={shot}
            onNew={(name) => {
              setOpen(false)
              openSheet(newAssetSheet, { name, shotId: shot.id }, trigger.current)
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Finder({ shot, onNew }: { shot: Shot; onNew: (name: string) => void }) {
  const inShot = useRead((reads) => new Set(membersOf(reads, shot.id).map((m) => m.asset.id)), [shot.id])
  const add = async (asset: Asset) => {
    if (!(await setAssignment({ shotId: shot.id, assetId: asset.id, presence: 'throughout' }))) return
    selectMember(shot.id, asset.id)
    announce(`${asset.name} is in shot ${shot.number} throughout.`)
  }
  return (
    <AssetFinder
      label="Name of an asset"
      listLabel="Assets not in the shot"
      without={inShot}
      onChoose={(asset) => void add(asset)}
      onNew={onNew}
    />
  )
}
