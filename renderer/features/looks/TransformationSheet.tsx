import { ArrowRight, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { instanceOf, assignmentOf } from '@shared/domain/lookup'
import { secondsText, upperFirst } from '@shared/language/unitWords'
import type { Asset, Look, SceneAssetInstance } from '@shared/model/asset'
import type { Assignment } from '@shared/model/assignment'
import type { Shot } from '@shared/model/shot'
import type { Transformation } from '@shared/model/transformation'
import { framesToSeconds } from '@shared/domain/time/frames'
import { timingOf } from '@shared/domain/time/timingOf'
import { Refusal } from '@shared/records/refusal'
import type { CommandInputs } from '@shared/ipc/inputSchemas'
import { preview, staleWords, useWhatPreviewsNeed } from '../../app/preview'
import { run } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import type { lookChangeSheet } from '../../app/sheetKeys'
import { closeSheet, type ParamsOf } from '../../app/sheets'
import { useRead } from '../../app/useRead'
import { selectAsset } from '../../app/viewStore'
import { AssetPicture, workingPicture } from '../../common/AssetPicture'
import { Button } from '../../common/Button'
import { Field } from '../../common/Field'
import { Segmented } from '../../common/Segmented'
import { Select } from '../../common/Select'
import { Sheet } from '../../common/Sheet'
import { useOnce } from '../../common/useOnce'
import { lookBefore, momentIn } from './transformationTimes'
import styles from './TransformationSheet.module.css'

/** A change of look: into which, when, and how long it lasts; the sheet says beforehand what it does. */
export function TransformationSheet({ assetId, shotId, transformationId }: ParamsOf<typeof lookChangeSheet>) {
  const asset = useRead((reads) => reads.get('assets', assetId), [assetId])
  const shot = useRead((reads) => reads.get('shots', shotId), [shotId])
  const event = useRead(
    (reads) => (transformationId === undefined ? undefined : reads.get('transformations', transformationId)),
    [transformationId],
  )
  const instance = useRead((reads) => shot && instanceOf(reads, shot.sceneId, assetId), [shot, assetId])
  const assignment = useRead((reads) => instance && assignmentOf(reads, shotId, instance.id), [shotId, instance])
  const looks = useRead((reads) => reads.list('looksOfAsset', assetId), [assetId])
  if (!asset || !shot) return null
  if (!instance || !assignment)
    return (
      <Missing
        title={`${asset.name} is not in shot ${shot.number}`}
        text="Put the asset into the shot first; then its look can change there."
      />
    )
  if (looks.length < 2) {
    return (
      <Missing title={`${asset.name} has one look`} text="A change needs a second look to change into.">
        <Button
          large
          kind="primary"
          onClick={() => {
            closeSheet()
            selectAsset(asset.id)
          }}
        >
          Add a look
        </Button>
      </Missing>
    )
  }
  return (
    <TransformationForm
      asset={asset}
      shot={shot}
      instance={instance}
      assignment={assignment}
      looks={looks}
      event={event}
    />
  )
}

function Missing({ title, text, children }: { title: string; text: string; children?: React.ReactNode }) {
  return (
    <Sheet
      title={title}
      open
      onClose={closeSheet}
      width={400}
      footer={
        <>
          <Button large kind="outline" onClick={() => closeSheet()}>
            Close
          </Button>
          {children}
        </>
      }
    >
      <p>{text}</p>
    </Sheet>
  )
}

type Kind = 'within_shot' | 'between_shots'

function TransformationForm({
  asset,
  shot,
  instance,
  assignment,
  looks,
  event,
}: {
  asset: Asset
  shot: Shot
  instance: SceneAssetInstance
  assignment: Assignment
  looks: readonly Look[]
  event: Transformation | undefined
}) {
  useWhatPreviewsNeed()
  const readOnly = useProject((s) => s.readOnly)
  const timing = useRead(timingOf, [])
  const start = useRead((reads) => lookBefore(reads, instance, shot, event), [instance, shot, event])
  const pictures = useRead((reads) => looks.map((look) => workingPicture(reads, look.mediaId)), [looks])
  const [kind, setKind] = useState<Kind>(event?.kind ?? 'within_shot')
  const [at, setAt] = useState(event?.at ?? (assignment.enterAt + assignment.exitAt) / 2)
  const [toLookId, setTo] = useState(event?.toLookId ?? looks.find((l) => l.id !== start.id)!.id)
  const [carries, setCarries] = useState(event?.carries ?? 'scene')
  const input: CommandInputs['transformation.set'] = {
    ...(event ? { transformationId: event.id } : {}),
    sceneAssetInstanceId: instance.id,
    kind,
    shotId: shot.id,
    ...(kind === 'within_shot' ? { at } : {}),
    fromLookId: event ? event.fromLookId : start.id,
    toLookId,
    carries,
  }
  const outcome = preview('transformation.set', input)
  const seconds = framesToSeconds(shot.durationFrames, timing.fps)
  const to = looks.find((l) => l.id === toLookId)!
  const [once] = useOnce()
  const done = () =>
    once(async () => {
      if (await run('transformation.set', input)) closeSheet()
    })
  const picture = (look: Look) => (
    <span className={styles.look}>
      <AssetPicture asset={asset} mediaId={pictures[looks.findIndex((l) => l.id === look.id)] ?? null} size={56} />
      <span>{look.name}</span>
    </span>
  )
  return (
    <Sheet
      title={`Change of look: ${asset.name}, shot ${shot.number}`}
      open
      onClose={closeSheet}
      width={460}
      footer={
        <>
          {event && (
            <Button
              className={styles.remove}
              disabled={readOnly}
              onClick={() =>
                void run('transformation.remove', { transformationId: event.id }).then((gone) => gone && closeSheet())
              }
            >
              <Trash2 size={14} strokeWidth={1.75} />
              Remove
            </Button>
          )}
          <Button large kind="outline" onClick={() => closeSheet()}>
            Cancel
          </Button>
          <Button
            large
            kind="primary"
            disabled={readOnly || outcome instanceof Refusal || start.id === toLookId}
            onClick={done}
          >
            {event ? 'Change it' : 'Change the look'}
          </Button>
        </>
      }
    >
      <div className={styles.pair}>
        {picture(start)}
        <ArrowRight size={16} strokeWidth={1.75} aria-hidden />
        {picture(to)}
      </div>
      <div className={styles.form}>
        <span>Into</span>
        <Select
          label="Into the look"
          value={toLookId}
          options={looks.map((l) => ({ value: l.id, label: l.name }))}
          onChange={setTo}
        />
        <span>When</span>
        <Segmented
          label="When"
          value={kind}
          options={[
            { value: 'within_shot', label: `In shot ${shot.number}` },
            { value: 'between_shots', label: 'At the cut after it' },
          ]}
          onChange={(next) => setKind(next)}
        />
        {kind === 'within_shot' && (
          <>
            <span>At</span>
            <span className={styles.at}>
              <Field
                label="At, in seconds"
                width={72}
                value={(at * seconds).toFixed(2)}
                check={(text) => {
                  const moment = momentIn(text, shot.durationFrames, timing)
                  return 'refused' in moment ? moment.refused : null
                }}
                onSave={(text) => {
                  const moment = momentIn(text, shot.durationFrames, timing)
                  if ('at' in moment) setAt(moment.at)
                }}
              />
              <span className={styles.unit}>s of {secondsText(seconds)}</span>
            </span>
          </>
        )}
        <span>Lasts</span>
        <Segmented
          label="Lasts"
          value={carries}
          options={[
            { value: 'scene', label: 'To the end of the scene' },
            { value: 'story', label: 'For the rest of the story' },
          ]}
          onChange={(next) => setCarries(next)}
        />
      </div>
      <p className={start.id === toLookId ? styles.refused : styles.says} aria-live="polite">
        {outcome instanceof Refusal
          ? outcome.message
          : start.id === toLookId
            ? `${asset.name} is in the look “${start.name}” there already.`
            : `${upperFirst(staleWords(outcome))}.`}
      </p>
    </Sheet>
  )
}
