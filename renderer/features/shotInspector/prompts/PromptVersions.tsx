import { renderPrompt } from '@shared/domain/prompts/renderPrompt'
import type { PromptKind } from '@shared/model/result'
import { run } from '../../../app/projectActions'
import { useProject, useRevision } from '../../../app/projectStore'
import { closeSheet } from '../../../app/sheets'
import { Button } from '../../../common/Button'
import { Sheet } from '../../../common/Sheet'
import styles from './PromptsSection.module.css'

/** The older versions of a prompt, newest first, with today's names and numbers; any can stand again. */
export function PromptVersions({ shotId, kind }: { shotId: string; kind: PromptKind }) {
  useRevision()
  const records = useProject((s) => s.records)
  const readOnly = useProject((s) => s.readOnly)
  const shot = records.get('shots', shotId)
  if (!shot) return null
  const versions = records.list('promptVersionsOf', `${shot.id}/${kind}`).slice(0, -1)
  return (
    <Sheet title={`Older versions of the ${kind} prompt, shot ${shot.number}`} open onClose={closeSheet} width={560}>
      {versions
        .map((version, i) => {
          const text = renderPrompt(records, shot.id, kind, version.text)
          return (
            <section key={version.id} className={styles.version}>
              <header>
                <h3>
                  Version {i + 1}, {version.edited ? 'edited by hand' : 'written'}
                </h3>
                <Button
                  disabled={readOnly}
                  onClick={() => {
                    void run('prompt.edit', { shotId: shot.id, prompt: kind, text })
                    closeSheet()
                  }}
                >
                  Use this one again
                </Button>
              </header>
              <pre className={styles.side}>{text}</pre>
            </section>
          )
        })
        .toReversed()}
    </Sheet>
  )
}
