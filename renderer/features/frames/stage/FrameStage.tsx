import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { describeFrame } from '@shared/domain/blocking/describeFrame'
import { counted, percentText } from '@shared/language/unitWords'
import { useTheme } from '../../../app/theme'
import { useResultPreview } from '../../../app/jobPreviews'
import { useRead } from '../../../app/useRead'
import { useFocusTarget } from '../../../common/focusTargets'
import { FrameTitle, partUpTo, withDraft, type FrameModel } from '../model/useFrameModel'
import { keptInSight, type Size } from './frameGeometry'
import styles from './FrameStage.module.css'
import { TypedMark } from '../marks/TypedMark'
import { markSkin, neighbourFrame } from '../marks/neighbourFrame'
import { useStageMarks } from '../marks/useStageMarks'
import { useMarkWork } from '../marks/marksState'
import { useFrames } from '../model/framesStore'
import { useFrameStatus } from '../takes/useFrameStatus'
import { KonvaStage } from './konva/KonvaStage'
import type { StageState } from './konva/stageState'
import { StageOverlay } from './StageOverlay'
import { useStageGestures } from './useStageGestures'
import { useStageKeys } from './useStageKeys'

/** The still on a canvas: the blocking as it would be drawn, or a stored take; figures can be moved. */
export function FrameStage({ model }: { model: FrameModel }) {
  const surface = useRef<HTMLDivElement>(null)
  const container = useRef<HTMLDivElement>(null)
  const konva = useRef<KonvaStage | null>(null)
  const latest = useRef<StageState | null>(null)
  const [host, setHost] = useState<Size>({ width: 0, height: 0 })
  const state = useStageState(model, host)

  useEffect(() => {
    const stage = new KonvaStage(container.current!)
    konva.current = stage
    const observer = new ResizeObserver(([entry]) =>
      setHost({ width: Math.round(entry!.contentRect.width), height: Math.round(entry!.contentRect.height) }),
    )
    observer.observe(surface.current!)
    return () => {
      observer.disconnect()
      konva.current = null
      stage.destroy()
    }
  }, [])
  useLayoutEffect(() => {
    latest.current = state
    if (state) konva.current?.sync(state)
  }, [state])
  useStageGestures({ host: surface, konva, state: latest })
  useFocusTarget('frames.stage', surface)
  const keys = useStageKeys()
  const figures = model.description.subjects.length

  return (
    <div className={styles.wrap} data-drop-frame={`${model.shot.id}/${model.frame}`}>
      {/* One tab stop: Tab goes through the figures and then on. It handles keys itself, which the rule cannot see. */}
      <div
        ref={surface}
        className={styles.surface}
        data-surface="frame-stage"
        role="application"
        aria-roledescription="stage"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={`${FrameTitle[model.frame]}, shot ${model.shot.number}: ${counted(figures, 'figure')}. Tab goes through them, arrow keys move.`}
        {...keys}
      >
        <div ref={container} className={styles.canvas} />
      </div>
      {state && <StageOverlay model={model} state={state} />}
      {state && <TypedMark key={`${model.shot.id}/${model.frame}`} model={model} state={state} />}
      <BeingMade model={model} />
    </div>
  )
}

/** What the service shows of the still while it makes it; gone as soon as the still is there. */
function BeingMade({ model }: { model: FrameModel }) {
  const { shot, result, description } = model
  const picture = useResultPreview(shot.id, result)
  const { progress, candidate } = useFrameStatus(model)
  if (picture === null) return null
  return (
    <figure className={styles.making}>
      <img
        src={picture}
        alt={`Preview of the ${model.frame} frame`}
        draggable={false}
        style={{ aspectRatio: `${description.width} / ${description.height}` }}
      />
      <figcaption>
        Being made{candidate ? `, candidate ${candidate.nth} of ${candidate.of}` : ''} · {percentText(progress)}
      </figcaption>
    </figure>
  )
}

const otherEnd = { start: 'end', end: 'start' } as const

function useStageState(model: FrameModel, host: Size): StageState | null {
  const { preview, thirds, onion, selected, upTo, zoom, pan, draft } = useFrames()
  const theme = useTheme((s) => s.theme)
  const { description, shot, frame, plan, chosen, stored } = model
  const marks = useStageMarks(shot.id, frame)
  const cursor = useMarkWork((s) => s.cursor)
  const drawn = useMemo(() => withDraft(description, draft), [description, draft])
  const marking = useMarkWork((s) => s.on)
  const beside = useRead(
    (reads) => (marking ? neighbourFrame(reads, shot.id, frame) : { shotId: shot.id, frame: otherEnd[frame] }),
    [marking, shot.id, frame],
  )
  const skin = useRead((reads) => (onion && marking ? markSkin(reads, beside) : null), [onion, marking, beside])
  const other = useRead(
    (reads) => (onion && !skin?.picture ? describeFrame(reads, beside.shotId, beside.frame) : null),
    [onion, skin, beside],
  )
  return useMemo(() => {
    if (host.width < 2 || host.height < 2) return null
    const size = { width: drawn.width, height: drawn.height }
    const pass = upTo === null ? undefined : stored[upTo - 1]
    const take = preview === 'take' ? (pass?.mediaId ?? chosen?.mediaId ?? null) : undefined
    const part = partUpTo(plan, upTo)
    // A figure of a later pass is not on the stage, so it cannot be held.
    const shown = selected !== null && (part === undefined || part.assetIds.includes(selected)) ? selected : null
    return {
      view: keptInSight({ host, frame: size, zoom, pan }),
      frame: drawn,
      part,
      other,
      take,
      selected: shown,
      thirds,
      theme,
      marks,
      skin,
      cursor,
    }
  }, [host, drawn, zoom, pan, plan, upTo, stored, preview, chosen, other, selected, thirds, theme, marks, skin, cursor])
}
