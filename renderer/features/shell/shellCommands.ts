import { showCrashLog } from '../../app/appInfo'
import { openArchive } from '../../app/archives'
import { openEdit } from '../../app/edits'
import type { AppCommand } from '../../app/commands'
import { isChanging } from '../../app/hostClient'
import { assetCommands } from '../../app/edit/assetCommands'
import { cellCommands } from '../../app/edit/cellCommands'
import { drawerKeys, toggleDrawer, useDrawer } from '../../app/drawer'
import { editable, focusSoon } from '../../app/edit/editing'
import { sceneCommands } from '../../app/edit/sceneCommands'
import { shotCommands } from '../../app/edit/shotCommands'
import { openMenuOfSelection } from '../../app/menus'
import {
  closeProject,
  done,
  importScript,
  make,
  newProject,
  openProject,
  redo,
  run,
  undo,
} from '../../app/projectActions'
import { inspectorKeys, toggleInspector } from '../../app/panels'
import { recordsNow, useProject } from '../../app/projectStore'
import { renaming } from '../../app/rename'
import {
  continuityPopup,
  exportSheet,
  generatorsSheet,
  jobsPopup,
  keepSnapshotSheet,
  missingFilesSheet,
  recoverySheet,
} from '../../app/sheetKeys'
import { openSheet } from '../../app/sheets'
import { themeCommands } from '../../app/theme'
import { openSampleFilm, tourCommand } from '../../app/tour'
import { allViews } from '../../app/views'
import { setView } from '../../app/viewStore'
import { cyclePanels } from '../../common/usePanel'

/** What can be done in every view: to what is selected, to the film, and to the window. */
export function shellCommands(): readonly AppCommand[] {
  return [
    ...cellCommands,
    ...assetCommands,
    ...shotCommands,
    ...sceneCommands,
    ...editCommands,
    ...makeCommands,
    ...projectCommands,
    ...viewCommands(),
  ]
}

const editCommands: readonly AppCommand[] = [
  {
    id: 'undo',
    title: 'Undo',
    group: 'Edit',
    keys: ['Mod+Z'],
    about: () => useProject.getState().undo.undo,
    enabled: () => editable() && (useProject.getState().undo.undo !== null || isChanging()),
    run: () => void undo(),
  },
  {
    id: 'redo',
    title: 'Redo',
    group: 'Edit',
    keys: ['Shift+Mod+Z', 'Mod+Y'],
    about: () => useProject.getState().undo.redo,
    enabled: () => editable() && (useProject.getState().undo.redo !== null || isChanging()),
    run: () => void redo(),
  },
  {
    id: 'suggestions.acceptAll',
    title: 'Accept everything that was read from the script',
    group: 'Edit',
    does: ['suggestion.accept'],
    enabled: () => editable() && anythingRead(),
    run: () =>
      void run('suggestion.accept', { all: true }).then(
        (was) => was && done('Everything read from the script is accepted.'),
      ),
  },
]

/** Whether something read from the script waits for a yes or no. */
function anythingRead(): boolean {
  const records = recordsNow()
  for (const a of records.all('assignments')) if (a.origin === 'suggested') return true
  for (const s of records.all('suggestions')) if (s.state === 'open') return true
  return false
}

const makeCommands: readonly AppCommand[] = [
  {
    id: 'frames.stale',
    title: 'Make all stale frames again',
    group: 'Make',
    enabled: editable,
    run: () => void make(10, 'stale'),
  },
  {
    id: 'frames.all',
    title: 'Make all missing and stale frames',
    group: 'Make',
    enabled: editable,
    run: () => void make(10, 'all'),
  },
  {
    id: 'clips.stale',
    title: 'Make all stale clips again',
    group: 'Make',
    enabled: editable,
    run: () => void make(12, 'stale'),
  },
  {
    id: 'clips.all',
    title: 'Make all missing and stale clips',
    group: 'Make',
    enabled: editable,
    run: () => void make(12, 'all'),
  },
  {
    id: 'prompts.all',
    title: 'Write all missing and stale prompts',
    group: 'Make',
    enabled: editable,
    run: () => void make(9, 'all'),
  },
]

