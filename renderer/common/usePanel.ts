import { useEffect, type RefObject } from 'react'
import { focusTarget, registerFocusTarget } from './focusTargets'

/** The panels of the window in the order of F6. */
const order = ['title', 'rail', 'scenes', 'view', 'inspector', 'status'] as const
export type PanelName = (typeof order)[number]

const elements = new Map<PanelName, HTMLElement>()
const tabbable = 'a[href], button, input, select, textarea, [tabindex="0"]'

/**
 * Makes an element a panel of the window. The focus comes back to what had it there last, else to `first`, else to the first thing that can
 * have it.
 */
export function usePanel(name: PanelName, panel: RefObject<HTMLElement | null>, first?: string): void {
  useEffect(() => {
    const element = panel.current
    if (!element) return
    let last: HTMLElement | null = null
    const remember = (event: FocusEvent) => {
      if (event.target instanceof HTMLElement) last = event.target
    }
    element.addEventListener('focusin', remember)
    elements.set(name, element)
    const stop = registerFocusTarget(`panel.${name}`, () => {
      if (last && element.contains(last) && take(last)) return true
      if (first !== undefined && focusTarget(first)) return true
      return [...element.querySelectorAll<HTMLElement>(tabbable)].some((e) => e.tabIndex >= 0 && take(e))
    })
    return () => {
      element.removeEventListener('focusin', remember)
      if (elements.get(name) === element) elements.delete(name)
      stop()
    }
  }, [name, panel, first])
}

/** Whether an element took the focus: hidden and disabled ones do not. */
function take(element: HTMLElement): boolean {
  element.focus({ preventScroll: true })
  return document.activeElement === element
}

/** Sends the focus to the next panel that can take it, or to the one before. */
export function cyclePanels(way: 1 | -1): void {
  const inside = order.findIndex((name) => elements.get(name)?.contains(document.activeElement))
  // From nowhere either way leads to the view.
  const at = inside < 0 ? order.indexOf('view') - way : inside
  for (let i = 1; i <= order.length; i++) {
    const next = order[(at + way * i + order.length * 2) % order.length]!
    if (focusTarget(`panel.${next}`)) return
  }
}
