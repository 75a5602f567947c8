import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { newProject } from '@shared/domain/structure/projectRules'
import { asChange } from '@shared/testing/recordDump'
import { exampleProject, type ExampleProject } from '@shared/testing/exampleProject'
import type { OpenProject } from '../store/project'
import { openProject } from '../store/openProject'
import { tempFolder } from './tempFolder'

export interface StoredProject {
  folder: string
  project: OpenProject
  /** Closes and opens again, as another process would. */
  reopen(): OpenProject
}

/** A real project folder, open for writing until the test ends. */
export function storedProject(): StoredProject {
  const folder = join(tempFolder(), 'film.exeunt')
  const stored = { folder, project: openProject(folder, 'create') }
  stored.project.commit(
    { added: { project: { project: newProject({ title: 'Film' }) } }, updated: {}, removed: {} },
    null,
  )
  onTestFinished(() => stored.project.close())
  return Object.assign(stored, {
    reopen() {
      stored.project.close()
      stored.project = openProject(folder, 'write')
      return stored.project
    },
  })
}

/** The same with the small sample of everything in it. */
export function storedExample(): StoredProject & { sample: ExampleProject } {
  const stored = storedProject()
  const sample = exampleProject()
  const { project: _settings, ...added } = asChange(sample.store).added
  stored.project.commit({ added, updated: {}, removed: {} }, null)
  return Object.assign(stored, { sample })
}
