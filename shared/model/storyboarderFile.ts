import { z } from 'zod'

/** A board of a .storyboarder file; versions differ, so everything but the board itself may be missing (wonderunit/storyboarder, example.storyboarder). */
const boardSchema = z.looseObject({
  uid: z.string().max(200).nullish(),
  /** Name of the main picture in `images/`. */
  url: z.string().max(500).nullish(),
  number: z.union([z.number(), z.string().max(50)]).nullish(),
  shot: z.union([z.string().max(50), z.number()]).nullish(),
  /** Milliseconds. */
  duration: z.number().nonnegative().max(3_600_000).nullish().catch(null),
  dialogue: z.string().max(100_000).nullish().catch(null),
  action: z.string().max(100_000).nullish().catch(null),
  notes: z.string().max(100_000).nullish().catch(null),
  audio: z
    .looseObject({ filename: z.string().max(500).nullish() })
    .nullish()
    .catch(null),
  layers: z
    .record(z.string(), z.looseObject({ url: z.string().max(500).nullish() }))
    .nullish()
    .catch(null),
})

/** https://github.com/wonderunit/storyboarder: one scene as boards, pictures in `images/` beside the file. */
export const storyboarderFileSchema = z.looseObject({
  fps: z.number().positive().max(240).nullish().catch(null),
  aspectRatio: z.number().positive().nullish().catch(null),
  /** Milliseconds of a board without a duration. */
  defaultBoardTiming: z.number().positive().max(3_600_000).nullish().catch(null),
  boards: z.array(boardSchema).max(20_000),
})
export type StoryboarderFile = z.infer<typeof storyboarderFileSchema>
export type StoryboarderBoard = z.infer<typeof boardSchema>
