import { ArrowRight, Ban, ImageOff, Layers, Link2, Plus, Send, SquareDashed, TriangleAlert } from 'lucide-react'
import { useMemo, useState, type KeyboardEvent } from 'react'
import { chosenTake, projectOf, settingsOf, takeKindOf } from '@shared/domain/lookup'
import { boxFormOf } from '@shared/domain/passes/profileKinds'
import { stageProfile } from '@shared/domain/passes/stageProfile'
import {
  sendPreview,
  sentPasses,
  type SendPass,
  type SendReference,
  type SendRequest,
  type SendStill,
} from '@shared/domain/results/sendPreview'
import { counted, numberText } from '@shared/language/unitWords'
import type { Profile } from '@shared/model/profile'
import { Refusal } from '@shared/records/refusal'
import { callPrice, isOverBudget, priceWords } from '../../app/prices'
import { makeNow } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { generatorsSheet } from '../../app/sheetKeys'
import { closeSheet, openSheet } from '../../app/sheets'
import { useRead } from '../../app/useRead'
import { mediaUrl, workingPicture } from '../../common/AssetPicture'
import { Button } from '../../common/Button'
import { Segmented } from '../../common/Segmented'
import { Sheet } from '../../common/Sheet'
import { MarksPicture } from '../../drawing/MarksPicture'
import { Budget } from './Budget'
import styles from './SendSheet.module.css'
import { regionWords, stayWords } from './sendWords'
import { useLacksKey } from './useLacksKey'

const icon = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const
const candidateCounts = ['1', '2', '3', '4', '6'].map((value) => ({ value, label: value }))
const keyOf = ({ shotId, frame }: SendStill) => `${shotId}/${frame}`

