import { wireError } from '@shared/ipc/errors'
import { openProject } from '../store/openProject'

// Another process at a project: `otherProcess.mjs FOLDER MODE` opens it, tells "open" or the code of the refusal, and keeps it open until its
// standard input ends. MODE is read, write, or edit: open for writing and with one edit done.
const [folder = '', mode = 'write'] = process.argv.slice(2)
try {
  const project = openProject(folder, mode === 'read' ? 'read' : 'write')
  if (mode === 'edit') {
    const { title } = project.records.must('project', 'project')
    const fields = [{ title }, { title: 'Edited by another' }] as const
    const change = { added: {}, updated: { project: { project: fields } }, removed: {} }
    project.commit(change, { command: 'project.update', label: 'change project settings', undoable: change })
  }
  process.stdout.write(`open ${project.records.count('scenes')}\n`)
  process.stdin.on('end', () => project.close()).resume()
} catch (error) {
  process.stdout.write(`${wireError(error).code}\n`)
}
