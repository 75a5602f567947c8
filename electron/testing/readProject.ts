import { runQuery, type QueryOptions } from '../app/queries'
import { openProject } from '../store/openProject'

/** A question to a project folder, answered as the command line answers it, beside whoever writes it; without a process for each. */
export function readProject(folder: string, kind: string, options: QueryOptions = {}): unknown {
  const project = openProject(folder, 'read')
  try {
    return JSON.parse(JSON.stringify(runQuery(project, kind, options)))
  } finally {
    project.close()
  }
}
