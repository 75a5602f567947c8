import { create, type StoreApi, type UseBoundStore } from 'zustand'
import type { z } from 'zod'
import { request } from './hostClient'
import { useProject } from './projectStore'

/** A part of how the window looks at a project: remembered with it, not undoable. */
export interface Remembered<S> {
  readonly use: UseBoundStore<StoreApi<S>>
  /** Changes the state and remembers it a moment later. */
  readonly set: (fields: Partial<S>) => void
}

interface Part {
  restore(saved: unknown): void
  save(): Promise<void>
}

const parts = new Map<string, Part>()
const restMs = 400

/**
 * A remembered state of one view or of the window.
 * @param name its row among what the project remembers, e.g. `matrix`
 * @param schema parses what was remembered. Give every field a `catch`: a bad or older field then falls back alone, and `{}` is the state of
 *   a project that was never opened.
 * @param known leaves out what the opened project no longer holds
 */
export function remembered<S extends object>(
  name: string,
  schema: z.ZodType<S>,
  known: (state: S) => S = (state) => state,
): Remembered<S> {
  const initial = schema.parse({})
  const use = create<S>(() => initial)
  let timer: ReturnType<typeof setTimeout> | undefined
  const save = async () => {
    if (timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    if (useProject.getState().folder !== null)
      await request('view.save', { key: name, value: use.getState() }).catch(() => {})
  }
  parts.set(name, {
    restore(saved) {
      clearTimeout(timer)
      timer = undefined
      const parsed = schema.safeParse(saved ?? {})
      use.setState(known(parsed.success ? parsed.data : initial), true)
    },
    save,
  })
  return {
    use,
    set(fields) {
      use.setState(fields)
      clearTimeout(timer)
      timer = setTimeout(() => void save(), restMs)
    },
  }
}

/** Takes over what the project that was just opened remembers. */
export function restoreRemembered(saved: Readonly<Record<string, unknown>>): void {
  for (const [name, part] of parts) part.restore(saved[name])
}

/** Saves at once what would be saved in a moment. */
export async function saveRemembered(): Promise<void> {
  await Promise.all([...parts.values()].map((part) => part.save()))
}
