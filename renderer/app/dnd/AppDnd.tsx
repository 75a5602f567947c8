import {
  DndContext,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
  type DragStartEvent,
} from '@dnd-kit/core'
import { useEffect, type ReactNode } from 'react'
import { EdgeScroll } from '../../common/edgeScroll'
import { AssetPicture, picturedMedia } from '../../common/AssetPicture'
import { recordsNow } from '../projectStore'
import { mergeSheet } from '../sheetKeys'
import { openSheet } from '../sheets'
import { announce } from '../toasts'
import { useRead } from '../useRead'
import { mergeSentence, regionAt, useAssetDrag, type AssetDrag } from './assetDrag'
import { laneOrderUnder, moveAsset, orderWords } from './laneOrder'
import { addAt, addWords, placeUnder } from './dropPlace'
import styles from './AppDnd.module.css'
import { ArrowUpDown, GitMerge, Plus } from 'lucide-react'

/** The one drag context of the window: assets dragged onto assets. Escape cancels at any time; a drop opens the merge for review. */
export function AppDnd({ children }: { children: ReactNode }) {
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }))
  useFollowPointer()
  useAltKey()
  return (
    <DndContext
      sensors={sensors}
      autoScroll={false}
      accessibility={{ announcements, screenReaderInstructions: { draggable: 'M merges it into another asset.' } }}
      onDragStart={start}
      onDragEnd={end}
      onDragCancel={stop}
    >
      {children}
      <Ghost />
    </DndContext>
  )
}

const assetOf = (id: string | number) => String(id).replace(/^(?:asset|drawer):/, '')
const nameOf = (id: string | number) => recordsNow().get('assets', assetOf(id))?.name ?? 'The asset'

/** What is said of a drag: names, no ids. What a drop would do is said while it is over another asset. */
const announcements: Announcements = {
  onDragStart: ({ active }) =>
    `${nameOf(active.id)} is held. Let go over the name of another asset to merge them, between two names to put it there.`,
  onDragOver: () => undefined,
  onDragEnd: ({ active }) => `${nameOf(active.id)} is let go.`,
  onDragCancel: ({ active }) => `Nothing changed: ${nameOf(active.id)} is where it was.`,
}

function start({ active, activatorEvent }: DragStartEvent): void {
  if (!(activatorEvent instanceof PointerEvent)) return
  const { clientX: x, clientY: y } = activatorEvent
  useAssetDrag.setState({
    drag: {
      fromId: assetOf(active.id),
      overId: null,
      as: 'alias',
      x,
      y,
      sentence: '',
      staleShots: new Set(),
      refused: false,
      adds: String(active.id).startsWith('drawer:'),
      wholeScene: false,
      place: null,
      order: null,
    },
  })
}

/** Takes the drag to a point: what is there may be marked with an asset. */
function moveTo(x: number, y: number): void {
  const { drag } = useAssetDrag.getState()
  if (!drag) return
  if (drag.adds) {
    carryTo(drag, x, y)
    return
  }
  const order = laneOrderUnder(drag.fromId, x, y)
  const overId = order ? null : assetUnder(x, y)
  if (overId === drag.overId && JSON.stringify(order) === JSON.stringify(drag.order))
    useAssetDrag.setState({ drag: { ...drag, x, y } })
  else {
    const words = order ? orderWords(drag.fromId, order.beforeId) : said(drag.fromId, overId, drag.as)
    useAssetDrag.setState({ drag: { ...drag, x, y, overId, order, ...words } })
    if (words.sentence) announce(words.sentence)
  }
}

/** Takes an asset of the drawer to a point: it may go into the shot or scene there. */
function carryTo(drag: AssetDrag, x: number, y: number): void {
  const place = placeUnder(x, y)
  if (JSON.stringify(place) === JSON.stringify(drag.place)) useAssetDrag.setState({ drag: { ...drag, x, y } })
  else {
    const words = addWords(drag.fromId, place, drag.wholeScene)
    useAssetDrag.setState({ drag: { ...drag, x, y, place, ...words } })
    if (words.sentence) announce(words.sentence)
  }
}

/**
 * The drag goes with the pointer itself, not with the element it began on: that one may have been scrolled out of the document. Held at the rim
 * of a list it scrolls; scrolled by the wheel or by itself it has something else under it.
 */
function useFollowPointer(): void {
  useEffect(() => {
    const edges = new EdgeScroll()
    const follow = (e: PointerEvent) => {
      if (!useAssetDrag.getState().drag) return
      edges.at({ x: e.clientX, y: e.clientY }, regionAt(e.clientX, e.clientY))
      moveTo(e.clientX, e.clientY)
    }
    let frame = 0
    const again = () => {
      cancelAnimationFrame(frame)
      // Rows are rendered anew before it is asked what lies under the pointer.
      frame = requestAnimationFrame(() => {
        const { drag } = useAssetDrag.getState()
        if (drag) moveTo(drag.x, drag.y)
      })
    }
    const unsubscribe = useAssetDrag.subscribe(({ drag }) => {
      if (!drag) edges.stop()
    })
    window.addEventListener('pointermove', follow, true)
    window.addEventListener('scroll', again, true)
    return () => {
      window.removeEventListener('pointermove', follow, true)
      window.removeEventListener('scroll', again, true)
      unsubscribe()
      cancelAnimationFrame(frame)
      edges.stop()
    }
  }, [])
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
  return null
}

function end(_event: DragEndEvent): void {
  const { drag } = useAssetDrag.getState()
  stop()
  if (drag?.adds) {
    if (drag.place && !drag.refused) void addAt(drag.fromId, drag.place, drag.wholeScene)
    return
  }
  if (drag?.order) {
    void moveAsset(drag.fromId, drag.order.beforeId)
    return
  }
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
      if (drag.adds) {
        const wholeScene = e.type === 'keydown'
        useAssetDrag.setState({ drag: { ...drag, wholeScene, ...addWords(drag.fromId, drag.place, wholeScene) } })
        return
      }
      if (drag.order) return
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

/** What is dragged and what a drop would do, below the row under the pointer, so that its name stays readable. */
function Ghost() {
  const drag = useAssetDrag((s) => s.drag)
  const fromId = drag?.fromId
  const asset = useRead((reads) => (fromId ? reads.get('assets', fromId) : undefined), [fromId])
  const mediaId = useRead((reads) => asset && picturedMedia(reads, asset), [asset])
  if (!drag || !asset) return null
  const low = drag.y > window.innerHeight - 140
  const What = drag.order ? ArrowUpDown : drag.adds ? Plus : GitMerge
  const place = {
    left: Math.max(8, Math.min(drag.x + 14, window.innerWidth - 480)),
    ...(low ? { bottom: window.innerHeight - drag.y + clear } : { top: drag.y + clear }),
  }
  return (
    <div className={styles.carried} style={place}>
      <span className={styles.ghost}>
        <AssetPicture asset={asset} mediaId={mediaId ?? null} />
        {asset.name}
      </span>
      {drag.sentence && (
        <div className={`${styles.tag} ${drag.refused ? styles.refused : ''}`}>
          <strong>
            <What size={14} strokeWidth={1.75} />
            {drag.sentence}
          </strong>
          <span>
            {drag.order ? 'Drop to move' : drag.adds ? 'Drop to add' : 'Drop to review'}
            {!drag.order && <kbd>Alt</kbd>}
            {!drag.order && (drag.adds ? 'choose shots of the scene' : 'as transformation')}
            <kbd>Esc</kbd>cancel
          </span>
        </div>
      )}
    </div>
  )
}

/** So far from the pointer a row of any height does not lie under the ghost, in pixels. */
const clear = 36
