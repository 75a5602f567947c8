import { useEffect, useRef } from 'react'
import { markInks, markLetters } from '@shared/drawing/marks'
import { useView } from '../../../app/viewStore'
import { saveTyped } from '../../../app/saveTyped'
import { focusTarget } from '../../../common/focusTargets'
import type { Point } from '../../../common/point'
import { useTypedText } from '../../../common/useTypedText'
import type { FrameModel } from '../model/useFrameModel'
import { frameToView, viewScale } from '../stage/frameGeometry'
import type { StageState } from '../stage/konva/stageState'
import styles from './Marks.module.css'
import { setMarkWork, useInk, useMarkWork } from './marksState'

/** Words while they are typed over the frame: Enter keeps them, Escape drops them. */
export function TypedMark({ model, state }: { model: FrameModel; state: StageState }) {
  const typing = useMarkWork((s) => s.typing)
  return typing && <Words key={`${typing.x}/${typing.y}`} model={model} state={state} at={typing} />
}

function Words({ model, state, at }: { model: FrameModel; state: StageState; at: Point }) {
  const { colour, width, opacity } = useInk()
  const field = useRef<HTMLInputElement>(null)
  const { text, refused, type, leave, cancel } = useTypedText({
    label: 'Words over the frame',
    value: '',
    check: (words) => (words.trim() ? null : 'Nothing is written.'),
    // Once it is there it would be drawn under the field.
    atRest: () => false,
    save: (words, continues) =>
      saveTyped(
        'mark.add',
        {
          shotId: model.shot.id,
          frame: model.frame,
          kind: 'text',
          points: [[at.x, at.y]],
          text: words,
          colour,
          width,
          opacity,
        },
        continues,
      ),
  })
  useEffect(() => field.current?.focus(), [])
  const { view, frame } = state
  const place = frameToView(view, { x: at.x * frame.width, y: at.y * frame.height })
  const letters = Math.max(11, markLetters({ width }, frame) * viewScale(view))
  const done = () => {
    setMarkWork({ typing: null })
    if (useView.getState().shotId === model.shot.id) focusTarget('frames.stage')
  }
  return (
    <input
      ref={field}
      className={styles.words}
      style={{
        left: Math.max(4, Math.min(place.x, view.host.width - 160)),
        top: Math.max(4, Math.min(place.y, view.host.height - letters * 1.6)),
        fontSize: letters,
        lineHeight: `${letters * 1.3}px`,
        color: markInks[colour],
        width: `${Math.max(8, text.length + 2)}ch`,
        maxWidth: view.host.width - 8,
      }}
      data-ground={colour === 'black' ? 'light' : 'dark'}
      aria-label="Words over the frame"
      aria-invalid={refused !== null && text !== ''}
      maxLength={500}
      value={text}
      onChange={(event) => type(event.target.value)}
      onBlur={() => {
        if (!text.trim()) cancel()
        void leave().then((saved) => saved && setMarkWork({ typing: null }))
      }}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') {
          cancel()
          done()
        } else if (event.key === 'Enter') event.currentTarget.blur()
        else return
        event.preventDefault()
        if (event.key === 'Enter') focusTarget('frames.stage')
      }}
    />
  )
}
