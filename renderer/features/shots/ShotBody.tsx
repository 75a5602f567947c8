import { Lock, LockOpen } from 'lucide-react'
import { activeMembers, chosenTake, takeKindOf } from '@shared/domain/lookup'
import { shotFreshness } from '@shared/domain/results/freshness'
import type { FrameEnd } from '@shared/model/common'
import type { PromptKind } from '@shared/model/result'
import type { Shot } from '@shared/model/shot'
import { run } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { useRead } from '../../app/useRead'
import { selectShot, useView } from '../../app/viewStore'
import { mediaUrl, workingPicture } from '../../common/AssetPicture'
import { Button } from '../../common/Button'
import { ContinuitySection } from '../../shots/ContinuitySection'
import { ClipSection } from '../../shots/frames/ClipSection'
import { FramePairSection } from '../../shots/frames/FramePairSection'
import { SentList } from '../../shots/frames/WillBeSent'
import { CrossingWarning } from '../../shots/members/CrossingWarning'
import { ShotAssets } from '../../shots/members/ShotAssets'
import { Prompt } from '../../shots/prompts/PromptsSection'
import { ShotFields } from '../../shots/ShotFields'
import { useKeptAsText } from '../../app/keptAsText'
import styles from './ShotBody.module.css'

const ends: readonly FrameEnd[] = ['start', 'end']
const titles = { start: 'Start', end: 'End', video: 'Video' } as const

/** An open shot: its frames and who is in it above, below the three prompts, each with what is sent beside its words. */
export function ShotBody({ shot }: { shot: Shot }) {
  // Whoever works in the card means this shot; a choice of several, or of a cell in it, stands.
  const enter = () => {
    const { shotId, shotIds } = useView.getState()
    if (shotId !== shot.id && !shotIds.includes(shot.id)) selectShot(shot.id)
  }
  return (
    <div className={styles.body} onFocus={enter}>
      <Crossings shot={shot} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <FramePairSection shot={shot} />
          <Approvals shot={shot} />
          <ClipSection shot={shot} />
        </div>
        <div className={styles.column}>
          <ShotAssets shot={shot} />
          <ContinuitySection shot={shot} />
        </div>
        <div className={styles.column}>
          <ShotFields shot={shot} />
        </div>
        {(['start', 'end', 'video'] as const).map((kind) => (
          <PromptColumn key={kind} shot={shot} kind={kind} />
        ))}
      </div>
    </div>
  )
}

/** Those who come and go within the shot, unless that was read and put aside. One that is open in the list tells it there. */
function Crossings({ shot }: { shot: Shot }) {
  const readOnly = useProject((s) => s.readOnly)
  const kept = useKeptAsText((s) => s.ids)
  const cell = useView((s) => (s.cell?.shotId === shot.id ? s.cell.assetId : null))
  const crossings = useRead(
    (reads) => activeMembers(reads, shot.id).filter((m) => m.assignment.presence === 'passes_through'),
    [shot.id],
  ).filter((m) => !kept.includes(m.assignment.id) && m.asset.id !== cell)
  if (!crossings.length) return null
  return (
    <div className={styles.crossings}>
      {crossings.map((member) => (
        <CrossingWarning key={member.assignment.id} member={member} shot={shot} readOnly={readOnly} named />
      ))}
    </div>
  )
}

/** Approves the chosen takes of both ends, so that no batch replaces them. */
function Approvals({ shot }: { shot: Shot }) {
  const readOnly = useProject((s) => s.readOnly)
  const takes = useRead((reads) => ends.map((frame) => chosenTake(reads, shot.id, takeKindOf(frame))), [shot.id])
  const states = useRead((reads) => shotFreshness(reads, shot.id), [shot.id])
  return (
    <div className={styles.approvals}>
      {ends.map((frame, i) => {
        const take = takes[i]
        const { locked } = states[takeKindOf(frame)]
        return (
          <Button
            key={frame}
            kind="outline"
            aria-pressed={locked}
            disabled={readOnly || !take}
            tip={
              !take
                ? 'No take to approve yet.'
                : locked
                  ? 'Approved: batch runs do not replace it. Click to unlock'
                  : 'Batch runs then leave it alone'
            }
            onClick={() => take && void run('take.lock', { takeId: take.id, locked: !locked })}
          >
            {locked ? <Lock size={12} strokeWidth={2} /> : <LockOpen size={12} strokeWidth={2} />}
            {locked ? `${titles[frame]} approved` : `Approve ${frame}`}
          </Button>
        )
      })}
    </div>
  )
}

/** The words of a prompt and, below them, what goes with them. */
function PromptColumn({ shot, kind }: { shot: Shot; kind: PromptKind }) {
  return (
    <section className={`${styles.column} ${styles.prompt}`} aria-label={`${titles[kind]} prompt`}>
      <h3>{titles[kind]} prompt</h3>
      <Prompt shot={shot} kind={kind} />
      <div className={styles.sent} role="group" aria-label={`What will be sent, ${titles[kind].toLowerCase()}`}>
        <h4>What will be sent</h4>
        {kind === 'video' ? <VideoSent shot={shot} /> : <SentList shot={shot} frame={kind} />}
      </div>
    </section>
  )
}

/** A video begins with the start frame and ends with the end frame; these two are what goes with its words. */
function VideoSent({ shot }: { shot: Shot }) {
  const pictures = useRead(
    (reads) =>
      ends.map((frame) => {
        const take = chosenTake(reads, shot.id, takeKindOf(frame))
        return take ? (workingPicture(reads, take.mediaId) ?? take.mediaId) : null
      }),
    [shot.id],
  )
  return (
    <ol className={styles.videoSent}>
      {ends.map((frame, i) => (
        <li key={frame}>
          <span className={styles.number}>{i + 1}</span>
          {pictures[i] ? <img src={mediaUrl(pictures[i], 160)} alt="" draggable={false} /> : <span />}
          <span>{titles[frame]} frame</span>
          {!pictures[i] && <em>not made yet</em>}
        </li>
      ))}
    </ol>
  )
}
