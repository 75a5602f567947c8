import { Plus } from 'lucide-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { foldName, namesOf } from '@shared/domain/lookup'
import { assetTypes, type Asset } from '@shared/model/asset'
import { AssetPicture, picturedMedia } from '../common/AssetPicture'
import { typeClass } from '../common/PresenceBar'
import styles from './AssetFinder.module.css'
import { useRead } from './useRead'

interface Props {
  label: string
  /** Assets that are not offered. The same set in every rendering while nothing changed. */
  without: ReadonlySet<string>
  onChoose: (asset: Asset) => void
  /** Offers a new asset of the typed name below the others. */
  onNew?: (name: string) => void
  /** What the list stands for, for screen readers. */
  listLabel?: string
}

/** Assets by name, with their pictures: typing narrows them, the arrows walk them, and only Enter or a click takes one. */
export function AssetFinder({ label, without, onChoose, onNew, listLabel = label }: Props) {
  const id = useId()
  const [query, setQuery] = useState('')
  /** The option that Enter takes; -1 for none. */
  const [at, setAt] = useState(-1)
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => input.current?.focus(), [])
  const wanted = foldName(query)
  const found = useRead(
    (reads) =>
      order(
        reads.list('assetsInOrder').filter((a) => !a.deleted && !without.has(a.id)),
        wanted,
      ),
    [without, wanted],
  )
  const pictures = useRead((reads) => found.map((asset) => picturedMedia(reads, asset)), [found])
  const count = found.length + (onNew ? 1 : 0)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const take = (index: number) => {
    const asset = found[index]
    if (!asset && (index !== found.length || !onNew)) return
    input.current?.focus()
    setQuery('')
    setAt(-1)
    if (asset) onChoose(asset)
    else onNew?.(query.trim())
  }
  const onKeyDown = (e: KeyboardEvent) => {
    if (e.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key]
    if (step !== undefined && count) setAt((at + step + (at < 0 && step < 0 ? 1 : 0) + count) % count)
    if (e.key === 'Enter') take(at)
    if (step !== undefined || e.key === 'Enter') e.preventDefault()
  }
  return (
    <>
      <input
        ref={input}
        className={styles.input}
        placeholder={label}
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={at < 0 ? undefined : `${id}-${at}`}
        value={query}
        onChange={(e) => {
          setQuery(e.target.value)
          setAt(e.target.value.trim() ? 0 : -1)
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={`${id}-list`} className={styles.list} role="listbox" aria-label={listLabel}>
        {found.map((asset, i) => (
          <button
            key={asset.id}
            id={`${id}-${i}`}
            type="button"
            tabIndex={-1}
            role="option"
            aria-selected={i === at}
            className={`${styles.option} ${i === at ? styles.first : ''} ${typeClass[asset.type]}`}
            title={asset.name}
            onPointerDown={(e) => e.preventDefault()}
            onClick={() => take(i)}
          >
            <AssetPicture asset={asset} mediaId={pictures[i] ?? null} size={22} />
            <span className={styles.name}>{asset.name}</span>
            <span className={styles.type}>{asset.type}</span>
          </button>
        ))}
        {!found.length && !onNew && <p className={styles.none}>No asset is called that.</p>}
        {onNew && (
          <button
            id={`${id}-${found.length}`}
            type="button"
            tabIndex={-1}
            role="option"
            aria-selected={at === found.length}
            className={`${styles.option} ${styles.new} ${at === found.length ? styles.first : ''}`}
            onPointerDown={(e) => e.preventDefault()}
            onClick={() => take(found.length)}
          >
            <Plus size={12} strokeWidth={2} />
            <span className={styles.name}>{query.trim() ? `New asset “${query.trim()}”…` : 'New asset…'}</span>
          </button>
        )}
      </div>
    </>
  )
}

/** Those with a name that holds the text: first where a name begins with it, then a word of one, then the others; within, by type. */
function order(assets: readonly Asset[], wanted: string): readonly Asset[] {
  const place = (asset: Asset) => {
    const names = namesOf(asset).map(foldName)
    if (names.some((name) => name.startsWith(wanted))) return 0
    if (names.some((name) => name.includes(` ${wanted}`))) return 1
    return names.some((name) => name.includes(wanted)) ? 2 : null
  }
  return assets
    .flatMap((asset) => {
      const at = place(asset)
      return at === null ? [] : [{ asset, at }]
    })
    .toSorted((a, b) => a.at - b.at || assetTypes.indexOf(a.asset.type) - assetTypes.indexOf(b.asset.type))
    .map(({ asset }) => asset)
}
