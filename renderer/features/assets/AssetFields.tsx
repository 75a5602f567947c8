import type { Asset, AssetType } from '@shared/model/asset'
import type { CommandInputs } from '@shared/ipc/inputSchemas'
import { run } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { saveTyped } from '../../app/saveTyped'
import { Field } from '../../common/Field'
import { Section } from '../../common/Section'
import { Select } from '../../common/Select'
import type { SaveText } from '../../common/typedText'
import { Aliases } from './Aliases'
import styles from './AssetFields.module.css'
import { parseRank } from './parseRank'

type AssetEdit = Omit<CommandInputs['asset.update'], 'assetId'>

const types: readonly { value: AssetType; label: string }[] = [
  { value: 'character', label: 'Character' },
  { value: 'location', label: 'Location' },
  { value: 'prop', label: 'Prop' },
]
const among = { character: 'characters', location: 'locations', prop: 'props' } as const

/** Name, type, description, other names, and how the asset is put before others. */
export function AssetFields({ asset }: { asset: Asset }) {
  const readOnly = useProject((s) => s.readOnly)
  const set = (fields: AssetEdit) => void run('asset.update', { assetId: asset.id, ...fields })
  const save =
    (fields: (text: string) => AssetEdit): SaveText =>
    (text, continues) =>
      saveTyped('asset.update', { assetId: asset.id, ...fields(text) }, continues)
  return (
    <Section title="Asset">
      <div className={styles.fields}>
        <Row word="Name">
          <Field
            label="Name"
            focusAs="asset.name"
            value={asset.name}
            width="100%"
            disabled={readOnly}
            check={(text) => (text.trim() ? null : 'An asset needs a name.')}
            onSave={save((name) => ({ name: name.trim() }))}
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
          onSave={save((description) => ({ description }))}
        />
        <Aliases asset={asset} readOnly={readOnly} />
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
            onSave={save((text) => ({ rank: parseRank(text) ?? null }))}
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
