import { create } from 'zustand'

export interface Toast {
  readonly id: number
  readonly tone: 'done' | 'failed' | 'warning'
  readonly text: string
  readonly action?: ToastAction
  /** It waits for an answer, however long. */
  readonly stays?: boolean
}

export interface ToastAction {
  readonly label: string
  run(): void
  /** Means the project as it is: after the next change it would do something else, so the toast goes. */
  readonly untilChange?: boolean
}

export const useToasts = create<{ toasts: readonly Toast[] }>(() => ({ toasts: [] }))
let next = 1

/** Says something that is not visible anyway. Stays 6 seconds, longer while hovered or focused; one that `stays` until it is answered or dismissed. @returns what `dropToast` knows it by */
export function toast(tone: Toast['tone'], text: string, action?: ToastAction, stays = false): number {
  const entry: Toast = { id: next++, tone, text, stays, ...(action ? { action } : {}) }
  useToasts.setState((s) => ({ toasts: [...s.toasts.filter((t) => t.text !== text), entry].slice(-4) }))
  announce(text)
  return entry.id
}

/** The project changed: what an Undo meant is no longer the newest step. */
export function dropOutdatedToasts(): void {
  if (useToasts.getState().toasts.some((t) => t.action?.untilChange))
    useToasts.setState((s) => ({ toasts: s.toasts.filter((t) => !t.action?.untilChange) }))
}

export function dropToast(id: number): void {
  useToasts.setState((s) => ({ toasts: s.toasts.filter((t) => t.id !== id) }))
}

/** Speaks to screen readers through the live region. */
export function announce(text: string): void {
  const region = document.getElementById('announce')
  if (region) region.textContent = text
}

/** What went wrong, as the user reads it. */
export function failure(error: unknown): void {
  toast('failed', error instanceof Error ? error.message : String(error))
}
