import { useState } from 'react'
import type { RecentProject } from '@shared/ipc/contract'
import { useAppInfo } from '../../app/appInfo'
import { openProject } from '../../app/projectActions'
import { Button } from '../../common/Button'
import { Picture } from './RecentCard'
import styles from './Recovery.module.css'
import { momentWords } from './dateWords'

/** Offers the project that was open when the last run ended without closing it. */
export function Recovery({ recents }: { recents: readonly RecentProject[] | null }) {
  const interrupted = useAppInfo((s) => s.interrupted)
  const [now] = useState(() => Date.now())
  if (!interrupted) return null
  const dismiss = () => useAppInfo.setState({ interrupted: null })
  return (
    <section className={styles.card} aria-labelledby="recovery-title">
      <span className={styles.picture}>
        <Picture recent={recents?.find((r) => r.folder === interrupted.folder)} markSize={22} />
      </span>
      <div className={styles.words}>
        <h2 id="recovery-title" title={interrupted.folder}>
          “{interrupted.title}” was open when Exeunt stopped
        </h2>
        <p>
          Every edit up to {momentWords(interrupted.savedAt, now)} is safe. A frame that was still being made can be
          asked for again.
        </p>
      </div>
      <div className={styles.buttons}>
        <Button large onClick={dismiss}>
          Dismiss
        </Button>
        <Button large kind="primary" onClick={() => void openProject(interrupted.folder)}>
          Open where I was
        </Button>
      </div>
    </section>
  )
}
