import { Ellipsis, FolderMinus, FolderOpen, FolderSearch } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import type { RecentProject } from '@shared/ipc/contract'
import { counted } from '@shared/language/unitWords'
import { openProject } from '../../app/projectActions'
import { Button, IconButton } from '../../common/Button'
import { Logo } from '../../common/Logo'
import menu from '../../common/Menu.module.css'
import styles from './RecentCard.module.css'
import { findMoved } from './useRecents'
import { dateWords, diskOf, shortFolder } from './dateWords'

const icon = { size: 14, strokeWidth: 1.75 } as const

/** A recent project: picture, title, what is in it, when it was opened and where it lies. */
export function RecentCard({
  recent,
  home,
  forget,
}: {
  recent: RecentProject
  home: string
  forget: (folder: string) => Promise<void>
}) {
  const [now] = useState(() => Date.now())
  const folder = shortFolder(recent.folder, home)
  const disk = diskOf(recent.folder)
  const missing = disk ? `Folder not found: is the disk “${disk}” plugged in?` : 'Folder not found'
  const find = () => void findMoved(recent, forget)
  const drop = () => void forget(recent.folder)
  const text = (
    <span className={styles.text}>
      <strong className={styles.title} title={recent.title}>
        {recent.title}
      </strong>
      {recent.missing ? (
        <span className={styles.missing} title={missing}>
          {missing}
        </span>
      ) : (
        <span className={styles.counts}>
          {counted(recent.scenes, 'scene')} · {counted(recent.shots, 'shot')}
        </span>
      )}
      <span className={styles.where} title={recent.folder}>
        {recent.missing ? folder : `${dateWords(recent.openedAt, now)} · ${folder}`}
      </span>
    </span>
  )
  return (
    <li className={styles.card}>
      {recent.missing ? (
        <div className={styles.gone}>
          <Picture recent={recent} dimmed />
          <span className={styles.ways}>
            <Button kind="outline" className={styles.way} onClick={find}>
              <FolderSearch {...icon} />
              Find folder
            </Button>
            <Button className={styles.way} onClick={drop} aria-label={`Forget ${recent.title}`}>
              Forget
            </Button>
          </span>
          {text}
        </div>
      ) : (
        <button type="button" className={styles.open} onClick={() => void openProject(recent.folder)}>
          <Picture recent={recent} />
          {text}
        </button>
      )}
      <DropdownMenu.Root>
        <DropdownMenu.Trigger asChild>
          <IconButton
            label={`More about ${recent.title}`}
            tip="More"
            className={styles.more}
            icon={<Ellipsis {...icon} />}
          />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className={menu.menu} align="end" sideOffset={4}>
            {recent.missing ? (
              <DropdownMenu.Item className={menu.item} onSelect={find}>
                <FolderSearch {...icon} />
                Find folder…
              </DropdownMenu.Item>
            ) : (
              <DropdownMenu.Item className={menu.item} onSelect={() => void openProject(recent.folder)}>
                <FolderOpen {...icon} />
                Open
              </DropdownMenu.Item>
            )}
            <DropdownMenu.Separator className={menu.line} />
            <DropdownMenu.Item className={menu.item} onSelect={drop}>
              <FolderMinus {...icon} />
              Forget, the folder stays
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
    </li>
  )
}

/** A project's first frame, or the mark on an empty stage. */
export function Picture({
  recent,
  dimmed,
  markSize = 40,
}: {
  recent: RecentProject | undefined
  dimmed?: boolean
  markSize?: number
}) {
  const [broken, setBroken] = useState(false)
  // The address counts places in the list, so the time keeps a cached picture from showing at another project.
  const source = recent?.thumbnail && `${recent.thumbnail}?v=${recent.openedAt}`
  return (
    <span className={`${styles.picture} ${dimmed ? styles.dimmed : ''}`}>
      {source && !broken ? (
        <img src={source} alt="" draggable={false} onError={() => setBroken(true)} />
      ) : (
        <Logo size={markSize} />
      )}
    </span>
  )
}
