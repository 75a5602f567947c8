import { renderPrompt } from '@shared/domain/prompts/renderPrompt'
import type { PromptKind } from '@shared/model/result'
import { run } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { closeSheet } from '../../app/sheets'
import { useRead } from '../../app/useRead'
import { Button } from '../../common/Button'
import { Sheet } from '../../common/Sheet'
import styles from './PromptsSection.module.css'

/** The older versions of a prompt, newest first, with today's names and numbers; any can stand again. */
export function PromptVersions({ shotId, kind }: { shotId: string; kind: PromptKind }) {
  const readOnly = useProject((s) => s.readOnly)
  const shot = useRead((reads) => reads.get('shots', shotId), [shotId])
  const versions = useRead(
    (reads) =>
      reads
        .list('promptVersionsOf', `${shotId}/${kind}`)
        .slice(0, -1)
        .map((version) => ({ ...version, text: renderPrompt(reads, shotId, kind, version.text) })),
    [shotId, kind],
  )
  if (!shot) return null
  return (
    <Sheet title={`Older versions of the ${kind} prompt, shot ${shot.number}`} open onClose={closeSheet} width={560}>
      {versions
        .map((version, i) => {
          const { text } = version
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
