import type { AppCommand } from '../../app/commands'
import { player, setAnimatic, useAnimatic } from './animaticState'
import { clearMarks, mark, movePlayhead, step, toCut } from './playing'

/** The keys of the animatic. @param fullScreen shows the picture alone, or no more */
export function animaticCommands(fullScreen: () => void): readonly AppCommand[] {
  const command = (id: string, title: string, keys: string[], run: () => void): AppCommand => ({
    id: `animatic.${id}`,
    title,
    keys,
    group: 'Animatic',
    surface: ['animatic', 'sound'],
    run,
  })
  const playing = (id: string, title: string, keys: string[], run: () => void): AppCommand => ({
    ...command(id, title, keys, run),
    surface: 'animatic',
  })
  const turn = (field: 'subtitles' | 'slate' | 'names') => () =>
    setAnimatic({ [field]: !useAnimatic.getState()[field] })
  return [
    command('play', 'Play or pause', ['Space'], () => player.toggle()),
    command('playOn', 'Play, or play faster', ['L'], () => player.shuttle(1)),
    command('playBack', 'Play backwards, or faster backwards', ['J'], () => player.shuttle(-1)),
    command('pause', 'Pause', ['K'], () => player.stop()),
    command('loop', 'Play round and round', ['Mod+L'], () => player.setLoop(!player.now.loop)),
    command('in', 'Play from the playhead: in point', ['I'], () => mark('in')),
    command('out', 'Play up to the playhead: out point', ['O'], () => mark('out')),
    command('noRange', 'Clear the in and out points', ['Alt+X'], clearMarks),
    command('frameLater', 'One frame later', ['.'], () => step(1)),
    command('frameEarlier', 'One frame earlier', [','], () => step(-1)),
    command('framesLater', 'Ten frames later', ['Shift+>', 'Shift+.'], () => step(10)),
    command('framesEarlier', 'Ten frames earlier', ['Shift+<', 'Shift+,'], () => step(-10)),
    playing('cutLater', 'To the next cut', ['ArrowDown', 'PageDown'], () => toCut(1)),
    playing('cutEarlier', 'To the cut before', ['ArrowUp', 'PageUp'], () => toCut(-1)),
    playing('right', 'Playhead one frame on', ['ArrowRight'], () => step(1)),
    playing('left', 'Playhead one frame back', ['ArrowLeft'], () => step(-1)),
    command('start', 'To the start', ['Home'], () => movePlayhead(player.range.from)),
    command('end', 'To the last frame', ['End'], () => movePlayhead(player.range.to - 1)),
    command('full', 'Full screen', ['F'], fullScreen),
    command('subtitles', 'Show or hide subtitles', [], turn('subtitles')),
    command('slate', 'Show or hide timecode and shot number', [], turn('slate')),
    command('names', 'Show or hide names', [], turn('names')),
  ]
}
