import { ArrowRight, ImageOff, Layers, Link2, Plus, SquareDashed } from 'lucide-react'
import { useMemo, useState } from 'react'
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
import { counted } from '@shared/language/unitWords'
import type { Profile } from '@shared/model/profile'
import { Refusal } from '@shared/records/refusal'
import { callPrice, priceWords } from '../../app/prices'
import { makeNow } from '../../app/projectActions'
import { useRead } from '../../app/useRead'
import { mediaUrl, workingPicture } from '../../common/AssetPicture'
import { Segmented } from '../../common/Segmented'
import { MarksPicture } from '../../drawing/MarksPicture'
import { isTooLong, NothingToSend, SendingRows, SendingSheet, VeryWords, Why } from './SendingSheet'
import styles from './SendSheet.module.css'
import { regionWords, stayWords } from './sendWords'

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
  if (!profile) return null
  if (preview === null) return <NothingToSend reason={reason} />
  const { stills } = preview
  const still = stills.find((one) => keyOf(one) === chosen) ?? stills[0]
  const calls = preview.calls * candidates
  const mostPasses = Math.max(0, ...stills.map(({ passes }) => passes.length))
  const shots = new Set(stills.map(({ shotId }) => shotId)).size
  const stops = stills.some((one) => one.passes.some((pass) => pass.waits))
  return (
    <SendingSheet
      sending={{
        profile,
        what: stills.length ? `${counted(stills.length, 'still')} in ${counted(shots, 'shot')}` : null,
        calls,
        cost: callPrice(profile, calls),
        askAbove,
        afterwards: stops
          ? `They stop after pass ${stopAfter}. You choose one under Takes; nothing goes on before.`
          : candidates > 1
            ? 'They lie beside each other under Takes, and you choose.'
            : 'What comes back is a new take; yours are kept.',
        isBlocked:
          stills.some((one) => sentPasses(one).some((pass) => isTooLong(pass.prompt, profile))) ||
          (calls === 0 && preview.shared.length === 0),
        send: calls ? `Send ${counted(calls, 'call')}` : 'Share the stills',
        onSend: () => void makeNow({ stage: 10, ...request }),
        refused: preview.refused.map(({ end, shot, reason: why }) => ({
          key: `${end.shotId}/${end.frame}`,
          name: `${shot.number} ${end.frame}`,
          reason: why,
        })),
        stays: stayWords(preview),
      }}
      list={
        <SendingRows
          label="Stills"
          rows={stills}
          selected={still}
          keyOf={keyOf}
          onSelect={(one) => setChosen(keyOf(one))}
        >
          {(one) => <StillRow still={one} profile={profile} />}
        </SendingRows>
      }
      choices={
        <>
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
        </>
      }
    >
      {still && <StillDetail key={keyOf(still)} still={still} profile={profile} />}
    </SendingSheet>
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

function StillRow({ still, profile }: { still: SendStill; profile: Profile }) {
  const take = useRead(
    (reads) => workingPicture(reads, chosenTake(reads, still.shotId, takeKindOf(still.frame))?.mediaId ?? null),
    [still.shotId, still.frame],
  )
  const sent = sentPasses(still).length
  const stays = still.passes.filter((pass) => pass.stays).length
  return (
    <>
      <span className={styles.place}>
        <strong>{still.shot.number}</strong>
        <small>{still.frame}</small>
      </span>
      {take ? <img src={mediaUrl(take, 160)} alt="" draggable={false} /> : <span className={styles.noTake} />}
      <Why status={still.status} causes={still.causes}>
        {stays > 0 && <small>{stays === 1 ? 'pass 1 stays' : `passes 1 to ${stays} stay`}</small>}
        {still.also.length > 0 && (
          <small>
            <Link2 size={11} strokeWidth={2} aria-hidden /> serves {counted(still.also.length, 'other frame')} too
          </small>
        )}
      </Why>
      <span className={styles.calls}>
        <strong>{counted(sent, 'call')}</strong>
        <small>{priceWords(profile, sent)}</small>
      </span>
    </>
  )
}

function StillDetail({ still, profile }: { still: SendStill; profile: Profile }) {
  const first = still.passes.find((pass) => !pass.stays) ?? still.passes[0]!
  const [index, setIndex] = useState(first.index)
  const pass = still.passes.find((one) => one.index === index) ?? first
  const sent = pass.references.filter((reference) => reference.index !== null)
  const inWords = pass.references.filter((reference) => reference.index === null)
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
      <VeryWords
        title={
          pass.stays
            ? 'The words it was made with stay'
            : pass.waits
              ? 'The words, once you have picked'
              : 'The very words'
        }
        prompt={pass.prompt}
        profile={profile}
      />
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
