import { useId, useState } from 'react'
import type { SentPicture } from '@shared/ipc/contract'
import { assetTypes } from '@shared/model/asset'
import { guessShows, nameOfFile, type Shows } from '../../app/pictureDrop'
import { takePictures } from '../../app/pictures'
import type { pictureSheet } from '../../app/sheetKeys'
import { closeSheet, type ParamsOf } from '../../app/sheets'
import { useRead } from '../../app/useRead'
import { Button } from '../../common/Button'
import { Select } from '../../common/Select'
import { Sheet } from '../../common/Sheet'
import { useOnce } from '../../common/useOnce'
import styles from './PictureSheet.module.css'

const close = () => closeSheet()

/** Pictures that came from outside: what each of them shows, guessed from its name. */
export function PictureSheet({ paths }: ParamsOf<typeof pictureSheet>) {
  const assets = useRead((reads) => reads.list('assetsInOrder').filter((a) => !a.deleted), [])
  const [shows, setShows] = useState<readonly Shows[]>(() => paths.map((path) => guessShows(path, assets)))
  const change = (at: number, to: Shows) => setShows(shows.map((s, i) => (i === at ? to : s)))
  const count = shows.filter(Boolean).length
  const options = [
    ...assetTypes.map((type) => ({ value: `new:${type}`, label: `New ${type}` })),
    ...assets.map((a) => ({ value: `asset:${a.id}`, label: `${a.name} (${a.type})` })),
    { value: '', label: 'Leave it out' },
  ]
  const [once, busy] = useOnce()
  const add = () =>
    once(async () => {
      await takePictures(paths.flatMap((path, i) => pictureOf(path, shows[i]!)))
      close()
    })
  return (
    <Sheet
      title={paths.length === 1 ? 'What does this picture show?' : `What do these ${paths.length} pictures show?`}
      open
      onClose={close}
      width={680}
      footer={
        <>
          <Button large kind="outline" onClick={close}>
            Cancel
          </Button>
          <Button large kind="primary" disabled={!count || busy} onClick={add}>
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
                onChange={(value) => change(i, readShows(value))}
              />
              <LookName file={file} shows={shows[i]!} disabled={busy} onChange={(next) => change(i, next)} />
            </li>
          )
        })}
      </ul>
      <p className={styles.note}>
        A new asset takes the name of its file. A look of that name takes the picture, or is made. Without a name the
        default look takes it if it has none, else a further look. All of it is one undo step.
      </p>
    </Sheet>
  )
}

const valueOf = (shows: Shows) => (!shows ? '' : 'new' in shows ? `new:${shows.new}` : `asset:${shows.asset}`)

function readShows(value: string): Shows {
  const [kind, rest = ''] = value.split(':')
  return kind === 'asset'
    ? { asset: rest, look: null }
    : (assetTypes.map((type) => ({ new: type })).find((s) => s.new === rest) ?? null)
}

function pictureOf(path: string, shows: Shows): SentPicture[] {
  if (!shows) return []
  if ('new' in shows) return [{ path, name: nameOfFile(path), type: shows.new }]
  return [{ path, assetId: shows.asset, ...(shows.look?.trim() ? { lookName: shows.look.trim() } : {}) }]
}

/** Which look of the asset it is; the looks there are are offered. */
function LookName({
  file,
  shows,
  disabled,
  onChange,
}: {
  file: string
  shows: Shows
  disabled: boolean
  onChange: (shows: Shows) => void
}) {
  const id = useId()
  const assetId = shows && 'asset' in shows ? shows.asset : null
  const looks = useRead((reads) => (assetId === null ? [] : reads.list('looksOfAsset', assetId)), [assetId])
  if (!shows || 'new' in shows) return <span />
  return (
    <>
      <input
        className={styles.look}
        list={id}
        value={shows.look ?? ''}
        placeholder="default look"
        aria-label={`Look in ${file}`}
        maxLength={200}
        disabled={disabled}
        onChange={(e) => onChange({ ...shows, look: e.target.value || null })}
      />
      <datalist id={id}>
        {looks.map((look) => (
          <option key={look.id}>{look.name}</option>
        ))}
      </datalist>
    </>
  )
}
