import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { memo, useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { registerCommands } from '../../app/commands'
import { pickShot, registerMenuPlace } from '../../app/menus'
import { recordsNow } from '../../app/projectStore'
import { useRead } from '../../app/useRead'
import { selectShot, useSceneChoice, useView } from '../../app/viewStore'
import { registerFocusTarget } from '../../common/focusTargets'
import { readingsOf } from './readings'
import { HeadingRow } from './HeadingRow'
import { ByHandRow, FileRow, LinesRow, TitlePageRow } from './rows'
import { clickShot } from './review/shotSelection'
import { estimateRow, type ScriptLayout, type ScriptRow } from './scriptLayout'
import styles from './ScriptPage.module.css'
import { scriptCommands } from './scriptCommands'
import { shotElementId, showInMatrix } from './shots'

/** The heading that stays on top covers this much, with a little air. */
const headingPx = 44
/** The text column at its widest, for estimates. */
const columnPx = 580

/** The page itself: only the rows in sight exist; the heading of the scene on top and the chosen shot stay. */
export function ScriptPage({ layout }: { layout: ScriptLayout }) {
  const scroller = useRef<HTMLElement>(null)
  const chosen = useView((s) => s.shotId)
  const { rows, rowOfShot, headingOf } = layout
  const tabShot = chosen !== null && rowOfShot.has(chosen) ? chosen : rowOfShot.keys().next().value
  const tabRow = tabShot === undefined ? -1 : rowOfShot.get(tabShot)!
  const sticky = useRef(-1)
  const covered = useRef(headingPx)
  const rangeExtractor = useCallback(
    (range: Range) => {
      sticky.current = headingOf[range.startIndex] ?? -1
      return [...new Set([sticky.current, tabRow, ...defaultRangeExtractor(range)])]
        .filter((i) => i >= 0 && i < headingOf.length)
        .sort((a, b) => a - b)
    },
    [headingOf, tabRow],
  )
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised on the virtualizer
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => estimateRow(rows[i]!, columnPx),
    getItemKey: (i) => rows[i]!.key,
    rangeExtractor,
    overscan: 8,
    scrollPaddingStart: covered.current,
    scrollPaddingEnd: 24,
  })
  const items = virtualizer.getVirtualItems()
  useFirstFocus(scroller, items.length > 0)
  useFollowChoice({
    scroller,
    layout,
    chosen,
    show(row, align) {
      covered.current = align === 'start' ? 0 : headingPx
      virtualizer.options.scrollPaddingStart = covered.current
      virtualizer.scrollToIndex(row, { align })
    },
  })
  useClicks(scroller)
  const readings = useReadings(tabShot === chosen ? chosen : null)
  return (
    <section
      ref={scroller}
      className={styles.scroller}
      data-surface="script"
      data-menu="script"
      aria-label="Script"
      tabIndex={-1}
    >
      <div className={styles.page} style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => (
          <div
            key={item.key}
            ref={virtualizer.measureElement}
            data-index={item.index}
            className={
              item.index === sticky.current
                ? styles.sticky
                : `${styles.row} ${rows[item.index]!.kind === 'heading' ? styles.heading : ''}`
            }
            style={item.index === sticky.current ? undefined : { transform: `translateY(${item.start}px)` }}
          >
            <Row row={rows[item.index]!} chosen={chosen} tabShot={tabShot ?? null} readings={readings} />
          </div>
        ))}
      </div>
    </section>
  )
}

type Readings = ReturnType<typeof useReadings>

/** Scrolling renders only the rows that come into sight. */
const Row = memo(function Row({
  row,
  chosen,
  tabShot,
  readings,
}: {
  row: ScriptRow
  chosen: string | null
  tabShot: string | null
  readings: Readings
}) {
  switch (row.kind) {
    case 'file':
      return <FileRow fileName={row.fileName} />
    case 'titlePage':
      return <TitlePageRow entries={row.entries} />
    case 'heading':
      return (
        <HeadingRow
          scene={row.scene}
          element={row.element}
          readings={row.scriptId === readings.scriptId ? readings.list : none}
        />
      )
    case 'lines':
      return (
        <LinesRow
          row={row}
          chosen={chosen}
          tabShot={tabShot}
          readings={row.scriptId === readings.scriptId ? readings.list : none}
        />
      )
    case 'byHand':
      return <ByHandRow shotId={row.shot.id} chosen={chosen} tabShot={tabShot} />
  }
})

