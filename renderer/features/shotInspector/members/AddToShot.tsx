import { Plus } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { foldName, membersOf, namesOf } from '@shared/domain/lookup'
import { assetTypes, type Asset } from '@shared/model/asset'
import type { Shot } from '@shared/model/shot'
import { openSheet, useSheets } from '../../../app/sheets'
import { announce } from '../../../app/toasts'
import { useRead } from '../../../app/useRead'
import { AssetPicture, picturedMedia } from '../../../common/AssetPicture'
import { IconButton } from '../../../common/Button'
import { Overlay } from '../../../common/overlays'
import { typeClass } from '../../../common/PresenceBar'
import styles from './AddToShot.module.css'
import { newAssetSheet } from '../sheets'
import { selectMember, setAssignment } from '../shotActions'

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
  const [query, setQuery] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => input.current?.focus(), [])
  const wanted = foldName(query)
  const found = useRead(
    (reads) => {
      const inShot = new Set(membersOf(reads, shot.id).map((m) => m.asset.id))
      return reads
        .list('assetsInOrder')
        .filter((a) => !a.deleted && !inShot.has(a.id) && namesOf(a).some((name) => foldName(name).includes(wanted)))
        .toSorted((a, b) => assetTypes.indexOf(a.type) - assetTypes.indexOf(b.type))
    },
    [shot.id, wanted],
  )
  const pictures = useRead((reads) => found.map((asset) => picturedMedia(reads, asset)), [found])
  const add = async (asset: Asset) => {
    input.current?.focus()
    if (!(await setAssignment({ shotId: shot.id, assetId: asset.id, presence: 'throughout' }))) return
    selectMember(shot.id, asset.id)
    announce(`${asset.name} is in shot ${shot.number} throughout.`)
    setQuery('')
  }
  /** Arrow keys walk from the field through the list and back. */
  const walk = (e: KeyboardEvent) => {
    const step = e.key === 'ArrowDown' ? 1 : e.key === 'ArrowUp' ? -1 : 0
    if (!step) return
    e.preventDefault()
    const stops = [input.current, ...(list.current?.querySelectorAll('button') ?? [])]
    stops[(stops.indexOf(document.activeElement as HTMLButtonElement) + step + stops.length) % stops.length]?.focus()
  }
  return (
    <>
      <input
        ref={input}
        className={styles.input}
        placeholder="Name of an asset"
        aria-label="Name of an asset"
        value={query}
        onChange={(e) => setQuery(e.target.value)}
        onKeyDown={(e) => {
          walk(e)
          if (e.key !== 'Enter') return
          e.preventDefault()
          const first = wanted ? found[0] : undefined
          if (first) void add(first)
          else if (wanted) onNew(query.trim())
        }}
      />
      <ul ref={list} className={styles.list} aria-label="Assets not in the shot">
        {found.map((asset, i) => (
          <li key={asset.id}>
            <button
              type="button"
              tabIndex={-1}
              className={`${styles.option} ${i === 0 && wanted ? styles.first : ''} ${typeClass[asset.type]}`}
              title={asset.name}
              onClick={() => void add(asset)}
              onKeyDown={walk}
            >
              <AssetPicture asset={asset} mediaId={pictures[i] ?? null} size={18} />
              <span className={styles.name}>{asset.name}</span>
              <span className={styles.type}>{asset.type}</span>
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            tabIndex={-1}
            className={`${styles.option} ${styles.new} ${!found.length ? styles.first : ''}`}
            onClick={() => onNew(query.trim())}
            onKeyDown={walk}
          >
            <Plus size={12} strokeWidth={2} />
            <span className={styles.name}>{query.trim() ? `New asset “${query.trim()}”…` : 'New asset…'}</span>
          </button>
        </li>
      </ul>
    </>
  )
}