/** Everything that would go to a service, looked at before anything does: which stills in which passes, with which pictures and words. */
export function SendSheet(asked: SendRequest) {
  const [candidates, setCandidates] = useState(1)
  const [stopAfter, setStopAfter] = useState<number | undefined>(undefined)
  const request = useMemo(
    () => (candidates > 1 ? { ...asked, candidates, stopAfter } : asked),
    [asked, candidates, stopAfter],
  )
  const { preview, reason, profile, askAbove } = useRead((reads) => look(reads, request), [request])
  const [chosen, setChosen] = useState<string | null>(null)
  const [allowed, setAllowed] = useState(false)
  const lacksKey = useLacksKey(profile)
  const readOnly = useProject((s) => s.readOnly)
  if (!profile) return null
  if (preview === null)
    return (
      <Sheet title="What will be sent" open onClose={closeSheet}>
        <p>{reason}</p>
      </Sheet>
    )
  const still = preview.stills.find((one) => keyOf(one) === chosen) ?? preview.stills[0]
  const { stills } = preview
  const calls = preview.calls * candidates
  const mostPasses = Math.max(0, ...stills.map(({ passes }) => passes.length))
  const shots = new Set(stills.map(({ shotId }) => shotId)).size
  const cost = callPrice(profile, calls)
  const asks = isOverBudget(cost, askAbove) && !allowed
  const tooLong = stills.some((one) =>
    one.passes.some((pass) => !pass.stays && !pass.waits && isTooLong(pass, profile)),
  )
  return (
    <Sheet
      title="What will be sent"
      description={
        stills.length
          ? `${counted(stills.length, 'still')} in ${counted(shots, 'shot')}, to ${profile.name} at ${profile.baseUrl}`
          : `Nothing, to ${profile.name}`
      }
      open
      onClose={closeSheet}
      width={1080}
      footer={
        <>
          <span className={styles.summary}>
            <strong>
              {counted(calls, 'call')}, {priceWords(profile, calls)}
            </strong>
            {profile.price && profile.price.perCall > 0 ? ` as of ${profile.price.asOf}` : ''}. Every call is sent once.{' '}
            {candidates > 1
              ? stills.some((one) => one.passes.some((pass) => pass.waits))
                ? `They stop after pass ${stopAfter}. You choose one under Takes; nothing goes on before.`
                : 'They lie beside each other under Takes, and you choose.'
              : 'What comes back is a new take; yours are kept.'}
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
            disabled={readOnly || lacksKey || tooLong || asks || (calls === 0 && preview.shared.length === 0)}
            onClick={() => {
              closeSheet()
              void makeNow({ stage: 10, ...request })
            }}
          >
            <Send {...icon} />
            {calls ? `Send ${counted(calls, 'call')}` : 'Share the stills'}
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
          <StillList stills={stills} selected={still} profile={profile} onSelect={(one) => setChosen(keyOf(one))} />
          {preview.refused.length > 0 && (
            <ul className={styles.refused} aria-label="Not in this batch">
              {preview.refused.map(({ end, shot, reason }) => (
                <li key={`${end.shotId}/${end.frame}`}>
                  <Ban {...icon} />
                  <span>
                    <strong>
                      {shot.number} {end.frame}
                    </strong>{' '}
                    {reason}
                  </span>
                </li>
              ))}
            </ul>
          )}
          {stills.length > 0 && (
            <div className={styles.candidates}>
              <span>{stills.length > 1 ? 'Candidates of each' : 'Candidates'}</span>
              <Segmented
                label="Candidates"
                value={String(candidates)}
                options={candidateCounts}
                onChange={(value) => setCandidates(Number(value))}
              />
            </div>
          )}
          {candidates > 1 && mostPasses > 1 && (
            <div className={styles.candidates}>
              <span>Stop and pick</span>
              <Segmented
                label="Stop and pick"
                value={String(stopAfter ?? 0)}
                options={[
                  { value: '0', label: 'At the end' },
                  ...Array.from({ length: mostPasses - 1 }, (_, i) => ({
                    value: String(i + 1),
                    label: `After ${i + 1}`,
                  })),
                ]}
                onChange={(value) => setStopAfter(Number(value) || undefined)}
              />
            </div>
          )}
          <ul className={styles.stays}>
            {stayWords(preview).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
        {still ? (
          <StillDetail key={keyOf(still)} still={still} profile={profile} />
        ) : (
          <p className={styles.none}>Nothing has to be sent.</p>
        )}
      </div>
    </Sheet>
  )
}

type Reads = Parameters<Parameters<typeof useRead>[0]>[0]

function look(reads: Reads, asked: SendRequest) {
  const { stage10GeneratorId, askAbove } = projectOf(reads)
  const profile = reads.get('profiles', stage10GeneratorId)
  try {
    return { profile, preview: sendPreview(reads, asked, stageProfile(reads, 10)), reason: '', askAbove }
  } catch (error) {
    // A shot may go while the sheet is open.
    if (error instanceof Refusal) return { profile, preview: null, reason: error.message, askAbove }
    throw error
  }
}

const isTooLong = (pass: SendPass, { promptMax }: Profile) => promptMax !== null && pass.prompt.length > promptMax

function StillList({
  stills,
  selected,
  profile,
  onSelect,
}: {
  stills: readonly SendStill[]
  selected: SendStill | undefined
  profile: Profile
  onSelect: (still: SendStill) => void
}) {
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (!step || !selected) return
    event.preventDefault()
    const next = stills[(stills.indexOf(selected) + step + stills.length) % stills.length]!
    onSelect(next)
    event.currentTarget.querySelector<HTMLElement>(`[data-still="${keyOf(next)}"]`)?.focus()
  }
  return (
    <div className={styles.list} role="radiogroup" aria-label="Stills" tabIndex={-1} onKeyDown={onKey}>
      {stills.map((still) => (
        <StillRow key={keyOf(still)} still={still} isOn={still === selected} profile={profile} onSelect={onSelect} />
      ))}
    </div>
  )
}

function StillRow({
  still,
  isOn,
  profile,
  onSelect,
}: {
  still: SendStill
  isOn: boolean
  profile: Profile
  onSelect: (still: SendStill) => void
}) {
  const take = useRead(
    (reads) => workingPicture(reads, chosenTake(reads, still.shotId, takeKindOf(still.frame))?.mediaId ?? null),
    [still.shotId, still.frame],
  )
  const sent = sentPasses(still).length
  const stays = still.passes.filter((pass) => pass.stays).length
  return (
    <button
      type="button"
      role="radio"
      data-still={keyOf(still)}
      aria-checked={isOn}
      tabIndex={isOn ? 0 : -1}
      className={isOn ? styles.on : undefined}
      onClick={() => onSelect(still)}
    >
      <span className={styles.place}>
        <strong>{still.shot.number}</strong>
        <small>{still.frame}</small>
      </span>
      {take ? <img src={mediaUrl(take, 160)} alt="" draggable={false} /> : <span className={styles.noTake} />}
      <span className={styles.why}>
        {still.status === 'missing' ? 'Not made yet.' : still.status === 'fresh' ? 'Made again.' : still.causes[0]}
        {still.causes.length > 1 && <small>and {counted(still.causes.length - 1, 'more cause')}</small>}
        {stays > 0 && <small>{stays === 1 ? 'pass 1 stays' : `passes 1 to ${stays} stay`}</small>}
        {still.also.length > 0 && (
          <small>
            <Link2 size={11} strokeWidth={2} aria-hidden /> serves {counted(still.also.length, 'other frame')} too
          </small>
        )}
      </span>
      <span className={styles.calls}>
        <strong>{counted(sent, 'call')}</strong>
        <small>{priceWords(profile, sent)}</small>
      </span>
    </button>
  )
}

function StillDetail({ still, profile }: { still: SendStill; profile: Profile }) {
  const first = still.passes.find((pass) => !pass.stays) ?? still.passes[0]!
  const [index, setIndex] = useState(first.index)
  const pass = still.passes.find((one) => one.index === index) ?? first
  const sent = pass.references.filter((reference) => reference.index !== null)
  const inWords = pass.references.filter((reference) => reference.index === null)
  const tooLong = isTooLong(pass, profile)
  return (
    <section className={styles.detail} aria-label={`Shot ${still.shot.number}, ${still.frame} frame`}>
      <header>
        <h3>
          Shot {still.shot.number}, {still.frame} frame
        </h3>
        {still.passes.length > 1 && (
          <Segmented
            label="Pass"
            value={String(pass.index)}
            options={still.passes.map((one) => ({
              value: String(one.index),
              label: one.stays ? `${one.index} stays` : one.waits ? `${one.index} waits` : `Pass ${one.index}`,
            }))}
            onChange={(value) => setIndex(Number(value))}
          />
        )}
      </header>
      <ol className={styles.pictures}>
        {sent.map((reference, i) => (
          <li key={reference.assetId ?? reference.role}>
            {i > 0 && <Plus {...icon} />}
            <Picture
              mediaId={reference.mediaId}
              marks={reference.marks}
              number={reference.index!}
              isBase={reference.role === 'base'}
              region={reference.role === 'base' ? pass.region : null}
            />
            <strong>
              {reference.role === 'base' ? 'Base plate' : reference.role === 'marks' ? 'Marks' : reference.name}
            </strong>
            <small>{reference.role === 'base' ? reference.name : reference.type}</small>
          </li>
        ))}
        {sent.length === 0 && <li className={styles.noPictures}>No pictures go along, only the words.</li>}
        <li className={styles.result}>
          <ArrowRight {...icon} />
        </li>
      </ol>
      {pass.region && !pass.stays && (
        <p className={styles.inWords}>
          <SquareDashed {...icon} />
          {regionWords(boxFormOf(profile))}
        </p>
      )}
      {inWords.length > 0 && (
        <p className={styles.inWords}>
          <ImageOff {...icon} />
          In words only: {inWords.map((reference) => reference.name).join(', ')}
        </p>
      )}
      <h4>
        {pass.stays
          ? 'The words it was made with stay'
          : pass.waits
            ? 'The words, once you have picked'
            : 'The very words'}
        <span className={tooLong ? styles.tooLong : undefined}>
          {numberText(pass.prompt.length)}
          {profile.promptMax === null ? '' : ` of ${numberText(profile.promptMax)}`} characters
        </span>
      </h4>
      <pre tabIndex={0} aria-label="The very words">
        {pass.prompt}
      </pre>
    </section>
  )
}

function Picture({
  mediaId,
  marks,
  number,
  isBase,
  region,
}: {
  mediaId: string | null
  marks: SendReference['marks']
  number: number
  isBase: boolean
  region: SendPass['region']
}) {
  const shown = useRead((reads) => workingPicture(reads, mediaId), [mediaId])
  const aspect = useRead((reads) => settingsOf(reads), [])
  return (
    <span className={`${styles.picture} ${isBase ? styles.base : ''}`}>
      {marks ? (
        <MarksPicture
          marks={marks}
          width={Math.min(112, Math.round((70 * aspect.aspectWidth) / aspect.aspectHeight))}
          height={Math.min(70, Math.round((112 * aspect.aspectHeight) / aspect.aspectWidth))}
        />
      ) : shown ? (
        <img src={mediaUrl(shown, 320)} alt="" draggable={false} />
      ) : (
        <Layers {...icon} />
      )}
      {region && (
        <svg className={styles.region} viewBox={`0 0 ${aspect.aspectWidth} ${aspect.aspectHeight}`} aria-hidden>
          {region.map((part) => (
            <rect
              key={`${part.x} ${part.y} ${part.width}`}
              x={part.x * aspect.aspectWidth}
              y={part.y * aspect.aspectHeight}
              width={part.width * aspect.aspectWidth}
              height={part.height * aspect.aspectHeight}
            />
          ))}
        </svg>
      )}
      <b>{number}</b>
    </span>
  )
}
