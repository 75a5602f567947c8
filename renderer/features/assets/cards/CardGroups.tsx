import { MapPin, Package, Plus, Users } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { AssetType } from '@shared/model/asset'
import { useProject } from '../../../app/projectStore'
import { leaveAsset, selectAsset, useView } from '../../../app/viewStore'
import { IconButton } from '../../../common/Button'
import { focusTarget, registerFocusTarget } from '../../../common/focusTargets'
import { typeClass } from '../../../common/PresenceBar'
import { AssetCard } from './AssetCard'
import styles from './AssetsView.module.css'
import { typeNames } from './assetsState'
import { cardAfter } from './cardSteps'
import type { CardGroup } from './cardsOf'
import { LooksRow } from './LooksRow'

const icons: Record<AssetType, typeof Users> = { character: Users, location: MapPin, prop: Package }

/** The assets by type. One tab stop: arrows walk the cards and select, Enter edits in place. */
export function CardGroups({
  groups,
  layout,
  onAdd,
}: {
  groups: readonly CardGroup[]
  layout: 'cards' | 'looks'
  onAdd: (type: AssetType) => void
}) {
  const readOnly = useProject((s) => s.readOnly)
  const selected = useView((s) => s.assetId)
  const [editing, setEditing] = useState<string | null>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const shown = groups.flatMap((g) => g.assets)
  const active = shown.find((a) => a.id === selected)?.id ?? shown[0]?.id
  const cardOf = (assetId: string | undefined) =>
    scroller.current?.querySelector<HTMLElement>(`[data-asset-card="${CSS.escape(assetId ?? '')}"]`)
  useEffect(
    () =>
      registerFocusTarget('assets.cards', () => {
        const card = scroller.current?.querySelector<HTMLElement>('[data-asset-card][tabindex="0"]')
        card?.focus({ preventScroll: true })
        return card != null
      }),
    [],
  )
  // Selected elsewhere, or just made: it comes into sight.
  useEffect(() => {
    if (selected !== null) cardOf(selected)?.scrollIntoView({ block: 'nearest' })
  }, [selected, layout])
  // The other layout has other cards: the focus goes on in them.
  useEffect(() => {
    if (document.activeElement === document.body) focusTarget('assets.cards')
  }, [layout])
  const step = (event: KeyboardEvent) => {
    const card = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-asset-card]') : null
    if (!card || event.altKey || event.ctrlKey || event.metaKey) return
    const assetId = card.dataset['assetCard'] ?? ''
    if (event.key === 'Enter' && !readOnly) {
      event.preventDefault()
      selectAsset(assetId)
      setEditing(assetId)
      return
    }
    if (event.key === 'Escape') leaveAsset()
    const next = cardAfter(
      card,
      [...(scroller.current?.querySelectorAll<HTMLElement>('[data-asset-card]') ?? [])],
      event.key,
    )
    if (!next) return
    event.preventDefault()
    next.focus()
    selectAsset(next.dataset['assetCard'] ?? '')
  }
  /** A card is chosen wherever it is clicked; beside the cards none is. */
  const click = ({ target }: MouseEvent) => {
    if (!(target instanceof HTMLElement) || target.closest('button, input, textarea')) return
    const assetId = target.closest<HTMLElement>('[data-card]')?.dataset['card']
    if (assetId === undefined) leaveAsset()
    else selectAsset(assetId)
  }
  useEffect(() => {
    const element = scroller.current
    element?.addEventListener('keydown', step)
    element?.addEventListener('click', click)
    return () => {
      element?.removeEventListener('keydown', step)
      element?.removeEventListener('click', click)
    }
  })
  const leaveFields = (assetId: string) => {
    setEditing((now) => (now === assetId ? null : now))
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) cardOf(assetId)?.focus({ preventScroll: true })
    })
  }
  return (
    <div ref={scroller} className={styles.scroller} data-surface="assets" role="group" aria-label="Assets by type">
      {groups.map(({ type, assets }) => {
        const Icon = icons[type]
        return (
          <section key={type} className={typeClass[type]} aria-label={typeNames[type].many}>
            <header className={styles.groupHead}>
              <Icon size={14} strokeWidth={1.75} />
              <h2>{typeNames[type].many}</h2>
              <span className={styles.count}>{assets.length}</span>
              <span className={styles.rule} />
              <IconButton
                label={`Add a ${type}`}
                icon={<Plus size={14} strokeWidth={1.75} />}
                disabled={readOnly}
                onClick={() => onAdd(type)}
              />
            </header>
            <div className={layout === 'cards' ? styles.cards : styles.rows}>
              {assets.map((asset) => {
                const props = {
                  asset,
                  selected: asset.id === selected,
                  tabStop: asset.id === active,
                  editing: asset.id === editing,
                  onEdit: () => {
                    if (readOnly) return
                    selectAsset(asset.id)
                    setEditing(asset.id)
                  },
                  onLeave: () => leaveFields(asset.id),
                }
                return layout === 'cards' ? (
                  <AssetCard key={asset.id} {...props} />
                ) : (
                  <LooksRow key={asset.id} {...props} />
                )
              })}
            </div>
          </section>
        )
      })}
    </div>
  )
}
