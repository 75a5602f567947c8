import { useRef, type KeyboardEvent } from 'react'
import type { CameraMove, Framing } from '@shared/model/cameraMove'
import { hint } from '../../../app/hint'
import { run } from '../../../app/projectActions'
import { useProject } from '../../../app/projectStore'
import { useRead } from '../../../app/useRead'
import { announce } from '../../../app/toasts'
import { useDrag, type DragMove } from '../../../common/useDrag'
import styles from './Camera.module.css'
import { shownFramings, useCamera, within, type FramingName } from './cameraState'

const names = ['first', 'last'] as const
const corners = ['nw', 'ne', 'sw', 'se'] as const
type Corner = (typeof corners)[number]

/** The first and the last framing of a shot over its picture: dragged by their middle, resized by their corners. */
export function CameraOverlay() {
  const { shotId, draft } = useCamera()
  const move = useRead((reads) => (shotId === null ? undefined : reads.get('cameraMoves', shotId)), [shotId])
  if (!move) return null
  return <Framings move={move} draft={draft} />
}

function Framings({ move, draft }: { move: CameraMove; draft: { name: FramingName; framing: Framing } | null }) {
  const box = useRef<HTMLDivElement>(null)
  const readOnly = useProject((s) => s.readOnly)
  const framings = shownFramings(move, draft)
  useDrag(box, {
    onStart(event) {
      const target = event.target instanceof HTMLElement ? event.target : null
      const name = target?.closest<HTMLElement>('[data-framing]')?.dataset['framing'] as FramingName | undefined
      if (!name || readOnly) return { move: () => {}, commit: () => {}, cancel: () => {} }
      target!.closest<HTMLElement>('[data-framing]')!.focus()
      const corner = target!.dataset['corner'] as Corner | undefined
      const began = move[name]
      const at = (moved: DragMove): Framing => {
        const { width, height } = box.current!.getBoundingClientRect()
        return corner
          ? resized(began, corner, moved.dx / width, moved.dy / height)
          : within({ ...began, x: began.x + moved.dx / width, y: began.y + moved.dy / height })
      }
      return {
        move(moved) {
          const framing = at(moved)
          useCamera.setState({ draft: { name, framing } })
          hint(words(name, framing))
        },
        commit(moved) {
          const framing = at(moved)
          void set(move.id, name, framing).finally(() => useCamera.setState({ draft: null }))
        },
        cancel() {
          useCamera.setState({ draft: null })
          hint('')
        },
      }
    },
  })
  const centre = ({ x, y, width }: Framing) => ({ x: (x + width / 2) * 100, y: (y + width / 2) * 100 })
  const [from, to] = [centre(framings.first), centre(framings.last)]
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- a press here is none of the picture
    <div ref={box} className={styles.overlay} onClick={(e) => e.stopPropagation()}>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden>
        <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} vectorEffect="non-scaling-stroke" />
        {corners.map((corner) => {
          const [a, b] = [cornerOf(framings.first, corner), cornerOf(framings.last, corner)]
          return <line key={corner} x1={a.x} y1={a.y} x2={b.x} y2={b.y} vectorEffect="non-scaling-stroke" />
        })}
      </svg>
      {names.map((name) => (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a group with keys of its own
        <div
          key={name}
          className={`${styles.framing} ${styles[name]}`}
          style={percents(framings[name])}
          data-framing={name}
          role="group"
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrows move it
          tabIndex={0}
          aria-label={words(name, framings[name])}
          onKeyDown={(event) => nudge(event, move, name)}
        >
          <span className={styles.tag}>{name === 'first' ? 'First' : 'Last'}</span>
          {corners.map((corner) => (
            <span key={corner} className={`${styles.corner} ${styles[corner]}`} data-corner={corner} />
          ))}
        </div>
      ))}
    </div>
  )
}

const percents = ({ x, y, width }: Framing) => ({
  left: `${x * 100}%`,
  top: `${y * 100}%`,
  width: `${width * 100}%`,
  height: `${width * 100}%`,
})

const cornerOf = ({ x, y, width }: Framing, corner: Corner) => ({
  x: (corner.endsWith('w') ? x : x + width) * 100,
  y: (corner.startsWith('n') ? y : y + width) * 100,
})

const percent = (n: number) => `${Math.round(n * 1000) / 10} %`
const words = (name: FramingName, { x, y, width }: Framing) =>
  `${name === 'first' ? 'First' : 'Last'} framing: ${percent(width)} wide, ${percent(x)} from the left, ${percent(y)} from above`

const set = (shotId: string, name: FramingName, framing: Framing) =>
  run('shot.setCamera', { shotIds: [shotId], [name]: framing })

/** The framing with one corner moved; the other one stays, and so does the shape. */
function resized({ x, y, width }: Framing, corner: Corner, dx: number, dy: number): Framing {
  const [west, north] = [corner.endsWith('w'), corner.startsWith('n')]
  const grown = ((west ? -dx : dx) + (north ? -dy : dy)) / 2
  const room = Math.min(west ? x + width : 1 - x, north ? y + width : 1 - y)
  const { width: wide } = within({ x: 0, y: 0, width: Math.min(room, width + grown) })
  return within({ x: west ? x + width - wide : x, y: north ? y + width - wide : y, width: wide })
}

/** Arrows move a framing by a hundredth, with Shift by five; + and - make it wider and narrower. */
function nudge(event: KeyboardEvent, move: CameraMove, name: FramingName): void {
  const by = event.shiftKey ? 0.05 : 0.01
  const steps: Record<string, Framing> = {
    ArrowLeft: { x: -by, y: 0, width: 0 },
    ArrowRight: { x: by, y: 0, width: 0 },
    ArrowUp: { x: 0, y: -by, width: 0 },
    ArrowDown: { x: 0, y: by, width: 0 },
    '+': { x: -0.005, y: -0.005, width: 0.01 },
    '-': { x: 0.005, y: 0.005, width: -0.01 },
  }
  const step = steps[event.key]
  if (!step || event.ctrlKey || event.metaKey || event.altKey || useProject.getState().readOnly) return
  event.preventDefault()
  event.stopPropagation()
  const was = move[name]
  const framing = within({ x: was.x + step.x, y: was.y + step.y, width: was.width + step.width })
  announce(words(name, framing))
  void set(move.id, name, framing)
}
