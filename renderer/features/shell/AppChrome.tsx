import { useEffect, useRef, type ReactNode } from 'react'
import { registerCommands } from '../../app/commands'
import { followSelection } from '../../app/followSelection'
import type { ViewDefinition } from '../../app/views'
import { focusTarget, registerFocusTarget } from '../../common/focusTargets'
import { usePanel } from '../../common/usePanel'
import { shellCommands } from './shellCommands'
import { ContextMenu } from './ContextMenu'
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
  useEffect(() => registerCommands(shellCommands()), [])
  useEffect(() => followSelection(), [])
  return (
    <div
      className={`${styles.app} ${wide ? (shots ? styles.shots : '') : styles.slim} ${roomy ? '' : styles.narrow} ${inspector === null ? styles.alone : ''}`}
    >
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
      <ContextMenu />
    </div>
  )
}
