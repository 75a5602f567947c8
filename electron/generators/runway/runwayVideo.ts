import type { RemoteGenerator } from '../generatorContract'
import { fetchResult, resultLimits } from '../http/fetchResult'
import { nearestShape } from '../http/nearestShape'
import { mostClipBytes, receivedClip } from '../local/receivedClip'
import { dataUri, runwayTask, runwayTest, withExtra } from './runwayTasks'

/** Shapes of the models that take a last frame; others are named in the profile as the field "ratio" (backends.md 6.1). */
const shapes = '1280:720 720:1280 1104:832 960:960 832:1104 1584:672'.split(' ')

/** Clips of the models behind Runway, from a first and a last frame (backends.md 6.1). */
export const runwayVideo: RemoteGenerator = {
  clip(request, report, signal) {
    const { profile, prompt, keyframes, width, height, seconds, outFolder } = request
    const body = async () => {
      const promptImage: { uri: string; position: 'first' | 'last' }[] = []
      for (const { at, path } of keyframes) {
        const position = at === 0 ? 'first' : 'last'
        promptImage.push({ uri: await dataUri(path, `the ${position} frame`), position })
      }
      return withExtra(
        new Map<string, unknown>([
          ['model', profile.model],
          ['promptImage', promptImage],
          ['promptText', prompt],
          ['ratio', nearestShape(width, height, shapes)],
          ['duration', seconds],
        ]),
        request,
      )
    }
    return runwayTask(
      request,
      {
        path: '/image_to_video',
        body,
        what: 'clip',
        kept: async (url, server, onShare) => {
          const bytes = await fetchResult(
            url,
            server,
            'a clip',
            resultLimits(request.profile, mostClipBytes),
            signal,
            onShare,
          )
          report({
            type: 'clipDone',
            id: request.id,
            ...(await receivedClip(bytes, outFolder, new URL(server.baseUrl).host)),
          })
        },
      },
      report,
      signal,
    )
  },
  test: runwayTest,
}
