import { WifiOff, HardDrive } from 'lucide-react'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { openArchive } from '../../app/archives'
import { controlWindow, useAppInfo } from '../../app/appInfo'
import { registerCommands } from '../../app/commands'
import { importScript, newProject, openProject } from '../../app/projectActions'
import { ThemeButton } from '../../app/ThemeButton'
import { themeCommands } from '../../app/theme'
import { openSampleFilm, tourCommand } from '../../app/tour'
import { PlainTitle } from '../../common/PlainTitle'
import styles from './Home.module.css'
import { Recents } from './Recents'
import { Recovery } from './Recovery'
import { Start } from './Start'
import { useRecents } from './useRecents'

/** The first screen: new, open, from a script, the sample, what was interrupted, and recent projects. */
export function Home() {
  const { recents, forget } = useRecents()
  const search = useRef<HTMLInputElement>(null)
  useEffect(
    () =>
      registerCommands([
        ...homeCommands,
        {
          id: 'home.find',
          title: 'Find a project',
          group: 'Project',
          keys: ['Mod+F'],
          run: () => search.current?.focus(),
        },
      ]),
    [],
  )
  // What was interrupted is offered once: not again when this project, too, is closed.
  useEffect(() => () => useAppInfo.setState({ interrupted: null }), [])
  return (
    <div className={styles.home}>
      <HomeTitle />
      <div className={styles.columns}>
        <Start />
        <main className={styles.right}>
          <div className={styles.content}>
            <Recovery recents={recents} />
            {recents && <Recents recents={recents} forget={forget} search={search} />}
          </div>
        </main>
      </div>
      <HomeStatus />
    </div>
  )
}

function HomeTitle() {
  const own = useAppInfo((s) => s.windowControls === 'own')
  return (
    <PlainTitle onControl={own ? controlWindow : null}>
      <ThemeButton />
    </PlainTitle>
  )
}

function HomeStatus() {
  const version = useAppInfo((s) => s.version)
  const online = useSyncExternalStore(followNetwork, () => navigator.onLine)
  return (
    <footer className={styles.status} aria-label="Status">
      {online ? (
        <span>
          <HardDrive size={12} strokeWidth={1.75} />
          Everything works without a network
        </span>
      ) : (
        <span>
          <WifiOff size={12} strokeWidth={1.75} />
          Offline: everything but hosted generators works
        </span>
      )}
      <span className={styles.grow} />
      {version && <span>Version {version}</span>}
    </footer>
  )
}

function followNetwork(changed: () => void): () => void {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}

const homeCommands = [
  { id: 'project.new', title: 'New project…', group: 'Project', keys: ['Mod+N'], run: () => void newProject() },
  {
    id: 'project.open',
    title: 'Open a project folder…',
    group: 'Project',
    keys: ['Mod+O'],
    run: () => void openProject(),
  },
  { id: 'project.unpack', title: 'Open a project archive…', group: 'Project', run: () => void openArchive() },
  { id: 'import', title: 'Start from a script…', group: 'Project', keys: ['Mod+I'], run: () => void importScript() },
  { id: 'project.sample', title: 'Open the sample film', group: 'Project', run: () => void openSampleFilm() },
  tourCommand,
  ...themeCommands,
]
