import { ArrowRight, Ban, ImageOff, Plus, Send, TriangleAlert } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { settingsOf } from '@shared/domain/lookup'
import { clipMaker } from '@shared/domain/passes/clipMakers'
import { clipPreview, type ClipSendRequest, type SendClip } from '@shared/domain/results/clipPreview'
import { counted, lengthText, numberText, secondsBeside } from '@shared/language/unitWords'
import type { Profile } from '@shared/model/profile'
import { Refusal } from '@shared/records/refusal'
import { clipPrice, isOverBudget, priceText } from '../../app/prices'
import { makeNow } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { generatorsSheet } from '../../app/sheetKeys'
import { closeSheet, openSheet } from '../../app/sheets'
import { useRead } from '../../app/useRead'
import { mediaUrl, workingPicture } from '../../common/AssetPicture'
import { Button } from '../../common/Button'
import { Sheet } from '../../common/Sheet'
import { Budget } from './Budget'
import styles from './SendSheet.module.css'
import { useLacksKey } from './useLacksKey'

const icon = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const

/** Every clip that would be asked for, looked at before any is: from which stills, with which words, how long and for how much. */
export function SendClipsSheet(asked: ClipSendRequest) {
  const { preview, reason, profile, askAbove } = useRead((reads) => look(reads, asked), [asked])
  const [chosen, setChosen] = useState<string | null>(null)
  const [allowed, setAllowed] = useState(false)
  const lacksKey = useLacksKey(profile)
  const readOnly = useProject((s) => s.readOnly)
  if (!profile || preview === null)
    return (
      <Sheet title="What will be sent" open onClose={closeSheet}>
        <p>{reason}</p>
      </Sheet>
    )
  const { clips, refused } = preview
  const clip = clips.find(({ shot }) => shot.id === chosen) ?? clips[0]
  const cost = clipPrice(profile, clips.length, preview.seconds)
  const tooLong = clips.some(({ plan }) => isTooLong(plan.prompt, profile))
  const asks = isOverBudget(cost, askAbove) && !allowed
  return (
    <Sheet
      title="What will be sent"
      description={
        clips.length
          ? `${counted(clips.length, 'clip')} of ${lengthText(preview.seconds)}, to ${profile.name} at ${profile.baseUrl}`
          : `Nothing, to ${profile.name}`
      }
      open
      onClose={closeSheet}
      width={1080}
      footer={
        <>
          <span className={styles.summary}>
            <strong>
              {counted(clips.length, 'call')}, {priceText(cost)}
            </strong>
            {cost !== null && cost.sum > 0 ? ` as of ${profile.price!.asOf}` : ''}. Every call is sent once. What comes
            back is a new take; yours are kept.
            <Budget cost={cost} askAbove={askAbove} isAllowed={allowed} onAllow={setAllowed} />
          </span>
          <Button large onClick={() => openSheet(generatorsSheet, { profileId: profile.id })}>
            Generators…
          </Button>
          <Button large onClick={() => closeSheet()}>
            Cancel
          </Button>
          <Button
            large
            kind="primary"
            disabled={readOnly || lacksKey || tooLong || asks || clips.length === 0}
            onClick={() => {
              closeSheet()
              void makeNow({ stage: 12, ...asked })
            }}
          >
            <Send {...icon} />
            Send {counted(clips.length, 'call')}
          </Button>
        </>
      }
    >
      {lacksKey && (
        <p className={styles.alert} role="alert">
          <TriangleAlert {...icon} />
          {profile.name} has no key on this machine yet. Give it one under Generators.
        </p>
      )}
      <div className={styles.columns}>
        <div className={styles.side}>
          <ClipList clips={clips} selected={clip} profile={profile} onSelect={(one) => setChosen(one.shot.id)} />
          {refused.length > 0 && (
            <ul className={styles.refused} aria-label="Not in this batch">
              {refused.map(({ shot, reason: why }) => (
                <li key={shot.id}>
                  <Ban {...icon} />
                  <span>
                    <strong>{shot.number}</strong> {why}
                  </span>
                </li>
              ))}
            </ul>
          )}
          <ul className={styles.stays}>
            {preview.fresh > 0 && <li>Fresh and left as they are: {counted(preview.fresh, 'clip')}.</li>}
            {preview.approved > 0 && <li>Approved and not made again: {counted(preview.approved, 'clip')}.</li>}
          </ul>
        </div>
        {clip ? (
          <ClipDetail key={clip.shot.id} clip={clip} profile={profile} />
        ) : (
          <p className={styles.none}>Nothing has to be sent.</p>
        )}
      </div>
    </Sheet>
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

const isTooLong = (prompt: string, { promptMax }: Profile) => promptMax !== null && prompt.length > promptMax

function ClipList({
  clips,
  selected,
  profile,
  onSelect,
}: {
  clips: readonly SendClip[]
  selected: SendClip | undefined
  profile: Profile
  onSelect: (clip: SendClip) => void
}) {
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (!step || !selected) return
    event.preventDefault()
    const next = clips[(clips.indexOf(selected) + step + clips.length) % clips.length]!
    onSelect(next)
    event.currentTarget.querySelector<HTMLElement>(`[data-clip="${next.shot.id}"]`)?.focus()
  }
  return (
    <div className={styles.list} role="radiogroup" aria-label="Clips" tabIndex={-1} onKeyDown={onKey}>
      {clips.map((clip) => {
        const { shot, plan, status, causes, staleStills } = clip
        return (
          <button
            key={shot.id}
            type="button"
            role="radio"
            data-clip={shot.id}
            aria-checked={clip === selected}
            tabIndex={clip === selected ? 0 : -1}
            className={clip === selected ? styles.on : undefined}
            onClick={() => onSelect(clip)}
          >
            <span className={styles.place}>
              <strong>{shot.number}</strong>
              <small>clip</small>
            </span>
            <Still mediaId={plan.keyframes[0]!.mediaId} width={160} />
            <span className={styles.why}>
              {status === 'missing' ? 'Not made yet.' : status === 'fresh' ? 'Made again.' : causes[0]}
              {causes.length > 1 && <small>and {counted(causes.length - 1, 'more cause')}</small>}
              {staleStills.length > 0 && (
                <small className={styles.tooLong}>
                  {staleStills.length === 2 ? 'both frames are stale' : `the ${staleStills[0]} frame is stale`}
                </small>
              )}
            </span>
            <span className={styles.calls}>
              <strong>{secondsBeside(plan.madeSeconds, plan.seconds)}</strong>
              <small>{priceText(clipPrice(profile, 1, plan.madeSeconds))}</small>
            </span>
          </button>
        )
      })}
    </div>
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
      <h4>
        The very words
        <span className={tooLong ? styles.tooLong : undefined}>
          {numberText(plan.prompt.length)}
          {profile.promptMax === null ? '' : ` of ${numberText(profile.promptMax)}`} characters
        </span>
      </h4>
      <pre tabIndex={0} aria-label="The very words">
        {plan.prompt}
      </pre>
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
