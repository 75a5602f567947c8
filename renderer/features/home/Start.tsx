import { Archive, Clapperboard, FileDown, FolderOpen, Plus, ScrollText, Signpost } from 'lucide-react'
import type { ReactNode } from 'react'
import { openArchive } from '../../app/archives'
import { keyText } from '../../app/commands'
import { importScript, newProject, openProject } from '../../app/projectActions'
import { openSampleFilm, startTour } from '../../app/tour'
import { useFileDrag } from '../../app/useDropFiles'
import { Logo } from '../../common/Logo'
import styles from './Start.module.css'

const icon = { size: 16, strokeWidth: 1.75 } as const

/** The left column: the product's name and the ways to begin. */
export function Start() {
  return (
    <section className={styles.start} aria-label="Start">
      <Logo size={40} />
      <h1 className={styles.name}>Exeunt</h1>
      <p className={styles.claim}>Who is on stage, from when to when, and looking how.</p>
      <div className={styles.actions}>
        <Action primary icon={<Plus {...icon} />} aside={keyText('Mod+N')} onClick={() => void newProject()}>
          New project
        </Action>
        <Action icon={<FolderOpen {...icon} />} aside={keyText('Mod+O')} onClick={() => void openProject()}>
          Open a project folder
        </Action>
        <Action icon={<Archive {...icon} />} aside=".exeunt.zip" onClick={() => void openArchive()}>
          Open an archive
        </Action>
        <Action icon={<ScrollText {...icon} />} aside={keyText('Mod+I')} onClick={() => void importScript()}>
          Start from a script
        </Action>
        <Action icon={<Clapperboard {...icon} />} aside="Number Nine" onClick={() => void openSampleFilm()}>
          Open the sample film
        </Action>
        <Action icon={<Signpost {...icon} />} aside="two minutes" onClick={() => void startTour()}>
          Take the tour
        </Action>
      </div>
      <DropArea />
      <span className={styles.grow} />
      <p className={styles.stays}>
        Everything stays in your project folder. Nothing is sent until you ask for a frame and see its price.
      </p>
    </section>
  )
}

function Action({
  icon: symbol,
  aside,
  primary,
  onClick,
  children,
}: {
  icon: ReactNode
  aside: string
  primary?: boolean
  onClick: () => void
  children: string
}) {
  return (
    <button type="button" className={`${styles.action} ${primary ? styles.primary : ''}`} onClick={onClick}>
      {symbol}
      <span className={styles.label}>{children}</span>
      <span className={styles.aside}>{aside}</span>
    </button>
  )
}

/** A drop works anywhere on the window; this says so, and lights up while files hang over it. */
function DropArea() {
  const over = useFileDrag((s) => s.over)
  return (
    <div className={`${styles.drop} ${over ? styles.over : ''}`}>
      <FileDown size={18} strokeWidth={1.75} />
      <strong>{over ? 'Let go to open it' : 'Drop a script or a project here'}</strong>
      <span>
        {over
          ? 'A script becomes a project beside it.'
          : 'Fountain, Final Draft, Word, PDF; an .exeunt folder or archive.'}
      </span>
      <span>{over ? 'A project folder opens.' : 'A shot list from a spreadsheet can be pasted.'}</span>
    </div>
  )
}
