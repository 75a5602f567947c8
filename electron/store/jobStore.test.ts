import { describe, expect, test } from 'vitest'
import { openProject } from './openProject'
import { storedProject } from '../testing/testFolder'

const job = (id: string, priority = 0) => ({
  id,
  stage: 10 as const,
  shotId: 's',
  result: 'startFrame',
  generatorId: 'local',
  priority,
  request: '{"frame":"start"}',
  createdAt: 5,
})

describe('the job store', () => {
  test('lists by priority, then in the order they came, across openings', () => {
    const stored = storedProject()
    for (const [id, priority] of [
      ['a', 0],
      ['b', 2],
      ['c', 0],
      ['d', 2],
    ] as const)
      stored.project.jobs.add(job(id, priority))
    expect(stored.project.jobs.list().map((j) => j.id)).toEqual(['b', 'd', 'a', 'c'])
    expect(stored.reopen().jobs.list()[0]).toEqual({
      ...job('b', 2),
      seq: 2,
      state: 'queued',
      progress: 0,
      attempts: 0,
      handle: null,
      error: null,
      finishedAt: null,
      waitUntil: null,
      takeId: null,
      calls: 0,
    })
  })

  test('changes only the fields it is given and filters by state', () => {
    const { project } = storedProject()
    for (const id of ['a', 'b', 'c']) project.jobs.add(job(id))
    project.jobs.set('b', { state: 'failed', error: 'no', finishedAt: 9 })
    project.jobs.set('c', { state: 'running', attempts: 1, handle: 'h', progress: 0.5 })
    expect(project.jobs.list(['failed'])).toMatchObject([{ id: 'b', error: 'no', finishedAt: 9, attempts: 0 }])
    expect(project.jobs.list(['queued', 'running']).map((j) => [j.id, j.progress, j.handle])).toEqual([
      ['a', 0, null],
      ['c', 0.5, 'h'],
    ])
  })

  test('tidies away old finished jobs, never open or failed ones', () => {
    const { project } = storedProject()
    for (let i = 0; i < 8; i++) project.jobs.add(job(`j${i}`))
    for (const i of [0, 1, 2, 6, 7]) project.jobs.set(`j${i}`, { state: i === 1 ? 'failed' : 'done' })
    project.jobs.tidy(3)
    expect(project.jobs.list().map((j) => j.id)).toEqual(['j1', 'j3', 'j4', 'j5', 'j6', 'j7'])
  })
})

describe('the view state', () => {
  test('keeps the newest value of each key, outside of undo', () => {
    const stored = storedProject()
    stored.project.view.write('zoom', { x: 1 })
    stored.project.view.write('zoom', { x: 2 })
    stored.project.view.write('none', null)
    expect(stored.reopen().view.read()).toEqual({ zoom: { x: 2 }, none: null })
    expect(stored.project.history()).toEqual([])
    const reader = openProject(stored.folder, 'read')
    expect(reader.view.read()).toEqual({ zoom: { x: 2 }, none: null })
    reader.close()
  })
})
