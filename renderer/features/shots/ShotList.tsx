import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import { focusSoon } from '../../app/edit/editing'
import { selectShot, selectShots, useView } from '../../app/viewStore'
import { registerFocusTarget } from '../../common/focusTargets'
import { ShotCard } from './ShotCard'
import { setOpen, useShots } from './shotsState'
import styles from './ShotsView.module.css'

const closedPx = 53
const openPx = 760

/** The cards of the shots; only those in sight and near it are there, and the active one. */
export function ShotList({ shotIds }: { shotIds: readonly string[] }) {
  const scroller = useRef<HTMLDivElement>(null)
  const active = useView((s) => (s.shotId !== null && shotIds.includes(s.shotId) ? s.shotId : null))
  const at = active === null ? 0 : shotIds.indexOf(active)
  const keepActive = useCallback(
    (range: Parameters<typeof defaultRangeExtractor>[0]) =>
      [...new Set([...defaultRangeExtractor(range), at])].sort((a, b) => a - b),
    [at],
  )
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised on the virtualizer
  const virtualizer = useVirtualizer({
    count: shotIds.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => (useShots.getState().open[shotIds[i]!] ? openPx : closedPx),
    getItemKey: (i) => shotIds[i]!,
    rangeExtractor: keepActive,
    overscan: 4,
  })
  const head = useCallback(
    (shotId: string) => scroller.current?.querySelector<HTMLElement>(`[data-shot-head="${CSS.escape(shotId)}"]`),
    [],
  )
  const focusActive = useCallback(() => {
    const shotId = shotIds[at]
    if (shotId === undefined) return false
    const focus = () => head(shotId)?.focus({ preventScroll: true })
    // A list that was just opened has its cards in the next frame.
    if (head(shotId)) focus()
    else requestAnimationFrame(focus)
    return true
  }, [at, head, shotIds])
  useEffect(() => registerFocusTarget('shots.active', focusActive), [focusActive])
  // A shot chosen elsewhere comes into sight.
  useEffect(() => {
    if (!scroller.current?.contains(document.activeElement)) virtualizer.scrollToIndex(at, { align: 'auto' })
  }, [at, virtualizer])
  const opened = useShots((s) => active !== null && s.open[active] === true)
  // The number is a field of the open card: whoever asks for it opens the card.
  useEffect(() => {
    if (active === null || opened) return
    return registerFocusTarget('shot.number', () => {
      setOpen([active], true)
      focusSoon('shot.number')
      return true
    })
  }, [active, opened])
  const step = (from: string, to: number | 'first' | 'last', extend: boolean) => {
    const now = shotIds.indexOf(from)
    const next = to === 'first' ? 0 : to === 'last' ? shotIds.length - 1 : now + to
    const shotId = shotIds[next]
    if (shotId === undefined) return
    // The active card is always rendered: with it on screen now, the next key already finds the focus there.
    flushSync(() => {
      if (extend) selectShots([...new Set([...useView.getState().shotIds, shotId])], shotId)
      else selectShot(shotId)
    })
    virtualizer.scrollToIndex(next, { align: 'auto' })
    head(shotId)?.focus({ preventScroll: true })
  }
  return (
    <div ref={scroller} className={styles.scroller} data-surface="shots" role="list" aria-label="Shots">
      <div className={styles.space} role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => (
          <div
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            role="listitem"
            aria-setsize={shotIds.length}
            aria-posinset={index + 1}
            className={styles.item}
            style={{ transform: `translateY(${start}px)` }}
          >
            <ShotCard shotId={shotIds[index]!} order={shotIds} onStep={step} />
          </div>
        ))}
      </div>
    </div>
  )
}
