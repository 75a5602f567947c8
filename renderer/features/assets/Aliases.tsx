import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { foldName } from '@shared/domain/lookup'
import type { Asset } from '@shared/model/asset'
import { run } from '../../app/projectActions'
import { saveTyped } from '../../app/saveTyped'
import { useTypedText } from '../../common/useTypedText'
import styles from './AssetFields.module.css'

/** The other names of an asset, and a field for one more. */
export function Aliases({ asset, readOnly }: { asset: Asset; readOnly: boolean }) {
  /** A name that is saved while it is still being typed: it stands in the field, not among the others. */
  const [typed, setTyped] = useState<string | null>(null)
  const [round, setRound] = useState(0)
  const others = asset.aliases.filter((alias) => alias.name !== typed)
  const set = (aliases: Asset['aliases']) => void run('asset.update', { assetId: asset.id, aliases })
  return (
    <fieldset className={styles.aliases} aria-label="Also called">
      <span className={styles.word} aria-hidden>
        Also called
      </span>
      <div className={styles.chips}>
        {others.map((alias) => (
          <span key={alias.name} className={styles.chip}>
            <span title={alias.name}>{alias.name}</span>
            <button
              type="button"
              aria-label={`Remove the name ${alias.name}`}
              disabled={readOnly}
              onClick={() => set(asset.aliases.filter((a) => a !== alias))}
            >
              <X size={10} strokeWidth={2.4} />
            </button>
          </span>
        ))}
        <NewAlias
          key={round}
          asset={asset}
          others={others}
          readOnly={readOnly}
          autoFocus={round > 0}
          onTyped={setTyped}
          onDone={() => {
            setTyped(null)
            setRound(round + 1)
          }}
          onRemoveLast={() => set(others.slice(0, -1))}
        />
      </div>
    </fieldset>
  )
}

/** One more name. Enter takes it and asks for the next. */
function NewAlias({
  asset,
  others,
  readOnly,
  autoFocus,
  onTyped,
  onDone,
  onRemoveLast,
}: {
  asset: Asset
  others: Asset['aliases']
  readOnly: boolean
  autoFocus: boolean
  onTyped: (name: string | null) => void
  onDone: () => void
  onRemoveLast: () => void
}) {
  const taken = (name: string) => [asset.name, ...others.map((a) => a.name)].some((n) => foldName(n) === foldName(name))
  const { typed, text, refused, type, leave, cancel } = useTypedText({
    label: 'Add another name',
    value: '',
    check: (name) => (name.trim() && taken(name.trim()) ? `${asset.name} is called that already.` : null),
    save(typedName, continues) {
      const name = typedName.trim()
      onTyped(name)
      return saveTyped(
        'asset.update',
        { assetId: asset.id, aliases: name ? [...others, { name, lookId: null }] : [...others] },
        continues,
      )
    },
  })
  useEffect(() => {
    if (typed === null) onTyped(null)
  }, [typed, onTyped])
  return (
    <>
      <input
        value={text}
        aria-label="Add another name"
        aria-invalid={refused !== null}
        placeholder="add a name"
        disabled={readOnly}
        maxLength={200}
        autoFocus={autoFocus}
        onChange={(e) => type(e.target.value)}
        onBlur={() => void leave()}
        onKeyDown={(e) => {
          if (e.key === 'Enter' && text.trim() && !refused) onDone()
          if (e.key === 'Escape') cancel()
          if (e.key === 'Backspace' && !text && others.length) onRemoveLast()
        }}
      />
      {refused && (
        <span className={styles.refusal} role="alert">
          {refused}
        </span>
      )}
    </>
  )
}
