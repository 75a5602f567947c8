import type { CommandName } from '@shared/ipc/inputSchemas'
import { focusTarget } from '../../common/focusTargets'
import type { AppCommand } from '../commands'
import { showInspector } from '../panels'
import { useProject } from '../projectStore'
import { selectAsset } from '../viewStore'

export const editable = (): boolean => !useProject.getState().readOnly

/** A command that changes what is selected; `on` answers it, or null while nothing fits. */
export function acts<T>(
  base: Omit<AppCommand, 'enabled' | 'run' | 'about' | 'does'> & { readonly does: readonly CommandName[] },
  on: () => T | null | undefined,
  about: (target: T) => string,
  run: (target: T) => unknown,
): AppCommand {
  return {
    ...base,
    about: () => {
      const target = on()
      return target == null ? null : about(target)
    },
    enabled: () => editable() && on() != null,
    run: () => {
      const target = on()
      if (target != null) void run(target)
    },
  }
}

/** The focus goes to a place once what was changed is on screen; fields of shots, scenes and assets stand in the inspector, which is shown for them. */
export const focusSoon = (target: string): void => {
  if (/^(asset|scene|shot)\./.test(target)) showInspector()
  requestAnimationFrame(() => requestAnimationFrame(() => focusTarget(target)))
}

/** What had the focus went with what was deleted: the view gets it, so that keys go on. */
export const catchFocus = (target = 'view'): void => {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (document.activeElement === document.body || document.activeElement === null) focusTarget(target)
    }),
  )
}

/** Null for an empty list: nothing to act on. */
export const some = <T>(list: readonly T[]): readonly T[] | null => (list.length ? list : null)

/** Selects an asset and shows everything of it: the inspector comes back where it was put away. */
export function openAsset(assetId: string): void {
  selectAsset(assetId)
  showInspector()
}
