import { useEffect, useState } from 'react'
import { recordsNow } from '../../app/projectStore'
import { focusTarget } from '../../common/focusTargets'
import { draftOf, nudged, type EdgeTarget } from '../../lanes/edgeDraft'
import { viewTop } from '../../lanes/lanes'
import { activeBar } from './activeBar'
import { draftOfGesture, type BarGesture } from './barGesture'
import { chosenBars, moveOf } from './chosenBars'
import { endOffset as close, readOffset, useOffset } from './offset'
import styles from './OffsetField.module.css'
import type { TimelineCanvas } from './timelineCanvas'
import { nudgeEnd } from './useTimelineKeys'

/** A number that is typed on a bar moves its end by as much: what it would do is drawn and said while it is typed; Enter does it. */
export function OffsetField({ canvas }: { canvas: TimelineCanvas }) {
  const digit = useOffset((s) => s.digit)
  const active = digit === null ? null : (activeBar(canvas) ?? chosenBars(canvas)[0] ?? null)
  useEffect(() => close, [canvas])
  return active && digit !== null ? <Typed key={digit} canvas={canvas} active={active} first={digit} /> : null
}

function Typed({
  canvas,
  active: { cell, bar },
  first,
}: {
  canvas: TimelineCanvas
  active: NonNullable<ReturnType<typeof activeBar>>
  first: string
}) {
  const [text, setText] = useState(first)
  const { layout, inset, scroller, edge } = canvas
  const read = readOffset(text, layout.timing)
  const said = 'refused' in read ? read.refused : sentenceOf(canvas, read.frames)
  useEffect(() => {
    if ('refused' in read) drop(canvas)
    else draw(canvas, read.frames)
  })
  useEffect(() => () => drop(canvas), [canvas])
  const left = inset.left + (edge === 'enter' ? bar.left : bar.right) - scroller.scrollLeft
  const top = inset.top + viewTop(layout, layout.rowOfAsset.get(cell.assetId) ?? 0, scroller.scrollTop)
  return (
    <div
      className={styles.offset}
      style={{
        left: Math.max(inset.left + 4, Math.min(left - 40, scroller.clientWidth - 300)),
        top: Math.min(top + 34, scroller.clientHeight - 60),
      }}
    >
      <input
        aria-label={`Move the ${edge === 'enter' ? 'entrance' : 'exit'} by`}
        aria-describedby="offset-words"
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
        onFocus={(event) => event.target.setSelectionRange(text.length, text.length)}
        onBlur={close}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return
          event.preventDefault()
          drop(canvas)
          if (event.key === 'Enter' && !('refused' in read)) nudgeEnd(canvas, read.frames)
          close()
          focusTarget('timeline.lanes')
        }}
      />
      <span id="offset-words" role="status">
        {said}
      </span>
    </div>
  )
}

function drop(canvas: TimelineCanvas): void {
  canvas.edgeDraft.drop()
  canvas.barDraft.drop()
}

/** The end or ends as they would be. */
function workOf(
  canvas: TimelineCanvas,
  frames: number,
): { readonly gesture: BarGesture } | { readonly target: EdgeTarget } | null {
  const [several] = chosenBars(canvas)
  if (several)
    return {
      gesture: {
        kind: 'several',
        assetId: several.cell.assetId,
        input: moveOf(canvas, frames, canvas.edge),
      },
    }
  const active = activeBar(canvas)
  if (!active) return null
  const slot = canvas.edge === 'enter' ? active.bar.first : active.bar.last
  const shotId = canvas.layout.axis.slots[slot]!.shot.id
  const target = nudged(canvas.layout, canvas.cells, { assetId: active.cell.assetId, shotId }, canvas.edge, frames)
  return target && { target }
}

function draw(canvas: TimelineCanvas, frames: number): void {
  const work = workOf(canvas, frames)
  if (!work) return
  if ('gesture' in work) canvas.barDraft.draw(work.gesture)
  else canvas.edgeDraft.draw(work.target)
}

function sentenceOf(canvas: TimelineCanvas, frames: number): string {
  const work = workOf(canvas, frames)
  if (!work) return ''
  return 'gesture' in work
    ? draftOfGesture(canvas.layout, work.gesture).sentence
    : draftOf(recordsNow(), canvas.layout, work.target).sentence
}
