import type { BoxForm, Profile, ProfileKind } from '../../model/profile'

/** What a new profile of a kind begins with; everything can be changed. */
type Beginning = Pick<
  Profile,
  | 'name'
  | 'baseUrl'
  | 'maxImages'
  | 'maxHumans'
  | 'maxObjects'
  | 'newSubjectsPerPass'
  | 'maxPasses'
  | 'traits'
  | 'suggestsEndFromStart'
  | 'promptMax'
  | 'timeoutSeconds'
  | 'keyHeader'
  | 'clip'
> &
  Partial<Pick<Profile, 'boxForm'>>

export interface KindFacts {
  /** What it is called in lists. */
  readonly label: string
  /** Stills, clips of shots, or words: prompts, and what is in a script. */
  readonly makes: 'frames' | 'clips' | 'words'
  /** Can the server say what became of a call whose answer was lost (backends.md 0.3): always, once it has told its name of it, or never? */
  readonly looksUp: 'always' | 'byHandle' | 'never'
  readonly needsModel: boolean
  readonly needsWorkflow: boolean
  /** Most pictures any call of this kind can carry. */
  readonly mostImages: number
  readonly beginning: Beginning
}

/** What does not count for clips and words; it is there because every profile has it. */
const oneCall = {
  maxImages: 1,
  maxHumans: null,
  maxObjects: null,
  newSubjectsPerPass: 1,
  maxPasses: 1,
  traits: true,
  suggestsEndFromStart: false,
  promptMax: null,
} as const
const clipBeginning = { ...oneCall, maxImages: 2, timeoutSeconds: 1800 }
const wordsBeginning = { ...oneCall, timeoutSeconds: 280, clip: null }

