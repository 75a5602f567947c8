import { useProject } from '../../app/projectStore'
import { setView, useView } from '../../app/viewStore'
import type { AppCommand } from '../../app/commands'
import { figuresNow, flipFigure, isPlaced, moveInDepth, resetFigure } from './stage/figureActions'
import { setFrames, useFrames } from './model/framesStore'
import { nextFigure } from './stage/useStageKeys'
import { fitStage, zoomStage } from './stage/useStageGestures'

const surface = 'frame-stage'
const group = 'Frames'

/** The selected figure while it can be changed. */
function figure(): string | null {
  const { selected, preview } = useFrames.getState()
  if (selected === null || preview !== 'blocking' || useProject.getState().readOnly) return null
  return figuresNow().some((s) => s.assetId === selected) ? selected : null
}

const onFigure = (work: (assetId: string) => Promise<void>) => ({
  enabled: () => figure() !== null,
  run: () => {
    const assetId = figure()
    if (assetId !== null) void work(assetId)
  },
})

/** The commands of the Frames view; letters act while the stage has the focus. */
export const frameCommands: readonly AppCommand[] = [
  { id: 'frames.flip', title: 'Flip the figure', group, surface, keys: ['F'], ...onFigure(flipFigure) },
  {
    id: 'frames.back',
    title: 'Send the figure back',
    group,
    surface,
    keys: ['['],
    ...onFigure((id) => moveInDepth(id, -1)),
  },
  {
    id: 'frames.forward',
    title: 'Bring the figure forward',
    group,
    surface,
    keys: [']'],
    ...onFigure((id) => moveInDepth(id, 1)),
  },
  {
    id: 'frames.reset',
    title: 'Put the figure back to the suggested place',
    group,
    surface,
    ...onFigure(resetFigure),
    enabled: () => figure() !== null && isPlaced(figure()!),
  },
  { id: 'frames.next', title: 'Select the next figure', group, surface, run: () => void nextFigure(1) },
  {
    id: 'frames.end',
    title: 'Switch between start and end frame',
    group,
    run: () => setView({ frame: useView.getState().frame === 'start' ? 'end' : 'start' }),
  },
  {
    id: 'frames.preview',
    title: 'Switch between blocking and take',
    group,
    run: () => setFrames({ preview: useFrames.getState().preview === 'take' ? 'blocking' : 'take', draft: null }),
  },
  { id: 'frames.onion', title: 'Onion skin', group, run: () => setFrames({ onion: !useFrames.getState().onion }) },
  { id: 'frames.thirds', title: 'Thirds', group, run: () => setFrames({ thirds: !useFrames.getState().thirds }) },
  { id: 'frames.fit', title: 'Fit the frame into the stage', group, surface, keys: ['0'], run: fitStage },
  { id: 'frames.zoomIn', title: 'Zoom into the frame', group, run: () => zoomStage(1.25) },
  { id: 'frames.zoomOut', title: 'Zoom out of the frame', group, run: () => zoomStage(0.8) },
]
