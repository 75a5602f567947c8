import { expect, test } from 'vitest'
import type { Workflow } from '@shared/model/workflow'
import { choiceValue, nodeChoices, outputChoices, placeOf } from './nodeChoices'

const workflow: Workflow = {
  '10': { class_type: 'SaveImage', inputs: { images: ['3', 0], filename_prefix: 'x' } },
  '3': { class_type: 'KSampler', inputs: { seed: 1, positive: ['6', 0], sampler_name: 'euler' } },
  '6': { class_type: 'CLIPTextEncode', inputs: { text: 'a cat' }, _meta: { title: 'Positive' } },
  '7': { class_type: 'CLIPTextEncode', inputs: { text: ['6', 0] } },
  '9': { class_type: 'LoadImage', inputs: { image: 'a.png' }, _meta: { title: 'LoadImage' } },
}

test('inputs are offered by what is sent to them, in the order of their nodes; linked ones are not', () => {
  const labels = (sent: Parameters<typeof nodeChoices>[1]) => nodeChoices(workflow, sent).map((choice) => choice.label)
  expect(labels('text')).toEqual([
    '3 · KSampler · sampler_name',
    '6 · CLIPTextEncode, “Positive” · text',
    '10 · SaveImage · filename_prefix',
  ])
  expect(labels('image')).toEqual(['9 · LoadImage · image'])
  expect(labels('number')).toEqual(['3 · KSampler · seed'])
  expect(outputChoices(workflow)).toEqual([{ value: '10', label: '10 · SaveImage' }])
})

test('a place survives being the value of a list', () => {
  for (const at of [null, { node: '6', input: 'text' }, { node: 'a:b', input: 'c","d' }])
    expect(placeOf(choiceValue(at))).toEqual(at)
})
