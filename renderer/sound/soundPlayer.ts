import { z } from 'zod'
import { soundingClips, type SoundingClip } from '@shared/domain/sound/soundingClips'
import { framesToSeconds } from '@shared/domain/time/frames'
import { StoryClock, type ClockScope } from '@shared/domain/time/storyClock'
import { timingOf } from '@shared/domain/time/timingOf'
import { cached } from '@shared/records/cached'
import { recordsNow, useProject } from '../app/projectStore'
import { remembered } from '../app/remembered'
import type { Transport } from '../app/transport'
import { decodedSound, onSound } from './decodedSounds'
import { MediaClock } from './mediaClock'
import { scheduleSounds } from './scheduleSounds'
import { useSoundView } from './soundView'
import { laneOf } from '@shared/domain/sound/soundRows'

/** How loud the window plays, 0 to 1, and whether it does. */
export const volume = remembered(
  'volume',
  z.object({ level: z.number().min(0).max(1).catch(0.8), on: z.boolean().catch(true) }),
)

let context: AudioContext | null = null
let out: GainNode | null = null
let meter: AnalyserNode | null = null

/** The clock of everything that plays in the window. */
const mediaClock = new MediaClock(() => context)

/** The timer of a transport that sound goes along with. */
export const mediaTimer = {
  now: () => mediaClock.now(),
  ask: (tick: () => void) => requestAnimationFrame(tick),
  cancel: (id: number) => cancelAnimationFrame(id),
}

/** Has the hardware ready, so that the first sound comes at once. */
export function wakeSound(): AudioContext {
  if (!context) {
    context = new AudioContext({ latencyHint: 'interactive' })
    out = new GainNode(context)
    meter = new AnalyserNode(context, { fftSize: 2048 })
    out.connect(meter).connect(context.destination)
    const setLevel = () => {
      const { level, on } = volume.use.getState()
      // The ear hears loudness as the square of the level.
      out!.gain.value = on ? level * level : 0
    }
    setLevel()
    volume.use.subscribe(setLevel)
  }
  if (context.state === 'suspended') void context.resume()
  return context
}

const samples = new Float32Array(2048)
/** The loudest sample of the last moment, in decibels below full; -Infinity in silence. */
export function peakNow(): number {
  if (!meter || context?.state !== 'running') return -Infinity
  meter.getFloatTimeDomainData(samples)
  let peak = 0
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample))
  return peak > 0 ? 20 * Math.log10(peak) : -Infinity
}

const soundsOf = cached<readonly SoundingClip[]>((reads, scope) =>
  soundingClips(reads, StoryClock.of(reads, JSON.parse(scope) as ClockScope)),
)

/** What somebody hears now: without lanes that are put aside for listening. */
function heard(scope: ClockScope): readonly SoundingClip[] {
  const records = recordsNow()
  const all = soundsOf(records, JSON.stringify(scope))
  const { solo } = useSoundView.getState()
  return solo === null ? all : all.filter(({ clipId }) => laneOf(records.must('soundClips', clipId)) === solo)
}

/** Lets a transport be heard while it plays forwards at once its speed. @returns what ends that */
export function followTransport(transport: Transport, scopeNow: () => ClockScope | null): () => void {
  let stop: (() => void) | null = null
  let sounding: readonly SoundingClip[] | null = null
  const silence = () => {
    stop?.()
    stop = null
    sounding = null
  }
  const begin = () => {
    silence()
    const scope = scopeNow()
    if (scope === null || transport.now.speed !== 1) return
    const hardware = wakeSound()
    sounding = heard(scope)
    const from = framesToSeconds(transport.now.frame, timingOf(recordsNow()).fps)
    stop = scheduleSounds(hardware, out!, sounding, decodedSound, from, hardware.currentTime)
  }
  const again = () => {
    if (transport.now.speed === 1) begin()
  }
  const stops = [
    transport.use.subscribe((now, before) => {
      if (now.speed !== 1) silence()
      else if (now.runs !== before.runs || before.speed !== 1) begin()
    }),
    useProject.subscribe((now, before) => {
      if (now.revision === before.revision || transport.now.speed !== 1) return
      const scope = scopeNow()
      if (scope !== null && heard(scope) !== sounding) begin()
    }),
    useSoundView.subscribe((now, before) => {
      if (now.solo !== before.solo) again()
    }),
    // A sound that is read only now comes in where it is.
    onSound(again),
  ]
  return () => {
    silence()
    for (const end of stops) end()
  }
}
