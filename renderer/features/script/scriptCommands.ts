import type { AppCommand } from '../../app/commands'
import { leaveAsset, useView } from '../../app/viewStore'
import { extendSelection } from './review/shotSelection'
import { setScript, useScript } from './scriptState'
import { showInMatrix } from './shots'

/** Goes to the shot that is picked among those of the page. @param pick from the ids in order and the place of the chosen one */
type GoTo = (pick: (ids: readonly string[], at: number) => string | undefined) => void

/** The commands of the script page. */
export function scriptCommands(go: GoTo): readonly AppCommand[] {
  const cursor = (id: string, title: string, key: string, run: () => void): AppCommand => ({
    id: `script.${id}`,
    title,
    group: 'Script',
    keys: [key],
    surface: 'script',
    palette: false,
    run,
  })
  return [
    cursor('next', 'Next shot in the script', 'ArrowDown', () => go((ids, at) => ids[at + 1])),
    cursor('previous', 'Previous shot in the script', 'ArrowUp', () => go((ids, at) => ids[at < 0 ? 0 : at - 1])),
    cursor('first', 'First shot in the script', 'Home', () => go((ids) => ids[0])),
    cursor('last', 'Last shot in the script', 'End', () => go((ids) => ids.at(-1))),
    cursor('extendDown', 'Choose the next shot too', 'Shift+ArrowDown', () => extendSelection(1)),
    cursor('extendUp', 'Choose the shot before too', 'Shift+ArrowUp', () => extendSelection(-1)),
    {
      id: 'script.show',
      title: 'Show the shot in the matrix',
      group: 'Script',
      keys: ['Enter'],
      surface: 'script',
      enabled: () => useView.getState().shotId !== null,
      run: () => showInMatrix(useView.getState().shotId!),
    },
    {
      id: 'script.mode',
      title: 'Switch between reading and reviewing the script',
      group: 'Script',
      run: () => {
        setScript({ review: !useScript.getState().review })
        leaveAsset()
      },
    },
  ]
}
