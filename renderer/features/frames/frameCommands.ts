import { chosenTake, takeKindOf, takesOf } from '@shared/domain/lookup'
import type { Take } from '@shared/model/result'
import { editable } from '../../app/edit/editing'
import { importTake, make, run } from '../../app/projectActions'
import { recordsNow, useProject } from '../../app/projectStore'
import { shotWords } from '../../app/selection'
import { setView, useView } from '../../app/viewStore'
import type { AppCommand } from '../../app/commands'
import { figuresNow, flipFigure, isPlaced, moveInDepth, resetFigure } from './stage/figureActions'
import { setFrames, useFrames } from './model/framesStore'
import { takesToCompare } from './takes/compared'
import { nextFigure } from './stage/useStageKeys'
import { fitStage, zoomStage } from './stage/useStageGestures'
import { markCommands, marking } from './marks/markCommands'

const surface = 'frame-stage'
const group = 'Frames'

/** The selected figure while it can be changed. */
function figure(): string | null {
  const { selected, preview } = useFrames.getState()
  if (marking() || selected === null || preview !== 'blocking' || useProject.getState().readOnly) return null
  return figuresNow().some((s) => s.assetId === selected) ? selected : null
}

const onFigure = (work: (assetId: string) => Promise<void>) => ({
  does: ['blocking.set'] as const,
  about: () => recordsNow().get('assets', figure() ?? '')?.name ?? null,
  enabled: () => figure() !== null,
  run: () => {
    const assetId = figure()
    if (assetId !== null) void work(assetId)
  },
})

/** The take that shows at the chosen end of the shot. */
function shown(): Take | null {
  const { shotId, frame } = useView.getState()
  return shotId === null ? null : chosenTake(recordsNow(), shotId, takeKindOf(frame))
}

/** The takes of the chosen end of the shot. */
function comparable(): readonly Take[] {
  const { shotId, frame } = useView.getState()
  return shotId === null ? [] : takesOf(recordsNow(), shotId, takeKindOf(frame))
}

function takeBeside(way: 1 | -1): Take | undefined {
  const { shotId, frame } = useView.getState()
  const takes = shotId === null ? [] : takesOf(recordsNow(), shotId, takeKindOf(frame))
  const at = takes.findIndex((take) => take.id === shown()?.id)
  return at < 0 ? undefined : takes[at + way]
}

/** "shot 4, start". */
function frameWords(): string | null {
  const { shotId, frame } = useView.getState()
  return shotId === null ? null : `${shotWords([shotId])}, ${frame}`
}

/** The commands of the Frames view; letters act while the stage has the focus. */
export const frameCommands: readonly AppCommand[] = [
  ...markCommands,
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
  {
    id: 'frames.another',
    title: 'Make another take of the frame',
    group,
    about: frameWords,
    enabled: () => editable() && shown() !== null,
    run: () => {
      const { shotId, frame } = useView.getState()
      if (shotId !== null) void make(10, 'chosen', [shotId], [frame])
    },
  },
  {
    id: 'frames.import',
    title: 'Take a picture from a file…',
    group,
    about: frameWords,
    enabled: () => editable() && shown() !== null,
    run: () => {
      const { shotId, frame } = useView.getState()
      if (shotId !== null) void importTake(shotId, frame)
    },
  },
  {
    id: 'frames.approve',
    title: 'Approve the take, or unlock it',
    group,
    does: ['take.lock'],
    about: frameWords,
    enabled: () => editable() && shown() !== null,
    run: () => {
      const take = shown()
      if (take)
        void run('take.lock', { takeId: take.id, locked: !(recordsNow().get('resultMarks', take.id)?.locked ?? false) })
    },
  },
  ...([1, -1] as const).map((way): AppCommand => ({
    id: way === 1 ? 'frames.newerTake' : 'frames.olderTake',
    title: way === 1 ? 'Choose the newer take' : 'Choose the older take',
    group,
    does: ['take.choose'],
    about: frameWords,
    enabled: () => editable() && takeBeside(way) !== undefined,
    run: () => {
      const { shotId, frame } = useView.getState()
      const take = takeBeside(way)
      if (shotId !== null && take) void run('take.choose', { shotId, kind: takeKindOf(frame), takeId: take.id })
    },
  })),
  {
    id: 'frames.compare',
    title: 'Takes side by side',
    group,
    about: frameWords,
    enabled: () => comparable().length > 1,
    run: () => {
      const { compared } = useFrames.getState()
      setFrames({ compared: compared ? null : takesToCompare({ takes: comparable(), chosen: shown() }) })
    },
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
  {
    id: 'frames.onion',
    title: 'Onion skin',
    group,
    surface: ['frame-stage', 'mark-tools'],
    keys: ['O'],
    run: () => setFrames({ onion: !useFrames.getState().onion }),
  },
  { id: 'frames.thirds', title: 'Thirds', group, run: () => setFrames({ thirds: !useFrames.getState().thirds }) },
  { id: 'frames.fit', title: 'Fit the frame into the stage', group, surface, keys: ['0'], run: fitStage },
  { id: 'frames.zoomIn', title: 'Zoom into the frame', group, run: () => zoomStage(1.25) },
  { id: 'frames.zoomOut', title: 'Zoom out of the frame', group, run: () => zoomStage(0.8) },
]
