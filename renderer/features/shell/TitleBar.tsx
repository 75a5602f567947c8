import {
  ChevronDown,
  FileInput,
  FolderOpen,
  FolderX,
  PanelRightClose,
  PanelRightOpen,
  Pencil,
  Plus,
  Redo2,
  Search,
  Shapes,
  Undo2,
  Upload,
} from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useRef } from 'react'
import { controlWindow, useAppInfo } from '../../app/appInfo'
import { keyText, useCommands } from '../../app/commands'
import { inspectorKeys, panels, roomyWindow, toggleInspector } from '../../app/panels'
import { drawerKeys, toggleDrawer, useDrawer } from '../../app/drawer'
import { closeProject, importScript, newProject, openProject, redo, undo } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { renaming, stopRenaming, useRenaming } from '../../app/rename'
import { saveTyped } from '../../app/saveTyped'
import { exportSheet } from '../../app/sheetKeys'
import { openSheet } from '../../app/sheets'
import { useRead } from '../../app/useRead'
import { ThemeButton } from '../../app/ThemeButton'
import { Button, IconButton } from '../../common/Button'
import { Field } from '../../common/Field'
import { Logo } from '../../common/Logo'
import menu from '../../common/Menu.module.css'
import { usePanel } from '../../common/usePanel'
import { WindowControls } from '../../common/WindowControls'
import { JobsButton } from './JobsButton'
import { useWide } from '../../common/useWide'
import styles from './TitleBar.module.css'

const icon = { size: 14, strokeWidth: 1.75 } as const

/** Project name with its menu, undo and redo, search, jobs, theme and the window's own controls. */
export function TitleBar() {
  const labels = useProject((s) => s.undo)
  const readOnly = useProject((s) => s.readOnly)
  const narrow = !useWide(roomyWindow)
  const inspectorShown = panels.use((s) => (narrow ? s.inspectorOver : s.inspectorShown))
  const panel = useRef<HTMLElement>(null)
  usePanel('title', panel)
  const ownControls = useAppInfo((s) => s.windowControls === 'own')
  return (
    <header ref={panel} className={styles.title}>
      <span className={styles.mark}>
        <Logo />
      </span>
      <ProjectMenu />
      <span className={styles.divider} />
      <IconButton
        label={labels.undo ? `Undo ${labels.undo}` : 'Nothing to undo'}
        keys={keyText('Mod+Z')}
        icon={<Undo2 {...icon} />}
        disabled={!labels.undo || readOnly}
        onClick={() => void undo()}
      />
      <IconButton
        label={labels.redo ? `Redo ${labels.redo}` : 'Nothing to redo'}
        keys={keyText('Shift+Mod+Z')}
        icon={<Redo2 {...icon} />}
        disabled={!labels.redo || readOnly}
        onClick={() => void redo()}
      />
      {readOnly && <span className={styles.readOnly}>Read only</span>}
      <span className={styles.grow} />
      <button type="button" className={styles.search} onClick={() => useCommands.setState({ paletteOpen: true })}>
        <Search {...icon} />
        <span className={styles.grow}>Search or run a command</span>
        <kbd className={styles.kbd}>{keyText('Mod+K')}</kbd>
      </button>
      <span className={styles.grow} />
      <DrawerButton />
      <JobsButton />
      <Button
        kind="outline"
        tip="The film for other programs"
        keys={keyText('Mod+E')}
        onClick={() => openSheet(exportSheet, {})}
      >
        <Upload {...icon} />
        Export
      </Button>
      <IconButton
        label={inspectorShown ? 'Hide the inspector' : 'Show the inspector'}
        keys={keyText(inspectorKeys)}
        icon={inspectorShown ? <PanelRightClose {...icon} /> : <PanelRightOpen {...icon} />}
        onClick={toggleInspector}
      />
      <ThemeButton />
      {ownControls && <WindowControls onControl={controlWindow} />}
    </header>
  )
}

/** Assets to be dragged into shots, in the place of the inspector. */
function DrawerButton() {
  const open = useDrawer((s) => s.open)
  return (
    <IconButton
      label="Asset drawer"
      keys={keyText(drawerKeys)}
      icon={<Shapes {...icon} />}
      aria-pressed={open}
      onClick={toggleDrawer}
    />
  )
}

function ProjectMenu() {
  const title = useRead((reads) => reads.get('project', 'project')?.title ?? '', [])
  const readOnly = useProject((s) => s.readOnly)
  const naming = useRenaming((s) => s.what === 'project')
  if (naming)
    return (
      <span className={styles.naming} onBlur={stopRenaming}>
        <Field
          label="Name of the film"
          value={title}
          width="100%"
          autoFocus
          check={(text) => (text.trim() ? null : 'A film needs a name.')}
          onSave={(text, continues) => saveTyped('project.update', { title: text.trim() }, continues)}
        />
      </span>
    )
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <button type="button" className={styles.project} data-menu="project">
          {title}
          <ChevronDown size={12} strokeWidth={2} />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className={menu.menu}
          align="start"
          sideOffset={4}
          onCloseAutoFocus={(event) => useRenaming.getState().what === 'project' && event.preventDefault()}
        >
          <DropdownMenu.Item className={menu.item} disabled={readOnly} onSelect={() => renaming('project')}>
            <Pencil {...icon} />
            Rename the film
          </DropdownMenu.Item>
          <DropdownMenu.Item className={menu.item} disabled={readOnly} onSelect={() => void importScript()}>
            <FileInput {...icon} />
            Import a script…<kbd>{keyText('Mod+I')}</kbd>
          </DropdownMenu.Item>
          <DropdownMenu.Separator className={menu.line} />
          <DropdownMenu.Item className={menu.item} onSelect={() => void newProject()}>
            <Plus {...icon} />
            New project…<kbd>{keyText('Mod+N')}</kbd>
          </DropdownMenu.Item>
          <DropdownMenu.Item className={menu.item} onSelect={() => void openProject()}>
            <FolderOpen {...icon} />
            Open a project folder…<kbd>{keyText('Mod+O')}</kbd>
          </DropdownMenu.Item>
          <DropdownMenu.Item className={menu.item} onSelect={() => void closeProject()}>
            <FolderX {...icon} />
            Close the project
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
