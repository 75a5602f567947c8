import {
  DndContext,
  DragOverlay,
  PointerSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
  type DragMoveEvent,
  type DragStartEvent,
} from '@dnd-kit/core'
import { useEffect, type ReactNode } from 'react'
import { AssetPicture, picturedMedia } from '../../common/AssetPicture'
import { mergeSheet } from '../sheetKeys'
import { openSheet } from '../sheets'
import { useRead } from '../useRead'
import { hitSurfaces, mergeSentence, useAssetDrag } from './assetDrag'
import styles from './AppDnd.module.css'
import { GitMerge } from 'lucide-react'

/** The one drag context of the window: assets dragged onto assets. Escape cancels at any time; a drop opens the merge for review. */
export function AppDnd({ children }: { children: ReactNode }) {
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }))
  useAltKey()
  return (
    <DndContext
      sensors={sensors}
      autoScroll={false}
      onDragStart={start}
      onDragMove={move}
      onDragEnd={end}
      onDragCancel={stop}
    >
      {children}
      <DragOverlay dropAnimation={null}>
        <Ghost />
      </DragOverlay>
      <MergeTag />
    </DndContext>
  )
}

const assetOf = (id: string | number) => String(id).replace(/^asset:/, '')

function start({ active }: DragStartEvent): void {
  useAssetDrag.setState({
    drag: {
      fromId: assetOf(active.id),
      overId: null,
      as: 'alias',
      x: 0,
      y: 0,
      sentence: '',
      staleShots: new Set(),
      refused: false,
    },
  })
}

/** What lies under the pointer: any surface marked with an asset, or the matrix row that its hit test names. */
function move({ activatorEvent, delta }: DragMoveEvent): void {
  const { drag } = useAssetDrag.getState()
  if (!drag || !(activatorEvent instanceof PointerEvent)) return
  const x = activatorEvent.clientX + delta.x
  const y = activatorEvent.clientY + delta.y
  const overId = assetUnder(x, y)
  if (overId === drag.overId) useAssetDrag.setState({ drag: { ...drag, x, y } })
  else useAssetDrag.setState({ drag: { ...drag, x, y, overId, ...said(drag.fromId, overId, drag.as) } })
}

function said(fromId: string, overId: string | null, as: 'alias' | 'look') {
  return overId && overId !== fromId
    ? mergeSentence(fromId, overId, as)
    : { sentence: '', staleShots: new Set<string>(), refused: false }
}

function assetUnder(x: number, y: number): string | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const marked = element.closest<HTMLElement>('[data-drop-asset]')
    if (marked) return marked.dataset['dropAsset'] ?? null
  }
  return hitSurfaces(x, y)
}

function end(_event: DragEndEvent): void {
  const { drag } = useAssetDrag.getState()
  stop()
  if (drag?.overId && drag.overId !== drag.fromId && !drag.refused)
    openSheet(mergeSheet, { fromId: drag.fromId, intoId: drag.overId, as: drag.as })
}

function stop(): void {
  useAssetDrag.setState({ drag: null })
}

/** Alt turns the merge into a transformation while it is held. */
function useAltKey(): void {
  useEffect(() => {
    const key = (e: KeyboardEvent) => {
      const { drag } = useAssetDrag.getState()
      if (!drag || e.key !== 'Alt') return
      e.preventDefault()
      const as = e.type === 'keydown' ? 'look' : 'alias'
      useAssetDrag.setState({ drag: { ...drag, as, ...said(drag.fromId, drag.overId, as) } })
    }
    window.addEventListener('keydown', key)
    window.addEventListener('keyup', key)
    return () => {
      window.removeEventListener('keydown', key)
      window.removeEventListener('keyup', key)
    }
  }, [])
}

function Ghost() {
  const fromId = useAssetDrag((s) => s.drag?.fromId)
  const asset = useRead((reads) => (fromId ? reads.get('assets', fromId) : undefined), [fromId])
  const mediaId = useRead((reads) => asset && picturedMedia(reads, asset), [asset])
  if (!asset) return null
  return (
    <span className={styles.ghost}>
      <AssetPicture asset={asset} mediaId={mediaId ?? null} />
      {asset.name}
    </span>
  )
}

function MergeTag() {
  const drag = useAssetDrag((s) => s.drag)
  if (!drag?.sentence) return null
  return (
    <div
      className={`${styles.tag} ${drag.refused ? styles.refused : ''}`}
      style={{ left: drag.x + 150, top: drag.y + 14 }}
    >
      <strong>
        <GitMerge size={14} strokeWidth={1.75} />
        {drag.sentence}
      </strong>
      <span>
        Drop to review<kbd>Alt</kbd>as transformation<kbd>Esc</kbd>cancel
      </span>
    </div>
  )
}
