import { wholeRate } from '../domain/time/frameRates'
import { defaultBreakdown } from '../model/project'
import { breakDown } from '../script/extract/breakDown'
import { parseFountain } from '../script/fountain/parseFountain'
import { importBreakdown } from '../script/importBreakdown'
import { storedBreakdown } from '../script/reimport/rebreak'
import { reimport } from '../script/reimport/reimport'
import type { TestProject } from './testProject'

const speech = Array.from({ length: 50 }, (_, i) => `word ${i}`).join(', ')
const first = `INT. SHED - DAY\n\nALICE looks for a rake.\n\nCORA hides behind the door.\n\nALICE\n${speech}.\n\nINT. ROOF - NIGHT\n\nA CAT waits.\n\nCORA climbs up.`
const second = first.split('\n\nINT. ROOF')[0]!.replace('\n\nCORA hides behind the door.', '')

/** Adds an imported script to a project, with a shot and a scene of an older version of it in the tray. */
export function addScript(p: TestProject): void {
  const read = (text: string) => {
    const script = parseFountain(text)
    return { script, breakdown: breakDown(script, { ...defaultBreakdown, fps: wholeRate(24) }) }
  }
  p.run((draft) => importBreakdown(draft, { fileName: 'shed.fountain', ...read(first) }))
  const stored = p.store.list('scriptsInOrder')[0]!
  const { script, breakdown } = read(second)
  p.run((draft) =>
    reimport(draft, {
      scriptId: stored.id,
      fileName: 'shed.fountain',
      script,
      rule: defaultBreakdown,
      before: storedBreakdown(draft, stored),
      after: breakdown,
    }),
  )
}
