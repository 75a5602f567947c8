import type { Pass } from '../../model/result'
import { digest } from '../../records/digest'
import type { FrameDescription } from '../../drawing/frameDescription'
import type { PlannedPass } from './passPlan'
import type { GeneratorProfile } from './profiles'

/** What a pass depends on: the picture it builds on, its references as they look, where they stand, note and profile (domain.md 5). */
export function passInputs(
  frame: FrameDescription,
  pass: PlannedPass,
  basePlate: string | null,
  profile: GeneratorProfile,
): Record<string, unknown> {
  const subjects = frame.subjects.filter((s) => pass.assetIds.includes(s.assetId)).map(({ assetId: _id, ...s }) => s)
  const location = pass.index === 1 && frame.location ? { ...frame.location, assetId: '' } : null
  const moreLocations = (frame.moreLocations ?? [])
    .filter((l) => pass.assetIds.includes(l.assetId))
    .map(({ assetId: _id, ...l }) => l)
  const style = pass.references.find((r) => r.role === 'style')?.pictureId
  const marks = pass.references.find((r) => r.role === 'marks')?.marks
  const { width, height, size, angle, setName, seenThrough, weather } = frame
  return {
    basePlate,
    location,
    ...(moreLocations.length ? { moreLocations } : {}),
    subjects,
    ...(marks === undefined ? {} : { marks }),
    ...(style === undefined ? {} : { style }),
    note: pass.note,
    profile: `${profile.id}@${profile.revision}`,
    frame: { width, height, size, angle, setName, ...(seenThrough && { seenThrough }), ...(weather && { weather }) },
  }
}

/** How many passes of a take, from the first, would be made from the same inputs today and so keep their pictures. @param startTake the start take that pass 1 is built on */
export function keptPassCount(
  frame: FrameDescription,
  passes: readonly PlannedPass[],
  profile: GeneratorProfile,
  stored: readonly Pass[],
  startTake: string | null = null,
): number {
  let basePlate = startTake
  for (const [i, pass] of passes.entries()) {
    const before = stored[i]
    if (!before || before.digest !== digest(passInputs(frame, pass, basePlate, profile))) return i
    basePlate = before.mediaId
  }
  return passes.length
}
