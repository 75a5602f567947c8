import { FileQuestion, FileX2, Film, FolderSearch, Image, Volume2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { MissingFile } from '@shared/ipc/contract'
import { bytesText, counted } from '@shared/language/unitWords'
import { askForMissing, findMissing, takeChangedFile, useMissingFiles } from '../../app/missingFiles'
import { attempt, done } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { closeSheet } from '../../app/sheets'
import { failure, toast } from '../../app/toasts'
import { Button } from '../../common/Button'
import { Empty } from '../../common/Empty'
import { Sheet } from '../../common/Sheet'
import styles from './MissingFilesSheet.module.css'

const kindIcons = { picture: Image, video: Film, audio: Volume2 }

/** The files that the film names and does not have; they are looked for where the user says, and put back. */
export function MissingFilesSheet() {
  const { files, all } = useMissingFiles()
  const readOnly = useProject((s) => s.readOnly)
  const [working, setWorking] = useState<'asking' | 'reading' | 'looking' | null>('asking')
  const during = async <T,>(what: NonNullable<typeof working>, work: () => Promise<T>): Promise<T | null> => {
    setWorking(what)
    try {
      return await attempt(work)
    } finally {
      setWorking(null)
    }
  }
  useEffect(() => {
    let isLive = true
    askForMissing(useMissingFiles.getState().all).then(() => isLive && setWorking(null), failure)
    return () => void (isLive = false)
  }, [])
  const look = async () => {
    const found = await during('looking', findMissing)
    if (found === null) return
    const left = useMissingFiles.getState().files
    const changed = left.filter((file) => file.changed).length
    if (!left.length) toast('done', `${counted(found, 'file')} found: nothing is missing any more.`)
    else {
      const others = changed
        ? ` ${counted(changed, 'file')} of the same name ${changed === 1 ? 'was' : 'were'} changed.`
        : ''
      toast('warning', `${found ? counted(found, 'file') : 'None'} found, ${left.length} still missing.${others}`)
    }
  }
  return (
    <Sheet
      title="Missing files"
      description="Pictures, clips and sounds the film names that are not in its media folder. The film keeps their places."
      open
      onClose={closeSheet}
      width={720}
      footer={
        <>
          <Button
            large
            disabled={working !== null || all}
            onClick={() => void during('reading', () => askForMissing(true))}
          >
            {working === 'reading' ? 'Reading every file …' : all ? 'Every file was read' : 'Read every file'}
          </Button>
          <span className={styles.gap} />
          <Button large kind="outline" onClick={() => closeSheet()}>
            Close
          </Button>
          <Button
            large
            kind="primary"
            disabled={working !== null || readOnly || !files.length}
            onClick={() => void look()}
          >
            <FolderSearch size={15} strokeWidth={1.75} aria-hidden />
            {working === 'looking' ? 'Looking …' : 'Look in a folder…'}
          </Button>
        </>
      }
    >
      {files.length ? (
        <ul className={styles.list} aria-label="Missing files">
          {files.map((file) => (
            <Row key={file.mediaId} file={file} disabled={working !== null || readOnly} />
          ))}
        </ul>
      ) : (
        working === null && (
          <Empty
            icon={<FileQuestion size={24} strokeWidth={1.5} />}
            title="Nothing is missing"
            text={
              all
                ? 'Every file of the film is there, and every byte of it is as it was.'
                : 'Every file of the film is there. To see whether each is as it was, read them.'
            }
          />
        )
      )}
      {files.length > 0 && (
        <p className={styles.note}>
          A file is known by what it holds, so it may have another name by now. Folders within the folder are looked
          through as well: a backup, a copy of the project, or where the pictures came from.
        </p>
      )}
    </Sheet>
  )
}

function Row({ file, disabled }: { file: MissingFile; disabled: boolean }) {
  const Icon = file.damaged ? FileX2 : kindIcons[file.kind]
  const takeIt = async () => {
    if ((await attempt(() => takeChangedFile(file).then(() => true))) === null) return
    done(`${file.name} as it is now is the picture of ${file.uses[0] ?? 'the look'}.`)
  }
  return (
    <li>
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <span className={styles.name}>
        <strong title={file.name}>{file.name}</strong>
        <span title={file.uses.join(', ')}>{usesWords(file)}</span>
      </span>
      <span className={styles.state}>
        {file.changed ? (
          file.ofLook ? (
            <Button disabled={disabled} onClick={() => void takeIt()}>
              Take it as it is now
            </Button>
          ) : (
            'Found, but changed'
          )
        ) : file.damaged ? (
          'Damaged'
        ) : (
          'Not there'
        )}
      </span>
      <span className={styles.size}>{bytesText(file.bytes)}</span>
    </li>
  )
}

/** "Alice, Red coat and 2 more places". */
function usesWords({ uses }: MissingFile): string {
  if (!uses.length) return 'Used nowhere any more'
  const [first, ...others] = uses as [string, ...string[]]
  const words = first[0]!.toUpperCase() + first.slice(1)
  return others.length ? `${words} and ${counted(others.length, 'more place', 'more places')}` : words
}
