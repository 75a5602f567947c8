import { app } from 'electron'
import { basename, dirname } from 'node:path'
import { z } from 'zod'
import type { Requests } from '@shared/ipc/contract'
import { scriptEndings } from '@shared/model/fileKinds'
import { textReadings } from '@shared/model/script'
import { textEncodingNames } from '@shared/model/textEncodings'
import { longestPasted } from '@shared/script/shotList/pastedShotList'
import { importBoardPictures, importFile } from '../../services/boardPictures'
import { importScript, type ImportOptions } from '../../services/importScript'
import { isPasted, keepPasted } from '../../services/pastedText'
import { pdfText } from '../../services/pdfText'
import { titleOfFolder } from '../../services/titleOfFolder'
import type { Desktop } from './desktop'

const text = z.string().max(4096)
const scriptFilter = { name: 'Scripts and shot lists', extensions: [...scriptEndings] }
type ScriptImport = Requests['script.import']

/** What the window asks about scripts. */
export const scriptSchemas = {
  'script.import': z.object({
    path: text.optional(),
    pasted: z.string().max(longestPasted).optional(),
    dryRun: z.boolean().optional(),
    asNew: z.boolean().optional(),
    replaces: text.optional(),
    readAs: z.enum(textReadings).optional(),
    encoding: z.enum(textEncodingNames).optional(),
  }),
} satisfies Record<'script.import', z.ZodType<ScriptImport['input']>>

/** Answers to it. */
export const scriptHandlers = (desktop: Desktop) => ({
  async 'script.import'({ path, pasted, ...options }: ScriptImport['input']): Promise<ScriptImport['answer']> {
    const file =
      path ??
      (pasted === undefined ? undefined : keepPasted(pasted)) ??
      (await desktop.chooseFolder({
        title: 'Choose a script',
        properties: ['openFile'],
        filters: [scriptFilter, { name: 'All files', extensions: ['*'] }],
      }))
    return file ? importInto(desktop, file, options) : null
  },
})

const titleOfFile = (file: string) => basename(file).replace(/\.[^.]+$/, '')

/** Asks where a new project is to be; null when it is left. */
export async function chooseNewProject(desktop: Desktop, title: string): Promise<string | null> {
  const folder = await desktop.chooseSave({
    title: 'New project',
    buttonLabel: 'Make project',
    defaultPath: desktop.freeFolder(app.getPath('documents'), title),
  })
  if (!folder) return null
  return folder.endsWith('.exeunt') ? folder : `${folder}.exeunt`
}

/** What is open now; a call between has changed it. */
const openOf = (desktop: Desktop) => desktop.current

/** Imports into the open project; without one a project is made beside the script, and taken back when nothing can be read. */
async function importInto(desktop: Desktop, file: string, options: ImportOptions): Promise<ScriptImport['answer']> {
  if (desktop.current)
    return { ...(await importFile(desktop.context, desktop.current.project, file, options)), file, opened: null }
  const folder = isPasted(file) ? await chooseNewProject(desktop, titleOfFile(file)) : undefined
  if (folder === null) return null
  const title = folder === undefined ? titleOfFile(file) : titleOfFolder(folder)
  const pdf = await pdfText(desktop.context, file)
  const place = folder ?? desktop.freeFolder(dirname(file), title)
  const { answer, opened } = desktop.createChecked(place, { title }, (project) => importScript(project, file, { pdf }))
  const made = openOf(desktop)
  if (!opened || !made) return { ...answer, file, opened }
  const warnings = [...answer.warnings, ...(await importBoardPictures(desktop.context, made.project, file))]
  return { ...answer, warnings, file, opened: desktop.currentSnapshot }
}
