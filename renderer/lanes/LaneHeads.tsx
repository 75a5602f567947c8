import { useDraggable } from '@dnd-kit/core'
import { ChevronDown, ChevronRight, ImageOff, Layers, MapPin, Package, Pin, Plus, Users } from 'lucide-react'
import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { counted } from '@shared/language/unitWords'
import type { Asset } from '@shared/model/asset'
import { useRead } from '../app/useRead'
import { useAssetDrag } from '../app/dnd/assetDrag'
import { useFileDrag } from '../app/useDropFiles'
import { renameAsset } from '../app/edit/assetCommands'
import { selectAsset, useView } from '../app/viewStore'
import { AssetPicture, picturedMedia } from '../common/AssetPicture'
import { typeClass } from '../common/PresenceBar'
import type { LaneCanvas } from './laneCanvas'
import styles from './LaneHeads.module.css'
import { visibleRows, type LaneGroup, type Lanes } from './lanes'

const groups: Record<LaneGroup, { title: string; Icon: typeof Users }> = {
  character: { title: 'Characters', Icon: Users },
  location: { title: 'Locations', Icon: MapPin },
  prop: { title: 'Props', Icon: Package },
  pinned: { title: 'Pinned', Icon: Pin },
  results: { title: 'Results', Icon: Layers },
}
const overscan = 6

/** The frozen heads of rows. Only the visible ones exist; scrolling moves their layer without rendering. */
export const LaneHeads = memo(function LaneHeads({
  canvas: grid,
  layout,
  surface,
  width = grid.inset.left,
  fold,
  addLabel,
  onAdd,
  filter,
}: {
  canvas: LaneCanvas<Lanes>
  layout: Pick<Lanes, 'rows' | 'tops' | 'heights' | 'height' | 'rowOfAsset' | 'frozen'>
  /** Whose keys act here. */
  surface: string
  /** Their width, in pixels, where it can change. */
  width?: number
  fold: (group: LaneGroup, folded: boolean) => void
  addLabel: string
  onAdd: () => void
  /** What the rows are filtered by. */
  filter: string
}) {
  const layer = useRef<HTMLDivElement>(null)
  const [range, setRange] = useState({ first: 0, last: 60 })
  const [height, setHeight] = useState(grid.scroller.clientHeight)
  useLayoutEffect(() => {
    const follow = (_x: number, y: number) => {
      if (layer.current) layer.current.style.transform = `translateY(${-y}px)`
      const visible = visibleRows(layout, y, grid.scroller.clientHeight).scrolled
      setRange((r) =>
        visible.first >= r.first && visible.last <= r.last && r.last < layout.rows.length
          ? r
          : {
              first: Math.max(0, visible.first - overscan),
              last: Math.min(layout.rows.length - 1, visible.last + overscan),
            },
      )
    }
    follow(grid.scroller.scrollLeft, grid.scroller.scrollTop)
    return grid.onScroll(follow)
  }, [grid, layout])
  useEffect(() => {
    const observer = new ResizeObserver(() => setHeight(grid.scroller.clientHeight))
    observer.observe(grid.scroller)
    return () => observer.disconnect()
  }, [grid])
  const { frozen = 0 } = layout
  const head = (i: number) => {
    const row = layout.rows[i]!
    const style = { top: layout.tops[i], height: layout.heights[i] }
    if (row.kind === 'group') return <GroupHead key={`g-${row.type}`} {...row} fold={fold} style={style} />
    if (row.kind === 'asset') return <AssetHead key={row.asset.id} asset={row.asset} style={style} />
    if (row.kind === 'result')
      return (
        <div key={row.label} className={styles.result} style={style}>
          {row.label}
        </div>
      )
    return (
      <button key="add" type="button" className={styles.add} style={style} onClick={onAdd}>
        <Plus size={14} strokeWidth={1.75} />
        {addLabel}
        <kbd>N</kbd>
      </button>
    )
  }
  const rows = []
  const still = []
  for (let i = 0; i < layout.rows.length && layout.tops[i]! < frozen; i++) still.push(head(i))
  for (let i = Math.max(still.length, range.first); i <= Math.min(range.last, layout.rows.length - 1); i++)
    rows.push(head(i))
  return (
    <div
      className={styles.heads}
      style={{ top: grid.inset.top, width, height: Math.max(0, height - grid.inset.top) }}
      data-surface={surface}
      onWheel={(e) => grid.scroller.scrollBy(e.deltaX, e.deltaY)}
    >
      {frozen > 0 && (
        <div className={`${styles.layer} ${styles.still}`} style={{ height: frozen }}>
          {still}
        </div>
      )}
      <div ref={layer} className={styles.layer}>
        {rows}
        {filter.trim() !== '' && layout.rowOfAsset.size === 0 && (
          <p className={styles.none} style={{ top: layout.height }}>
            No asset has “{filter.trim()}” in its names or description.
          </p>
        )}
      </div>
    </div>
  )
})

function GroupHead({
  type,
  count,
  collapsed,
  fold,
  style,
}: {
  type: LaneGroup
  count: number
  collapsed: boolean
  fold: (group: LaneGroup, folded: boolean) => void
  style: React.CSSProperties
}) {
  const { title, Icon } = groups[type]
  return (
    <button
      type="button"
      className={`${styles.group} ${type === 'results' || type === 'pinned' ? '' : typeClass[type]}`}
      style={style}
      aria-expanded={!collapsed}
      onClick={() => fold(type, !collapsed)}
    >
      {collapsed ? <ChevronRight size={12} strokeWidth={2} /> : <ChevronDown size={12} strokeWidth={2} />}
      <Icon size={12} strokeWidth={2} />
      {title}
      {type !== 'results' && <span>{count}</span>}
    </button>
  )
}

function AssetHead({ asset, style }: { asset: Asset; style: React.CSSProperties }) {
  const selected = useView((s) => s.assetId === asset.id)
  const fileOver = useFileDrag((s) => s.assetId === asset.id)
  const assetOver = useAssetDrag((s) => s.drag?.overId === asset.id && s.drag.fromId !== asset.id)
  const line = useAssetDrag((s) => (s.drag?.order?.overId === asset.id ? s.drag.order.side : null))
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: `asset:${asset.id}` })
  const dropping = fileOver || assetOver
  const mediaId = useRead((reads) => picturedMedia(reads, asset), [asset])
  const shots = useRead(
    (reads) =>
      reads.list('instancesOfAsset', asset.id).reduce((sum, i) => sum + reads.sizeOf('assignmentsOfInstance', i.id), 0),
    [asset.id],
  )
  return (
    <button
      ref={setNodeRef}
      {...listeners}
      type="button"
      className={`${styles.asset} ${isDragging ? styles.dragged : ''} ${selected ? styles.selected : ''} ${dropping ? styles.dropping : ''} ${line ? styles[line] : ''}`}
      style={style}
      data-drop-asset={asset.id}
      data-lane-head={asset.id}
      title={asset.name}
      aria-pressed={selected}
      data-menu={`asset:${asset.id}`}
      onClick={() => selectAsset(asset.id)}
      onDoubleClick={() => renameAsset(asset.id)}
    >
      <AssetPicture asset={asset} mediaId={mediaId} />
      <span className={styles.name}>{asset.name}</span>
      {!mediaId && <ImageOff size={12} strokeWidth={2} className={styles.noPicture} aria-hidden />}
      <span className={styles.count} aria-hidden>
        {shots}
      </span>
      <span className="visually-hidden">
        , {asset.type}, in {counted(shots, 'shot')}
        {mediaId ? '' : ', no picture'}
      </span>
    </button>
  )
}
