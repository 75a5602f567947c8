import { useEffect, useRef, type KeyboardEvent } from 'react'
import { farToNear } from '@shared/drawing/drawList'
import type { Placement } from '@shared/domain/blocking/blockingMember'
import { hint } from '../../../app/hint'
import { useProject } from '../../../app/projectStore'
import { commitDraft, draftFigure, dropDraft, figuresNow, placementNow, selectFigure } from './figureActions'
import { atScale, moved } from './figureMoves'
import { markKey } from '../marks/markKeys'
import { useMarkWork } from '../marks/marksState'
import { useFrames } from '../model/framesStore'
import { zoomStage } from './useStageGestures'

const STEP = 0.01
const LARGE_STEP = 0.1
/** A held key ends as one step when it is let go, or after this long without another. */
const QUIET_MS = 500

const arrows: Readonly<Record<string, { x: number; y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** Keys of the stage that need more than one press means: moving, scaling, going from figure to figure, letting go. */
export function useStageKeys(): { onKeyDown(event: KeyboardEvent): void; onKeyUp(): void; onBlur(): void } {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const pending = useRef(false)
  const finish = () => {
    clearTimeout(timer.current)
    if (!pending.current) return
    pending.current = false
    void commitDraft()
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  const nudge = (assetId: string, change: (at: Placement) => Partial<Placement>) => {
    const at = placementNow(assetId)
    if (!at) return
    draftFigure(assetId, change(at))
    pending.current = true
    clearTimeout(timer.current)
    timer.current = setTimeout(finish, QUIET_MS)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (useMarkWork.getState().on) {
      if (!markKey(event)) return
      event.preventDefault()
      event.stopPropagation()
      return
    }
    const { preview, selected } = useFrames.getState()
    const figure = preview === 'blocking' ? figuresNow().find((s) => s.assetId === selected) : undefined
    const editable = !useProject.getState().readOnly
    const arrow = arrows[event.key]
    const size = event.key === '+' || event.key === '=' ? 1 : event.key === '-' ? -1 : 0
    if (event.key === 'Escape') {
      if (pending.current) {
        pending.current = false
        clearTimeout(timer.current)
        dropDraft()
      } else if (figure) selectFigure(null)
      else return
    } else if (event.key === 'Tab') {
      if (!nextFigure(event.shiftKey ? -1 : 1)) return
    } else if (arrow && figure && editable) {
      const step = event.shiftKey ? LARGE_STEP : STEP
      nudge(figure.assetId, (at) => moved(at, { x: arrow.x * step, y: arrow.y * step }))
    } else if (size && figure && editable) nudge(figure.assetId, (at) => ({ scale: atScale(at.scale + size * STEP) }))
    else if (size) zoomStage(size > 0 ? 1.25 : 0.8)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return { onKeyDown, onKeyUp: finish, onBlur: finish }
}

/** Selects the next figure from far to near; false past the last, so that Tab leaves the stage. */
export function nextFigure(step: -1 | 1): boolean {
  const { preview, selected } = useFrames.getState()
  const figures = preview === 'blocking' ? farToNear(figuresNow()) : []
  const at = figures.findIndex((s) => s.assetId === selected)
  const next = figures[at < 0 ? (step > 0 ? 0 : figures.length - 1) : at + step]
  if (!next) return false
  selectFigure(next.assetId)
  hint(`${next.name} selected: arrow keys move by 1 %, Shift by 10 %`)
  return true
}
