import { rm } from 'node:fs/promises'
import { boxFormOf } from '@shared/domain/passes/profileKinds'
import type { CallRequest, PassDoneEvent } from '../generatorContract'
import { oneAtATime } from './oneAtATime'
import { pasteBack } from './pasteBack'
import { receivedPicture } from './receivedPicture'
import { writeNewFile } from './writeFile'

const inTurn = oneAtATime()

/**
 * The picture of a pass that came from a service becomes a file: what lies outside the region it may change is pasted back from the base plate (domain.md 5.14). A first
 * pass stays as it came.
 * @throws GeneratorError `config`: what comes is no picture that can be kept
 */
export async function receivedPass(
  bytes: Buffer,
  { region, references, outFolder, profile }: CallRequest,
  from: string,
): Promise<Omit<PassDoneEvent, 'type' | 'id' | 'index'>> {
  const kept = await receivedPicture(bytes, outFolder, from)
  const base = references[0]
  if (!region || !base) return kept
  return inTurn(async () => {
    // It is paid for: where the base plate cannot be read any more it is kept as it came.
    const pasted = await pasteBack(bytes, base.path, region, boxFormOf(profile) === 'mask').catch(() => null)
    if (!pasted) return kept
    const { width, height } = pasted
    const path = await writeNewFile(outFolder, 'png', pasted.bytes)
    await rm(kept.path, { force: true })
    return { path, width, height, mime: 'image/png', ext: 'png' }
  })
}
