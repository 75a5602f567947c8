import { FolderOpen } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { BringOffer, RecentProject } from '@shared/ipc/contract'
import { counted } from '@shared/language/unitWords'
import { assetTypes } from '@shared/model/asset'
import { request } from '../../app/hostClient'
import { attempt, done } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { closeSheet } from '../../app/sheets'
import { toast } from '../../app/toasts'
import { selectAsset } from '../../app/viewStore'
import { mediaUrl } from '../../common/AssetPicture'
import { Button } from '../../common/Button'
import { typeClass } from '../../common/PresenceBar'
import { Sheet } from '../../common/Sheet'
import { useOnce } from '../../common/useOnce'
import styles from './BringSheet.module.css'
import { typeNames } from './cards/assetsState'

const close = () => closeSheet()

/** Assets of another project come in as copies: which project, then which of its assets. */
export function BringSheet() {
  const [offer, setOffer] = useState<BringOffer | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const look = async (folder?: string) => {
    const found = await attempt(() => request('bring.look', folder === undefined ? {} : { folder }))
    if (!found) return
    setOffer(found)
    setChosen(new Set())
  }
  const [once, busy] = useOnce()
  const bring = () =>
    once(async () => {
      if (!offer || !chosen.size) return
      const answer = await attempt(() => request('bring.take', { folder: offer.folder, assetIds: [...chosen] }))
      if (!answer) return
      close()
      if (answer.missing.length) toast('warning', `Without a picture whose file is gone: ${answer.missing.join(', ')}.`)
      const [first] = answer.assetIds
      if (first !== undefined) selectAsset(first)
      done(`${counted(answer.assetIds.length, 'asset')} brought from ${offer.title}.`)
    })
  return (
    <Sheet
      title={offer ? `Bring assets from ${offer.title}` : 'Bring assets from another project'}
      description="They come with their looks and pictures, as copies: nothing that changes there later changes here."
      open
      onClose={close}
      width={620}
      footer={
        <>
          {offer && (
            <Button large onClick={() => setOffer(null)}>
              Another project
            </Button>
          )}
          <span className={styles.grow} />
          <Button large kind="outline" onClick={close}>
            Cancel
          </Button>
          <Button large kind="primary" disabled={!chosen.size || busy} onClick={bring}>
            {chosen.size ? `Bring ${counted(chosen.size, 'asset')}` : 'Bring'}
          </Button>
        </>
      }
    >
      {offer ? (
        <Offered offer={offer} chosen={chosen} onChoose={setChosen} />
      ) : (
        <Projects onLook={(folder) => void look(folder)} />
      )}
    </Sheet>
  )
}

function Projects({ onLook }: { onLook: (folder?: string) => void }) {
  const own = useProject((s) => s.folder)
  const [recents, setRecents] = useState<readonly RecentProject[]>([])
  useEffect(() => {
    request('app.recents', {}).then(
      (list) => setRecents(list.filter((r) => !r.missing && r.folder !== own)),
      () => {},
    )
  }, [own])
  return (
    <ul className={styles.projects}>
      {recents.map((r) => (
        <li key={r.folder}>
          <button type="button" title={r.folder} onClick={() => onLook(r.folder)}>
            <strong>{r.title}</strong>
            <small>
              {counted(r.scenes, 'scene')}, {counted(r.shots, 'shot')}
            </small>
          </button>
        </li>
      ))}
      <li>
        <button type="button" onClick={() => onLook()}>
          <FolderOpen size={14} strokeWidth={1.75} aria-hidden />
          <strong>{recents.length ? 'Another project folder…' : 'Choose a project folder…'}</strong>
        </button>
      </li>
    </ul>
  )
}

function Offered({
  offer,
  chosen,
  onChoose,
}: {
  offer: BringOffer
  chosen: ReadonlySet<string>
  onChoose: (next: ReadonlySet<string>) => void
}) {
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChoose(next)
  }
  if (!offer.assets.length) return <p className={styles.none}>That project has no assets.</p>
  return (
    <div className={styles.offered}>
      {assetTypes.map((type) => {
        const assets = offer.assets.filter((a) => a.type === type)
        if (!assets.length) return null
        return (
          <fieldset key={type} className={typeClass[type]}>
            <legend>{typeNames[type].many}</legend>
            {assets.map((a) => (
              <label key={a.id}>
                <input type="checkbox" checked={chosen.has(a.id)} onChange={() => toggle(a.id)} />
                {a.picture ? (
                  <img src={mediaUrl(a.picture)} alt="" width={36} height={36} draggable={false} />
                ) : (
                  <span className={styles.initial} aria-hidden>
                    {a.name.slice(0, 1)}
                  </span>
                )}
                <span className={styles.words}>
                  <strong>{a.name}</strong>
                  <small title={a.description}>
                    {a.looks.length > 1 ? `${counted(a.looks.length, 'look')}: ${a.looks.join(', ')}` : a.description}
                  </small>
                  {a.copyName !== a.name && (
                    <small className={styles.taken}>
                      There is a {a.type} called {a.name} here: the copy is called {a.copyName}
                    </small>
                  )}
                </span>
              </label>
            ))}
          </fieldset>
        )
      })}
    </div>
  )
}
