import { Tooltip } from 'radix-ui'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { AppChrome } from './features/shell/AppChrome'
import { FaultBoundary } from './features/shell/FaultBoundary'
import { Home } from './features/home/Home'
import { SceneInspector } from './features/shotInspector/SceneInspector'
import { ShotInspector } from './features/shotInspector/ShotInspector'
import { AssetDrawer } from './features/assets/drawer/AssetDrawer'
import { AssetInspector } from './features/assets/AssetInspector'
import { CommandPalette } from './features/shell/CommandPalette'
import { Tour } from './features/tour/Tour'
import { Toasts } from './features/shell/Toasts'
import { listenForKeys } from './app/commands'
import { followContinuity } from './app/continuity/useContinuity'
import { followFreshness } from './app/useFreshness'
import { request } from './app/hostClient'
import { enterProject } from './app/projectActions'
import { followMissingFiles, useMissingFiles } from './app/missingFiles'
import { followCutNames } from './app/fullNames'
import { followPastedPictures } from './app/pastePictures'
import { followPastedShotLists } from './app/pasteShotList'
import { useProject } from './app/projectStore'
import { SheetHost } from './app/SheetHost'
import { showTheme } from './app/theme'
import { toast } from './app/toasts'
import { useAppInfo } from './app/appInfo'
import { viewNamed, type Watched } from './app/views'
import { leaveAsset, useView } from './app/viewStore'
import { useRead } from './app/useRead'
import { openFiles, useDropFiles } from './app/useDropFiles'
import { useDrawer } from './app/drawer'
import { AppDnd } from './app/dnd/AppDnd'
import { focusTarget } from './common/focusTargets'
import { followWalking } from './common/Tip'
import { sheets } from './sheets'

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
  const filesRound = useMissingFiles((s) => s.round)
  useDropFiles()
  useEffect(() => listenForKeys(), [])
  useEffect(() => followFreshness(), [])
  useEffect(() => followContinuity(), [])
  useEffect(() => followMissingFiles(), [])
  useEffect(() => followPastedPictures(), [])
  useEffect(() => followPastedShotLists(), [])
  useEffect(() => followCutNames(), [])
  useEffect(() => followWalking(), [])
  useEffect(() => {
    void (async () => {
      const info = await request('app.info', {})
      useAppInfo.setState(info)
      for (const notice of info.notices) toast('warning', notice)
      showTheme(info.theme, info.themeChoice)
      const current = await request('project.current', {})
      if (current) enterProject(current)
      setReady(true)
      if (info.files.length) void openFiles(info.files)
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
          <Workspace key={filesRound} />
        </AppDnd>
      )}
      <SheetHost sheets={sheets} />
      <CommandPalette />
      <Toasts />
      <Tour />
    </Tooltip.Provider>
  )
}

function Workspace() {
  const view = viewNamed(useView((s) => s.view))
  const assetId = useView((s) => s.assetId)
  const inspects = useWatched(view.inspects ?? always)
  const sceneOnly = useView((s) => s.selected === 'scene' && s.sceneId !== null)
  const isEmpty = useRead((reads) => reads.count('shots') === 0, [])
  // What is about the whole film is not beside an asset that was chosen elsewhere.
  useEffect(() => {
    if (view.withoutShots) leaveAsset()
  }, [view.withoutShots])
  useFocusOfView(view.name)
  const drawer = useDrawer((s) => s.open)
  const inspector = drawer ? (
    <AssetDrawer />
  ) : assetId ? (
    <AssetInspector key={assetId} assetId={assetId} />
  ) : view.alone ? null : view.Inspector && inspects && (view.inspectsScenes || !sceneOnly) ? (
    <view.Inspector />
  ) : sceneOnly ? (
    <SceneInspector />
  ) : view.withoutShots || isEmpty ? null : (
    <ShotInspector />
  )
  return (
    <AppChrome view={view} inspector={inspector}>
      <view.View />
    </AppChrome>
  )
}

const always: Watched<boolean> = { get: () => true, subscribe: () => () => {} }

const useWatched = <T,>({ subscribe, get }: Watched<T>): T => useSyncExternalStore(subscribe, get)

/** A view that is chosen by key takes the focus that went with the one before. */
function useFocusOfView(name: string): void {
  const shown = useRef(name)
  useEffect(() => {
    if (shown.current === name) return
    shown.current = name
    if (document.activeElement === document.body || document.activeElement === null) focusTarget('view')
  }, [name])
}
