import { useEffect, type RefObject } from 'react'

/** Gives something the focus; false when there is nothing to give it to. */
type Focus = () => boolean

const targets = new Map<string, Focus>()

/** Makes a place known by name while it is on screen, so that others can send the focus there. Answers how to take it away. */
export function registerFocusTarget(name: string, focus: Focus): () => void {
  targets.set(name, focus)
  return () => {
    if (targets.get(name) === focus) targets.delete(name)
  }
}

/** Sends the focus to a place, e.g. `matrix.grid`; false when it is not on screen. */
export const focusTarget = (name: string): boolean => targets.get(name)?.() ?? false

/** Makes an element a focus target while it is there. */
export function useFocusTarget(name: string, element: RefObject<HTMLElement | null>): void {
  useEffect(
    () =>
      registerFocusTarget(name, () => {
        element.current?.focus({ preventScroll: true })
        return element.current !== null
      }),
    [name, element],
  )
}

/**
 * Gives the focus back when an overlay is gone: to what had it before, or, when that is gone too (an item of a menu),
 * to the view. What has taken the focus meanwhile, by a click or because it opened, keeps it.
 */
export function returnFocus(from: Element | null): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return
  if (from instanceof HTMLElement && from.isConnected && from !== document.body) from.focus({ preventScroll: true })
  else focusTarget('view')
}

/** For `onCloseAutoFocus`, which Radix calls too late for a key that follows at once: the overlay gives the focus back when it goes. */
export const focusIsReturned = (event: Event): void => event.preventDefault()
