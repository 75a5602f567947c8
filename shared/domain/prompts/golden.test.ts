import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { defaultBreakdown } from '../../model/project'
import { breakDown } from '../../script/extract/breakDown'
import { parseFountain } from '../../script/fountain/parseFountain'
import { importBreakdown } from '../../script/importBreakdown'
import { TestProject } from '../../testing/testProject'
import { activeMembers, shotsInOrder } from '../lookup'
import { acceptSuggestions } from '../told/suggestionRules'
import { writtenPrompt } from '../results/resultInputs'
import { wholeRate } from '../time/frameRates'
import { renderPrompt } from './renderPrompt'

// How prompts sound: read the difference when one changes, and keep it with `npm run unit -- golden -u`.

const fixtures = join(import.meta.dirname, 'fixtures')
const read: readonly (readonly [script: string, shots: readonly string[]])[] = [
  ['late-shift', ['5', '6', '13', '16']],
  ['the-courier', ['2', '5', '14', '24']],
  ['the-frog', ['2', '7']],
  ['morning-market', ['2']],
]

test('prompts of some shots of our own scripts', async () => {
  const pages = read.flatMap(([name, numbers]) => {
    const script = parseFountain(readFileSync(join(fixtures, `${name}.fountain`), 'utf8'))
    const p = new TestProject()
    const breakdown = breakDown(script, { ...defaultBreakdown, fps: wholeRate(24) })
    p.run((draft) => {
      importBreakdown(draft, { fileName: `${name}.fountain`, script, breakdown })
      acceptSuggestions(draft, { all: true })
    })
    return shotsInOrder(p.store)
      .filter((shot) => numbers.includes(shot.number))
      .map((shot) => {
        const who = activeMembers(p.store, shot.id).map((m) => `${m.asset.name} ${m.assignment.presence}`)
        const words = [shot.text, ...shot.dialogue.map((line) => `${line.character}: ${line.text}`)].filter(Boolean)
        const prompts = (['start', 'end', 'video'] as const).map(
          (prompt) =>
            `-- ${prompt}\n${renderPrompt(p.store, shot.id, prompt, writtenPrompt(p.store, shot.id, prompt))}`,
        )
        return [`==== ${name} ${shot.number}: ${who.join(', ')}`, ...words.map((line) => `> ${line}`), ...prompts].join(
          '\n',
        )
      })
  })
  await expect(`${pages.join('\n\n')}\n`).toMatchFileSnapshot(join(fixtures, 'prompts.txt'))
})
