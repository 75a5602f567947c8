import type { Profile, ProfileKind } from '../../model/profile'

/** What a new profile of a kind begins with; everything can be changed. */
type Beginning = Pick<
  Profile,
  | 'name'
  | 'baseUrl'
  | 'maxImages'
  | 'newSubjectsPerPass'
  | 'maxPasses'
  | 'traits'
  | 'suggestsEndFromStart'
  | 'promptMax'
  | 'timeoutSeconds'
  | 'keyHeader'
>

export interface KindFacts {
  /** What it is called in lists. */
  readonly label: string
  /** Can the server say what became of a call whose answer was lost? (backends.md 0) */
  readonly looksUp: boolean
  readonly needsModel: boolean
  readonly needsWorkflow: boolean
  /** Most pictures any call of this kind can carry. */
  readonly mostImages: number
  readonly beginning: Beginning
}

/** The kinds of remote generators. Caps begin as domain.md 5.2 gives them for open and strong models; limits are those of backends.md 1, 2. */
export const profileKinds: Readonly<Record<ProfileKind, KindFacts>> = {
  comfyui: {
    label: 'ComfyUI',
    looksUp: true,
    needsModel: false,
    needsWorkflow: true,
    mostImages: 64,
    beginning: {
      name: 'ComfyUI',
      baseUrl: 'http://127.0.0.1:8188',
      maxImages: 3,
      newSubjectsPerPass: 2,
      maxPasses: 4,
      traits: true,
      suggestsEndFromStart: true,
      promptMax: null,
      timeoutSeconds: 600,
      keyHeader: null,
    },
  },
  'openai-images': {
    label: 'OpenAI-compatible images',
    looksUp: false,
    needsModel: true,
    needsWorkflow: false,
    mostImages: 16,
    beginning: {
      name: 'OpenAI images',
      baseUrl: 'https://api.openai.com/v1',
      maxImages: 4,
      newSubjectsPerPass: 3,
      maxPasses: 4,
      traits: true,
      suggestsEndFromStart: true,
      promptMax: 32_000,
      timeoutSeconds: 280,
      keyHeader: 'Authorization',
    },
  },
}
