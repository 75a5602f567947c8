import { describe, expect, test } from 'vitest'
import { profileSchema } from '../../model/profile'
import { invertChange } from '../../records/change'
import { InvalidInput, Refusal } from '../../records/refusal'
import { TestProject } from '../../testing/testProject'
import { tryCommand } from '../../testing/runCommand'
import { freshnessOf } from '../results/freshness'
import { planOf } from './passPlan'
import { profileFile } from './profileFile'
import { createProfile, deleteProfile, duplicateProfile, updateProfile, type ProfileFields } from './profileRules'
import { remoteProfile, stageProfile } from './stageProfile'
import type { ProfileKind } from '../../model/profile'

const workflow = {
  '3': { class_type: 'KSampler', inputs: { seed: 1, positive: ['6', 0], negative: ['7', 0], latent_image: ['5', 0] } },
  '5': { class_type: 'EmptyLatentImage', inputs: { width: 512, height: 512, batch_size: 1 } },
  '6': { class_type: 'TextEncodeQwenImageEditPlus', inputs: { prompt: 'a', image1: ['32', 0], image2: ['31', 0] } },
  '7': { class_type: 'CLIPTextEncode', inputs: { text: 'ugly' }, _meta: { title: 'Negative' } },
  '9': { class_type: 'SaveImage', inputs: { images: ['3', 0], filename_prefix: 'x' } },
  '31': { class_type: 'LoadImage', inputs: { image: 'b.png' } },
  '32': { class_type: 'LoadImage', inputs: { image: 'a.png' } },
}
const workflowFile = { file: 'edit.json', text: JSON.stringify(workflow) }

function setUp() {
  const p = new TestProject()
  const create = (fields: ProfileFields & { kind: ProfileKind; id?: string }) =>
    p.run((draft) => createProfile(draft, fields))
  const sentence = (run: () => unknown) => {
    try {
      run()
      return null
    } catch (error) {
      if (error instanceof Refusal || error instanceof InvalidInput) return `${error.code}: ${error.message}`
      throw error
    }
  }
  return { p, create, sentence }
}

describe('a new profile', () => {
  test('needs its kind alone; the rest follows, and every record fits its schema', () => {
    const { create } = setUp()
    const made = create({ kind: 'openai-images' })
    expect(made).toMatchObject({
      id: 'openai-images',
      name: 'OpenAI images',
      baseUrl: 'https://api.openai.com/v1',
      maxImages: 4,
      keyHeader: 'Authorization',
      price: null,
      revision: 1,
    })
    expect(profileSchema.parse(made)).toEqual(made)
    expect(create({ kind: 'openai-images' })).toMatchObject({ id: 'openai-images-2', name: 'OpenAI images 2' })
    expect(create({ kind: 'comfyui', name: 'ComfyUI à la maison' }).id).toBe('comfyui-a-la-maison')
    expect(create({ kind: 'comfyui', name: 'Local' }).id).toBe('local-2')
    expect(create({ kind: 'comfyui', name: '東京' }).id).toBe('generator')
  })

  test('of a workflow takes its map and as many pictures as it has nodes for, in the order it numbers them', () => {
    const { create } = setUp()
    const made = create({ kind: 'comfyui', workflow: workflowFile })
    expect(made.maxImages).toBe(2)
    expect(made.nodeMap).toEqual({
      length: null,
      mask: null,
      prompt: { node: '6', input: 'prompt' },
      images: [
        { node: '32', input: 'image' },
        { node: '31', input: 'image' },
      ],
      width: { node: '5', input: 'width' },
      height: { node: '5', input: 'height' },
      seed: { node: '3', input: 'seed' },
      output: '9',
    })
  })

  test('is refused where it could not be used, with what to change', () => {
    const { create, sentence } = setUp()
    const address = (baseUrl: string, kind: ProfileKind = 'openai-images') => sentence(() => create({ kind, baseUrl }))
    expect(address('https://name:secret@host/v1')).toBe(
      'PROFILE_ADDRESS: Not saved: https://…@host/v1 is no address of a server. It begins with https:// or http:// and holds no name, password or question mark.',
    )
    expect(address('https://host/v1?key=secret')).not.toContain('secret')
    for (const bad of ['', 'host', 'ftp://host', 'javascript:alert(1)', 'https://', 'https://ho st', 'file:///etc'])
      expect(address(bad)).toContain('PROFILE_ADDRESS')
    expect(address('http://example.com/v1')).toContain('PROFILE_PLAIN')
    expect(address('http://192.168.1.20/v1')).toContain('PROFILE_PLAIN')
    expect(address('http://127.0.0.1:8080/v1/')).toBeNull()
    expect(address('http://192.168.1.20:8188', 'comfyui')).toBeNull()
    expect(address('http://attic:8188', 'comfyui')).toBeNull()
    expect(address('http://10.0.0.1.example.com', 'comfyui')).toContain('PROFILE_PLAIN')
    expect(sentence(() => create({ kind: 'comfyui', workflow: { file: 'ui.json', text: '{"nodes":[]}' } }))).toContain(
      'WORKFLOW_FORM: Not saved: ui.json is no workflow in the API format.',
    )
    const nodeMap = {
      prompt: { node: '99', input: 'text' },
      images: [],
      width: null,
      height: null,
      seed: null,
      length: null,
      mask: null,
      output: null,
    }
    expect(sentence(() => create({ kind: 'comfyui', workflow: workflowFile, nodeMap }))).toContain(
      'NODE_MISSING: Not saved: the workflow has no node 99 with an input text, which the prompt should go to.',
    )
    expect(sentence(() => create({ kind: 'openai-images', maxImages: 17 }))).toContain('maxImages: expected at most 16')
    expect(sentence(() => create({ kind: 'comfyui', keyHeader: 'X: evil\r\nY' }))).toContain('keyHeader')
  })
})

