import { FileInput, ScrollText } from 'lucide-react'
import { scenesInOrder, shotsOfScene } from '@shared/domain/lookup'
import { wholeRate } from '@shared/domain/time/frameRates'
import { counted } from '@shared/language/unitWords'
import type { Script } from '@shared/model/script'
import { readStored } from '@shared/script/reimport/rebreak'
import type { ParsedScript } from '@shared/script/scriptTypes'
import { keyText } from '../../app/commands'
import { importScript } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { useFileDrag } from '../../app/useDropFiles'
import { useRead } from '../../app/useRead'
import { leaveAsset } from '../../app/viewStore'
import { Button } from '../../common/Button'
import { Empty } from '../../common/Empty'
import { Segmented } from '../../common/Segmented'
import { Toolbar, ToolbarGap } from '../../common/Toolbar'
import { AskButton } from './AskButton'
import { layOutScript } from './scriptLayout'
import { ScriptPage } from './ScriptPage'
import { setScript, useScript } from './scriptState'
import styles from './ScriptView.module.css'

/** The script with its shots beside it. */
export function ScriptView() {
  const readOnly = useProject((s) => s.readOnly)
  const review = useScript((s) => s.review)
  const scripts = useRead((reads) => reads.list('scriptsInOrder'), [])
  const layout = useRead(
    (reads) =>
      layOutScript({
        scripts: reads.list('scriptsInOrder').map((script) => ({ script, parsed: parsed(script) })),
        scenes: scenesInOrder(reads),
        shotsOf: (id) => shotsOfScene(reads, id),
      }),
    [],
  )
  if (!layout.rows.length) return <NoScript readOnly={readOnly} />
  return (
    <>
      <Toolbar name="Script">
        <span className={styles.files} title={scripts.map((s) => s.fileName).join(', ')}>
          {scripts.length ? scripts.map((s) => s.fileName).join(', ') : 'No script yet: these shots were added by hand'}
        </span>
        <span className={styles.meta}>{lineCount(scripts)}</span>
        <ToolbarGap />
        <Segmented
          label="Script"
          value={review ? 'review' : 'read'}
          options={[
            { value: 'read', label: 'Read' },
            { value: 'review', label: 'Review' },
          ]}
          onChange={(mode) => {
            setScript({ review: mode === 'review' })
            leaveAsset()
          }}
        />
        {scripts[0] && <AskButton script={scripts.at(-1)!} readOnly={readOnly} />}
        <Button
          tip={readOnly ? 'The project is open for reading only' : 'Add the scenes and shots of a script'}
          keys={keyText('Mod+I')}
          disabled={readOnly}
          onClick={() => void importScript()}
        >
          <FileInput size={14} strokeWidth={1.75} />
          Import a script
        </Button>
      </Toolbar>
      <ScriptPage key={scripts[0]?.id ?? ''} layout={layout} />
    </>
  )
}

function NoScript({ readOnly }: { readOnly: boolean }) {
  const over = useFileDrag((s) => s.over)
  return (
    <Empty
      icon={<ScrollText size={18} strokeWidth={1.75} />}
      over={over}
      title={over ? 'Let go to import it' : 'No script yet'}
      text={
        over
          ? 'Its scenes, shots and cast are added in one undo step.'
          : 'Import one, or drop it here: Fountain, Final Draft, a shot list or a Storyboarder project. Its scenes, shots and cast are added in one undo step.'
      }
    >
      <Button kind="primary" large disabled={readOnly} onClick={() => void importScript()}>
        Import a script
      </Button>
    </Empty>
  )
}

function lineCount(scripts: readonly Script[]): string {
  const lines = scripts.reduce((sum, s) => sum + parsed(s).lines.length, 0)
  return lines ? counted(lines, 'line') : ''
}

/** Scripts are read once; a record that changes is another object. */
const known = new WeakMap<Script, ParsedScript>()

function parsed(script: Script): ParsedScript {
  let read = known.get(script)
  if (!read) known.set(script, (read = readStored(script, script.breakdown, wholeRate(24)).parsed))
  return read
}
