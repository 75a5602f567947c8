import { placeSound, soundLength, updateClips } from '../domain/sound/clipRules'
import { scenesInOrder, shotIdsInOrder } from '../domain/lookup'
import { below, pick } from './seededRandom'
import type { TestProject } from './testProject'

/** Puts sounds of all lengths and channels all over a film: overlapping, before their shots, cut anywhere, faded, muted, too loud, shorter than a frame. */
export function wildSounds(p: TestProject, random: () => number): void {
  const sounds = Array.from({ length: 1 + below(random, 3) }, () => p.sound(pick(random, [0.03, 0.5, 2.345, 10, 60])))
  for (const id of sounds) {
    const sound = p.store.must('sounds', id)
    const told = { sampleRate: pick(random, [44_100, 48_000, 22_050]), channels: pick(random, [1, 2, 2, 6]) }
    const samples = Math.round(soundLength(sound) * told.sampleRate)
    p.store.apply({ added: {}, updated: { sounds: { [id]: [sound, { ...sound, ...told, samples }] } }, removed: {} })
  }
  const owners = [
    {},
    ...scenesInOrder(p.store).map(({ id }) => ({ sceneId: id })),
    ...shotIdsInOrder(p.store).map((id) => ({ shotId: id })),
  ]
  for (let n = 1 + below(random, 8); n > 0; n--) {
    const soundId = pick(random, sounds)
    const all = soundLength(p.store.must('sounds', soundId))
    const from = random() < 0.5 ? 0 : random() * (all - 0.025)
    const length = random() < 0.5 ? all - from : Math.max(0.02, random() * (all - from))
    const owner = pick(random, owners)
    p.run((draft) => {
      const clip = placeSound(draft, {
        soundId,
        ...owner,
        at: (random() - (Object.keys(owner).length ? 0.2 : 0)) * pick(random, [1, 5, 40]),
        from,
        length,
        muted: random() < 0.15,
        gainDb: pick(random, [0, 0, -6, 3.5, -60, 24]),
      })
      updateClips(draft, {
        clipIds: [clip.id],
        fadeIn: random() < 0.4 ? random() * length : 0,
        fadeOut: random() < 0.4 ? random() * length : 0,
      })
    })
  }
}
