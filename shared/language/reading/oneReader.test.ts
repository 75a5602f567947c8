import { describe, expect, test } from 'vitest'
import { stagingOf, stillWords } from '../../domain/blocking/staging'
import { activeMembers, shotsInOrder } from '../../domain/lookup'
import { renderPrompt } from '../../domain/prompts/renderPrompt'
import { writtenPrompt } from '../../domain/results/resultInputs'
import type { Presence } from '../../model/assignment'
import { wholeRate } from '../../domain/time/frameRates'
import { defaultBreakdown } from '../../model/project'
import { breakDown } from '../../script/extract/breakDown'
import { parseFountain } from '../../script/fountain/parseFountain'
import { importBreakdown } from '../../script/importBreakdown'
import { TestProject } from '../../testing/testProject'
import { moveRows } from '../rules/moveRows'
import { wordsOfSet } from './ways'

const cast = ['OTTO', 'MARA', 'ROSA']
const elsewhere = `\n\nINT. ELSEWHERE - DAY\n\n${cast.map((name) => `${name}\nHi.`).join('\n\n')}`

/** A scene in which some people are, then a shot of one sentence, as it is imported, prompted and drawn. */
function filmed(text: string, set: string, there: readonly string[]) {
  const intro = there.length ? `Enter ${there.join(' and ')}.\n\n` : ''
  const script = parseFountain(`${set}\n\n${intro}Rain.\n\nWind.\n\n${text}\n\nRain.${elsewhere}`)
  const breakdown = breakDown(script, { ...defaultBreakdown, fps: wholeRate(24) })
  const p = new TestProject()
  p.run((draft) => importBreakdown(draft, { fileName: 'one.fountain', script, breakdown }))
  const scene = p.store.list('scenesInOrder')[0]!
  const shot = shotsInOrder(p.store).find((s) => s.sceneId === scene.id && s.text === text)!
  const members = activeMembers(p.store, shot.id).filter((m) => m.asset.type === 'character')
  const otto = members.find((m) => m.asset.name === 'Otto')
  const say = (prompt: 'start' | 'end' | 'video') =>
    renderPrompt(p.store, shot.id, prompt, writtenPrompt(p.store, shot.id, prompt))
  const drawn = (frame: 'start' | 'end') =>
    stagingOf(
      stillWords(shot, frame),
      frame,
      members.map((m) => m.asset),
      wordsOfSet(`${scene.intExt} ${scene.set}`),
    )
  return { members, otto, say, drawn }
}

const presenceOfMove = { enter: 'enters', exit: 'exits', cross: 'passes_through' } as const satisfies Record<
  string,
  Presence
>
const wayOfMove = { enter: 'in', exit: 'out', cross: 'across' } as const
/** Of several sentences the one that tells of Otto. */
const aboutOtto = (example: string) => example.match(/[^.]*\bOtto\b[^.]*\./)?.[0].trim() ?? example
/** The lines of a prompt that tell no time. */
const untimed = (prompt: string) =>
  prompt
    .split('\n')
    .filter((line) => !/^(?:At about|Between) /.test(line))
    .join('\n')
const inHall = 'INT. HALL - DAY'
const others = (example: string) => ['Mara', 'Rosa'].filter((name) => example.includes(name))

describe('script import, prompts and drawing read the same movement in', () => {
  const moving = moveRows.flatMap((row) =>
    row.means === 'none'
      ? []
      : [row.example].flat().map(
          (example) =>
            [
              example,
              row.means,
              row.set ?? inHall,
              // Who comes by some way comes to somebody.
              row.fresh || row.place === 'along' ? ['Rosa'] : [],
              row.fresh !== undefined || row.place === 'along' || row.place === 'off',
            ] as const,
        ),
  )
  test.each(moving)('%s (%s)', (example, means, set, waiting, open) => {
    const { otto, say, drawn } = filmed(example, set, [
      ...(means === 'exit' ? ['Otto'] : []),
      ...others(example),
      ...waiting,
    ])
    expect(otto?.assignment.presence).toBe(presenceOfMove[means as 'enter'])
    const still = means === 'exit' ? 'start' : 'end'
    expect(drawn(still).get(otto!.asset.id)?.moves).toBe(wayOfMove[means as 'enter'])
    // The video tells it with its time, and no prompt tells it again as what is seen.
    expect(say('video')).toMatch(/^(?:At about|Between) .*Otto/m)
    // Who comes or goes by an open way is seen on it in the still.
    for (const prompt of open ? (['video'] as const) : (['video', still] as const))
      expect(untimed(say(prompt))).not.toContain(aboutOtto(example).slice(0, -1))
  })
})

describe('none of the three reads a movement in', () => {
  const resting = moveRows.flatMap((row) => [
    ...(row.means === 'none' ? [row.example].flat() : []),
    ...(row.notIf ?? []).map(([, example]) => example),
  ])
  test.each(resting)('%s', (example) => {
    const { members, otto, say, drawn } = filmed(example, inHall, ['Otto', ...others(example)])
    expect(members.map((m) => m.assignment.presence)).toEqual(members.map(() => 'throughout'))
    for (const frame of ['start', 'end'] as const) {
      expect(drawn(frame).get(otto!.asset.id)?.moves, frame).toBe(undefined)
      // The action stays in both stills, whole or as its first or last moment.
      expect(say(frame), frame).toMatch(/^As the (?:shot|action) (?:begins|ends): /m)
    }
    expect(say('video')).toContain(example.slice(0, -1))
  })
})

describe('where the scene is set decides with all three', () => {
  test.each([
    ['Otto enters the bar.', 'EXT. STREET - DAY', true, 'exits'],
    ['Otto enters the bar.', 'INT. BAR - DAY', false, 'enters'],
    ['Otto exits the house.', 'EXT. STREET - DAY', false, 'enters'],
    ['Otto exits the house.', 'INT. HOUSE - DAY', true, 'exits'],
    ['Otto goes inside.', 'EXT. HOUSE - DAY', true, 'exits'],
    ['Otto walks out into the hall.', 'INT. BEDROOM - DAY', true, 'exits'],
    ['Otto approaches Mara.', 'INT. HALL - DAY', true, 'throughout'],
    ['Otto crosses behind Mara.', 'INT. HALL - DAY', true, 'throughout'],
    ['Otto steps off the train.', 'EXT. PLATFORM - DAY', false, 'enters'],
  ] as const)('%s %s, there before: %s', (text, set, there, presence) => {
    const { otto, say, drawn } = filmed(text, set, [...(there ? ['Otto'] : []), ...others(text)])
    expect(otto?.assignment.presence).toBe(presence)
    const still = presence === 'enters' ? 'end' : 'start'
    const way = { enters: 'in', exits: 'out', throughout: undefined }[presence]
    expect(drawn(still).get(otto!.asset.id)?.moves).toBe(way)
    const told = expect(untimed(say('video')))
    if (way) told.not.toContain(text.slice(0, -1))
    else told.toContain(text.slice(0, -1))
  })
})
