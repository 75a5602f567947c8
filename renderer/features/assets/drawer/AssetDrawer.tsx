import { useDraggable } from '@dnd-kit/core'
import { Check, ImageOff, Plus, X } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { instanceOf } from '@shared/domain/lookup'
import { counted } from '@shared/language/unitWords'
import { assetTypes, type Asset } from '@shared/model/asset'
import { setDrawer, useDrawer } from '../../../app/drawer'
import { addAt } from '../../../app/dnd/dropPlace'
import { useProject } from '../../../app/projectStore'
import { addAssetSheet } from '../../../app/sheetKeys'
import { openSheet } from '../../../app/sheets'
import { useRead } from '../../../app/useRead'
import { openAsset } from '../../../app/edit/editing'
import { setView, useView } from '../../../app/viewStore'
import { AssetPicture, mediaUrl, picturedMedia } from '../../../common/AssetPicture'
import { Button, IconButton } from '../../../common/Button'
import { registerFocusTarget } from '../../../common/focusTargets'
import { typeClass } from '../../../common/PresenceBar'
import { PanelBody, PanelHead } from '../../../common/Section'
import { Segmented } from '../../../common/Segmented'
import { FilterField } from '../../../lanes/FilterField'
import { cardAfter } from '../cards/cardSteps'
import { cardsOf, deletedAssets, shotCount } from '../cards/cardsOf'
import styles from './AssetDrawer.module.css'

const typeLabels = { character: 'People', location: 'Places', prop: 'Props' } as const
const options = [
  { value: 'all' as const, label: 'All' },
  ...assetTypes.map((value) => ({ value, label: typeLabels[value] })),
]

