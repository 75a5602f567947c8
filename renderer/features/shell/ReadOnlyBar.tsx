import { Lock, OctagonX, X } from 'lucide-react'
import { useState } from 'react'
import { closeProject, openProject } from '../../app/projectActions'
import { recoverySheet } from '../../app/sheetKeys'
import { openSheet } from '../../app/sheets'
import { useProject } from '../../app/projectStore'
import { Button, IconButton } from '../../common/Button'
import { Sheet } from '../../common/Sheet'
import styles from './ReadOnlyBar.module.css'

/** Says why the project cannot be edited, and how to go on: under the title bar for as long as it is so, or until it is put away. */
export function ReadOnlyBar() {
  const because = useProject((s) => s.readOnlyBecause)
  const folder = useProject((s) => s.folder)
  const [hidden, setHidden] = useState<string | null>(null)
  const [listed, setListed] = useState(false)
  if (!because || hidden === because.message) return null
  const { message, problems, openAt } = because
  const opened = message.startsWith('Read-only')
  return (
    <section className={styles.bar} aria-label="Read only" data-tone={opened && !problems.length ? 'plain' : 'bad'}>
      {opened && !problems.length ? (
        <Lock size={14} strokeWidth={1.75} aria-hidden />
      ) : (
        <OctagonX size={14} strokeWidth={1.75} aria-hidden />
      )}
      <p className={styles.text} title={message}>
        {message}
        {problems.length > 0 && ` ${entries(problems.length)} could not be read; the rest is here to be looked at.`}
      </p>
      {problems.length > 0 && (
        <Button kind="outline" onClick={() => setListed(true)}>
          What could not be read…
        </Button>
      )}
      {problems.length > 0 && (
        <Button kind="primary" onClick={() => openSheet(recoverySheet, {})}>
          Recover…
        </Button>
      )}
      {openAt !== null && (
        <Button kind="primary" onClick={() => void openProject(openAt)}>
          {openAt === folder ? 'Open it again' : 'Open it there'}
        </Button>
      )}
      <Button kind="outline" onClick={() => void closeProject()}>
        Close the project
      </Button>
      {opened && (
        <IconButton
          label="Hide this line"
          icon={<X size={14} strokeWidth={1.75} />}
          onClick={() => setHidden(message)}
        />
      )}
      <Sheet
        title="What could not be read"
        description="The project file is damaged and is left as it is. These entries of it are left out here, or shown without a part."
        open={listed}
        onClose={() => setListed(false)}
        width={640}
      >
        <ul className={styles.list}>
          {problems.slice(0, mostListed).map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
          {problems.length > mostListed && <li>and {(problems.length - mostListed).toLocaleString('en')} more</li>}
        </ul>
      </Sheet>
    </section>
  )
}

/** So many are shown; a longer list is read with `exeunt check`. */
const mostListed = 500

const entries = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'entry' : 'entries'}`
