import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { barConfidence, type ScriptBreakdown } from '../../shared/script/scriptTypes'
import { defaultBreakdown } from '../../shared/model/project'
import { breakDown } from '../../shared/script/extract/breakDown'
import { parseScript } from '../../shared/script/form/parseScript'
import { wholeRate } from '../../shared/domain/time/frameRates'
import { noPresence, tellCell, type PresenceTally } from './tally'

/** One invented scene and what its shots hold: shot -> name -> presence, null = not in the shot. */
interface Probe {
  id: string
  /** In place of that of the file: names of another language. */
  intro?: string
  heading: string
  paragraphs: string[]
  expected: Record<string, Record<string, string | null>>
}

interface Probes {
  intro: string
  probes: Probe[]
}

/** A scene that was not read as it is marked. */
export interface Misread {
  id: string
  text: string
  cells: string[]
}

/** Breaks a script down by the usual rule, at 24 frames a second. */
export const readText = (text: string): ScriptBreakdown =>
  breakDown(parseScript(text, null), { ...defaultBreakdown, fps: wholeRate(24) })

/** Scores the scenes of a file of probes, and tells which were misread. */
export function scoreProbes(file = resolve('scripts/scoring/probes/presence.json')): {
  tally: PresenceTally
  misread: Misread[]
} {
  const { intro, probes } = JSON.parse(readFileSync(file, 'utf8')) as Probes
  const tally = noPresence()
  const misread: Misread[] = []
  for (const probe of probes) {
    const text = `${probe.intro ?? intro}${probe.heading}\n\n${probe.paragraphs.join('\n\n')}\n`
    const found = readText(text)
    const cells: string[] = []
    for (const [shot, people] of Object.entries(probe.expected))
      for (const [name, marked] of Object.entries(people)) {
        const got = presenceIn(found, found.scenes.length - 1, Number(shot), name)
        if (!tellCell(tally, marked, got))
          cells.push(`${shot} ${name}: ${got ?? 'absent'} instead of ${marked ?? 'absent'}`)
      }
    tally.shots++
    if (cells.length === 0) tally.shotsRight++
    else misread.push({ id: probe.id, text: probe.paragraphs.join(' | '), cells })
  }
  return { tally, misread }
}

function presenceIn({ assets, presences }: ScriptBreakdown, scene: number, shot: number, name: string): string | null {
  const keys = assets.filter((a) => a.type === 'character' && a.name === name).map((a) => a.key)
  return (
    presences.find(
      (p) =>
        p.sceneIndex === scene && p.shotIndex === shot && keys.includes(p.assetKey) && p.confidence >= barConfidence,
    )?.presence ?? null
  )
}
