import { tagOf } from '@shared/domain/prompts/dialect'
import type { RemoteGenerator } from '../generatorContract'
import { fetchResult, resultLimits } from '../http/fetchResult'
import { nearestShape } from '../http/nearestShape'
import { receivedPass } from '../local/receivedPass'
import { dataUri, runwayTask, runwayTest, withExtra } from './runwayTasks'

const mostBytes = 60_000_000

/** Shapes of the models that take sixteen references; others are named in the profile as the field "ratio" (backends.md 6.1). */
const shapes =
  '2048:880 1920:1088 1920:1280 1920:1440 1920:1536 1920:1920 1536:1920 1440:1920 1280:1920 1088:1920'.split(' ')

/** Images of the models behind Runway (backends.md 6.1): each picture has a tag, by which the prompt calls it. */
export const runwayImages: RemoteGenerator = {
  call(request, report, signal) {
    const { profile, prompt, references, width, height, index } = request
    const body = async () => {
      const pictures: { uri: string; tag: string }[] = []
      for (const reference of references)
        pictures.push({ uri: await dataUri(reference.path, reference.name), tag: tagOf(reference.index) })
      return withExtra(
        new Map<string, unknown>([
          ['model', profile.model],
          ['promptText', prompt],
          ['ratio', nearestShape(width, height, shapes)],
          ...(pictures.length ? [['referenceImages', pictures] as const] : []),
        ]),
        request,
      )
    }
    return runwayTask(
      request,
      {
        path: '/text_to_image',
        body,
        what: 'picture',
        kept: async (url, server, onShare) => {
          const bytes = await fetchResult(
            url,
            server,
            'a picture',
            resultLimits(request.profile, mostBytes),
            signal,
            onShare,
          )
          const kept = await receivedPass(bytes, request, new URL(server.baseUrl).host)
          report({ type: 'passDone', id: request.id, index, ...kept })
        },
      },
      report,
      signal,
    )
  },
  test: runwayTest,
}
