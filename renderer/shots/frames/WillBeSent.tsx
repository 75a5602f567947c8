import { Ban, Camera, EyeOff, ImageOff, LogIn, LogOut, MoveHorizontal, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { stageProfile } from '@shared/domain/passes/stageProfile'
import { instanceOf, settingsOf } from '@shared/domain/lookup'
import { manifestOf, oneLine, type LeftOutReason } from '@shared/domain/manifest/manifest'
import { passSplit, planOf, type PassPlan } from '@shared/domain/passes/passPlan'
import type { GeneratorProfile } from '@shared/domain/passes/profiles'
import { resolveLook } from '@shared/domain/looks/resolveLook'
import { counted } from '@shared/language/unitWords'
import type { FrameEnd } from '@shared/model/common'
import type { Shot } from '@shared/model/shot'
import type { ReadRecords } from '@shared/records/recordStore'
import { useRead } from '../../app/useRead'
import { AssetPicture, workingPicture } from '../../common/AssetPicture'
import { StylePicture } from '../../app/StylePicture'
import { Section } from '../../common/Section'
import { Segmented } from '../../common/Segmented'
import { selectMember } from '../shotActions'
import styles from './WillBeSent.module.css'

const options = [
  { value: 'start', label: 'Start' },
  { value: 'end', label: 'End' },
] as const
const icons: Record<LeftOutReason, typeof LogIn> = {
  enters_later: LogIn,
  left_before: LogOut,
  passes_through: MoveHorizontal,
  camera: Camera,
  hidden: EyeOff,
  over_cap: Ban,
  deleted: Trash2,
}
const icon = { size: 12, strokeWidth: 2, 'aria-hidden': true } as const

/** The references of a frame in the order they are sent, with the pass that adds each; and who is left out, and why. */
export function WillBeSent({ shot }: { shot: Shot }) {
  const [frame, setFrame] = useState<FrameEnd>('start')
  return (
    <Section
      title="What will be sent"
      actions={<Segmented label="Frame" value={frame} options={options} onChange={(next) => setFrame(next)} />}
    >
      <SentList shot={shot} frame={frame} />
    </Section>
  )
}

/** What is sent for one frame, what is said in words only, and who is left out. */
export function SentList({ shot, frame }: { shot: Shot; frame: FrameEnd }) {
  const { entries, marksIndex, style, styleLeftOut, alsoInFrame, leftOut, refusal, pictures } = useRead(
    (reads) => sentOf(reads, shot, frame),
    [shot, frame],
  )
  return (
    <>
      {entries.length + alsoInFrame.length === 0 && (
        <p className={styles.empty}>Nobody and nothing is in the {frame} frame.</p>
      )}
      <ol className={styles.list}>
        {entries.map((entry) => (
          <li key={entry.asset.id}>
            <button
              type="button"
              className={styles.entry}
              title={`${entry.asset.name}${entry.description ? `: ${oneLine(entry.description)}` : ''}`}
              onClick={() => selectMember(shot.id, entry.asset.id)}
            >
              <span className={styles.number}>{entry.index}</span>
              <AssetPicture asset={entry.asset} mediaId={pictures.get(entry.asset.id) ?? null} size={24} />
              <span className={styles.words}>
                <span className={styles.name}>{entry.asset.name}</span>
                <span className={styles.trait}>{oneLine(entry.description) || 'no description'}</span>
              </span>
              <span className={styles.pass}>pass {entry.pass}</span>
            </button>
          </li>
        ))}
        {marksIndex !== null && (
          <li className={styles.entry} title="Lines, arrows and words drawn over this still go along as a picture">
            <span className={styles.number}>{marksIndex}</span>
            <span className={styles.marks}>
              <Pencil {...icon} />
            </span>
            <span className={styles.words}>
              <span className={styles.name}>Marks</span>
              <span className={styles.trait}>drawn over the still</span>
            </span>
          </li>
        )}
        {style && (
          <li className={styles.entry} title="Only how it is drawn is taken from it">
            <span className={styles.number}>{style.index}</span>
            <StylePicture mediaId={style.mediaId} />
            <span className={styles.words}>
              <span className={styles.name}>Style picture</span>
              <span className={styles.trait}>how it is drawn</span>
            </span>
          </li>
        )}
      </ol>
      {styleLeftOut && (
        <p className={styles.empty} role="note">
          {styleLeftOut}
        </p>
      )}
      {refusal && (
        <p className={styles.refusal} role="note">
          {refusal.message}
        </p>
      )}
      {alsoInFrame.length > 0 && (
        <Quiet title="Also in frame, in words only">
          {alsoInFrame.map((s) => (
            <li key={s.asset.id} className={styles.out} title={oneLine(s.description) || s.asset.name}>
              <ImageOff {...icon} />
              <AssetPicture asset={s.asset} mediaId={null} size={18} />
              <span className={styles.outName}>{s.asset.name}</span>
              <span className={styles.detail}>no picture</span>
            </li>
          ))}
        </Quiet>
      )}
      {leftOut.length > 0 && (
        <Quiet title={`Left out of the ${frame} frame`}>
          {leftOut.map((l) => {
            const Icon = icons[l.reason]
            return (
              <li key={l.asset.id} className={`${styles.out} ${styles.left}`} title={`${l.asset.name}: ${l.detail}`}>
                <Icon {...icon} />
                <AssetPicture asset={l.asset} mediaId={pictures.get(l.asset.id) ?? null} size={18} />
                <span className={styles.outName}>{l.asset.name}</span>
                <span className={styles.detail}>{l.detail}</span>
              </li>
            )
          })}
        </Quiet>
      )}
    </>
  )
}

/** The manifest of a still under the project's generator, with the pictures to show for it by asset. */
function sentOf(reads: ReadRecords, shot: Shot, frame: FrameEnd) {
  const profile = stageProfile(reads, 10)
  const plan = planOf(reads, shot.id, frame, profile)
  const { entries, marksIndex, style, alsoInFrame, leftOut } = manifestOf(
    reads,
    shot.id,
    frame,
    passSplit(plan),
    profile.traits,
  )
  const pictures = new Map(entries.map((e) => [e.asset.id, workingPicture(reads, e.mediaId)]))
  for (const { asset } of leftOut) {
    const instance = instanceOf(reads, shot.sceneId, asset.id)
    if (!instance) continue
    const look = resolveLook(reads, instance, { shotId: shot.id, at: frame })
    pictures.set(asset.id, workingPicture(reads, look.mediaId))
  }
  return {
    entries,
    marksIndex,
    style,
    styleLeftOut: styleLeftOutOf(plan, profile, settingsOf(reads).stylePictureId),
    alsoInFrame,
    leftOut,
    refusal: plan.refusal,
    pictures,
  }
}

/** Says where the style picture does not go along; null where it does, or there is none. */
function styleLeftOutOf({ passes }: PassPlan, { maxImages }: GeneratorProfile, stylePictureId: string | null) {
  if (stylePictureId === null) return null
  if (maxImages === null)
    return 'This computer draws from the pictures above; the style picture is for other generators.'
  const without = passes.filter((pass) => !pass.references.some((r) => r.role === 'style')).map((pass) => pass.index)
  if (!without.length) return null
  const which = passes.length === 1 ? '' : ` with pass ${without.join(', ')}`
  return `The style picture does not go along${which}: ${counted(maxImages, 'image')} in a call leave no room for it.`
}

function Quiet({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <>
      <h4 className={styles.rule}>{title}</h4>
      <ul>{children}</ul>
    </>
  )
}
