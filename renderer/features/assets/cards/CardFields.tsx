import { useEffect, useRef } from 'react'
import type { Asset } from '@shared/model/asset'
import { saveTyped } from '../../../app/saveTyped'
import { Field } from '../../../common/Field'
import styles from './AssetCard.module.css'

/** Name and description where they stand; leaving both ends it. */
export function CardFields({ asset, onLeave }: { asset: Asset; onLeave: () => void }) {
  const wrap = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const field = wrap.current?.querySelector<HTMLElement>('textarea')
    field?.focus()
  }, [])
  return (
    <div
      ref={wrap}
      className={styles.fields}
      onBlur={(event) => {
        if (document.hasFocus() && !event.currentTarget.contains(event.relatedTarget)) onLeave()
      }}
    >
      <Field
        label={`Name of ${asset.name}`}
        value={asset.name}
        width="100%"
        check={(text) => (text.trim() ? null : 'An asset needs a name.')}
        onSave={(name, continues) => saveTyped('asset.update', { assetId: asset.id, name: name.trim() }, continues)}
      />
      <Field
        label={`Description of ${asset.name}`}
        value={asset.description}
        multiline
        width="100%"
        placeholder="red-haired woman, blue dress"
        onSave={(description, continues) => saveTyped('asset.update', { assetId: asset.id, description }, continues)}
      />
    </div>
  )
}
