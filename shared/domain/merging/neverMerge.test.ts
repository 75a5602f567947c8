import { expect, test } from 'vitest'
import { TestProject } from '../../testing/testProject'
import { mergeAssets } from './mergeAssets'
import { neverMerge } from './neverMerge'
import { unmerge } from './unmerge'

function three() {
  const p = new TestProject()
  const [john, jon, ann] = ['John', 'Jon', 'Ann'].map((name) => p.asset('character', name).id) as [
    string,
    string,
    string,
  ]
  const merge =
    (intoId: string, ...fromIds: string[]) =>
    (d: Parameters<typeof mergeAssets>[0]) =>
      mergeAssets(d, { intoId, fromIds, as: 'alias' })
  return { p, john, jon, ann, merge }
}

test('two that are never to be merged are not, in either direction, until it is allowed again', () => {
  const { p, john, jon, merge } = three()
  p.run((d) => neverMerge(d, { aId: jon, bId: john }))
  for (const rule of [merge(john, jon), merge(jon, john)]) expect(p.refusal(rule)).toBe('KEPT_APART')
  p.run((d) => neverMerge(d, { aId: john, bId: jon, never: false }))
  expect(p.refusal(merge(john, jon))).toBeNull()
})

test('nor by way of a third, at once or later', () => {
  const { p, john, jon, ann, merge } = three()
  p.run((d) => neverMerge(d, { aId: john, bId: jon }))
  expect(p.refusal(merge(ann, john, jon))).toBe('KEPT_APART')
  p.run(merge(ann, john))
  expect(p.refusal(merge(ann, jon))).toBe('KEPT_APART')
  expect(p.refusal(merge(jon, ann))).toBe('KEPT_APART')
})

test('two that stand merged are taken apart first', () => {
  const { p, john, jon, ann, merge } = three()
  const { mergeId } = p.run(merge(john, jon))
  expect(p.refusal((d) => neverMerge(d, { aId: john, bId: jon }))).toBe('MERGED')
  expect(p.refusal(merge(ann, jon))).toBe('MERGED')
  expect(p.refusal(merge(jon, ann))).toBe('MERGED')
  p.run((d) => unmerge(d, { mergeId }))
  expect(p.refusal((d) => neverMerge(d, { aId: john, bId: jon }))).toBeNull()
})
