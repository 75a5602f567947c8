import { ArrowUpRight, Diamond, Trash2 } from 'lucide-react'
import { useCallback, useState } from 'react'
import { videoBrief } from '@shared/domain/prompts/briefs'
import { projectOf, settingsOf, type Member } from '@shared/domain/lookup'
import { intervalFor } from '@shared/domain/presence/presenceTimes'
import { transformationsInOrder } from '@shared/domain/looks/resolveLook'
import { framesToSeconds } from '@shared/domain/time/frames'
import { secondsText } from '@shared/language/unitWords'
import { presenceOf } from '@shared/model/assignment'
import type { Shot } from '@shared/model/shot'
import { setPresence } from '../../app/edit/cellCommands'
import { saveTyped } from '../../app/saveTyped'
import { lookChangeSheet } from '../../app/sheetKeys'
import { openSheet } from '../../app/sheets'
import { useRead } from '../../app/useRead'
import { openAsset } from '../../app/edit/editing'
import { Button, IconButton } from '../../common/Button'
import { Field } from '../../common/Field'
import { PresenceBar } from '../../common/PresenceBar'
import { CrossingWarning } from './CrossingWarning'
import { EdgeFields } from './EdgeFields'
import { removeMember } from './memberKeys'
import styles from './PresenceEditor.module.css'
import type { Edge } from './times'
import { WaysOfBeing } from './WaysOfBeing'
import { askAboutCrossing, useKeptAsText } from '../../app/keptAsText'
import { presences } from '../choiceNames'

/** How the chosen asset is in the shot: presence, times, sides and what it does on its way. */
export function PresenceEditor({ member, shot, readOnly }: { member: Member; shot: Shot; readOnly: boolean }) {
  const project = useRead(projectOf, [])
  const { assignment, asset } = member
  const [refusals, setRefusals] = useState<Readonly<Record<string, string>>>({})
  const kept = useKeptAsText((s) => s.ids.includes(assignment.id))
  const brief = useRead(
    (reads) => videoBrief(reads, shot.id).members.find((m) => m.asset.id === asset.id),
    [shot.id, asset.id],
  )
  const refusal = Object.values(refusals).find(Boolean)
  const refuse = useCallback(
    (edge: Edge, sentence: string | null) => setRefusals((r) => ({ ...r, [edge]: sentence ?? '' })),
    [],
  )
  const moves = assignment.presence !== 'throughout'
  return (
    <div className={styles.editor}>
      <fieldset className={styles.presences} aria-label={`Presence of ${asset.name}`}>
        {presences.map(({ presence, name, key }) => {
          const on = assignment.presence === presence
          const interval = on ? assignment : intervalFor(project, presence, undefined, undefined, undefined)
          return (
            <button
              key={presence}
              type="button"
              aria-pressed={on}
              className={on ? styles.on : undefined}
              disabled={readOnly}
              onClick={() => void setPresence([{ shotId: shot.id, assetId: asset.id }], presence)}
            >
              <span className={styles.glyph}>
                <PresenceBar
                  assignment={{
                    ...interval,
                    presence: presenceOf(interval.enterAt, interval.exitAt) ?? presence,
                    origin: 'user',
                  }}
                  type={asset.type}
                  pictured
                  height={8}
                />
              </span>
              <span>
                {name} <b>{key}</b>
              </span>
            </button>
          )
        })}
      </fieldset>
      {(assignment.presence === 'enters' || assignment.presence === 'passes_through') && (
        <EdgeFields
          edge="enter"
          member={member}
          shot={shot}
          timing={project}
          nearest={brief?.enterSide ?? 'left'}
          readOnly={readOnly}
          onRefuse={refuse}
        />
      )}
      {(assignment.presence === 'exits' || assignment.presence === 'passes_through') && (
        <EdgeFields
          edge="exit"
          member={member}
          shot={shot}
          timing={project}
          nearest={brief?.exitSide ?? 'left'}
          readOnly={readOnly}
          onRefuse={refuse}
        />
      )}
      {refusal && (
        <p className={styles.refusal} role="alert">
          {refusal}
        </p>
      )}
      {moves && (
        <Field
          label={`What ${asset.name} does on the way`}
          value={assignment.action}
          placeholder={actionHints[asset.type]}
          width="100%"
          disabled={readOnly}
          onSave={(action, continues) =>
            saveTyped('assignment.set', { shotId: shot.id, assetId: asset.id, action: action.trim() }, continues)
          }
        />
      )}
      {assignment.presence === 'passes_through' && !kept && (
        <CrossingWarning member={member} shot={shot} readOnly={readOnly} />
      )}
      {assignment.presence === 'passes_through' && kept && (
        <p className={styles.kept}>
          Kept as text: told in the video prompt, in neither frame.
          <Button className={styles.small} onClick={() => askAboutCrossing(assignment.id)}>
            Split Shot…
          </Button>
        </p>
      )}
      <WaysOfBeing member={member} shot={shot} timing={project} readOnly={readOnly} />
      {assignment.evidence && assignment.origin === 'suggested' && (
        <blockquote className={styles.evidence}>
          {assignment.evidence.text.trim()}
          <cite>line {assignment.evidence.line}</cite>
        </blockquote>
      )}
      <ShotTransformations member={member} shot={shot} />
      <div className={styles.foot}>
        <Button
          className={styles.small}
          disabled={readOnly}
          tip="A change of look in this shot"
          keys="D"
          onClick={() => openSheet(lookChangeSheet, { shotId: shot.id, assetId: asset.id })}
        >
          <Diamond size={12} strokeWidth={2} />
          Change look…
        </Button>
        <Button className={styles.small} onClick={() => openAsset(asset.id)}>
          <ArrowUpRight size={12} strokeWidth={2} />
          Open asset
        </Button>
        <IconButton
          label={`Remove ${asset.name} from the shot`}
          keys="Delete"
          className={styles.small}
          disabled={readOnly}
          icon={<Trash2 size={12} strokeWidth={2} />}
          onClick={() => void removeMember(shot.id, asset.id)}
        />
      </div>
    </div>
  )
}

/** The changes of look in the shot and at the cut after it; each opens to be edited. */
function ShotTransformations({ member: { asset, instance }, shot }: { member: Member; shot: Shot }) {
  const { fps } = useRead(settingsOf, [])
  const events = useRead(
    (reads) => {
      const look = (id: string | null) =>
        (id === null ? undefined : reads.get('looks', id)) ?? reads.must('looks', asset.defaultLookId)
      return transformationsInOrder(reads, instance)
        .filter((e) => e.shotId === shot.id)
        .map((e) => ({ ...e, to: look(e.toLookId).name }))
    },
    [instance, shot.id, asset.defaultLookId],
  )
  if (!events.length) return null
  return (
    <ul className={styles.changes} aria-label={`Changes of look of ${asset.name}`}>
      {events.map((e) => (
        <li key={e.id}>
          <button
            type="button"
            onClick={() => openSheet(lookChangeSheet, { shotId: shot.id, assetId: asset.id, transformationId: e.id })}
          >
            <Diamond size={10} strokeWidth={2} fill="currentColor" aria-hidden />
            <span className={styles.to}>{e.to}</span>
            <span className={styles.when}>
              {e.at === null
                ? `at the cut after ${shot.number}`
                : `at ${secondsText(framesToSeconds(e.at * shot.durationFrames, fps))}`}
              {e.carries === 'story' ? ', for the story' : ''}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

const actionHints = {
  character: 'through the door, carrying a tray',
  location: 'as the camera turns',
  prop: 'carried in on a tray',
} as const
