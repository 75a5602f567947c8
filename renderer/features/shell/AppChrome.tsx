import { useEffect, useRef, type CSSProperties, type ReactNode } from 'react'
import { registerCommands } from '../../app/commands'
import { followSelection } from '../../app/followSelection'
import { panelLimits, panels } from '../../app/panels'
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
import { Splitter } from '../../common/Splitter'
import { useWindowWidth } from '../../common/useWide'
import { panelLayout, type PanelLayout } from './panelLayout'

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
  const given = panels.use()
  const window = useWindowWidth()
  const layout = panelLayout(window, view.shotColumn ?? false, given)
  const main = useRef<HTMLElement>(null)
  const aside = useRef<HTMLElement>(null)
  usePanel('view', main, view.focus)
  usePanel('inspector', aside)
  useEffect(() => registerFocusTarget('view', () => focusTarget(view.focus ?? 'panel.view')), [view.focus])
  useEffect(() => registerCommands(shellCommands()), [])
  useEffect(() => followSelection(), [])
  return (
    <div
      className={`${styles.app} ${layout.isOver ? styles.narrow : ''} ${layout.inspectorShown && inspector !== null ? '' : styles.closed}`}
      style={widths(view.withoutScenes ? { ...layout, scenes: 0 } : layout)}
    >
      <TitleBar />
      <div className={styles.notice}>
        <ReadOnlyBar />
      </div>
      <Rail />
      <div className={styles.scenes}>
        {!view.withoutScenes && (
          <>
            <ScenesList slim={layout.isSlim} />
            <Splitter
              label="Scenes"
              value={layout.scenes}
              {...panelLimits.scenes}
              side="left"
              onChange={(scenes) => panels.set({ scenes })}
            />
          </>
        )}
      </div>
      <main ref={main} className={styles.main}>
        {children}
      </main>
      <aside ref={aside} className={styles.inspector} aria-label="Inspector">
        <Splitter
          label="Inspector"
          value={layout.inspector}
          {...panelLimits.inspector}
          side="right"
          onChange={(wanted) => panels.set({ inspector: wanted })}
        />
        {inspector}
      </aside>
      <StatusBar />
      <ContextMenu />
    </div>
  )
}

const widths = ({ scenes, inspector }: PanelLayout) =>
  ({ '--w-scenes': `${scenes}px`, '--w-inspector': `${inspector}px` }) as CSSProperties
