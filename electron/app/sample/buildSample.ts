import { join } from 'node:path'
import type { CommandAnswer } from '@shared/ipc/contract'
import { breakDown } from '@shared/script/extract/breakDown'
import { importBreakdown } from '@shared/script/importBreakdown'
import { chosenTake, projectOf, shotsInOrder } from '@shared/domain/lookup'
import type { Asset } from '@shared/model/asset'
import type { FrameEnd } from '@shared/model/common'
import type { Shot } from '@shared/model/shot'
import type { CommandName, CommandInputs } from '@shared/ipc/inputSchemas'
import type { AppContext } from '../../commit/context'
import { commitRule } from '../../commit/commitRule'
import { dispatch } from '../../commit/dispatch'
import type { Session } from '../session'
import { generate } from '../../services/generate'
import { readScript } from '../../services/importScript'
import { importPicture } from '../../services/importPicture'
import { sampleAssets, sampleShots, sampleStyle, type SamplePlace } from './film'

/**
 * Makes the sample film out of its script and pictures (`folder`: resources/sample), by the commands a user has. They
 * are no undo steps: the user's first undo takes back the user's own first step.
 */
export async function buildSample(context: AppContext, { project, queue }: Session, folder: string): Promise<void> {
  const { records } = project
  const run = <C extends CommandName>(name: C, input: CommandInputs[C]): CommandAnswer =>
    dispatch(project, name, input, { step: false })
  const asset = (name: string): Asset => {
    const found = [...records.all('assets')].find((a) => a.name === name && !a.deleted)
    if (!found) throw new Error(`the sample has no asset ${name}`)
    return found
  }
  const look = (name: string, lookName: string): string =>
    records.list('looksOfAsset', asset(name).id).find((l) => l.name === lookName)!.id
  const shot = (number: string): Shot => shotsInOrder(records).find((s) => s.number === number)!
  const instance = (name: string, number: string): string =>
    records.first('instanceOf', `${shot(number).sceneId}/${asset(name).id}`)!.id

  importSampleScript()
  run('project.update', { styleText: sampleStyle })
  await dress()
  run('suggestion.accept', {
    all: true,
    shotIds: shotsInOrder(records)
      .filter((s) => Number(s.number) < 15)
      .map((s) => s.id),
  })
  for (const number of Object.keys(sampleShots)) castShot(number)
  changes()
  for (const number of Object.keys(sampleShots)) blockShot(number)
  await stills()
  afterthoughts()

  function importSampleScript(): void {
    const fileName = 'number-nine.fountain'
    const { script } = readScript(join(folder, fileName))
    const { breakdown: rule, fps } = projectOf(records)
    commitRule(project, 'sample.import', (draft) =>
      importBreakdown(draft, { fileName, script, breakdown: breakDown(script, { ...rule, fps }) }),
    )
  }

  /** Every asset gets its words, its looks and their pictures. */
  async function dress(): Promise<void> {
    for (const { name, description, looks } of sampleAssets) {
      const { id, defaultLookId } = asset(name)
      run('asset.update', { assetId: id, description })
      for (const [i, [lookName, words, picture]] of looks.entries()) {
        const { mediaId } = await importPicture(context, project, join(folder, 'pictures', `${picture}.webp`))
        if (i === 0) run('look.update', { lookId: defaultLookId, name: lookName, description: words, mediaId })
        else run('look.create', { assetId: id, name: lookName, description: words, mediaId })
      }
    }
  }

  function castShot(number: string): void {
    const { size, lens, movement, members = {} } = sampleShots[number]!
    const { id: shotId } = shot(number)
    run('shot.update', { shotId, ...(size && { size }), ...(lens && { lens }), ...(movement && { movement }) })
    for (const [name, member] of Object.entries(members)) {
      const { id: assetId } = asset(name)
      if (member) run('assignment.set', { shotId, assetId, presence: 'throughout', ...member })
      else run('assignment.remove', { shotId, assetId })
    }
  }

  /** The gnome becomes the man, the lamp dies, light floods the lawn, Alice changes for dinner. */
  function changes(): void {
    run('asset.merge', { intoId: asset('John Smith').id, fromIds: [asset('Garden Gnome').id], as: 'look' })
    const within = (name: string, number: string, at: number, from: string, to: string) =>
      run('transformation.set', {
        sceneAssetInstanceId: instance(name, number),
        kind: 'within_shot',
        shotId: shot(number).id,
        at,
        fromLookId: look(name, from),
        toLookId: look(name, to),
      })
    within('Standing Lamp', '8', 0.25, 'Lit', 'Dead')
    within('Living Room', '8', 0.25, 'Lamplight', 'Dark')
    within('Garden', '12', 0.4, 'Moonlight', 'Flooded with light')
    run('sceneAsset.update', { id: instance('Alice', '15'), lookId: look('Alice', 'Blue dress') })
  }

  function blockShot(number: string): void {
    const { start = [], end = [] } = sampleShots[number]!
    place(number, 'start', start)
    place(number, 'end', end)
  }

  function place(number: string, frame: FrameEnd, places: readonly SamplePlace[]): void {
    for (const [depth, [name, x, y, scale, flip = false]] of places.entries()) {
      const owner = name === 'Garden Gnome' ? 'John Smith' : name
      const assignment = records.first('assignmentOf', `${shot(number).id}/${instance(owner, number)}`)
      if (!assignment) throw new Error(`${name} is not in shot ${number} of the sample`)
      run('blocking.set', { assignmentId: assignment.id, frame, x, y, scale, flip, depth })
    }
  }

  async function stills(): Promise<void> {
    run('plan.edit', {
      shotId: shot('4').id,
      frame: 'end',
      passes: [
        { assetIds: ids('Alice', 'Bob') },
        { assetIds: ids('Mrs Finch', 'Leather Couch'), note: 'She stays near the door.' },
        { assetIds: ids('Standing Lamp', 'Teapot') },
        { assetIds: ids('Umbrella'), note: 'It drips on the rug.' },
      ],
    })
    const firstScene = shotsInOrder(records)
      .filter((s) => Number(s.number) < 9)
      .map((s) => s.id)
    await generate(project, queue, { stage: 9, shotIds: firstScene, scope: 'all' })
    for (const [number, { made }] of Object.entries(sampleShots))
      if (made)
        await generate(project, queue, {
          stage: 10,
          shotIds: [shot(number).id],
          scope: 'all',
          frames: [...made],
        })
  }

  function ids(...names: string[]): string[] {
    return names.map((name) => asset(name).id)
  }

  /** What the director thought of after the stills were made: it leaves some of them stale, and one approved. */
  function afterthoughts(): void {
    for (const kind of ['startFrame', 'endFrame'] as const) {
      const take = chosenTake(records, shot('1').id, kind)
      if (take) run('take.lock', { takeId: take.id, locked: true })
    }
    run('prompt.edit', {
      shotId: shot('6').id,
      prompt: 'video',
      text: 'Slow push in on Alice. She stops dripping. Something red shows in the window behind her; she looks at it, then at us, then at it again. One continuous shot, no cuts.',
    })
    place('7', 'end', [['Miss Finch', 0.16, 0.96, 0.77]])
    run('assignment.remove', { shotId: shot('14').id, assetId: asset('Umbrella').id })
    run('assignment.set', { shotId: shot('16').id, assetId: asset('Waiter').id, presence: 'enters', enterAt: 0.4 })
  }
}