/** The assets beside any view, in the place of the inspector: those that are not in the scene as cards to be dragged, and those that are. */
export function AssetDrawer() {
  const { type, missingFirst } = useDrawer()
  const [query, setQuery] = useState('')
  const readOnly = useProject((s) => s.readOnly)
  const sceneId = useView((s) => s.sceneId)
  const number = useRead((reads) => (sceneId === null ? undefined : reads.get('scenes', sceneId)?.number), [sceneId])
  const { out, inside } = useRead(
    (reads) => {
      const found = cardsOf(reads, { query, type, missingFirst }).flatMap((g) => g.assets)
      const isIn = (a: Asset) => sceneId !== null && instanceOf(reads, sceneId, a.id) !== undefined
      const rest = found.filter((a) => !isIn(a))
      const used = new Map(rest.map((a) => [a.id, shotCount(reads, a.id)]))
      const lacks = (a: Asset) => Number(missingFirst && picturedMedia(reads, a) !== null)
      return {
        out: rest.toSorted((a, b) => lacks(a) - lacks(b) || used.get(b.id)! - used.get(a.id)!),
        inside: found.filter(isIn),
      }
    },
    [query, type, missingFirst, sceneId],
  )
  const deleted = useRead((reads) => deletedAssets(reads).length, [])
  const cards = useRef<HTMLUListElement>(null)
  const search = useRef<HTMLSpanElement>(null)
  useEffect(
    () =>
      registerFocusTarget('drawer.search', () => {
        const field = search.current?.querySelector('input')
        field?.focus()
        return field != null
      }),
    [],
  )
  const add = (assetId: string) => {
    if (sceneId !== null && !readOnly) void addAt(assetId, { sceneId }, true)
  }
  const step = (event: KeyboardEvent<HTMLElement>) => {
    const all = [...(cards.current?.querySelectorAll<HTMLElement>('[data-drawer-card]') ?? [])]
    const next = cardAfter(event.currentTarget, all, event.key)
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  return (
    <>
      <PanelHead title={number === undefined ? 'Assets' : `Add to scene ${number}`}>
        <IconButton
          label="New asset"
          icon={<Plus size={14} strokeWidth={1.75} />}
          disabled={readOnly}
          onClick={() => openSheet(addAssetSheet, {})}
        />
        <IconButton
          label="Close the drawer"
          icon={<X size={14} strokeWidth={1.75} />}
          onClick={() => setDrawer({ open: false })}
        />
      </PanelHead>
      <div className={styles.filter}>
        <span ref={search}>
          <FilterField
            label="Find in the drawer"
            placeholder="Name, alias or description"
            value={query}
            onChange={setQuery}
          />
        </span>
        <div className={styles.types}>
          <Segmented
            label="Type in the drawer"
            value={type ?? 'all'}
            options={options}
            onChange={(value) => setDrawer({ type: value === 'all' ? null : value })}
          />
          <IconButton
            label="Without a picture first"
            icon={<ImageOff size={14} strokeWidth={1.75} />}
            aria-pressed={missingFirst}
            onClick={() => setDrawer({ missingFirst: !missingFirst })}
          />
        </div>
      </div>
      <PanelBody>
        <div className={styles.head}>
          <h3>
            {number === undefined ? 'Assets' : `Not in scene ${number}`} <span>{out.length}</span>
          </h3>
          <span>drag, or Enter</span>
        </div>
        {!out.length && !inside.length && (
          <p className={styles.none}>{query.trim() ? `No asset is called “${query.trim()}”.` : 'No assets yet.'}</p>
        )}
        <ul ref={cards} className={styles.cards}>
          {out.map((asset, i) => (
            <DrawerCard key={asset.id} asset={asset} first={i === 0} onAdd={() => add(asset.id)} onStep={step} />
          ))}
        </ul>
        {inside.length > 0 && (
          <>
            <div className={styles.head}>
              <h3>
                Already in scene {number} <span>{inside.length}</span>
              </h3>
            </div>
            <ul className={styles.inside}>
              {inside.map((asset) => (
                <Inside key={asset.id} asset={asset} sceneId={sceneId!} onAdd={() => add(asset.id)} />
              ))}
            </ul>
          </>
        )}
      </PanelBody>
      {deleted > 0 && (
        <footer className={styles.foot}>
          <span>{deleted} deleted, can be restored</span>
          <Button onClick={() => setView({ view: 'assets' })}>Show</Button>
        </footer>
      )}
    </>
  )
}

function DrawerCard({
  asset,
  first,
  onAdd,
  onStep,
}: {
  asset: Asset
  first: boolean
  onAdd: () => void
  onStep: (event: KeyboardEvent<HTMLElement>) => void
}) {
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: `drawer:${asset.id}` })
  const picture = useRead((reads) => picturedMedia(reads, asset), [asset])
  const shots = useRead((reads) => shotCount(reads, asset.id), [asset.id])
  return (
    <li>
      <button
        ref={setNodeRef}
        {...listeners}
        type="button"
        className={`${styles.card} ${typeClass[asset.type]} ${isDragging ? styles.dragged : ''}`}
        data-drawer-card={asset.id}
        data-menu={`asset:${asset.id}`}
        tabIndex={first ? 0 : -1}
        title={asset.name}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault()
            onAdd()
          } else onStep(event)
        }}
        onDoubleClick={onAdd}
      >
        {picture ? (
          <img
            className={asset.type === 'prop' ? styles.thing : undefined}
            src={mediaUrl(picture, 240)}
            alt=""
            draggable={false}
          />
        ) : (
          <span className={styles.initial} aria-hidden>
            {asset.name[0]?.toUpperCase()}
          </span>
        )}
        <span className={styles.words}>
          <strong>{asset.name}</strong>
          <span>{counted(shots, 'shot')}</span>
        </span>
      </button>
    </li>
  )
}

function Inside({ asset, sceneId, onAdd }: { asset: Asset; sceneId: string; onAdd: () => void }) {
  const media = useRead((reads) => picturedMedia(reads, asset), [asset])
  const shots = useRead(
    (reads) => {
      const instance = instanceOf(reads, sceneId, asset.id)
      return instance ? reads.sizeOf('assignmentsOfInstance', instance.id) : 0
    },
    [asset.id, sceneId],
  )
  return (
    <li data-menu={`asset:${asset.id}`}>
      <button
        type="button"
        title={`Show ${asset.name}`}
        onClick={() => (setDrawer({ open: false }), openAsset(asset.id))}
      >
        <AssetPicture asset={asset} mediaId={media} size={20} />
        <span>{asset.name}</span>
      </button>
      <Button tip="Add it to more shots of the scene" onClick={onAdd}>
        <Check size={12} strokeWidth={2} />
        in {counted(shots, 'shot')}
      </Button>
    </li>
  )
}
