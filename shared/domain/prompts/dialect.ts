import type { GeneratorKind } from '../passes/profiles'

/** How a family of models is told of a picture by its number in the call; all others read "Image #1". */
const pictureWords: Partial<Readonly<Record<GeneratorKind, (index: string) => string>>> = {
  'gemini-images': (index) => `Image ${index}`,
  'runway-images': (index) => `@${tagOf(index)}`,
}

/** The tag of a picture that is sent to Runway: three to sixteen letters and digits (backends.md 6.1). */
export const tagOf = (index: string | number): string => `image${index}`

/** A prompt in the wording of the models it goes to; what it says stays the same (backends.md 3, 6.1, 10.1). */
export function inDialect(prompt: string, kind: GeneratorKind): string {
  const words = pictureWords[kind]
  return words ? prompt.replace(/\bImage #(\d+)/g, (_all, index: string) => words(index)) : prompt
}

/** The motion prompt of a clip in the wording of the models it goes to (backends.md 4.1, 10.2): Omni is told by tags which picture is the first frame and which the last. */
export function clipDialect(prompt: string, kind: GeneratorKind, keyframes: number): string {
  if (kind !== 'gemini-video') return prompt
  const sources = ['<FIRST_FRAME>@Image1', '<LAST_FRAME>@Image2'].slice(0, keyframes)
  return `[# Sources ${sources.join(' ')}]\n${prompt}`
}