describe('a changed profile', () => {
  test('begins a revision where something else would be made, and only there', () => {
    const { p, create } = setUp()
    const { id } = create({ kind: 'openai-images' })
    const update = (fields: ProfileFields) =>
      p.run((draft) => updateProfile(draft, { profileId: id, ...fields })).revision
    expect(update({ name: 'Mine' })).toBe(1)
    expect(update({ price: { perCall: 0.04, perSecond: 0, currency: 'EUR', asOf: '2026-11-29' } })).toBe(1)
    expect(update({ timeoutSeconds: 60 })).toBe(1)
    expect(update({ model: 'm' })).toBe(2)
    expect(update({ model: 'm' })).toBe(2)
    expect(update({ maxImages: 8, newSubjectsPerPass: 6 })).toBe(3)
    expect(p.store.must('profiles', id).earlier.map((e) => [e.revision, e.maxImages])).toEqual([
      [1, 4],
      [2, 4],
    ])
  })

  test('stales nothing that was made under what it could take before (domain.md 5.11, 6.2)', () => {
    const { p, create } = setUp()
    const shot = p.shot(p.scene())
    for (const name of ['Ann', 'Bob', 'Cem', 'Dee', 'Fay']) p.put(shot, p.asset('character', name, { picture: true }))
    const { id } = create({ kind: 'openai-images' })
    const profile = stageProfile(p.store, 10, id)
    p.take(shot, 'startFrame', id)
    expect(planOf(p.store, shot.id, 'start', profile).passes).toHaveLength(2)
    expect(freshnessOf(p.store, shot.id, 'startFrame').status).toBe('fresh')
    p.run((draft) => updateProfile(draft, { profileId: id, maxImages: 16, newSubjectsPerPass: 16 }))
    expect(planOf(p.store, shot.id, 'start', stageProfile(p.store, 10, id)).passes).toHaveLength(1)
    expect(freshnessOf(p.store, shot.id, 'startFrame').status).toBe('fresh')
    p.run((draft) => deleteProfile(draft, { profileId: id }))
    expect(freshnessOf(p.store, shot.id, 'startFrame').status).toBe('fresh')
  })

  test('that is deleted leaves its stage to this computer, cannot be used, and comes back by undo', () => {
    const { p, create, sentence } = setUp()
    const { id } = create({ kind: 'comfyui' })
    p.run((draft) => draft.update('project', 'project', { stage10GeneratorId: id }))
    p.run((draft) => deleteProfile(draft, { profileId: id }))
    expect(p.store.must('project', 'project').stage10GeneratorId).toBe('local')
    expect(p.store.list('profilesInOrder', '')).toEqual([])
    expect(sentence(() => remoteProfile(p.store, id))).toBe('GENERATOR_UNKNOWN: There is no generator called ComfyUI.')
    p.store.apply(invertChange(p.change))
    expect(p.store.must('project', 'project').stage10GeneratorId).toBe(id)
    expect(remoteProfile(p.store, id)?.name).toBe('ComfyUI')
  })
})

test('a copy has a name and an id of its own and begins anew', () => {
  const { p, create } = setUp()
  const { id } = create({ kind: 'openai-images', model: 'm' })
  p.run((draft) => updateProfile(draft, { profileId: id, model: 'n' }))
  expect(p.run((draft) => duplicateProfile(draft, { profileId: id }))).toMatchObject({
    id: 'openai-images-2',
    name: 'OpenAI images 2',
    model: 'n',
    revision: 1,
    earlier: [],
  })
})

test('a file of a profile makes the same one in another project, also where its id is taken', () => {
  const { p, create } = setUp()
  const made = create({ kind: 'comfyui', workflow: workflowFile, name: 'At home', extra: [{ name: 'a', value: 'b' }] })
  const file = JSON.parse(JSON.stringify(profileFile(made))) as object
  const other = new TestProject()
  const imported = tryCommand(other.store, other.newId, 'profile.create', file)
  expect('change' in imported && imported.change.added.profiles).toEqual({ [made.id]: made })
  expect(p.refusal((draft) => createProfile(draft, file as never))).toBeNull()
  const again = tryCommand(p.store, p.newId, 'profile.create', file)
  expect('change' in again && Object.keys(again.change.added.profiles!)).toEqual(['at-home-2'])
})
