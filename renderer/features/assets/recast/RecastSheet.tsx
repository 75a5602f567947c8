import { useState } from 'react'
import { counted } from '@shared/language/unitWords'
import type { Asset } from '@shared/model/asset'
import { Refusal } from '@shared/records/refusal'
import { AssetFinder } from '../../../app/AssetFinder'
import { preview, staleWords, useWhatPreviewsNeed } from '../../../app/preview'
import { done, run } from '../../../app/projectActions'
import type { recastSheet } from '../../../app/sheetKeys'
import { closeSheet, type ParamsOf } from '../../../app/sheets'
import { ShotChoice } from '../../../app/ShotChoice'
import { useRead } from '../../../app/useRead'
import { selectAsset } from '../../../app/viewStore'
import { Button } from '../../../common/Button'
import { Select } from '../../../common/Select'
import { Sheet } from '../../../common/Sheet'
import { useOnce } from '../../../common/useOnce'
import { usesOf } from '../assetUses'
import styles from './RecastSheet.module.css'

/** Who plays a role from now on: another asset takes the shots, places and changes of look of this one. */
export function RecastSheet({ assetId }: ParamsOf<typeof recastSheet>) {
  useWhatPreviewsNeed()
  const old = useRead((reads) => reads.get('assets', assetId), [assetId])
  const shots = useRead((reads) => usesOf(reads, assetId).flatMap((use) => use.shots), [assetId])
  const [without] = useState(() => new Set([assetId]))
  const [fresh, setFresh] = useState<Asset | null>(null)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [lookMap, setLookMap] = useState<Readonly<Record<string, string>>>({})
  const [once] = useOnce()
  if (!old) return null
  const shotIds = shots.filter((s) => !left.has(s.id)).map((s) => s.id)
  const input = fresh && shotIds.length ? { oldId: old.id, newId: fresh.id, shotIds, lookMap: { ...lookMap } } : null
  const outcome = input && preview('asset.recast', input)
  const recast = () =>
    once(async () => {
      if (!input || !fresh || !(await run('asset.recast', input))) return
      closeSheet()
      selectAsset(fresh.id)
      done(`${fresh.name} plays ${old.name} in ${counted(shotIds.length, 'shot')}.`)
    })
  return (
    <Sheet
      title={fresh ? `${fresh.name} plays ${old.name}` : `Who plays ${old.name} from now on?`}
      open
      onClose={closeSheet}
      width={480}
      footer={
        <>
          <span className={styles.step}>one undo step</span>
          <Button large kind="outline" onClick={() => closeSheet()}>
            Cancel
          </Button>
          <Button large kind="primary" disabled={!input || outcome instanceof Refusal} onClick={recast}>
            Recast {counted(shotIds.length, 'shot')}
          </Button>
        </>
      }
    >
      {!shots.length && <p>{old.name} is in no shot, so there is nothing to recast.</p>}
      {shots.length > 0 && !fresh && <AssetFinder label="Find an asset" without={without} onChoose={setFresh} />}
      {fresh && (
        <>
          <LookMap old={old} fresh={fresh} map={lookMap} onChange={setLookMap} />
          <ShotChoice
            shots={shots}
            left={left}
            onChange={setLeft}
            all={`All ${counted(shots.length, 'shot')} of ${old.name}`}
          />
          {outcome && (
            <p className={outcome instanceof Refusal ? styles.refused : styles.impact} role="status">
              {outcome instanceof Refusal
                ? outcome.message
                : `${fresh.name} takes ${counted(shotIds.length, 'shot')}: ${staleWords(outcome)}.`}
            </p>
          )}
        </>
      )}
    </Sheet>
  )
}

/** For each look of the old asset one of the new; those of one name go together by themselves. */
function LookMap({
  old,
  fresh,
  map,
  onChange,
}: {
  old: Asset
  fresh: Asset
  map: Readonly<Record<string, string>>
  onChange: (map: Readonly<Record<string, string>>) => void
}) {
  const from = useRead((reads) => reads.list('looksOfAsset', old.id), [old.id])
  const to = useRead((reads) => reads.list('looksOfAsset', fresh.id), [fresh.id])
  if (from.length < 2) return null
  const options = [
    { value: '', label: 'The look of that name, if any' },
    ...to.map((l) => ({ value: l.id, label: l.name })),
  ]
  return (
    <ul className={styles.looks} aria-label="Looks">
      {from.map((look) => (
        <li key={look.id}>
          <span>{look.name}</span>
          <Select
            label={`Look of ${fresh.name} for ${look.name}`}
            value={map[look.id] ?? ''}
            options={options}
            onChange={(value) => {
              const { [look.id]: _, ...rest } = map
              onChange(value ? { ...rest, [look.id]: value } : rest)
            }}
          />
        </li>
      ))}
    </ul>
  )
}
