import {
  Camera,
  EyeOff,
  ImageOff,
  LogIn,
  LogOut,
  type LucideIcon,
  MoveHorizontal,
  OctagonX,
  Trash2,
} from 'lucide-react'
import { drawnMarksOf } from '@shared/domain/marks/markRules'
import { oneLine, type LeftOutReason, type Manifest } from '@shared/domain/manifest/manifest'
import { StylePicture } from '../../../app/StylePicture'
import { useRead } from '../../../app/useRead'
import { picturedMedia, AssetPicture } from '../../../common/AssetPicture'
import { MarksPicture } from '../../../drawing/MarksPicture'
import { typeClass } from '../../../common/PresenceBar'
import styles from '../FrameInspector.module.css'
import { frameWord, type FrameModel } from '../model/useFrameModel'

const reasonIcons: Record<LeftOutReason, LucideIcon> = {
  enters_later: LogIn,
  left_before: LogOut,
  passes_through: MoveHorizontal,
  camera: Camera,
  hidden: EyeOff,
  over_cap: OctagonX,
  deleted: Trash2,
}

/** What goes with the frame's prompt: numbered references in send order, those in words only, and who is left out and why. */
export function SendList({ model, manifest }: { model: FrameModel; manifest: Manifest }) {
  const { plan } = model
  const leftOutPictures = useRead(
    (reads) => manifest.leftOut.map(({ asset }) => picturedMedia(reads, asset)),
    [manifest],
  )
  const marks = useRead((reads) => drawnMarksOf(reads, model.shot.id, model.frame), [model.shot.id, model.frame])
  const several = plan.passes.length > 1
  const passOf = (assetId: string) => plan.passes.find((p) => p.assetIds.includes(assetId))?.index
  return (
    <section className={styles.section} aria-label="What will be sent">
      <h3 className={styles.title}>What will be sent</h3>
      {!manifest.entries.length && <p className={styles.small}>No picture: nobody in this frame has one.</p>}
      <ol>
        {manifest.entries.map(({ index, asset, mediaId, description: traits, pass }) => (
          <li key={asset.id} className={styles.entry}>
            <span className={styles.number}>{index}</span>
            <AssetPicture asset={asset} mediaId={mediaId} size={24} />
            <span className={styles.who}>
              <span className={styles.name} title={asset.name}>
                {asset.name}
              </span>
              {traits && (
                <span className={styles.trait} title={oneLine(traits)}>
                  {oneLine(traits)}
                </span>
              )}
            </span>
            {several && <span className={styles.pass}>pass {pass}</span>}
          </li>
        ))}
        {manifest.marksIndex !== null && (
          <li className={styles.entry} title="Lines, arrows and words drawn over this still">
            <span className={styles.number}>{manifest.marksIndex}</span>
            <MarksPicture marks={marks} width={24} height={24} />
            <span className={styles.who}>
              <span className={styles.name}>Marks</span>
              <span className={styles.trait}>drawn over the still</span>
            </span>
          </li>
        )}
        {manifest.style && (
          <li className={styles.entry} title="Only how it is drawn is taken from it">
            <span className={styles.number}>{manifest.style.index}</span>
            <StylePicture mediaId={manifest.style.mediaId} />
            <span className={styles.who}>
              <span className={styles.name}>Style picture</span>
              <span className={styles.trait}>how it is drawn</span>
            </span>
          </li>
        )}
      </ol>
      {manifest.alsoInFrame.length > 0 && (
        <>
          <h4 className={styles.sub}>Also in frame, in words only</h4>
          <ul>
            {manifest.alsoInFrame.map(({ asset }) => (
              <li key={asset.id} className={`${styles.out} ${typeClass[asset.type]}`}>
                <span className={styles.icon}>
                  <ImageOff size={12} strokeWidth={1.75} />
                </span>
                <AssetPicture asset={asset} mediaId={null} size={18} />
                <span className={styles.name}>{asset.name}</span>
                <span className={styles.why}>
                  no picture{several && passOf(asset.id) ? `, pass ${passOf(asset.id)}` : ''}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h4 className={styles.sub}>Left out of the {frameWord(model.frame)} frame</h4>
      {manifest.leftOut.length ? (
        <ul>
          {manifest.leftOut.map(({ asset, reason, detail }, i) => {
            const Icon = reasonIcons[reason]
            return (
              <li key={asset.id} className={`${styles.out} ${styles.grey}`}>
                <span className={styles.icon}>
                  <Icon size={12} strokeWidth={1.75} />
                </span>
                <AssetPicture asset={asset} mediaId={leftOutPictures[i] ?? null} size={18} />
                <span className={styles.name} title={asset.name}>
                  {asset.name}
                </span>
                <span className={styles.why} title={detail}>
                  {detail}
                </span>
              </li>
            )
          })}
        </ul>
      ) : (
        <p className={styles.none}>Nobody: all of the shot are in this frame</p>
      )}
    </section>
  )
}
