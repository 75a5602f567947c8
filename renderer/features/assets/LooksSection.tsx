import { Plus, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { Asset, Look } from '@shared/model/asset'
import { addLook } from '../../app/edit/assetCommands'
import { useProject } from '../../app/projectStore'
import { useFileDrag } from '../../app/useDropFiles'
import { useRead } from '../../app/useRead'
import { mediaUrl, workingPicture } from '../../common/AssetPicture'
import { Section } from '../../common/Section'
import { Tip } from '../../common/Tip'
import { transformationsOf } from './assetUses'
import { LookEditor } from './LookEditor'
import styles from './LooksSection.module.css'

/** The looks of an asset as pictures; the chosen one opens below for editing. */
export function LooksSection({ asset }: { asset: Asset }) {
  const readOnly = useProject((s) => s.readOnly)
  const [chosen, setChosen] = useState<string | null>(null)
  const looks = useRead((reads) => reads.list('looksOfAsset', asset.id), [asset.id])
  const changes = useRead((reads) => transformationsOf(reads, asset.id), [asset.id])
  const look = looks.find((l) => l.id === chosen) ?? looks.find((l) => l.id === asset.defaultLookId) ?? looks[0]
  const add = async () => setChosen(await addLook(asset))
  return (
    <Section title="Looks" count={looks.length}>
      <fieldset className={styles.grid} aria-label={`Looks of ${asset.name}`}>
        {looks.map((l) => (
          <LookTile key={l.id} asset={asset} look={l} on={l.id === look?.id} onChoose={() => setChosen(l.id)} />
        ))}
        <Tip text="Add look">
          <button
            type="button"
            className={styles.add}
            aria-label="Add look"
            disabled={readOnly}
            onClick={() => void add()}
          >
            <Plus size={14} strokeWidth={1.75} />
          </button>
        </Tip>
      </fieldset>
      {look && <LookEditor key={look.id} asset={asset} look={look} only={looks.length === 1} readOnly={readOnly} />}
      {changes.length > 0 && (
        <ul className={styles.changes}>
          {changes.map(({ id, text }) => (
            <li key={id}>
              <span className={styles.diamond} aria-hidden />
              {text}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function LookTile({ asset, look, on, onChoose }: { asset: Asset; look: Look; on: boolean; onChoose: () => void }) {
  const over = useFileDrag((s) => s.over)
  const picture = useRead((reads) => workingPicture(reads, look.mediaId), [look.mediaId])
  const isDefault = look.id === asset.defaultLookId
  return (
    <button
      type="button"
      className={`${styles.tile} ${on ? styles.on : ''} ${over ? styles.target : ''}`}
      data-drop-look={look.id}
      aria-pressed={on}
      onClick={onChoose}
    >
      {picture ? (
        <img src={mediaUrl(picture, 240)} alt="" draggable={false} />
      ) : (
        <span className={styles.none}>no picture</span>
      )}
      <span className={styles.name} title={look.name}>
        {look.checkDescription && look.mediaId && (
          <TriangleAlert size={10} strokeWidth={2.4} className={styles.check} />
        )}
        {look.name}
      </span>
      {isDefault && <span className={styles.default}>default</span>}
    </button>
  )
}
