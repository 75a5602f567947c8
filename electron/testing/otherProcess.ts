import { wireError } from '@shared/ipc/errors'
import { openProject } from '../store/openProject'

// Another process at a project: `otherProcess.mjs FOLDER MODE` opens it, tells "open" or the code of the refusal, and keeps it open until its
// standard input ends.
const [folder = '', mode = 'write'] = process.argv.slice(2)
try {
  const project = openProject(folder, mode as 'read' | 'write')
  process.stdout.write(`open ${project.records.count('scenes')}\n`)
  process.stdin.on('end', () => project.close()).resume()
} catch (error) {
  process.stdout.write(`${wireError(error).code}\n`)
}
