import { DropdownMenu } from 'radix-ui'
import { Fragment, useEffect, useRef } from 'react'
import { upperFirst } from '@shared/language/unitWords'
import { keyText, type AppCommand } from '../../app/commands'
import { listenForMenus, menuCommands, useMenu } from '../../app/menus'
import { selectionWords } from '../../app/selection'
import { useSheets } from '../../app/sheets'
import menu from '../../common/Menu.module.css'
import { focusIsReturned, returnFocus } from '../../common/focusTargets'
import { Overlay } from '../../common/overlays'

const close = () => useMenu.setState({ open: null })

/** The menu of the right mouse button and of the menu key: what can be done to what is selected, from the one list of commands. */
export function ContextMenu() {
  const open = useMenu((s) => s.open)
  useEffect(() => listenForMenus(), [])
  /** Run once the menu is gone: what it opens takes the focus. */
  const chosen = useRef<AppCommand | null>(null)
  if (!open) return null
  const commands = menuCommands(open.name)
  const words = open.name === 'project' ? '' : selectionWords()
  return (
    <DropdownMenu.Root key={`${open.x}.${open.y}`} open modal={false} onOpenChange={(next) => !next && close()}>
      <DropdownMenu.Trigger asChild>
        <span aria-hidden style={{ position: 'fixed', left: open.x, top: open.y, width: 0, height: 0 }} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className={menu.menu}
          align="start"
          sideOffset={0}
          collisionPadding={8}
          aria-label={words || 'Menu'}
          onCloseAutoFocus={focusIsReturned}
        >
          <Overlay
            onGone={() => {
              if (useSheets.getState().open) return
              returnFocus(open.from)
              chosen.current?.run()
              chosen.current = null
            }}
          />
          {words && <DropdownMenu.Label className={menu.label}>{upperFirst(words)}</DropdownMenu.Label>}
          {commands.map((command, i) => {
            const before = commands[i - 1]
            const line = before && (command.destroys ? !before.destroys : before.group !== command.group)
            return (
              <Fragment key={command.id}>
                {line && <DropdownMenu.Separator className={menu.line} />}
                <DropdownMenu.Item
                  className={`${menu.item} ${command.destroys ? menu.destroys : ''}`}
                  onSelect={() => {
                    chosen.current = command
                  }}
                >
                  {command.title}
                  {command.keys?.[0] && <kbd>{keyText(command.keys[0])}</kbd>}
                </DropdownMenu.Item>
              </Fragment>
            )
          })}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
