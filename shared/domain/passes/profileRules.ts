import type { NodeMap, Profile, ProfileKind } from '../../model/profile'
import { parseWorkflow, type Workflow } from '../../model/workflow'
import { sameValue } from '../../records/canonical'
import type { Draft } from '../../records/draft'
import { InvalidInput, Refusal } from '../../records/refusal'
import { settingsOf } from '../lookup'
import { serverAddress } from './address'
import { profileKinds } from './profileKinds'
import { builtInProfiles, capsOf, defaultProfileId } from './profiles'
import { suggestNodeMap } from './suggestNodeMap'

/** What may be said of a profile: everything but what the rules count. */
export type ProfileFields = {
  [F in keyof Omit<Profile, 'id' | 'kind' | 'ordinal' | 'revision' | 'earlier' | 'deleted'>]?: Profile[F] | undefined
}

/** Changes of these make another picture; a name, a price or a patience do not. */
const making = [
  'baseUrl',
  'model',
  'maxImages',
  'maxHumans',
  'maxObjects',
  'newSubjectsPerPass',
  'maxPasses',
  'traits',
  'suggestsEndFromStart',
  'takesMarks',
  'extra',
  'workflow',
  'nodeMap',
  'clip',
  'boxForm',
] as const satisfies readonly (keyof ProfileFields)[]

/**
 * `profile.create` (domain.md 5.11): a remote generator joins the list. Id, name and what it can take follow from the kind where nothing is said; a given id that is
 * taken gets a number, so that a file can be imported twice. A workflow without a map gets the one its nodes suggest.
 * @throws Refusal PROFILE_ADDRESS, PROFILE_PLAIN, WORKFLOW_FORM, NODE_MISSING
 */
export function createProfile(
  draft: Draft,
  { id, kind, ...fields }: ProfileFields & { id?: string | undefined; kind: ProfileKind },
): Profile {
  const given = definedOf(fields)
  const { beginning } = profileKinds[kind]
  const name = given.name ?? beginning.name
  return draft.add(
    'profiles',
    checked({
      model: '',
      price: null,
      extra: [],
      workflow: null,
      nodeMap: null,
      moreServers: [],
      boxForm: 'none',
      takesMarks: false,
      pollSeconds: null,
      ...beginning,
      ...given,
      ...mapOf(given),
      id: freeId(draft, id ?? name),
      kind,
      name: freeName(draft, name),
      ordinal: draft.nextOrdinal('profiles'),
      revision: 1,
      earlier: [],
      deleted: false,
    }),
  )
}

/** `profile.update`: a change of what is made begins a new revision; what was made under earlier ones is judged under those (domain.md 6.2). @throws as `createProfile`, NOT_FOUND */
export function updateProfile(draft: Draft, { profileId, ...fields }: ProfileFields & { profileId: string }): Profile {
  const before = existingProfile(draft, profileId)
  const given = definedOf(fields)
  const after = checked({ ...before, ...given, ...mapOf(given) })
  if (making.every((field) => sameValue(before[field], after[field]))) return draft.update('profiles', profileId, after)
  const { revision } = before
  return draft.update('profiles', profileId, {
    ...after,
    revision: revision + 1,
    earlier: [...before.earlier, { revision, ...capsOf(before) }].slice(-1000),
  })
}

/** `profile.duplicate`: a copy under a name of its own; keys do not go with it. @throws Refusal NOT_FOUND */
export function duplicateProfile(draft: Draft, { profileId }: { profileId: string }): Profile {
  const source = existingProfile(draft, profileId)
  return draft.add('profiles', {
    ...source,
    id: freeId(draft, source.name),
    name: freeName(draft, source.name),
    ordinal: draft.nextOrdinal('profiles'),
    revision: 1,
    earlier: [],
  })
}

/** `profile.delete`: off the list; what it made stays as it is. A stage that used it goes back to this computer. @throws Refusal NOT_FOUND */
export function deleteProfile(draft: Draft, { profileId }: { profileId: string }): void {
  existingProfile(draft, profileId)
  draft.update('profiles', profileId, { deleted: true })
  const { stage9GeneratorId, stage10GeneratorId, stage12GeneratorId } = settingsOf(draft)
  draft.update('project', 'project', {
    ...(stage9GeneratorId === profileId ? { stage9GeneratorId: 'writer' } : {}),
    ...(stage10GeneratorId === profileId ? { stage10GeneratorId: defaultProfileId } : {}),
    ...(stage12GeneratorId === profileId ? { stage12GeneratorId: null } : {}),
  })
}

