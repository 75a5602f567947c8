import { profileOf } from '@shared/domain/passes/profiles'
import type { GeneratorKind } from '@shared/domain/passes/profiles'
import type { ProfileKind } from '@shared/model/profile'
import { ollama, openaiChat } from './chat/chat'
import { comfyui, comfyuiVideo } from './comfyui/comfyui'
import { GeneratorError } from './generatorContract'
import type { Generator, RemoteGenerator } from './generatorContract'
import { localCompositor } from './local/compositor'
import { withMarks } from './local/marksPicture'
import { geminiImages } from './gemini/geminiImages'
import { geminiVideo } from './google/omni'
import { veo } from './google/veo'
import { runwayImages } from './runway/runwayImages'
import { runwayVideo } from './runway/runwayVideo'
import { openaiImages } from './openai/openaiImages'

/** Which code makes the frames of which kind of profile. */
const byKind: Partial<Readonly<Record<GeneratorKind, Generator>>> = {
  local: localCompositor,
  planned: localCompositor,
}

/** Marks that go along are drawn before a service is called. */
const drawing = (generator: RemoteGenerator): RemoteGenerator => ({
  ...generator,
  call: (request, report, signal) => withMarks(request, () => generator.call!(request, report, signal)),
})

/** Which code speaks with which kind of service. */
export const remoteGenerators: Readonly<Record<ProfileKind, RemoteGenerator>> = {
  comfyui: drawing(comfyui),
  'openai-images': drawing(openaiImages),
  'gemini-images': drawing(geminiImages),
  'runway-images': drawing(runwayImages),
  'comfyui-video': comfyuiVideo,
  'gemini-video': geminiVideo,
  veo,
  'runway-video': runwayVideo,
  'openai-chat': openaiChat,
  ollama,
}

/** The generator of a profile. Throws GeneratorError (class config) for an unknown one. */
export function generatorOf(generatorId: string): Generator {
  const profile = profileOf(generatorId)
  const generator = profile && byKind[profile.kind]
  if (!generator) throw new GeneratorError('config', `There is no generator called ${generatorId}.`)
  return generator
}
