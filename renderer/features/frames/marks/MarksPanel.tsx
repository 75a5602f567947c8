import { Eye, EyeOff, MoveUpRight, Pencil, Square, Trash2, Type, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { markInks } from '@shared/drawing/marks'
import type { Mark, MarkKind } from '@shared/model/mark'
import { useProject } from '../../../app/projectStore'
import { saveTyped } from '../../../app/saveTyped'
import { IconButton } from '../../../common/Button'
import { Field } from '../../../common/Field'
import inspector from '../FrameInspector.module.css'
import type { FrameModel } from '../model/useFrameModel'
import { eraseMarks, markName, selectMarks } from './markActions'
import styles from './Marks.module.css'
import { setInk, useInk, useMarkWork } from './marksState'
import { useMarksOf } from './useStageMarks'

const icon = { size: 14, strokeWidth: 1.75 } as const
const pictures: Record<MarkKind, ReactNode> = {
  pen: <Pencil {...icon} />,
  arrow: <MoveUpRight {...icon} />,
  box: <Square {...icon} />,
  text: <Type {...icon} />,
}
const keys = [
  ['B', 'pen'],
  ['A', 'arrow'],
  ['R', 'box'],
  ['T', 'text'],
  ['E', 'eraser'],
  ['V', 'select'],
  ['1 to 5', 'colour'],
  ['[ ]', 'thickness'],
  ['O', 'onion skin'],
  ['Shift', 'straight'],
  ['Enter', 'draw with arrow keys'],
] as const

/** The marks of the frame as a list, and the words of the selected one. */
export function MarksPanel({ model }: { model: FrameModel }) {
  const marks = useMarksOf(model.shot.id, model.frame)
  const selected = useMarkWork((s) => s.selected)
  const shown = useInk((s) => s.shown)
  const readOnly = useProject((s) => s.readOnly)
  const { name, takesMarks } = model.profile
  const sent = takesMarks
    ? `${name} is sent them as one more picture, so a frame it made goes stale with them`
    : `${name} is sent none; a generator can be told to take them`
  const text = selected.length === 1 ? marks.find((mark) => mark.id === selected[0] && mark.kind === 'text') : undefined
  return (
    <>
      <header className={inspector.head}>
        <h2>
          Marks, {model.frame} frame {model.shot.number}
        </h2>
        <IconButton
          label={shown ? 'Hide the marks' : 'Show the marks'}
          icon={shown ? <Eye {...icon} /> : <EyeOff {...icon} />}
          aria-pressed={!shown}
          onClick={() => setInk({ shown: !shown })}
        />
        <IconButton
          label="Erase all"
          icon={<Trash2 {...icon} />}
          disabled={readOnly || !marks.length}
          onClick={() => void eraseMarks(marks.map((mark) => mark.id))}
        />
      </header>
      <div className={inspector.body}>
        {marks.length ? (
          <ul className={styles.list}>
            {marks.map((mark) => (
              <Row key={mark.id} mark={mark} on={selected.includes(mark.id)} readOnly={readOnly} />
            ))}
          </ul>
        ) : (
          <p className={styles.none}>Nothing is drawn over this frame yet.</p>
        )}
        {text && (
          <section className={inspector.section} aria-label="Words of the mark">
            <h3 className={inspector.title}>Words</h3>
            <Field
              key={text.id}
              label="Words of the mark"
              value={text.text}
              width="100%"
              disabled={readOnly}
              check={(words) => (words.trim() ? null : 'Erase the mark instead.')}
              onSave={(words, step) => saveTyped('mark.update', { markIds: [text.id], text: words }, step)}
            />
          </section>
        )}
        <section className={inspector.section}>
          <p className={styles.about}>
            Marks lie over the blocking and over every take of this frame and change no picture. {sent}; on the board
            and on printed boards they show where you want them.
          </p>
          <ul className={styles.keys} aria-label="Keys">
            {keys.map(([key, words]) => (
              <li key={key}>
                <kbd>{key}</kbd> {words}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  )
}

function Row({ mark, on, readOnly }: { mark: Mark; on: boolean; readOnly: boolean }) {
  const name = markName(mark)
  return (
    <li className={on ? styles.on : undefined}>
      <button type="button" className={styles.row} aria-pressed={on} onClick={() => selectMarks(on ? [] : [mark.id])}>
        <i className={styles.dot} style={{ background: markInks[mark.colour], opacity: mark.opacity }} />
        {pictures[mark.kind]}
        <span>{name}</span>
      </button>
      <IconButton
        label={`Erase ${name}`}
        icon={<X {...icon} />}
        disabled={readOnly}
        onClick={() => void eraseMarks([mark.id])}
      />
    </li>
  )
}
