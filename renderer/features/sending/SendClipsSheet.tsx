import { ArrowRight, ImageOff, Plus } from 'lucide-react'
import { useState } from 'react'
import { settingsOf } from '@shared/domain/lookup'
import { clipMaker } from '@shared/domain/passes/clipMakers'
import { clipPreview, type ClipSendRequest, type SendClip } from '@shared/domain/results/clipPreview'
import { counted, lengthText, secondsBeside } from '@shared/language/unitWords'
import type { Profile } from '@shared/model/profile'
import { Refusal } from '@shared/records/refusal'
import { clipPrice, priceText } from '../../app/prices'
import { makeNow } from '../../app/projectActions'
import { useRead } from '../../app/useRead'
import { mediaUrl, workingPicture } from '../../common/AssetPicture'
import { isTooLong, NothingToSend, SendingRows, SendingSheet, VeryWords, Why } from './SendingSheet'
import styles from './SendSheet.module.css'

const icon = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const

/** Every clip that would be asked for, looked at before any is: from which stills, with which words, how long and for how much. */
export function SendClipsSheet(asked: ClipSendRequest) {
  const { preview, reason, profile, askAbove } = useRead((reads) => look(reads, asked), [asked])
  const [chosen, setChosen] = useState<string | null>(null)
  if (!profile || preview === null) return <NothingToSend reason={reason} />
  const { clips, refused, fresh, approved } = preview
  const clip = clips.find(({ shot }) => shot.id === chosen) ?? clips[0]
  return (
    <SendingSheet
      sending={{
        profile,
        what: clips.length ? `${counted(clips.length, 'clip')} of ${lengthText(preview.seconds)}` : null,
        calls: clips.length,
        cost: clipPrice(profile, clips.length, preview.seconds),
        askAbove,
        afterwards: 'What comes back is a new take; yours are kept.',
        isBlocked: clips.length === 0 || clips.some(({ plan }) => isTooLong(plan.prompt, profile)),
        send: `Send ${counted(clips.length, 'call')}`,
        onSend: () => void makeNow({ stage: 12, ...asked }),
        refused: refused.map(({ shot, reason: why }) => ({ key: shot.id, name: shot.number, reason: why })),
        stays: [
          ...(fresh > 0 ? [`Fresh and left as they are: ${counted(fresh, 'clip')}.`] : []),
          ...(approved > 0 ? [`Approved and not made again: ${counted(approved, 'clip')}.`] : []),
        ],
      }}
      list={
        <SendingRows
          label="Clips"
          rows={clips}
          selected={clip}
          keyOf={({ shot }) => shot.id}
          onSelect={(one) => setChosen(one.shot.id)}
        >
          {(one) => <ClipRow clip={one} profile={profile} />}
        </SendingRows>
      }
    >
      {clip && <ClipDetail key={clip.shot.id} clip={clip} profile={profile} />}
    </SendingSheet>
  )
}

type Reads = Parameters<Parameters<typeof useRead>[0]>[0]

function look(reads: Reads, asked: ClipSendRequest) {
  const { askAbove } = settingsOf(reads)
  try {
    const maker = clipMaker(reads)
    const profile = reads.get('profiles', maker.id)
    return { profile, preview: clipPreview(reads, asked, maker), reason: '', askAbove }
  } catch (error) {
    // A shot or the generator may go while the sheet is open.
    if (error instanceof Refusal) return { profile: undefined, preview: null, reason: error.message, askAbove }
    throw error
  }
}

function ClipRow({ clip, profile }: { clip: SendClip; profile: Profile }) {
  const { shot, plan, status, causes, staleStills } = clip
  return (
    <>
      <span className={styles.place}>
        <strong>{shot.number}</strong>
        <small>clip</small>
      </span>
      <Still mediaId={plan.keyframes[0]!.mediaId} width={160} />
      <Why status={status} causes={causes}>
        {staleStills.length > 0 && (
          <small className={styles.tooLong}>
            {staleStills.length === 2 ? 'both frames are stale' : `the ${staleStills[0]} frame is stale`}
          </small>
        )}
      </Why>
      <span className={styles.calls}>
        <strong>{secondsBeside(plan.madeSeconds, plan.seconds)}</strong>
        <small>{priceText(clipPrice(profile, 1, plan.madeSeconds))}</small>
      </span>
    </>
  )
}

function ClipDetail({ clip, profile }: { clip: SendClip; profile: Profile }) {
  const { shot, plan } = clip
  const isLonger = plan.madeSeconds > plan.seconds + 0.02
  const tooLong = isTooLong(plan.prompt, profile)
  return (
    <section className={styles.detail} aria-label={`Shot ${shot.number}, clip`}>
      <header>
        <h3>Shot {shot.number}, clip</h3>
        <span>
          {isLonger
            ? `made ${secondsBeside(plan.madeSeconds, plan.seconds)} long, trimmed to the shot’s ${secondsBeside(plan.seconds, plan.madeSeconds)}`
            : secondsBeside(plan.seconds, 0)}
        </span>
      </header>
      <ol className={styles.pictures}>
        {plan.keyframes.map(({ frame, mediaId }, i) => (
          <li key={frame}>
            {i > 0 && <Plus {...icon} />}
            <span className={styles.picture}>
              <Still mediaId={mediaId} width={320} />
              <b>{i + 1}</b>
            </span>
            <strong>{frame === 'start' ? 'First frame' : 'Last frame'}</strong>
            <small>the {frame} frame that is chosen</small>
          </li>
        ))}
        <li className={styles.result}>
          <ArrowRight {...icon} />
          <small>{secondsBeside(plan.madeSeconds, plan.seconds)}</small>
        </li>
      </ol>
      {profile.clip?.lastFrame === false && (
        <p className={styles.inWords}>
          <ImageOff {...icon} />
          {profile.name} takes no last frame: how the shot ends is told in words only.
        </p>
      )}
      <VeryWords title="The very words" prompt={plan.prompt} profile={profile} />
      {tooLong && (
        <p className={styles.inWords}>
          The words are too long for {profile.name}. Edit the video prompt, or choose another generator.
        </p>
      )}
    </section>
  )
}

function Still({ mediaId, width }: { mediaId: string; width: number }) {
  const shown = useRead((reads) => workingPicture(reads, mediaId), [mediaId])
  return shown ? <img src={mediaUrl(shown, width)} alt="" draggable={false} /> : <span className={styles.noTake} />
}
