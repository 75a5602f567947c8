import type { LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'
import type { SheetDefinition } from './sheets'

/**
 * A view of the project: one folder in renderer/features whose `view.ts` exports this as `view`, and one line in renderer/views.ts. Rail,
 * shortcuts, palette, window and what a project remembers come from here.
 */
export interface ViewDefinition<Name extends string = string> {
  readonly name: Name
  readonly title: string
  readonly icon: LucideIcon
  readonly View: ComponentType
  /** Its own inspector; without one the shot's stands there. */
  readonly Inspector?: ComponentType
  /** Asked while `Inspector` is given: false = the shot's inspector stands there now. */
  readonly inspects?: Watched<boolean>
  /** Its inspector stands there also while a scene is selected. */
  readonly inspectsScenes?: boolean
  /** The focus target of its chief surface, e.g. `matrix.grid`. */
  readonly focus?: string
  /** It has a column of shots of its own, so the list of scenes is slim. */
  readonly shotColumn?: boolean
  /** It has no use for the list of scenes, so none stands beside it. */
  readonly withoutScenes?: boolean
  /** It shows everything of a shot itself, so no inspector stands beside it while no asset is selected. */
  readonly alone?: boolean
  /** It is about no shot, so none is inspected beside it. */
  readonly withoutShots?: boolean
  /** The sheets that belong to it. */
  readonly sheets?: readonly SheetDefinition[]
}

/** A value that changes, with a way to hear of it. */
export interface Watched<T> {
  readonly get: () => T
  readonly subscribe: (listener: () => void) => () => void
}

/** renderer/views.ts tells which views there are, so that their names are typed everywhere. */
export interface Registered {
  readonly name: string
}
export type ViewName = Registered extends { readonly views: { readonly name: infer N extends string } }
  ? N
  : Registered['name']

let all: readonly ViewDefinition<ViewName>[] = []
let first: ViewName | null = null

/** The views in the order of the rail, and the one a new project opens with. */
export function registerViews(views: readonly ViewDefinition<ViewName>[], opensWith: ViewName): void {
  all = views
  first = opensWith
}

export const allViews = (): readonly ViewDefinition<ViewName>[] => all

/** The name if there is such a view, else null. */
export const knownView = (name: string | null): ViewName | null => all.find((v) => v.name === name)?.name ?? null

/** The view of that name; null is the one a new project opens with. */
export function viewNamed(name: ViewName | null): ViewDefinition<ViewName> {
  const view = all.find((v) => v.name === (name ?? first))
  if (!view) throw new Error(`there is no view called ${name ?? first ?? 'anything'}`)
  return view
}
