import { ChevronDown, ChevronRight, CornerUpLeft, MapPin, Merge, Package, Trash2, User } from 'lucide-react'
import { useState } from 'react'
import { counted } from '@shared/language/unitWords'
import { assetTypes, type Asset, type AssetType } from '@shared/model/asset'
import { isInTray } from '@shared/domain/lookup'
import type { ReadRecords } from '@shared/records/recordStore'
import { run } from '../../../app/projectActions'
import { mergeSheet } from '../../../app/sheetKeys'
import { openSheet } from '../../../app/sheets'
import { useRead } from '../../../app/useRead'
import { selectShot } from '../../../app/viewStore'
import { IconButton } from '../../../common/Button'
import { typeClass } from '../../../common/PresenceBar'
import { Section } from '../../../common/Section'
import { Select } from '../../../common/Select'
import styles from './review.module.css'

const icons: Record<AssetType, typeof User> = { character: User, location: MapPin, prop: Package }
const typeNames = { character: 'Character', location: 'Location', prop: 'Prop' } as const

/** Every asset that was found: in how many shots, where first; to retype, merge or reject. */
export function AssetsReview({ readOnly }: { readOnly: boolean }) {
  const all = useRead((reads) => reads.list('assetsInOrder'), [])
  const assets = all
    .filter((a) => !a.deleted)
    .toSorted((a, b) => assetTypes.indexOf(a.type) - assetTypes.indexOf(b.type) || a.ordinal - b.ordinal)
  const rejected = all.filter((a) => a.deleted && a.mergedIntoId === null)
  return (
    <Section title="Assets" count={assets.length}>
      <ul className={styles.list}>
        {assets.map((asset) => (
          <AssetRow key={asset.id} asset={asset} readOnly={readOnly} />
        ))}
      </ul>
      {rejected.length > 0 && <Rejected assets={rejected} readOnly={readOnly} />}
    </Section>
  )
}

/** What was taken out, to bring back with all its places. */
function Rejected({ assets, readOnly }: { assets: readonly Asset[]; readOnly: boolean }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className={styles.rejected} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? <ChevronDown size={12} strokeWidth={2} /> : <ChevronRight size={12} strokeWidth={2} />}
        {assets.length} deleted
      </button>
      {open && (
        <ul className={styles.list}>
          {assets.map((a) => (
            <li key={a.id} className={styles.trayShot}>
              <span className={styles.trayText} title={a.name}>
                {a.name}
              </span>
              <IconButton
                label={`Restore ${a.name}`}
                icon={<CornerUpLeft size={14} strokeWidth={1.75} />}
                disabled={readOnly}
                onClick={() => void run('asset.restore', { assetId: a.id })}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

interface Uses {
  shots: number
  suggested: number
  firstShotId: string | null
  evidence: { line: number; text: string } | null
}

function usesOf(records: ReadRecords, asset: Asset): Uses {
  const shotIds = records
    .list('instancesOfAsset', asset.id)
    .flatMap((i) => records.list('assignmentsOfInstance', i.id))
    .filter((a) => !isInTray(records, records.must('shots', a.shotId)))
  const open = records.list('suggestionsOfAsset', asset.id).filter((s) => s.state === 'open')
  const evidenced = [...shotIds, ...open]
    .flatMap((r) => (r.evidence ? [{ shotId: r.shotId, evidence: r.evidence }] : []))
    .sort((a, b) => a.evidence.line - b.evidence.line)[0]
  return {
    shots: shotIds.length,
    suggested: open.length,
    firstShotId: evidenced?.shotId ?? shotIds[0]?.shotId ?? null,
    evidence: evidenced?.evidence ?? null,
  }
}

function AssetRow({ asset, readOnly }: { asset: Asset; readOnly: boolean }) {
  const uses = useRead((reads) => usesOf(reads, asset), [asset])
  const Icon = icons[asset.type]
  return (
    <li className={`${styles.asset} ${typeClass[asset.type]}`} data-asset={asset.name}>
      <button
        type="button"
        className={styles.assetMain}
        disabled={uses.firstShotId === null}
        title={`${asset.name}, in ${counted(uses.shots, 'shot')}${uses.suggested ? `, ${uses.suggested} to confirm` : ''}${uses.evidence ? `. Line ${uses.evidence.line}: ${uses.evidence.text.trim()}` : ''}`}
        onClick={() => {
          selectShot(uses.firstShotId!)
        }}
      >
        <Icon size={12} strokeWidth={2} aria-hidden className={styles.typeIcon} />
        <span className={styles.assetName}>{asset.name}</span>
      </button>
      <Select
        label={`Type of ${asset.name}`}
        value={asset.type}
        disabled={readOnly}
        options={assetTypes.map((value) => ({ value, label: typeNames[value] }))}
        onChange={(type) => void run('asset.retype', { assetId: asset.id, type })}
      />
      <IconButton
        label={`Merge ${asset.name} into…`}
        icon={<Merge size={14} strokeWidth={1.75} />}
        disabled={readOnly}
        onClick={() => openSheet(mergeSheet, { fromId: asset.id, stays: true })}
      />
      <IconButton
        label={`Delete ${asset.name}`}
        icon={<Trash2 size={14} strokeWidth={1.75} />}
        disabled={readOnly}
        onClick={() => void run('asset.delete', { assetId: asset.id })}
      />
      <span className={styles.assetFoot}>
        <span className={styles.assetEvidence}>
          {uses.evidence && (
            <>
              <span className={styles.line}>{uses.evidence.line}</span>“{uses.evidence.text.trim()}”
            </>
          )}
        </span>
        <span className={styles.meta}>
          {counted(uses.shots, 'shot')}
          {uses.suggested > 0 && (
            <>
              {' '}
              +{uses.suggested}
              <span className="visually-hidden"> to confirm</span>
            </>
          )}
        </span>
      </span>
    </li>
  )
}
