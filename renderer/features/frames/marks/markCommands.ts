import type { AppCommand } from '../../../app/commands'
import { setLook, canMark, chooseTool, eraseMarks, marksNow, stepWidth, toggleMarking } from './markActions'
import { markColours } from '@shared/model/mark'
import { setInk, useInk, useMarkWork, type MarkTool } from './marksState'

const surface = ['frame-stage', 'mark-tools']
const group = 'Frames'

/** Are marks being drawn? */
export const marking = (): boolean => useMarkWork.getState().on

const toolKeys: readonly (readonly [MarkTool, string, string])[] = [
  ['select', 'V', 'Select marks'],
  ['pen', 'B', 'Draw marks with the pen'],
  ['arrow', 'A', 'Draw arrows'],
  ['box', 'R', 'Draw boxes'],
  ['text', 'T', 'Write over the frame'],
  ['eraser', 'E', 'Erase marks'],
]

/** What can be done to the marks of a frame; letters act while the stage or the tools have the focus. */
export const markCommands: readonly AppCommand[] = [
  {
    id: 'frames.marks',
    title: 'Draw marks over the frame, or be done',
    group,
    surface,
    keys: ['M'],
    does: ['mark.add'],
    run: () => toggleMarking(),
  },
  {
    id: 'frames.marksShown',
    title: 'Show or hide the marks over the frame',
    group,
    run: () => setInk({ shown: !useInk.getState().shown }),
  },
  ...toolKeys.map(([tool, key, title]): AppCommand => ({
    id: `frames.marks.${tool}`,
    title,
    group,
    surface,
    keys: [key],
    byKey: marking,
    run() {
      if (!marking()) toggleMarking(true)
      chooseTool(tool)
    },
  })),
  ...([1, -1] as const).map((way): AppCommand => ({
    id: way === 1 ? 'frames.marks.thicker' : 'frames.marks.thinner',
    title: way === 1 ? 'Thicker marks' : 'Thinner marks',
    group,
    surface,
    keys: [way === 1 ? ']' : '['],
    does: ['mark.update'],
    enabled: canMark,
    run: () => stepWidth(way),
  })),
  ...markColours.map((colour, i): AppCommand => ({
    id: `frames.marks.${colour}`,
    title: `${colour[0]!.toUpperCase()}${colour.slice(1)} marks`,
    group,
    surface,
    keys: [String(i + 1)],
    does: ['mark.update'],
    enabled: canMark,
    run: () => void setLook({ colour }),
  })),
  {
    id: 'frames.marks.eraseAll',
    title: 'Erase all marks of the frame',
    group,
    does: ['mark.remove'],
    destroys: true,
    enabled: () => canMark() && marksNow().length > 0,
    run: () => void eraseMarks(marksNow().map((mark) => mark.id)),
  },
]