/** The kinds of remote generators. Caps begin as domain.md 5.2 gives them for open and strong models; limits are those of backends.md 1 to 4, 6.1 and 7. */
export const profileKinds: Readonly<Record<ProfileKind, KindFacts>> = {
  comfyui: {
    label: 'ComfyUI',
    makes: 'frames',
    looksUp: 'always',
    needsModel: false,
    needsWorkflow: true,
    mostImages: 64,
    beginning: {
      name: 'ComfyUI',
      baseUrl: 'http://127.0.0.1:8188',
      maxImages: 3,
      maxHumans: null,
      maxObjects: null,
      newSubjectsPerPass: 2,
      maxPasses: 4,
      traits: true,
      suggestsEndFromStart: true,
      promptMax: null,
      timeoutSeconds: 600,
      keyHeader: null,
      clip: null,
    },
  },
  'openai-images': {
    label: 'OpenAI-compatible images',
    makes: 'frames',
    looksUp: 'never',
    needsModel: true,
    needsWorkflow: false,
    mostImages: 16,
    beginning: {
      name: 'OpenAI images',
      baseUrl: 'https://api.openai.com/v1',
      maxImages: 4,
      maxHumans: null,
      maxObjects: null,
      newSubjectsPerPass: 3,
      maxPasses: 4,
      traits: true,
      suggestsEndFromStart: true,
      promptMax: 32_000,
      timeoutSeconds: 280,
      keyHeader: 'Authorization',
      clip: null,
      boxForm: 'mask',
    },
  },
  'gemini-images': {
    label: 'Gemini images',
    makes: 'frames',
    looksUp: 'never',
    needsModel: true,
    needsWorkflow: false,
    mostImages: 14,
    beginning: {
      name: 'Gemini images',
      baseUrl: 'https://generativelanguage.googleapis.com/v1beta',
      maxImages: 4,
      maxHumans: 5,
      maxObjects: 9,
      newSubjectsPerPass: 3,
      maxPasses: 4,
      traits: true,
      suggestsEndFromStart: true,
      promptMax: null,
      timeoutSeconds: 280,
      keyHeader: 'x-goog-api-key',
      clip: null,
    },
  },
  'runway-images': {
    label: 'Runway images',
    makes: 'frames',
    looksUp: 'byHandle',
    needsModel: true,
    needsWorkflow: false,
    mostImages: 16,
    beginning: {
      name: 'Runway images',
      baseUrl: 'https://api.dev.runwayml.com/v1',
      maxImages: 4,
      maxHumans: null,
      maxObjects: null,
      newSubjectsPerPass: 3,
      maxPasses: 4,
      traits: true,
      suggestsEndFromStart: true,
      promptMax: null,
      timeoutSeconds: 900,
      keyHeader: 'Authorization',
      clip: null,
    },
  },
  'comfyui-video': {
    label: 'ComfyUI clips',
    makes: 'clips',
    looksUp: 'always',
    needsModel: false,
    needsWorkflow: true,
    mostImages: 2,
    beginning: {
      ...clipBeginning,
      name: 'ComfyUI clips',
      baseUrl: 'http://127.0.0.1:8188',
      timeoutSeconds: 3600,
      keyHeader: null,
      // LTX makes 8n + 1 frames (backends.md 0.2).
      clip: { lengths: { fps: 24, shortest: 9, longest: 257, step: 8 }, lastFrame: true },
    },
  },
  'gemini-video': {
    label: 'Gemini Omni clips',
    makes: 'clips',
    looksUp: 'byHandle',
    needsModel: true,
    needsWorkflow: false,
    mostImages: 2,
    beginning: {
      ...clipBeginning,
      name: 'Gemini Omni',
      baseUrl: 'https://generativelanguage.googleapis.com/v1beta',
      keyHeader: 'x-goog-api-key',
      clip: { lengths: { fps: 1, shortest: 3, longest: 10, step: 1 }, lastFrame: true },
    },
  },
  veo: {
    label: 'Veo clips',
    makes: 'clips',
    looksUp: 'byHandle',
    needsModel: true,
    needsWorkflow: false,
    mostImages: 2,
    beginning: {
      ...clipBeginning,
      name: 'Veo',
      // The Gemini host has none any more; a project of one's own has (backends.md 4.2).
      baseUrl:
        'https://us-central1-aiplatform.googleapis.com/v1/projects/PROJECT/locations/us-central1/publishers/google',
      keyHeader: 'Authorization',
      clip: { lengths: { fps: 1, shortest: 4, longest: 8, step: 2 }, lastFrame: true },
    },
  },
  'runway-video': {
    label: 'Runway clips',
    makes: 'clips',
    looksUp: 'byHandle',
    needsModel: true,
    needsWorkflow: false,
    mostImages: 2,
    beginning: {
      ...clipBeginning,
      name: 'Runway clips',
      baseUrl: 'https://api.dev.runwayml.com/v1',
      promptMax: 1000,
      keyHeader: 'Authorization',
      clip: { lengths: { fps: 1, shortest: 4, longest: 8, step: 2 }, lastFrame: true },
    },
  },
  'openai-chat': {
    label: 'OpenAI-compatible chat',
    makes: 'words',
    looksUp: 'never',
    needsModel: true,
    needsWorkflow: false,
    mostImages: 1,
    beginning: {
      ...wordsBeginning,
      name: 'Chat model',
      baseUrl: 'https://api.openai.com/v1',
      keyHeader: 'Authorization',
    },
  },
  ollama: {
    label: 'Ollama',
    makes: 'words',
    looksUp: 'never',
    needsModel: true,
    needsWorkflow: false,
    mostImages: 1,
    beginning: { ...wordsBeginning, name: 'Ollama', baseUrl: 'http://127.0.0.1:11434', keyHeader: null },
  },
}

/** Can the provider be asked what became of a call, of which it may have told its own name? */
export const canAsk = (kind: ProfileKind, handle: string | null): boolean => {
  const { looksUp } = profileKinds[kind]
  return looksUp === 'always' || (looksUp === 'byHandle' && handle !== null)
}

/** How a pass of this generator says where it may change its base plate (domain.md 5.14). */
export const boxFormOf = ({ kind, boxForm, nodeMap }: Pick<Profile, 'kind' | 'boxForm' | 'nodeMap'>): BoxForm =>
  kind === 'comfyui' ? (nodeMap?.mask ? 'mask' : 'none') : kind === 'openai-images' ? boxForm : 'none'
