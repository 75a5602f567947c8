import { Command } from 'cmdk'
import { Dialog } from 'radix-ui'
import { useEffect, useMemo, useRef, useState } from 'react'
import { namesOf, scenesInOrder, shotsInOrder } from '@shared/domain/lookup'
import type { ReadRecords } from '@shared/records/recordStore'
import { keyText, registerCommands, useCommands, type AppCommand } from '../../app/commands'
import { openScene } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { useRead } from '../../app/useRead'
import { openAsset } from '../../app/edit/editing'
import { selectShot } from '../../app/viewStore'
import { focusIsReturned, returnFocus } from '../../common/focusTargets'
import { Overlay } from '../../common/overlays'
import styles from './CommandPalette.module.css'
import { rank, type PaletteEntry } from './paletteRank'

/** So many of what was found are listed. */
const listed = 80

/** Something to choose: what it is called, what it is, and what choosing it does. */
interface Entry extends PaletteEntry {
  readonly title: string
  readonly note: string
  readonly group: string
  readonly keys?: string | undefined
  readonly run: () => void
}

/** Every command with its shortcut, every asset, scene and shot by name. */
export function CommandPalette() {
  const open = useCommands((s) => s.paletteOpen)
  /** What had the focus, and gets it back. */
  const from = useRef<Element | null>(null)
  /** Run once the palette is gone: what it opens takes the focus. */
  const chosen = useRef<Entry | null>(null)
  useEffect(
    () =>
      registerCommands([
        {
          id: 'palette',
          title: 'Search or run a command',
          group: 'View',
          keys: ['Mod+K'],
          palette: false,
          run: () => useCommands.setState((s) => ({ paletteOpen: !s.paletteOpen })),
        },
      ]),
    [],
  )
  useEffect(
    () =>
      useCommands.subscribe((now, before) => {
        if (now.paletteOpen && !before.paletteOpen) from.current = document.activeElement
      }),
    [],
  )
  return (
    <Dialog.Root open={open} onOpenChange={(next) => useCommands.setState({ paletteOpen: next })}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.scrim} />
        <Dialog.Content className={styles.palette} aria-describedby={undefined} onCloseAutoFocus={focusIsReturned}>
          <Overlay
            onGone={() => {
              returnFocus(from.current)
              chosen.current?.run()
              chosen.current = null
            }}
          />
          <Dialog.Title className="visually-hidden">Search or run a command</Dialog.Title>
          <Finder
            onChoose={(entry) => {
              chosen.current = entry
              useCommands.setState({ paletteOpen: false })
            }}
          />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Finder({ onChoose }: { onChoose: (entry: Entry) => void }) {
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState('')
  const commands = useCommands((s) => s.commands)
  const inProject = useProject((s) => s.folder !== null)
  const places = useRead((reads) => (inProject ? placesOf(reads) : []), [inProject])
  // What can be run is asked once, when the palette opens: meanwhile nothing else is done.
  const entries = useMemo(() => commands.filter((c) => c.palette !== false).map(entryOf), [commands])
  // Before anything is typed: what can be done now.
  const possible = useMemo(() => entries.filter((e) => !e.off), [entries])
  const [found, setFound] = useState<readonly Entry[] | null>(null)
  const type = (text: string) => {
    const next = text.trim() ? rank([...places, ...entries], text).slice(0, listed) : null
    setTyped(text)
    setFound(next)
    setActive((next ?? entries).find((e) => !e.off)?.id ?? '')
  }
  const item = (entry: Entry, grouped: boolean) => (
    <Command.Item
      key={entry.id}
      value={entry.id}
      className={styles.item}
      disabled={entry.off ?? false}
      onSelect={() => onChoose(entry)}
    >
      <span>{entry.title}</span>
      <em>{entry.note}</em>
      {entry.keys ? <kbd>{keyText(entry.keys)}</kbd> : !grouped && <kbd>{entry.group}</kbd>}
    </Command.Item>
  )
  return (
    <Command label="Search or run a command" shouldFilter={false} value={active} onValueChange={setActive}>
      <Command.Input
        className={styles.input}
        placeholder="Search or run a command"
        autoFocus
        value={typed}
        onValueChange={type}
      />
      <Command.List className={styles.list}>
        <Command.Empty className={styles.empty}>Nothing is called that.</Command.Empty>
        {found
          ? found.map((entry) => item(entry, false))
          : [...new Set(possible.map((e) => e.group))].map((group) => (
              <Command.Group key={group} heading={group} className={styles.group}>
                {possible.filter((e) => e.group === group).map((entry) => item(entry, true))}
              </Command.Group>
            ))}
      </Command.List>
    </Command>
  )
}

function entryOf(command: AppCommand): Entry {
  return {
    kind: 'command',
    id: command.id,
    names: [command.title],
    title: command.title,
    note: command.about?.() ?? '',
    group: command.group,
    keys: command.keys?.[0],
    off: command.enabled?.() === false,
    run: () => command.run(),
  }
}

/** Assets, scenes and shots of the story, each with where choosing it leads. */
function placesOf(reads: ReadRecords): readonly Entry[] {
  const start = (text: string) => (text.length > 70 ? `${text.slice(0, 69)}…` : text)
  return [
    ...reads
      .list('assetsInOrder')
      .filter((a) => !a.deleted)
      .map((a): Entry => ({
        kind: 'asset',
        id: `asset ${a.id}`,
        names: namesOf(a),
        words: a.description,
        title: a.name,
        note: a.type,
        group: 'Asset',
        run: () => openAsset(a.id),
      })),
    ...scenesInOrder(reads).map((s): Entry => ({
      kind: 'scene',
      id: `scene ${s.id}`,
      names: [s.heading, s.set, s.number],
      fullNames: [`Scene ${s.number}`],
      words: s.title,
      title: `Scene ${s.number}`,
      note: s.heading,
      group: 'Scene',
      run: () => void openScene(s.id),
    })),
    ...shotsInOrder(reads).map((s): Entry => {
      const said = s.dialogue.map((line) => `${line.character}: ${line.text}`).join(' ')
      return {
        kind: 'shot',
        id: `shot ${s.id}`,
        names: [s.number],
        fullNames: [`Shot ${s.number}`],
        words: `${s.text} ${said}`,
        title: `Shot ${s.number}`,
        note: start(s.text || said),
        group: 'Shot',
        run: () => selectShot(s.id),
      }
    }),
  ]
}
