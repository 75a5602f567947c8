import { Check, Clock, ImageOff, Layers, RefreshCw } from 'lucide-react'
import { useMemo } from 'react'
import type { PlannedPass, PlanReference } from '@shared/domain/passes/passPlan'
import { make } from '../../../app/projectActions'
import { useProject } from '../../../app/projectStore'
import { useRead } from '../../../app/useRead'
import { StylePicture } from '../../../app/StylePicture'
import { AssetPicture, mediaUrl } from '../../../common/AssetPicture'
import { IconButton } from '../../../common/Button'
import { FrameCanvas } from '../../../drawing/FrameCanvas'
import { MarksPicture } from '../../../drawing/MarksPicture'
import { useFrames } from '../model/framesStore'
import styles from './PassesPanel.module.css'
import { passWords } from '../takes/scopeWords'
import { useFrameStatus } from '../takes/useFrameStatus'
import { partUpTo, type FrameModel } from '../model/useFrameModel'

const icon = { size: 12, strokeWidth: 1.75 } as const

/** One pass: the picture after it, what it adds, and whether it stands. */
export function PassCard({
  model,
  pass,
  selected,
  onSelect,
}: {
  model: FrameModel
  pass: PlannedPass
  selected: boolean
  onSelect: () => void
}) {
  const { plan, keptPasses, stored, chosen, profile } = model
  const status =
    pass.index <= keptPasses ? 'Fresh' : stored[pass.index - 1] && chosen?.generatorId === profile.id ? 'Stale' : null
  const words = passWords(pass, plan.passes.length)
  const readOnly = useProject((s) => s.readOnly)
  const { locked, jobId } = useFrameStatus(model)
  const canRemake = status !== null && plan.refusal === null && !readOnly && !locked && jobId === null
  return (
    <li className={`${styles.card} ${selected ? styles.on : ''}`}>
      <div className={styles.inside}>
        <button
          type="button"
          className={styles.picture}
          style={{ aspectRatio: `${model.description.width} / ${model.description.height}` }}
          aria-pressed={selected}
          onClick={onSelect}
        >
          <span className="visually-hidden">
            Show the frame after pass {pass.index}: {words},{' '}
          </span>
          <PassPicture model={model} pass={pass.index} width={320} className={styles.fill} />
          <span className={`${styles.chip} ${status === 'Stale' ? styles.stale : ''}`}>
            {status === 'Fresh' ? (
              <Check size={12} strokeWidth={2} />
            ) : status === 'Stale' ? (
              <Clock size={12} strokeWidth={2} />
            ) : null}
            {status ?? 'Preview'}
          </span>
        </button>
        <div className={styles.text}>
          <h3 className={styles.title} title={words}>
            <b>{pass.index}</b>
            {words}
            {canRemake && (
              <IconButton
                className={styles.remake}
                label={
                  pass.index < plan.passes.length
                    ? `Make pass ${pass.index} and those after it again`
                    : `Make pass ${pass.index} again`
                }
                icon={<RefreshCw {...icon} />}
                onClick={() => void make(10, 'chosen', [model.shot.id], [model.frame], pass.index)}
              />
            )}
          </h3>
          <ol className={styles.references}>
            {pass.references.map((reference) => (
              <ReferenceRow key={reference.assetId ?? reference.role} model={model} pass={pass} reference={reference} />
            ))}
          </ol>
          {pass.note && <p className={styles.note}>{pass.note}</p>}
        </div>
      </div>
    </li>
  )
}

/** The stored picture of a pass; while it is not made or would come out otherwise, what a make would draw now. */
function PassPicture({
  model,
  pass,
  width,
  className,
}: {
  model: FrameModel
  pass: number
  width: number
  className: string | undefined
}) {
  const preview = useFrames((s) => s.preview)
  if (pass === 0 && model.plan.startTake)
    return <img className={className} src={mediaUrl(model.plan.startTake, width * 2)} alt="" draggable={false} />
  const stored = model.stored[pass - 1]
  if (stored && (pass <= model.keptPasses || preview === 'take'))
    return <img className={className} src={mediaUrl(stored.mediaId, width * 2)} alt="" draggable={false} />
  return <LivePass model={model} pass={pass} width={width} className={className} />
}

/** Follows what is saved, not the running gesture: that is the stage's. */
function LivePass({
  model,
  pass,
  width,
  className,
}: {
  model: FrameModel
  pass: number
  width: number
  className: string | undefined
}) {
  const part = useMemo(() => partUpTo(model.plan, pass), [model.plan, pass])
  return <FrameCanvas frame={model.description} part={part} width={width} className={className} />
}

function ReferenceRow({ model, pass, reference }: { model: FrameModel; pass: PlannedPass; reference: PlanReference }) {
  const { index, assetId, name, role } = reference
  const asset = useRead((reads) => (assetId === null ? undefined : reads.get('assets', assetId)), [assetId])
  const number =
    index === null ? (
      <span className={styles.words}>
        <ImageOff {...icon} />
      </span>
    ) : (
      <span className={styles.number}>{index}</span>
    )
  if (role === 'base') {
    return (
      <li className={styles.reference}>
        {number}
        <span className={styles.base}>
          <PassPicture model={model} pass={pass.index - 1} width={40} className={styles.fill} />
        </span>
        <span className={`${styles.name} ${styles.dim}`} title={`Base plate: ${name}`}>
          <span className={styles.own}>Base plate</span>
          <span>{name}</span>
        </span>
        <Layers {...icon} className={styles.layers} aria-label="kept unchanged" />
      </li>
    )
  }
  if (role === 'marks')
    return (
      <li className={styles.reference}>
        {number}
        <MarksPicture marks={reference.marks ?? []} width={40} height={24} className={styles.fill} />
        <span className={styles.name} title="Lines, arrows and words drawn over this still">
          <span className={styles.own}>Marks</span>
        </span>
      </li>
    )
  if (role === 'style')
    return (
      <li className={styles.reference}>
        {number}
        <StylePicture mediaId={reference.pictureId ?? null} />
        <span className={styles.name} title="Only how it is drawn is taken from it">
          <span className={styles.own}>Style picture</span>
        </span>
      </li>
    )
  const picture =
    [model.description.location, ...(model.description.moreLocations ?? [])].find((l) => l?.assetId === assetId)
      ?.picture ?? model.description.subjects.find((s) => s.assetId === assetId)?.picture
  return (
    <li className={`${styles.reference} ${index === null ? styles.worded : ''}`}>
      {number}
      {asset && (
        <span className={pass.basePlate ? styles.wide : undefined}>
          <AssetPicture asset={asset} mediaId={picture?.mediaId ?? null} />
        </span>
      )}
      <span className={styles.name} title={index === null ? `${name}, in words only` : name}>
        <span className={styles.own}>{name}</span>
        {index === null && <span className={styles.only}>in words only</span>}
      </span>
    </li>
  )
}
