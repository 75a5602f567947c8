import { useState } from 'react'
import { assetTypes } from '@shared/model/asset'
import { send } from '../../app/hostClient'
import { guessShows, nameOfFile, type Shows } from '../../app/pictureDrop'
import { addPictures } from '../../app/projectActions'
import type { pictureSheet } from '../../app/sheetKeys'
import { closeSheet, type ParamsOf } from '../../app/sheets'
import { failure } from '../../app/toasts'
import { useRead } from '../../app/useRead'
import { Button } from '../../common/Button'
import { Select } from '../../common/Select'
import { Sheet } from '../../common/Sheet'
import styles from './PictureSheet.module.css'

const close = () => closeSheet()

/** Pictures that came from outside: what each of them shows, guessed from its name. */
export function PictureSheet({ paths }: ParamsOf<typeof pictureSheet>) {
  const assets = useRead((reads) => reads.list('assetsInOrder').filter((a) => !a.deleted), [])
  const [shows, setShows] = useState<readonly Shows[]>(() => paths.map((path) => guessShows(path, assets)))
  const [busy, setBusy] = useState(false)
  const count = shows.filter(Boolean).length
  const options = [
    ...assetTypes.map((type) => ({ value: `new:${type}`, label: `New ${type}` })),
    ...assets.map((a) => ({ value: `asset:${a.id}`, label: `${a.name} (${a.type})` })),
    { value: '', label: 'Leave it out' },
  ]
  const add = async () => {
    setBusy(true)
    for (const [i, path] of paths.entries()) if (!(await addOne(path, shows[i]!))) break
    close()
  }
  return (
    <Sheet
      title={paths.length === 1 ? 'What does this picture show?' : `What do these ${paths.length} pictures show?`}
      open
      onClose={close}
      width={520}
      footer={
        <>
          <Button large kind="outline" onClick={close}>
            Cancel
          </Button>
          <Button large kind="primary" disabled={!count || busy} onClick={() => void add()}>
            {count === 1 ? 'Add the picture' : `Add ${count} pictures`}
          </Button>
        </>
      }
    >
      <ul className={styles.list}>
        {paths.map((path, i) => {
          const file = path.split(/[\\/]/).at(-1) ?? path
          return (
            <li key={path}>
              <span className={styles.file} title={path}>
                {file}
              </span>
              <Select
                label={`What ${file} shows`}
                value={valueOf(shows[i]!)}
                options={options}
                disabled={busy}
                onChange={(value) => setShows(shows.map((s, at) => (at === i ? readShows(value) : s)))}
              />
            </li>
          )
        })}
      </ul>
      <p className={styles.note}>
        A new asset takes the name of its file. An asset that has a picture already gets another look.
      </p>
    </Sheet>
  )
}

const valueOf = (shows: Shows) => (!shows ? '' : 'new' in shows ? `new:${shows.new}` : `asset:${shows.asset}`)

function readShows(value: string): Shows {
  const [kind, rest = ''] = value.split(':')
  return kind === 'asset'
    ? { asset: rest }
    : (assetTypes.map((type) => ({ new: type })).find((s) => s.new === rest) ?? null)
}

async function addOne(path: string, shows: Shows): Promise<boolean> {
  if (!shows) return true
  if ('asset' in shows) return addPictures(shows.asset, undefined, [path], true)
  try {
    const { created } = await send('asset.create', { name: nameOfFile(path), type: shows.new })
    return addPictures(created.assets![0]!, undefined, [path])
  } catch (error) {
    failure(error)
    return false
  }
}
