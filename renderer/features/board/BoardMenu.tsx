import { ContextMenu } from 'radix-ui'
import { Fragment, useState, type MouseEvent, type ReactElement } from 'react'
import { upperFirst } from '@shared/language/unitWords'
import { keyText, useCommands, type AppCommand } from '../../app/commands'
import { recordsNow } from '../../app/projectStore'
import { useSheets } from '../../app/sheets'
import { useView } from '../../app/viewStore'
import { focusTarget } from '../../common/focusTargets'
import menu from '../../common/Menu.module.css'
import { sceneOf, shotOf, type BoardController } from './boardController'
import { useEditing } from './editing'
import { shotsWords } from './moves'
import { choose, chooseScene, selectedIn, selectionNow, useSelection } from './selection'

/** The commands of the menu in its groups; keys and titles come from the registry. */
const groups: readonly (readonly string[])[] = [
  ['edit', 'frames', 'make'],
  ['add', 'duplicate', 'copy', 'cut', 'paste'],
  ['earlier', 'later', 'previousScene', 'nextScene'],
  ['split', 'join'],
  ['delete'],
]

const sceneGroups: readonly (readonly string[])[] = [
  ['fold', 'foldAll', 'unfoldAll'],
  ['sceneEarlier', 'sceneLater', 'sceneDuplicate'],
]

/** What can be done to the chosen shots, by a right click on one of them. */
export function BoardMenu({ board, children }: { board: BoardController | null; children: ReactElement }) {
  const [ofScene, setOfScene] = useState(false)
  const open = (event: MouseEvent) => {
    const [shotId, sceneId] = [shotOf(event.target), sceneOf(event.target)]
    setOfScene(shotId === null)
    if (!board || (shotId === null && sceneId === null)) event.preventDefault()
    else if (shotId === null) chooseScene(sceneId!)
    else if (!selectionNow().ids.has(shotId)) choose(board.layout.order, shotId)
  }
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger asChild data-own-menu onContextMenu={open}>
        {children}
      </ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content className={menu.menu} collisionPadding={8} onCloseAutoFocus={back}>
          {board && <Items board={board} ofScene={ofScene} />}
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  )
}

function Items({ board, ofScene }: { board: BoardController; ofScene: boolean }) {
  const commands = useCommands((s) => s.commands)
  useSelection()
  const sceneId = useView((s) => s.sceneId)
  const scene = ofScene && sceneId !== null ? recordsNow().get('scenes', sceneId) : undefined
  const label = scene ? `Scene ${scene.number}` : upperFirst(shotsWords(recordsNow(), selectedIn(board.layout.order)))
  return (
    <>
      <ContextMenu.Label className={menu.label}>{label}</ContextMenu.Label>
      {(ofScene ? sceneGroups : groups).map((ids, i) => (
        <Fragment key={ids[0]}>
          {i > 0 && <ContextMenu.Separator className={menu.line} />}
          {ids
            .flatMap((id) => commands.find((c) => c.id === `board.${id}`) ?? [])
            .map((command) => (
              <ContextMenu.Item
                key={command.id}
                className={menu.item}
                disabled={command.enabled?.() === false}
                onSelect={() => command.run()}
              >
                {command.title}
                <kbd>{keysOf(command)}</kbd>
              </ContextMenu.Item>
            ))}
        </Fragment>
      ))}
    </>
  )
}

/** The clipboard's own key is not the command's: a picture may be in it. */
const keysOf = ({ id, keys }: AppCommand): string =>
  id === 'board.paste' ? keyText('Mod+V') : keys?.[0] === undefined ? '' : keyText(keys[0])

/** Back to the panels, unless a field of one was opened from the menu. */
function back(event: Event): void {
  event.preventDefault()
  if (!useSheets.getState().open && useEditing.getState().shotId === null) focusTarget('board.panels')
}
