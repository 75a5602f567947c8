// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { inputSchemas, type CommandName } from '@shared/ipc/inputSchemas'
import { TestProject } from '@shared/testing/testProject'
import { keyText, type AppCommand } from './app/commands'
import { useProject } from './app/projectStore'
import { restoreRemembered } from './app/remembered'
import { registerViews } from './app/views'
import { selectAsset, selectCell, selectScene, selectShot, selectShots } from './app/viewStore'
import { animaticCommands } from './features/animatic/animaticCommands'
import { assetViewCommands } from './features/assets/cards/assetViewCommands'
import { frameCommands } from './features/frames/frameCommands'
import { matrixCommands } from './features/matrix/useMatrixKeys'
import { reviewCommands } from './features/script/review/reviewCommands'
import { scriptCommands } from './features/script/scriptCommands'
import { soundCommands } from './sound/soundCommands'
import { shellCommands } from './features/shell/shellCommands'
import { timelineCommands } from './features/timeline/useTimelineKeys'
import { views } from './views'

/** What can be done in one view; `view` null: in all of them. */
interface CommandSet {
  readonly view: string | null
  readonly commands: readonly AppCommand[]
}

/** Every command there is, as each view registers its own: to be counted and compared, not to be run. */
function allCommands(): readonly CommandSet[] {
  const nothing = {} as never
  return [
    { view: null, commands: shellCommands() },
    { view: 'assets', commands: assetViewCommands(() => {}) },
    { view: 'matrix', commands: matrixCommands(nothing) },
    { view: 'timeline', commands: timelineCommands(nothing) },
    { view: 'script', commands: [...scriptCommands(() => {}), ...reviewCommands] },
    { view: 'frames', commands: frameCommands },
    { view: 'animatic', commands: [...animaticCommands(() => {}), ...soundCommands('animatic', nothing, () => 0)] },
  ]
}

registerViews(views, 'matrix')
const sets = allCommands()
const all = sets.flatMap((set) => set.commands)

/** Rules that no app command runs, each with where the user finds it instead. */
const elsewhere: Partial<Record<CommandName, string>> = {
  'scene.open': 'runs by itself when a scene is chosen for the first time',
  'shot.restore': 'a button beside each shot of the tray, in the review',
  'scene.restore': 'a button beside each scene of the tray, in the review',
  'script.breakdown': 'needs the rule that is typed into the review',
  'seam.set': 'a switch at the cut it is about, in the inspector of the shot',
  'sceneAsset.update': 'a field of the inspector, saved as it is typed',
  'look.update': 'fields of the look in the inspector of the asset',
  'look.delete': 'a button of the look in the inspector of the asset',
  'assignment.remove': 'what Delete does to a cell is assignment.setMany; this is for a vacant role in the inspector',
  'blocking.swap': 'needs two figures: Alt and drag on the stage',
  'film.conform': 'what is taken of an edited timeline, in the sheet that compares it',
  'shot.paste': 'what pasting does on the board, after copying or cutting shots there',
  'shot.setCamera': 'needs the framings that are drawn on the frame; by a kind alone on the command line',
  'shot.fitSound': 'a button at the line that is longer than its shot',
  'sound.place': 'what adding a sound file does',
  'profile.create': 'the + of the generators sheet',
  'profile.update': 'fields of the generators sheet',
  'profile.duplicate': 'a button of the generators sheet',
  'profile.delete': 'a button of the generators sheet',
  'template.delete': 'in the template menu, beside the template',
  'prompt.edit': 'a field of the inspector, saved as it is typed',
  'prompt.regenerate': 'a button of the prompt it is about',
  'plan.edit': 'needs the passes that are moved in the panel of passes',
  'result.acceptInputs': 'a button beside the causes of the stale result it is about',
  'continuity.dismiss': 'needs the note it is about and a reason',
  'continuity.reopen': 'needs the note it is about',
}

