import { useEffect, useState, type RefObject } from 'react'
import type { Scene } from '@shared/model/scene'
import { Refusal } from '@shared/records/refusal'
import { moveScene } from './edit/sceneCommands'
import { hint } from './hint'
import { preview, staleWords } from './preview'
import { useProject } from './projectStore'
import { renaming } from './rename'
import { useDrag } from '../common/useDrag'

/** A scene on its way, and the row before which it would go; the number of rows for the end of the list. */
interface SceneDrop {
  readonly sceneId: string
  readonly at: number
}

/** Dragging a row of the scenes list moves the scene; a line shows where to, and the status bar what turns stale. Alt and arrows do the same. */
export function useSceneDrag(list: RefObject<HTMLElement | null>, scenes: readonly Scene[]): SceneDrop | null {
  const [drop, setDrop] = useState<SceneDrop | null>(null)
  const clear = () => {
    setDrop(null)
    hint('')
  }
  useDrag(list, {
    onStart(event) {
      const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-scene]') : null
      const from = scenes.findIndex((s) => s.id === row?.dataset['scene'])
      const scene = scenes[from]
      const element = list.current
      if (!scene || !row || !element || useProject.getState().readOnly) return null
      let at = from
      return {
        scrolls: { element, inset: { left: 0, top: 0 } },
        move(to) {
          const next = rowAt(element, to.y)
          if (next !== at || !drop) setDrop({ sceneId: scene.id, at: next })
          at = next
          hint(words(scene, from, at, scenes))
        },
        commit() {
          clear()
          if (placeOf(from, at) !== from) void moveScene(scene, placeOf(from, at))
        },
        cancel: clear,
        // The drag took the pointer, so the row itself hears nothing of a click.
        click: () => row.click(),
      }
    },
  })
  useEffect(() => {
    const element = list.current
    // The list has the pointer during a click, so it hears of a double click too.
    const double = (event: MouseEvent) => {
      const row = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-scene]')
      if (row?.dataset['scene'] !== undefined && !useProject.getState().readOnly)
        renaming('scene', row.dataset['scene'])
    }
    element?.addEventListener('dblclick', double)
    return () => element?.removeEventListener('dblclick', double)
  }, [list])
  return drop
}

/** The place a scene gets that is let go before a row. */
const placeOf = (from: number, at: number) => (at > from ? at - 1 : at)

/** The row before which something held at a height would go. */
function rowAt(list: HTMLElement, y: number): number {
  const rows = [...list.querySelectorAll<HTMLElement>('[data-scene]')]
  const at = rows.findIndex((row) => {
    const box = row.getBoundingClientRect()
    return y < box.top + box.height / 2
  })
  return at < 0 ? rows.length : at
}

function words(scene: Scene, from: number, at: number, scenes: readonly Scene[]): string {
  const index = placeOf(from, at)
  if (index === from) return `Scene ${scene.number} stays where it is`
  const outcome = preview('scene.move', { sceneId: scene.id, index })
  const where = at < scenes.length ? `before scene ${scenes[at]!.number}` : 'to the end'
  return outcome instanceof Refusal
    ? outcome.message
    : `Scene ${scene.number} goes ${where}: ${staleWords(outcome, 'shot')}`
}