/** A click on the lines of a shot chooses it, a double click shows it in the matrix. Their twin for the keyboard is the shot's card. */
function useClicks(scroller: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const shotAt = (event: MouseEvent) =>
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-shot]')?.dataset['shot'] : undefined
    const click = (event: MouseEvent) => {
      const shotId = shotAt(event)
      if (!shotId) return
      if (event.shiftKey || event.ctrlKey || event.metaKey) {
        window.getSelection()?.removeAllRanges()
        clickShot(shotId, { shift: event.shiftKey, mod: event.ctrlKey || event.metaKey })
      } else if (window.getSelection()?.isCollapsed !== false) {
        clickShot(shotId, { shift: false, mod: false })
        document.getElementById(shotElementId(shotId))?.focus({ preventScroll: true })
      }
    }
    const open = (event: MouseEvent) => {
      const shotId = shotAt(event)
      if (shotId) showInMatrix(shotId)
    }
    element.addEventListener('click', click)
    element.addEventListener('dblclick', open)
    return () => {
      element.removeEventListener('click', click)
      element.removeEventListener('dblclick', open)
    }
  }, [scroller])
}

const none: [] = []

/** What was read for the chosen shot, and in which script. */
function useReadings(shotId: string | null) {
  return useRead(
    (reads) => ({
      scriptId: shotId === null ? undefined : reads.get('shots', shotId)?.scriptId,
      list: shotId === null ? none : readingsOf(reads, shotId),
    }),
    [shotId],
  )
}

interface Follow {
  scroller: React.RefObject<HTMLElement | null>
  layout: ScriptLayout
  chosen: string | null
  show: (row: number, align: 'start' | 'center' | 'auto') => void
}

/** Brings what was chosen elsewhere into sight, and moves between shots by key. */
function useFollowChoice({ scroller, layout, chosen, show }: Follow): void {
  const latest = useRef({ layout, show })
  useLayoutEffect(() => {
    latest.current = { layout, show }
  })
  const choice = useSceneChoice()
  const shown = useRef(choice.round)
  const first = useRef(true)
  useEffect(() => {
    const {
      layout: { rowOfScene, rowOfShot },
      show: bring,
    } = latest.current
    const heading = choice.round === shown.current ? undefined : rowOfScene.get(choice.sceneId ?? '')
    const row = chosen === null ? undefined : rowOfShot.get(chosen)
    if (heading !== undefined) bring(heading, 'start')
    else if (row !== undefined) bring(row, first.current ? 'center' : 'auto')
    shown.current = choice.round
    first.current = false
    // The focus goes with the choice while it is on the page; a panel or list keeps it.
    if (chosen !== null && scroller.current?.contains(document.activeElement))
      document.getElementById(shotElementId(chosen))?.focus({ preventScroll: true })
  }, [scroller, chosen, choice])
  useEffect(
    () =>
      registerCommands(
        scriptCommands((target) => {
          const ids = [...latest.current.layout.rowOfShot.keys()]
          const id = target(ids, ids.indexOf(useView.getState().shotId ?? ''))
          if (id !== undefined && recordsNow().get('shots', id)) selectShot(id)
        }),
      ),
    [],
  )
  useEffect(
    () =>
      registerMenuPlace('script', (_x, _y, target) => {
        const shotId = target.closest<HTMLElement>('[data-shot]')?.dataset['shot']
        if (shotId) pickShot(shotId)
        return shotId ? 'shot' : null
      }),
    [],
  )
}

/** The chosen shot has the focus as soon as the page is there, unless a panel or list holds it. */
function useFirstFocus(scroller: React.RefObject<HTMLElement | null>, there: boolean): void {
  useEffect(() => {
    const focus = () => {
      const card = scroller.current?.querySelector<HTMLElement>('button[tabindex="0"]')
      card?.focus({ preventScroll: true })
      return card != null
    }
    if (there && (document.activeElement === document.body || document.activeElement === null)) focus()
    return registerFocusTarget('script.page', focus)
  }, [scroller, there])
}