function existingProfile(draft: Draft, id: string): Profile {
  const profile = draft.get('profiles', id)
  if (!profile || profile.deleted) throw new Refusal('NOT_FOUND', { what: 'The generator' })
  return profile
}

/** Only what was said; an undefined field says nothing. */
function definedOf(fields: ProfileFields): Partial<Omit<Profile, 'id' | 'kind'>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

/** The map that a new workflow suggests, where none is given; nothing without a new workflow. */
function mapOf({ workflow, nodeMap }: Partial<Profile>): { nodeMap?: NodeMap | null; maxImages?: number } {
  if (workflow === undefined || nodeMap !== undefined) return {}
  if (workflow === null) return { nodeMap: null }
  const map = suggestNodeMap(parsed(workflow))
  return { nodeMap: map, ...(map.images.length ? { maxImages: map.images.length } : {}) }
}

function parsed(workflow: NonNullable<Profile['workflow']>): Workflow {
  const graph = parseWorkflow(workflow.text)
  if (!graph) throw new Refusal('WORKFLOW_FORM', { file: workflow.file || 'the file' })
  return graph
}

/** A profile that can be kept: an address that may be called, a workflow that has the nodes it names. @throws Refusal, InvalidInput */
function checked(profile: Profile): Profile {
  const address = serverAddress(profile.baseUrl, profile.keyHeader !== null)
  const moreServers = profile.moreServers.map((url) => serverAddress(url, false).href)
  const { mostImages } = profileKinds[profile.kind]
  if (profile.maxImages > mostImages)
    throw new InvalidInput('maxImages', `expected at most ${mostImages}, which is all a call can carry`)
  if (profile.clip && profile.clip.lengths.longest < profile.clip.lengths.shortest)
    throw new InvalidInput('clip.lengths.longest', 'expected no less than the shortest')
  if (profile.keyHeader !== null && !/^[A-Za-z0-9-]+$/.test(profile.keyHeader))
    throw new InvalidInput('keyHeader', 'expected the name of a header, as Authorization')
  if (profile.workflow !== null && profile.nodeMap !== null) {
    checkNodes(parsed(profile.workflow), profile.nodeMap)
    if (profile.nodeMap.images.length && profile.maxImages > profile.nodeMap.images.length)
      throw new InvalidInput(
        'maxImages',
        `expected at most ${profile.nodeMap.images.length}, the workflow takes no more`,
      )
  } else if (profile.workflow !== null) parsed(profile.workflow)
  return {
    ...profile,
    baseUrl: address.href,
    moreServers: [...new Set(moreServers)].filter((url) => url !== address.href),
  }
}

function checkNodes(workflow: Workflow, map: NodeMap): void {
  const named = [
    ['the prompt', map.prompt],
    ...map.images.map((image, i) => [`image #${i + 1}`, image] as const),
    ['the width', map.width],
    ['the height', map.height],
    ['the seed', map.seed],
    ['the length', map.length],
    ['the mask', map.mask],
  ] as const
  for (const [what, at] of named)
    if (at && !(at.input in (workflow[at.node]?.inputs ?? {})))
      throw new Refusal('NODE_MISSING', { node: at.node, input: at.input, what })
  if (map.output !== null && !workflow[map.output])
    throw new Refusal('NODE_MISSING', { node: map.output, input: 'images', what: 'the picture that comes back' })
}

/** Ids are words that can stand in a shell and in the name of a variable. */
const slugOf = (name: string) =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'generator'

function freeId(draft: Draft, wanted: string): string {
  const taken = (id: string) =>
    draft.get('profiles', id) !== undefined || id === 'writer' || builtInProfiles.some((known) => known.id === id)
  return numbered(slugOf(wanted), taken, '-')
}

function freeName(draft: Draft, wanted: string): string {
  const names = new Set(
    [...draft.all('profiles')].filter((known) => !known.deleted).map((known) => known.name.toLowerCase()),
  )
  return numbered(wanted.trim().slice(0, 190), (name) => names.has(name.toLowerCase()), ' ')
}

function numbered(wanted: string, taken: (candidate: string) => boolean, between: string): string {
  if (!taken(wanted)) return wanted
  const stem = wanted.replace(/[ -]\d+$/, '')
  for (let n = 2; ; n++) if (!taken(`${stem}${between}${n}`)) return `${stem}${between}${n}`
}
