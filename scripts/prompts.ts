import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { createSession } from '../electron/app/session'
import { buildSample } from '../electron/app/sample/buildSample'
import { preparedGenerators } from '../electron/app/sample/preparedGenerators'
import { afterMs, noKeys } from '../electron/commit/context'
import { newId } from '../electron/commit/newId'
import { readScript } from '../electron/services/importScript'
import { activeMembers, shotsInOrder } from '../shared/domain/lookup'
import { acceptSuggestions } from '../shared/domain/told/suggestionRules'
import { renderPrompt } from '../shared/domain/prompts/renderPrompt'
import { writtenPrompt } from '../shared/domain/results/resultInputs'
import { newProject } from '../shared/domain/structure/projectRules'
import { defaultBreakdown } from '../shared/model/project'
import { propose } from '../shared/records/draft'
import { RecordStore, type ReadRecords } from '../shared/records/recordStore'
import { Refusal } from '../shared/records/refusal'
import { importBreakdown } from '../shared/script/importBreakdown'

// `npm run prompts`: every prompt of the sample film and of some scripts, beside the words of its shot, to be read line
// by line. With names of script files it prints those instead.

const fixtures = resolve('shared/domain/prompts/fixtures')

/** A script right after its import, with every suggestion taken. */
function imported(file: string): ReadRecords {
  const project = newProject({ title: basename(file) })
  const store = new RecordStore()
  store.apply({ added: { project: { project } }, updated: {}, removed: {} })
  const read = readScript(file)
  const change = propose(store, newId, (draft) => {
    importBreakdown(draft, {
      fileName: basename(file),
      script: read.script,
      breakdown: read.breakdown(defaultBreakdown, project.fps),
    })
    acceptSuggestions(draft, { all: true })
  })
  if (change instanceof Refusal) throw change
  store.apply(change.change)
  return store
}

async function printSample(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'exeunt-prompts-'))
  try {
    const sample = resolve('resources/sample')
    const host = {
      run: () => Promise.reject(new Error('nothing is drawn here')),
      isRunning: () => false,
      cancel: () => {},
      stop: () => {},
    }
    const context = { newId, now: Date.now, after: afterMs, generators: preparedGenerators(sample, host), keys: noKeys }
    const session = createSession(context, join(folder, 'Sample.exeunt'), { title: 'Number Nine' })
    await buildSample(context, session, sample)
    print('Number Nine', session.project.records)
    session.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function print(title: string, store: ReadRecords): void {
  console.log(`\n######## ${title}`)
  for (const shot of shotsInOrder(store)) {
    const scene = store.must('scenes', shot.sceneId)
    const members = activeMembers(store, shot.id)
      .map(({ asset, assignment: { presence } }) => asset.name + (presence === 'throughout' ? '' : ` ${presence}`))
      .join(', ')
    console.log(`\n==== ${shot.number}  ${scene.heading}`)
    console.log(`     ${members}`)
    for (const line of shot.text.split('\n')) if (line.trim()) console.log(`   > ${line.trim()}`)
    for (const { character, extension, text } of shot.dialogue)
      console.log(`   > ${[character, extension && `(${extension})`].filter(Boolean).join(' ')}: ${text}`)
    for (const prompt of ['start', 'end', 'video'] as const) {
      const text = renderPrompt(store, shot.id, prompt, writtenPrompt(store, shot.id, prompt))
      console.log(`-- ${prompt}\n${text}`)
    }
  }
}

const files = process.argv.slice(2)
if (files.length === 0) await printSample()
const own = readdirSync(fixtures)
  .filter((name) => name.endsWith('.fountain'))
  .map((name) => join(fixtures, name))
for (const file of files.length > 0 ? files : own) print(basename(file), imported(file))
