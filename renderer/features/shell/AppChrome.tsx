import { useEffect, useRef, type ReactNode } from 'react'
import { registerCommands, type AppCommand } from '../../app/commands'
import { closeProject, importScript, make, newProject, openProject, redo, run, undo } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { exportSheet, generatorsSheet } from '../../app/sheetKeys'
import { openSheet } from '../../app/sheets'
import { setTheme, useTheme } from '../../app/theme'
import { allViews, type ViewDefinition } from '../../app/views'
import { setView, useView } from '../../app/viewStore'
import { focusTarget, registerFocusTarget } from '../../common/focusTargets'
import { cyclePanels, usePanel } from '../../common/usePanel'
import styles from './AppChrome.module.css'
import { Rail } from './Rail'
import { ReadOnlyBar } from './ReadOnlyBar'
import { ScenesList } from './ScenesList'
import { StatusBar } from './StatusBar'
import { TitleBar } from './TitleBar'
import { useWide } from '../../common/useWide'

/** The frame of the window around a view: title bar, rail, scenes, inspector, status bar. */
export function AppChrome({
  view,
  children,
  inspector,
}: {
  view: ViewDefinition
  children: ReactNode
  inspector: ReactNode
}) {
  const wide = useWide(1360)
  const roomy = useWide(1100)
  const shots = view.shotColumn ?? false
  const main = useRef<HTMLElement>(null)
  const aside = useRef<HTMLElement>(null)
  usePanel('view', main, view.focus)
  usePanel('inspector', aside)
  useEffect(() => registerFocusTarget('view', () => focusTarget(view.focus ?? 'panel.view')), [view.focus])
  useEffect(() => registerCommands([...shellCommands, ...viewCommands()]), [])
  return (
    <div className={`${styles.app} ${wide ? (shots ? styles.shots : '') : styles.slim} ${roomy ? '' : styles.narrow}`}>
      <TitleBar />
      <div className={styles.notice}>
        <ReadOnlyBar />
      </div>
      <Rail />
      <ScenesList slim={!wide || shots} />
      <main ref={main} className={styles.main}>
        {children}
      </main>
      <aside ref={aside} className={styles.inspector} aria-label="Inspector">
        {inspector}
      </aside>
      <StatusBar />
    </div>
  )
}

/** One command a view: Ctrl+1, Ctrl+2 … in the order of the rail. */
const viewCommands = (): AppCommand[] =>
  allViews().map(({ name, title }, i) => ({
    id: `view.${name}`,
    title: `Show ${title}`,
    group: 'View',
    keys: [`Mod+${i + 1}`],
    run: () => setView({ view: name }),
  }))

const editable = () => !useProject.getState().readOnly

const shot = () => useView.getState().shotId
const onShot = () => editable() && shot() !== null

const shotCommands = [
  {
    id: 'shot.split',
    title: 'Split this shot',
    group: 'Shot',
    enabled: onShot,
    run: () => void run('shot.split', { shotId: shot()! }),
  },
  {
    id: 'shot.join',
    title: 'Join this shot with the next',
    group: 'Shot',
    enabled: onShot,
    run: () => void run('shot.join', { shotId: shot()! }),
  },
  {
    id: 'shot.duplicate',
    title: 'Duplicate this shot',
    group: 'Shot',
    enabled: onShot,
    run: () => void run('shot.duplicate', { shotIds: [shot()!] }),
  },
  {
    id: 'shot.add',
    title: 'Add a shot after this one',
    group: 'Shot',
    enabled: onShot,
    run: () => void run('shot.create', { sceneId: useView.getState().sceneId!, afterShotId: shot()! }),
  },
  {
    id: 'shot.delete',
    title: 'Delete this shot',
    group: 'Shot',
    enabled: onShot,
    run: () => void run('shot.delete', { shotIds: [shot()!] }),
  },
]

const shellCommands = [
  ...shotCommands,
  {
    id: 'undo',
    title: 'Undo',
    group: 'Edit',
    keys: ['Mod+Z'],
    enabled: () => editable() && useProject.getState().undo.undo !== null,
    run: () => void undo(),
  },
  {
    id: 'redo',
    title: 'Redo',
    group: 'Edit',
    keys: ['Shift+Mod+Z', 'Mod+Y'],
    enabled: () => editable() && useProject.getState().undo.redo !== null,
    run: () => void redo(),
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
    id: 'theme',
    title: 'Switch between dark and light',
    group: 'View',
    run: () => setTheme(useTheme.getState().theme === 'dark' ? 'light' : 'dark'),
  },
  {
    id: 'import',
    title: 'Import a script…',
    group: 'Project',
    keys: ['Mod+I'],
    enabled: editable,
    run: () => void importScript(),
  },
  {
    id: 'export',
    title: 'Export…',
    group: 'Project',
    keys: ['Mod+E'],
    run: () => openSheet(exportSheet, {}),
  },
  {
    id: 'generators',
    title: 'Generators…',
    group: 'Project',
    run: () => openSheet(generatorsSheet, {}),
  },
  { id: 'project.new', title: 'New project…', group: 'Project', keys: ['Mod+N'], run: () => void newProject() },
  {
    id: 'project.open',
    title: 'Open a project folder…',
    group: 'Project',
    keys: ['Mod+O'],
    run: () => void openProject(),
  },
  { id: 'project.close', title: 'Close the project', group: 'Project', run: () => void closeProject() },
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
    id: 'prompts.all',
    title: 'Write all missing and stale prompts',
    group: 'Make',
    enabled: editable,
    run: () => void make(9, 'all'),
  },
  {
    id: 'frames.shot',
    title: 'Make the frames of this shot',
    group: 'Make',
    enabled: () => editable() && useView.getState().shotId !== null,
    run: () => void make(10, 'all', [useView.getState().shotId!]),
  },
]
