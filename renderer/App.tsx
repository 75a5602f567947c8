import { Tooltip } from 'radix-ui'
import { useEffect, useState } from 'react'
import { AppChrome } from './features/shell/AppChrome'
import { FaultBoundary } from './features/shell/FaultBoundary'
import { Home } from './features/home/Home'
import { ImportChoiceSheet } from './features/script/ImportChoiceSheet'
import { ImportReportSheet } from './features/script/ImportReportSheet'
import { MatrixView } from './features/matrix/MatrixView'
import { FramesView } from './features/frames/FramesView'
import { FrameInspector } from './features/frames/FrameInspector'
import { ReviewPanel } from './features/script/review/ReviewPanel'
import { ScriptView } from './features/script/ScriptView'
import { ShotInspector } from './features/shotInspector/ShotInspector'
import { AssetInspector } from './features/assets/AssetInspector'
import { LookChangeSheet } from './features/looks/LookChangeSheet'
import { PictureSheet } from './features/pictures/PictureSheet'
import { MergeSheet } from './features/merge/MergeSheet'
import { Palette } from './features/shell/Palette'
import { Toasts } from './features/shell/Toasts'
import { listenForKeys } from './app/commands'
import { followContinuity } from './app/continuity/continuityCache'
import { followFreshness } from './app/freshnessCache'
import { request } from './app/hostClient'
import { enterProject } from './app/projectActions'
import { useProject } from './app/projectStore'
import { setTheme } from './app/theme'
import { toast } from './app/toasts'
import { useAppInfo } from './app/appInfo'
import { useView } from './app/viewStore'
import { useDropFiles } from './app/useDropFiles'
import { AppDnd } from './app/dnd/AppDnd'

/** The window, and what stands in for it when it cannot be drawn. */
export function App() {
  return (
    <FaultBoundary>
      <Window />
    </FaultBoundary>
  )
}

/** The home screen without a project, else the chosen view between rail and inspector. */
function Window() {
  const [ready, setReady] = useState(false)
  const folder = useProject((s) => s.folder)
  useDropFiles()
  useEffect(() => listenForKeys(), [])
  useEffect(() => followFreshness(), [])
  useEffect(() => followContinuity(), [])
  useEffect(() => {
    void (async () => {
      const info = await request('app.info', {})
      useAppInfo.setState(info)
      for (const notice of info.notices) toast('warning', notice)
      setTheme(info.theme, false)
      const current = await request('project.current', {})
      if (current) enterProject(current)
      setReady(true)
    })()
  }, [])
  useEffect(() => {
    if (ready) document.body.dataset['ready'] = 'true'
  }, [ready])
  if (!ready) return null
  return (
    <Tooltip.Provider delayDuration={500} skipDelayDuration={200}>
      {folder === null ? (
        <Home />
      ) : (
        <AppDnd>
          <Workspace />
        </AppDnd>
      )}
      <MergeSheet />
      <LookChangeSheet />
      <PictureSheet />
      <ImportChoiceSheet />
      <ImportReportSheet />
      <Palette />
      <Toasts />
    </Tooltip.Provider>
  )
}

function Workspace() {
  const view = useView((s) => s.view)
  const assetId = useView((s) => s.assetId)
  const review = useView((s) => s.review)
  const inspector =
    view === 'script' && review && !assetId ? (
      <ReviewPanel />
    ) : assetId ? (
      <AssetInspector key={assetId} assetId={assetId} />
    ) : view === 'frames' ? (
      <FrameInspector />
    ) : (
      <ShotInspector />
    )
  return (
    <AppChrome inspector={inspector}>
      {view === 'script' && <ScriptView />}
      {view === 'matrix' && <MatrixView />}
      {view === 'frames' && <FramesView />}
    </AppChrome>
  )
}
