import { Command } from 'cmdk'
import { Dialog } from 'radix-ui'
import { useEffect } from 'react'
import { shotsInOrder } from '@shared/domain/lookup'
import { keyText, registerCommands, useCommands, type AppCommand } from '../../app/commands'
import { useProject } from '../../app/projectStore'
import { useRead } from '../../app/useRead'
import { selectShot, setView } from '../../app/viewStore'
import { Overlay } from '../../common/overlays'
import styles from './CommandPalette.module.css'

const close = () => useCommands.setState({ paletteOpen: false })
/** More shots than this are found by their number, not listed. */
const shotsListed = 400

/** Every command with its shortcut, every asset and every shot. */
export function CommandPalette() {
  const open = useCommands((s) => s.paletteOpen)
  const inProject = useProject((s) => s.folder !== null)
  useEffect(
    () =>
      registerCommands([
        {
          id: 'palette',
          title: 'Search or run a command',
          group: 'View',
          keys: ['Mod+K'],
          run: () => useCommands.setState((s) => ({ paletteOpen: !s.paletteOpen })),
        },
      ]),
    [],
  )
  return (
    <Dialog.Root open={open} onOpenChange={(next) => useCommands.setState({ paletteOpen: next })}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.scrim} />
        <Dialog.Content className={styles.palette} aria-describedby={undefined}>
          <Overlay />
          <Dialog.Title className="visually-hidden">Search or run a command</Dialog.Title>
          <Command label="Search or run a command">
            <Command.Input className={styles.input} placeholder="Search or run a command" autoFocus />
            <Command.List className={styles.list}>
              <Command.Empty className={styles.empty}>Nothing is called that.</Command.Empty>
              <CommandItems />
              {inProject && <Places />}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function CommandItems() {
  const commands = useCommands((s) => s.commands)
  const shown = commands.filter((c) => c.id !== 'palette')
  return [...new Set(shown.map((c) => c.group))].map((group) => (
    <Command.Group key={group} heading={group} className={styles.group}>
      {shown
        .filter((c: AppCommand) => c.group === group)
        .map((c) => (
          <Command.Item
            key={c.id}
            value={`${c.title} ${c.id}`}
            className={styles.item}
            disabled={c.enabled?.() === false}
            onSelect={() => {
              close()
              c.run()
            }}
          >
            <span>{c.title}</span>
            {c.keys?.[0] && <kbd>{keyText(c.keys[0])}</kbd>}
          </Command.Item>
        ))}
    </Command.Group>
  ))
}

function Places() {
  const assets = useRead((reads) => reads.list('assetsInOrder').filter((a) => !a.deleted), [])
  const shots = useRead((reads) => shotsInOrder(reads).slice(0, shotsListed), [])
  return (
    <>
      <Command.Group heading="Assets" className={styles.group}>
        {assets.map((a) => (
          <Command.Item
            key={a.id}
            value={`${a.name} ${a.type} ${a.id}`}
            className={styles.item}
            onSelect={() => {
              close()
              setView({ assetId: a.id })
            }}
          >
            <span>{a.name}</span>
            <em>{a.type}</em>
          </Command.Item>
        ))}
      </Command.Group>
      <Command.Group heading="Shots" className={styles.group}>
        {shots.map((s) => (
          <Command.Item
            key={s.id}
            value={`shot ${s.number} ${s.text.slice(0, 60)} ${s.id}`}
            className={styles.item}
            onSelect={() => {
              close()
              selectShot(s.id)
            }}
          >
            <span>Shot {s.number}</span>
            <em>{s.text.slice(0, 60)}</em>
          </Command.Item>
        ))}
      </Command.Group>
    </>
  )
}