describe('the commands of the window and those of the contract', () => {
  test('every command of the contract is reached by some app command, or stands in the list with its reason', () => {
    const reached = new Set(all.flatMap((c) => c.does ?? []))
    const names = Object.keys(inputSchemas) as CommandName[]
    expect(names.filter((name) => !reached.has(name) && !elsewhere[name])).toEqual([])
    expect(names.filter((name) => reached.has(name) && elsewhere[name])).toEqual([])
    expect([...reached].filter((name) => !names.includes(name))).toEqual([])
  })

  test('no two have one id, and in the palette no two of a view have one title', () => {
    const ids = all.map((c) => c.id)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
    const shell = sets.find((set) => set.view === null)!.commands
    for (const { view, commands } of sets) {
      const shown = [...(view === null ? [] : shell), ...commands].filter((c) => c.palette !== false)
      const titles = shown.map((c) => c.title.toLowerCase())
      expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([])
    }
  })

  test('what is hidden from the palette is a step of the cursor or is reached by another one that does the same', () => {
    const shown = new Set(all.filter((c) => c.palette !== false).flatMap((c) => c.does ?? []))
    const hidden = all.filter((c) => c.palette === false).flatMap((c) => c.does ?? [])
    expect(hidden.filter((name) => !shown.has(name))).toEqual([])
  })

  test('every menu has what can be done to its kind of thing, and what destroys is last', () => {
    const of = (menu: string) => all.filter((c) => c.menus?.includes(menu as never)).map((c) => c.id)
    expect(of('asset')).toEqual(
      expect.arrayContaining(['asset.rename', 'asset.merge', 'asset.delete', 'asset.restore']),
    )
    expect(of('scene')).toEqual(
      expect.arrayContaining([
        'shot.add',
        'scene.add',
        'scene.rename',
        'scene.duplicate',
        'scene.earlier',
        'scene.later',
        'scene.delete',
      ]),
    )
    expect(of('shot')).toEqual(
      expect.arrayContaining([
        'shot.add',
        'shot.duplicate',
        'shot.join',
        'shot.earlier',
        'shot.later',
        'frames.shot',
        'shot.delete',
      ]),
    )
    expect(of('cell')).toEqual(
      expect.arrayContaining(['presence.enters', 'presence.look', 'presence.remove', 'matrix.copy', 'matrix.paste']),
    )
    expect(of('project')).toContain('project.rename')
    for (const c of all) if (c.destroys) expect(c.does?.length, c.id).toBeGreaterThan(0)
  })

  describe('one key on one surface means one command', () => {
    const p = new TestProject()
    const shots = p.shots(p.scene(), 3)
    const alice = p.asset('character', 'Alice')
    for (const shot of shots) p.put(shot, alice, { presence: 'throughout' })
    const [one, two] = [shots[0]!, shots[1]!]
    const selections = {
      cells: () => selectCell({ shotId: two.id, assetId: alice.id }),
      asset: () => selectAsset(alice.id),
      'one shot': () => selectShot(two.id),
      shots: () => selectShots([one.id, two.id], two.id),
      scene: () => selectScene(one.sceneId),
    }
    // The bar of a canvas is found on screen; here there is none.
    const meant = (command: AppCommand) =>
      command.id.startsWith('timeline.') || (command.enabled?.() !== false && command.byKey?.() !== false)

    test.each(Object.entries(selections))('with %s selected', (_, select) => {
      useProject.setState((s) => ({ folder: '/film', records: p.store, epoch: s.epoch + 1, readOnly: false }))
      restoreRemembered({})
      select()
      const shell = sets.find((set) => set.view === null)!.commands
      const twice = sets.flatMap(({ view, commands }) => {
        const byKey = new Map<string, string[]>()
        for (const command of [...(view === null ? [] : shell), ...commands].filter(meant))
          for (const key of command.keys ?? [])
            for (const surface of typeof command.surface === 'object' ? command.surface : [command.surface ?? '*']) {
              const at = `${view ?? 'shell'}, ${surface}, ${key}`
              byKey.set(at, [...(byKey.get(at) ?? []), command.id])
            }
        return [...byKey].filter(([, ids]) => ids.length > 1).map(([at, ids]) => `${at}: ${ids.join(', ')}`)
      })
      expect(twice.filter((line) => !line.includes('timeline.remove'))).toEqual([])
    })
  })

  test('keys are shown as they stand on the keyboard', () => {
    expect(['ArrowRight', 'Shift+Alt+ArrowLeft', 'Mod+K', 'Escape', '+', 'Shift++', 'PageDown'].map(keyText)).toEqual([
      '→',
      'Shift Alt ←',
      'Ctrl K',
      'Esc',
      '+',
      'Shift +',
      'Page Down',
    ])
    for (const c of all) for (const key of c.keys ?? []) expect(keyText(key)).not.toMatch(/Arrow|Mod/)
  })
})

// Written by `npm run unit -- renderer/commands.test.ts -u`; here it is seen that nobody forgot to.
test('the page of keys tells the keys of every command', async () => {
  const titles: Record<string, string> = {
    assets: 'In Assets',
    matrix: 'In the matrix',
    timeline: 'In the timeline',
    script: 'In Script',
    frames: 'In Frames',
    animatic: 'In the Animatic',
  }
  const lines = sets.flatMap(({ view, commands }) => {
    const rows = commands.flatMap(({ title, group, keys = [] }) =>
      keys.length ? [`| ${keys.map((key) => `\`${keyText(key)}\``).join(' ')} | ${title} | ${group} |`] : [],
    )
    return [
      `## ${view === null ? 'Everywhere' : titles[view]}`,
      '',
      '| keys | do | about |',
      '| --- | --- | --- |',
      ...rows,
      '',
    ]
  })
  const about =
    'Keys act on what is selected, so one key can mean several things. On macOS Ctrl is Cmd. Ctrl+K finds every command by its name and shows its keys.'
  const text = `---\ntitle: Keys\n---\n\n# Keys\n\n${about}\n\n${lines.join('\n')}`
  await expect(text).toMatchFileSnapshot('../docs/guide/reference/keys.md')
})
