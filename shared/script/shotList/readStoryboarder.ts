import { longestNumber } from '../../model/common'
import type { FrameRate } from '../../model/frameRate'
import { storyboarderFileSchema, type StoryboarderBoard } from '../../model/storyboarderFile'
import { parseFrameRate } from '../../domain/time/frameRates'
import { secondsToFrames } from '../../domain/time/frames'
import { tooLarge } from '../limits'
import { ShotListBuilder, type ShotList } from './shotList'

/** Layers that can stand for a board whose main picture is missing. */
const layerOrder = ['shot-generator', 'reference', 'fill', 'tone', 'pencil', 'ink', 'notes']

/**
 * A .storyboarder file: one scene, one shot a board, its picture for the start frame, the name of its audio in the notes. Stored with one board a
 * line, so that lines count boards; that form is read too.
 */
export function readStoryboarder(text: string, sceneName: string, fps: FrameRate): ShotList {
  const list = new ShotListBuilder()
  const stop = (code: string, message: string) => {
    list.warnings.push({ line: 1, code, message })
    return list.finish('storyboarder', [])
  }
  const large = tooLarge(text)
  if (large) return stop(large.code, large.message)
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return stop('STORYBOARDER_INVALID', 'The file is no Storyboarder project: it cannot be read as JSON.')
  }
  const parsed = storyboarderFileSchema.safeParse(json)
  if (!parsed.success)
    return stop(
      'STORYBOARDER_INVALID',
      `The file is no Storyboarder project: ${parsed.error.issues[0]?.path.join('.') || 'boards'} does not fit.`,
    )
  const { boards, defaultBoardTiming, fps: ownFps, aspectRatio } = parsed.data
  if (!boards.length) return stop('EMPTY_SCRIPT', 'The Storyboarder project has no boards.')
  list.addScene(sceneName, '', 1)
  boards.forEach((board, i) => addBoard(list, board, i + 2, (board.duration ?? defaultBoardTiming ?? 2000) / 1000, fps))
  const head = JSON.stringify({
    ...(ownFps ? { fps: ownFps } : {}),
    ...(aspectRatio ? { aspectRatio } : {}),
    ...(defaultBoardTiming ? { defaultBoardTiming } : {}),
  }).slice(0, -1)
  const lines = [
    `${head}${head === '{' ? '' : ','}"boards":[`,
    ...boards.map((b, i) => JSON.stringify(slim(b)) + (i < boards.length - 1 ? ',' : '')),
    ']}',
  ]
  return {
    ...list.finish('storyboarder', lines),
    film: {
      fps: ownFps ? (parseFrameRate(ownFps)?.fps ?? null) : null,
      aspect: aspectRatio ? aspectOfRatio(aspectRatio) : null,
    },
  }
}

/** 1.7778 is 16:9, 2.35 is 235:100. */
function aspectOfRatio(ratio: number): { width: number; height: number } | null {
  for (const [width, height] of [
    [16, 9],
    [4, 3],
    [1, 1],
    [2, 1],
    [9, 16],
    [3, 2],
  ] as const)
    if (Math.abs(ratio - width / height) < 0.005) return { width, height }
  return ratio > 0.1 && ratio < 10 ? { width: Math.round(ratio * 100), height: 100 } : null
}

/** What is read of a board, so that a stored one stays small. */
function slim({ uid, url, number, shot, duration, dialogue, action, notes, audio, layers }: StoryboarderBoard) {
  return {
    uid,
    url,
    number,
    shot,
    duration,
    dialogue,
    action,
    notes,
    audio,
    layers: layers && Object.fromEntries(Object.entries(layers).map(([name, { url: file }]) => [name, { url: file }])),
  }
}

function addBoard(
  list: ShotListBuilder,
  board: StoryboarderBoard,
  line: number,
  seconds: number,
  fps: FrameRate,
): void {
  const spoken = board.dialogue?.trim() ?? ''
  const cue = /^([^:\n]{1,60}):\s*([\s\S]+)$/.exec(spoken)
  const audio = board.audio?.filename ? `Audio: ${board.audio.filename}` : ''
  list.addShot({
    text: board.action?.trim() ?? '',
    dialogue: spoken
      ? [
          {
            character: (cue?.[1] ?? '').trim().toUpperCase(),
            extension: '',
            parenthetical: '',
            text: (cue?.[2] ?? spoken).trim(),
          },
        ]
      : [],
    size: null,
    angle: null,
    movement: '',
    notes: [board.notes?.trim(), audio].filter(Boolean).join('\n'),
    number:
      String(board.shot ?? board.number ?? '')
        .trim()
        .slice(0, longestNumber) || undefined,
    durationFrames: secondsToFrames(seconds, fps),
    startLine: line,
    endLine: line,
    people: [],
    things: [],
  })
  const main = board.url?.trim()
  const layers = layerOrder.flatMap((name) => board.layers?.[name]?.url ?? [])
  // Storyboarder keeps a flattened picture of every board beside its layers.
  const files = [...(main ? [main.replace(/\.png$/i, '-posterframe.jpg'), main] : []), ...layers]
  if (files.length) list.pictures.push({ scene: 0, shot: line - 2, line, files })
}
