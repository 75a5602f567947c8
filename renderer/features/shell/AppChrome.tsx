import { useEffect, useRef, type ReactNode } from 'react'
import { registerCommands } from '../../app/commands'
import { followSelection } from '../../app/followSelection'
import {
  panelWidths,
  setPanelOpen,
  setPanelWidth,
  slimBelow,
  usePanels,
  widthsIn,
  type SidePanel,
} from '../../app/panels'
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
import { useWindowWidth } from '../../common/useWide'
import { Splitter } from '../../common/Splitter'

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
  const width = useWindowWidth()
  const chosen = usePanels()
  const widths = widthsIn(width, chosen, view.shotColumn ?? false)
  const main = useRef<HTMLElement>(null)
  const aside = useRef<HTMLElement>(null)
  usePanel('view', main, view.focus)
  usePanel('inspector', aside)
  useEffect(() => registerFocusTarget('view', () => focusTarget(view.focus ?? 'panel.view')), [view.focus])
  useEffect(() => registerCommands(shellCommands()), [])
  useEffect(() => followSelection(), [])
  return (
    <div
      className={styles.app}
      style={{
        gridTemplateColumns: `var(--w-rail) ${widths.scenes}px minmax(0, 1fr) ${widths.inspector}px`,
      }}
    >
      <TitleBar />
      <div className={styles.notice}>
        <ReadOnlyBar />
      </div>
      <Rail />
      <div className={styles.side} hidden={widths.scenes === 0}>
        <ScenesList slim={widths.scenes < slimBelow} />
        <PanelEdge panel="scenes" label="the list of scenes" side="left" width={widths.scenes} />
      </div>
      <main ref={main} className={styles.main}>
        {children}
      </main>
      <div className={styles.side} hidden={widths.inspector === 0}>
        <PanelEdge panel="inspector" label="the inspector" side="right" width={widths.inspector} />
        <aside ref={aside} className={styles.inspector} aria-label="Inspector">
          {inspector}
        </aside>
      </div>
      <StatusBar />
      <ContextMenu />
    </div>
  )
}

function PanelEdge({
  panel,
  label,
  side,
  width,
}: {
  panel: SidePanel
  label: string
  side: 'left' | 'right'
  width: number
}) {
  return (
    <Splitter
      label={label}
      side={side}
      width={width}
      {...panelWidths[panel]}
      onWidth={(px) => setPanelWidth(panel, px)}
      onReset={() => setPanelWidth(panel, null)}
      onClose={() => {
        setPanelOpen(panel, false)
        focusTarget('view')
      }}
    />
  )
}
