import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'vitest'
import { TestProject } from './testing/testProject'
import { parseFountain } from './script/fountain/parseFountain'
import { breakDown } from './script/extract/breakDown'
import { importBreakdown } from './script/importBreakdown'
import { defaultBreakdown } from './model/project'
import { shotsInOrder } from './domain/lookup'
import { renderPrompt } from './domain/renderPrompt'
import { writtenPrompt } from './domain/inputs'
import { continuityOf } from './domain/continuity/continuity'
test('print', () => {
  const files = process.env.SCRIPTS!.split(',')
  for (const file of files) {
  const p = new TestProject()
  const parsed = parseFountain(readFileSync(file, 'utf8'))
  const breakdown = breakDown(parsed as never, { ...defaultBreakdown, fps: 24 } as never)
  p.run((draft) => importBreakdown(draft, { fileName: 'x', script: parsed as never, breakdown: (breakdown as never as {breakdown?: unknown}).breakdown as never ?? breakdown as never }))
  if (process.env.PICS) for (const l of [...p.store.all('looks')]) { const m = p.picture(); p.run((d) => d.update('looks', l.id, { mediaId: m })) }
  let out = ''
  for (const shot of shotsInOrder(p.store)) {
    out += `\n######## ${shot.number} [${shot.size}] ${shot.text}\n` + shot.dialogue.map((d) => `   ${d.character} ${d.extension}: ${d.text}`).join('\n') + '\n'
    for (const a of p.store.list('assignmentsOfShot', shot.id)) out += `   * ${p.store.must('assets', p.store.must('sceneAssetInstances', a.sceneAssetInstanceId).assetId).name} ${a.presence} ${a.enterAt}-${a.exitAt} ${a.enterFrom ?? ''} ${a.exitTo ?? ''} "${a.action}"\n`
    for (const k of ['start', 'end', 'video'] as const) out += `--- ${k}\n${renderPrompt(p.store, shot.id, k, writtenPrompt(p.store, shot.id, k))}\n`
  }
  out += '\n\nCONTINUITY\n' + continuityOf(p.store).map((n) => `${n.code}: ${n.message}  [${n.fixes.map((f) => f.label).join(' | ')}]`).join('\n')
  writeFileSync(`/tmp/rp/${file.split('/').pop()}.txt`, out)
  }
})
