import { FolderOpen, Search, X } from 'lucide-react'
import { useState, type RefObject } from 'react'
import type { RecentProject } from '@shared/ipc/contract'
import { useAppInfo } from '../../app/appInfo'
import { openProject } from '../../app/projectActions'
import { openSampleFilm } from '../../app/tour'
import { Button, IconButton } from '../../common/Button'
import { Empty } from '../../common/Empty'
import { RecentCard } from './RecentCard'
import styles from './Recents.module.css'

interface Props {
  recents: readonly RecentProject[]
  forget: (folder: string) => Promise<void>
  search: RefObject<HTMLInputElement | null>
}

/** The recent projects as cards, with a search field over them. */
export function Recents({ recents, forget, search }: Props) {
  const [wanted, setWanted] = useState('')
  const home = useAppInfo((s) => s.home)
  if (!recents.length) return <NoRecents />
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean)
  const found = recents.filter((r) => words.every((w) => `${r.title} ${r.folder}`.toLowerCase().includes(w)))
  return (
    <section aria-labelledby="recent-title">
      <div className={styles.head}>
        <h2 id="recent-title">Recent</h2>
        <span className={styles.search}>
          <Search size={12} strokeWidth={1.75} aria-hidden />
          <input
            ref={search}
            aria-label="Find a project"
            placeholder="Find a project"
            value={wanted}
            spellCheck={false}
            onChange={(e) => setWanted(e.target.value)}
            onKeyDown={(e) => e.key === 'Escape' && setWanted('')}
          />
          {wanted && (
            <IconButton
              label="Clear the search"
              icon={<X size={12} strokeWidth={1.75} />}
              className={styles.clear}
              onClick={() => {
                setWanted('')
                search.current?.focus()
              }}
            />
          )}
        </span>
      </div>
      <ul className={styles.grid}>
        {found.map((recent) => (
          <RecentCard key={recent.folder} recent={recent} home={home} forget={forget} />
        ))}
        <li className={styles.another}>
          <button type="button" onClick={() => void openProject()}>
            <FolderOpen size={18} strokeWidth={1.75} />
            <strong>{found.length ? 'Open another folder' : 'No recent project is called that'}</strong>
            <span>{found.length ? 'or drop an .exeunt folder anywhere' : 'Open its folder, or drop it anywhere'}</span>
          </button>
        </li>
      </ul>
    </section>
  )
}

function NoRecents() {
  return (
    <div className={styles.none}>
      <Empty
        icon={<FolderOpen size={18} strokeWidth={1.75} />}
        title="No project yet"
        text="Start from your script, or look around in the sample film. Projects you open are listed here."
      >
        <Button kind="outline" large onClick={() => void openSampleFilm()}>
          Open the sample film
        </Button>
      </Empty>
    </div>
  )
}