const projectCommands: readonly AppCommand[] = [
  {
    id: 'project.rename',
    title: 'Rename the film',
    group: 'Project',
    menus: ['project'],
    does: ['project.update'],
    about: () => recordsNow().get('project', 'project')?.title ?? null,
    enabled: editable,
    run: () => renaming('project'),
  },
  {
    id: 'import',
    title: 'Import a script…',
    group: 'Project',
    keys: ['Mod+I'],
    menus: ['project'],
    enabled: editable,
    run: () => void importScript(),
  },
  {
    id: 'export',
    title: 'Export…',
    group: 'Project',
    keys: ['Mod+E'],
    menus: ['project'],
    run: () => openSheet(exportSheet, {}),
  },
  {
    id: 'conform',
    title: 'An edited timeline came back…',
    group: 'Project',
    menus: ['project'],
    enabled: editable,
    run: () => void openEdit(),
  },
  { id: 'generators', title: 'Generators…', group: 'Project', run: () => openSheet(generatorsSheet, {}) },
  {
    id: 'snapshot.keep',
    title: 'Keep a snapshot…',
    group: 'Project',
    menus: ['project'],
    enabled: editable,
    run: () => openSheet(keepSnapshotSheet, {}),
  },
  {
    id: 'snapshots',
    title: 'Go back to a snapshot…',
    group: 'Project',
    menus: ['project'],
    run: () => openSheet(recoverySheet, {}),
  },
  {
    id: 'files.missing',
    title: 'Missing files…',
    group: 'Project',
    menus: ['project'],
    run: () => openSheet(missingFilesSheet, {}),
  },
  { id: 'project.new', title: 'New project…', group: 'Project', keys: ['Mod+N'], run: () => void newProject() },
  {
    id: 'project.open',
    title: 'Open a project folder…',
    group: 'Project',
    keys: ['Mod+O'],
    run: () => void openProject(),
  },
  { id: 'project.unpack', title: 'Open a project archive…', group: 'Project', run: () => void openArchive() },
  { id: 'project.sample', title: 'Open the sample film', group: 'Project', run: () => void openSampleFilm() },
  tourCommand,
  {
    id: 'app.crashLog',
    title: 'Show the log of crashes',
    group: 'Project',
    run: () => void showCrashLog(),
  },
  { id: 'project.close', title: 'Close the project', group: 'Project', run: () => void closeProject() },
]

/** One command a view: Ctrl+1, Ctrl+2 … in the order of the rail; and what the window shows of it. */
/** By key the search of the drawer gets the focus. */
function openDrawerByKey(): void {
  toggleDrawer()
  if (useDrawer.getState().open) focusSoon('drawer.search')
}

const viewCommands = (): readonly AppCommand[] => [
  ...allViews().map(({ name, title }, i): AppCommand => ({
    id: `view.${name}`,
    title: `Show ${title}`,
    group: 'View',
    keys: [`Mod+${i + 1}`],
    run: () => setView({ view: name }),
  })),
  {
    id: 'drawer',
    title: 'Open or close the asset drawer',
    group: 'View',
    keys: [drawerKeys],
    run: openDrawerByKey,
  },
  {
    id: 'continuity',
    title: 'Show the continuity notes',
    group: 'View',
    run: () => openSheet(continuityPopup, {}),
  },
  {
    id: 'jobs',
    title: 'Show what is being made',
    group: 'View',
    enabled: () => useProject.getState().jobs.some((j) => j.state !== 'done' && j.state !== 'cancelled'),
    run: () => openSheet(jobsPopup, {}),
  },
  { id: 'panel.next', title: 'To the next panel', group: 'View', keys: ['F6'], run: () => cyclePanels(1) },
  {
    id: 'panel.previous',
    title: 'To the panel before',
    group: 'View',
    keys: ['Shift+F6'],
    run: () => cyclePanels(-1),
  },
  {
    id: 'menu',
    title: 'Menu of what is selected',
    group: 'View',
    keys: ['ContextMenu', 'Shift+F10'],
    // The board has a menu of its own.
    byKey: () => document.activeElement?.closest('[data-own-menu]') == null,
    palette: false,
    run: openMenuOfSelection,
  },
  {
    id: 'inspector',
    title: 'Show or hide the inspector',
    group: 'View',
    keys: [inspectorKeys],
    run: toggleInspector,
  },
  ...themeCommands,
]
