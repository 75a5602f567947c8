import { X } from 'lucide-react'
import { useState } from 'react'
import { foldName } from '@shared/domain/lookup'
import type { Asset, AssetType } from '@shared/model/asset'
import type { CommandInputs } from '@shared/ipc/inputs'
import { run } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { Field } from '../../common/Field'
import { Section } from '../../common/Section'
import { Select } from '../../common/Select'
import styles from './AssetFields.module.css'
import { parseRank } from './parseRank'

const types: readonly { value: AssetType; label: string }[] = [
  { value: 'character', label: 'Character' },
  { value: 'location', label: 'Location' },
  { value: 'prop', label: 'Prop' },
]
const among = { character: 'characters', location: 'locations', prop: 'props' } as const

/** Name, type, description, other names, and how the asset is put before others. */
export function AssetFields({ asset }: { asset: Asset }) {
  const readOnly = useProject((s) => s.readOnly)
  const set = (fields: Omit<CommandInputs['asset.update'], 'assetId'>) =>
    void run('asset.update', { assetId: asset.id, ...fields })
  return (
    <Section title="Asset">
      <div className={styles.fields}>
        <Row word="Name">
          <Field
            label="Name"
            value={asset.name}
            width="100%"
            disabled={readOnly}
            check={(text) => (text.trim() ? null : 'An asset needs a name.')}
            onCommit={(name) => set({ name: name.trim() })}
          />
        </Row>
        <Row word="Type">
          <Select
            label="Type"
            value={asset.type}
            options={types}
            disabled={readOnly}
            onChange={(type) => void run('asset.retype', { assetId: asset.id, type })}
          />
        </Row>
        <Field
          label="Description"
          value={asset.description}
          multiline
          width="100%"
          placeholder="red-haired woman, blue dress"
          disabled={readOnly}
          onCommit={(description) => set({ description })}
        />
        <Aliases asset={asset} readOnly={readOnly} onSet={(aliases) => set({ aliases })} />
        {asset.type === 'character' && (
          <label className={styles.key}>
            <input
              type="checkbox"
              checked={asset.key}
              disabled={readOnly}
              onChange={(e) => set({ key: e.target.checked })}
            />
            <span>
              Key character<em>goes into the first pass</em>
            </span>
          </label>
        )}
        <Row word="Rank">
          <Field
            label={`Rank among ${among[asset.type]}`}
            value={asset.rank === null ? '' : String(asset.rank)}
            width="100%"
            placeholder="none"
            disabled={readOnly}
            onCommit={(text) => set({ rank: parseRank(text) ?? null })}
            check={(text) => (parseRank(text) === undefined ? 'Not a number. Give one, or none.' : null)}
          />
          <span className={styles.hint}>smaller is sent first</span>
        </Row>
      </div>
    </Section>
  )
}

function Row({ word, children }: { word: string; children: React.ReactNode }) {
  return (
    <div className={styles.row}>
      <span className={styles.word} aria-hidden>
        {word}
      </span>
      <span className={styles.control}>{children}</span>
    </div>
  )
}

function Aliases({
  asset,
  readOnly,
  onSet,
}: {
  asset: Asset
  readOnly: boolean
  onSet: (aliases: Asset['aliases']) => void
}) {
  const [text, setText] = useState('')
  const name = text.trim()
  const taken = [asset.name, ...asset.aliases.map((a) => a.name)].some((n) => foldName(n) === foldName(name))
  const add = () => {
    if (!name || taken) return
    onSet([...asset.aliases, { name, lookId: null }])
    setText('')
  }
  return (
    <fieldset className={styles.aliases} aria-label="Also called">
      <span className={styles.word} aria-hidden>
        Also called
      </span>
      <div className={styles.chips}>
        {asset.aliases.map((alias) => (
          <span key={alias.name} className={styles.chip}>
            <span title={alias.name}>{alias.name}</span>
            <button
              type="button"
              aria-label={`Remove the name ${alias.name}`}
              disabled={readOnly}
              onClick={() => onSet(asset.aliases.filter((a) => a !== alias))}
            >
              <X size={10} strokeWidth={2.4} />
            </button>
          </span>
        ))}
        <input
          value={text}
          aria-label="Add another name"
          aria-invalid={name !== '' && taken}
          placeholder="add a name"
          disabled={readOnly}
          maxLength={200}
          onChange={(e) => setText(e.target.value)}
          onBlur={add}
          onKeyDown={(e) => {
            if (e.key === 'Enter') add()
            if (e.key === 'Escape') setText('')
            if (e.key === 'Backspace' && !text && asset.aliases.length) onSet(asset.aliases.slice(0, -1))
          }}
        />
      </div>
      {name !== '' && taken && (
        <span className={styles.refusal} role="alert">
          {asset.name} is called that already.
        </span>
      )}
    </fieldset>
  )
}
