import type { ClipPart } from '@shared/domain/sound/soundingClips'
import { framesToSeconds, secondsInFrames } from '@shared/domain/time/frames'
import { timingOf } from '@shared/domain/time/timingOf'
import type { CommandName } from '@shared/ipc/inputSchemas'
import type { SoundClip } from '@shared/model/sound'
import type { AppCommand } from '../app/commands'
import { editable } from '../app/edit/editing'
import { hint } from '../app/hint'
import { done, run } from '../app/projectActions'
import { recordsNow } from '../app/projectStore'
import { announce } from '../app/toasts'
import type { Transport } from '../app/transport'
import { nudgedPull } from './clipEdit'
import { recordLine } from './recordLine'
import { addSound } from './soundActions'
import { soundRows, laneOf, type SoundLane } from '@shared/domain/sound/soundRows'
import { useSoundView } from './soundView'

/** The chosen clips that are still there. */
function chosenClips(): SoundClip[] {
  const records = recordsNow()
  return useSoundView.getState().chosen.flatMap((id) => records.get('soundClips', id) ?? [])
}

export const chooseClip = (id: string | null): void => useSoundView.setState({ chosen: id === null ? [] : [id] })

/** Silences a lane, or lets it be heard again. */
export function muteLane(lane: SoundLane): void {
  const clips = soundRows(recordsNow()).clips.filter((p) => p.lane === lane)
  if (!clips.length) return
  const muted = !clips.every((p) => p.clip.muted)
  void run('sound.update', { clipIds: clips.map((p) => p.clip.id), muted })
}

/** Hears a lane alone, or all of them again; nobody else's business. */
export function soloLane(lane: SoundLane): void {
  useSoundView.setState((s) => ({ solo: s.solo === lane ? null : lane }))
}

/** Cuts the chosen clip where the playhead stands. */
function cutClip(frame: number): void {
  const [clip] = chosenClips()
  const records = recordsNow()
  const placed = soundRows(records).clips.find((p) => p.clip.id === clip?.id)
  if (!clip || !placed) return
  const at = framesToSeconds(frame, timingOf(records).fps) - placed.start
  if (at <= 0 || at >= clip.length) {
    const text = 'Not cut: the playhead is not in the sound.'
    hint(text)
    announce(text)
    return
  }
  void run('sound.split', { clipId: clip.id, at })
}

/**
 * The keys of sound lanes: the twins of what the mouse does, and recording.
 * @param player whose playhead they go by · @param offset the frame of the film that its clock begins with
 */
export function soundCommands(id: string, player: Transport, offset: () => number): readonly AppCommand[] {
  const base = (name: string, title: string, keys: string[], run: () => void): AppCommand => ({
    id: `${id}.sound.${name}`,
    title,
    keys,
    group: 'Sound',
    surface: 'sound',
    run,
  })
  const about = () => {
    const clips = chosenClips()
    return clips.length ? clips.map((c) => c.name || 'a sound').join(', ') : null
  }
  const onClip = (name: string, title: string, keys: string[], does: CommandName, act: () => void): AppCommand => ({
    ...base(name, title, keys, act),
    does: [does],
    about,
    enabled: () => editable() && chosenClips().length > 0,
  })
  const playhead = () => player.now.frame + offset()
  const nudge = (part: () => ClipPart, frames: number) => () => {
    const [clip] = chosenClips()
    const draft = clip && nudgedPull(clip.id, part(), frames)
    if (!draft) return
    hint(draft.sentence)
    announce(draft.sentence)
    if (!draft.refused) void run('sound.update', { clipIds: [draft.clipId], ...draft.fields })
  }
  const end = () => useSoundView.getState().end
  const whole = (): ClipPart => 'body'
  const step = (way: 1 | -1) => () => {
    const { clips } = soundRows(recordsNow())
    const inOrder = clips.toSorted((a, b) => a.start - b.start || a.row - b.row)
    const now = inOrder.findIndex((p) => p.clip.id === useSoundView.getState().chosen[0])
    const { fps } = timingOf(recordsNow())
    const next =
      now >= 0
        ? inOrder[now + way]
        : way === 1
          ? inOrder.find((p) => secondsInFrames(p.start + p.clip.length, fps) > playhead())
          : inOrder.findLast((p) => secondsInFrames(p.start, fps) < playhead())
    if (!next) return
    chooseClip(next.clip.id)
    announce(`${next.clip.name}, ${laneOf(next.clip) === 'track' ? 'track' : 'line'}`)
  }
  const chooseEnd = (part: 'start' | 'end') => () => {
    useSoundView.setState({ end: part })
    const text = part === 'start' ? 'Alt and arrows trim the start' : 'Alt and arrows trim the end'
    hint(text)
    announce(text)
  }
  return [
    { ...base('next', 'To the next sound', ['ArrowRight', 'ArrowDown'], step(1)), palette: false },
    { ...base('previous', 'To the sound before', ['ArrowLeft', 'ArrowUp'], step(-1)), palette: false },
    base('startEnd', 'Work on the start of the sound', ['['], chooseEnd('start')),
    base('endEnd', 'Work on the end of the sound', [']'], chooseEnd('end')),
    onClip('trimLater', 'Trim the end of the sound one frame later', ['Alt+ArrowRight'], 'sound.update', nudge(end, 1)),
    onClip(
      'trimEarlier',
      'Trim the end of the sound one frame earlier',
      ['Alt+ArrowLeft'],
      'sound.update',
      nudge(end, -1),
    ),
    onClip(
      'trimLater10',
      'Trim the end of the sound ten frames later',
      ['Shift+Alt+ArrowRight'],
      'sound.update',
      nudge(end, 10),
    ),
    onClip(
      'trimEarlier10',
      'Trim the end of the sound ten frames earlier',
      ['Shift+Alt+ArrowLeft'],
      'sound.update',
      nudge(end, -10),
    ),
    onClip('later', 'Move the sound one frame later', ['Mod+Alt+ArrowRight'], 'sound.update', nudge(whole, 1)),
    onClip('earlier', 'Move the sound one frame earlier', ['Mod+Alt+ArrowLeft'], 'sound.update', nudge(whole, -1)),
    onClip('cut', 'Cut the sound at the playhead', ['Shift+S'], 'sound.split', () => cutClip(playhead())),
    base('mute', 'Silence the lane of the sound', ['M'], () => muteLane(laneOfChosen())),
    base('solo', 'Hear the lane of the sound alone', ['S'], () => soloLane(laneOfChosen())),
    {
      ...base('record', 'Record a line from the playhead on', ['R'], () => void recordLine(player)),
      surface: ['sound', 'animatic'],
      enabled: editable,
    },
    { ...base('add', 'Add a sound file at the playhead', [], () => void addSound(playhead())), enabled: editable },
    {
      ...onClip('remove', 'Remove the sound', ['Delete', 'Backspace'], 'sound.remove', () => {
        const clips = chosenClips()
        void run('sound.remove', { clipIds: clips.map((c) => c.id) }).then((gone) => {
          if (gone) done(`Removed: ${clips.map((c) => c.name).join(', ')}.`)
        })
      }),
      destroys: true,
    },
  ]
}

const laneOfChosen = (): SoundLane => {
  const [clip] = chosenClips()
  return clip ? laneOf(clip) : 'track'
}
