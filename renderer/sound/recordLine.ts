import { framesToSeconds } from '@shared/domain/time/frames'
import { timingOf } from '@shared/domain/time/timingOf'
import { recordsNow } from '../app/projectStore'
import { announce, toast } from '../app/toasts'
import type { Transport } from '../app/transport'
import { takeSound } from './soundActions'
import { soundClock } from '@shared/domain/sound/soundRows'
import { useSoundView } from './soundView'
import { wavOf } from './wav'

let recorder: MediaRecorder | null = null

/** Records a line from the playhead on while the film plays, or ends the recording; the line belongs to the shot it began in. */
export async function recordLine(player: Transport): Promise<void> {
  if (recorder) {
    player.stop()
    recorder.stop()
    return
  }
  const stream = await navigator.mediaDevices
    .getUserMedia({ audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false } })
    .catch((error: DOMException) => {
      toast(
        'warning',
        error.name === 'NotFoundError'
          ? 'Not recorded: there is no microphone. Plug one in, or add a recording.'
          : 'Not recorded: the microphone is not allowed. Allow it in the system’s settings, or add a recording.',
      )
      return null
    })
  if (!stream) return
  const { frame } = player.now
  const chunks: Blob[] = []
  recorder = new MediaRecorder(stream)
  recorder.addEventListener('dataavailable', (event) => chunks.push(event.data))
  recorder.addEventListener('stop', () => {
    recorder = null
    useSoundView.setState({ recording: false })
    for (const track of stream.getTracks()) track.stop()
    void keep(new Blob(chunks), frame)
  })
  recorder.addEventListener('start', () => {
    useSoundView.setState({ recording: true })
    announce('Recording.')
    player.play()
  })
  recorder.start()
}

async function keep(blob: Blob, frame: number): Promise<void> {
  const records = recordsNow()
  const shot = soundClock(records).shotAt(frame)
  const decoder = new OfflineAudioContext(1, 1, 48_000)
  const buffer = await blob
    .arrayBuffer()
    .then((bytes) => decoder.decodeAudioData(bytes))
    .catch(() => null)
  if (!buffer || buffer.duration < 0.1) {
    toast('warning', 'Not recorded: nothing came from the microphone.')
    return
  }
  const { fps } = timingOf(records)
  const number = shot ? records.get('shots', shot.shotId)?.number : undefined
  const before = shot ? records.sizeOf('clipsOfShot', shot.shotId) : 0
  await takeSound({
    bytes: wavOf(buffer.getChannelData(0), buffer.sampleRate),
    called: number === undefined ? 'Recorded line' : `Shot ${number}, line ${before + 1}`,
    ...(shot
      ? { shotId: shot.shotId, at: framesToSeconds(frame - shot.start, fps) }
      : { at: framesToSeconds(frame, fps) }),
  })
}
