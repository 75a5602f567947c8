import { TriangleAlert } from 'lucide-react'
import type { Member } from '@shared/domain/lookup'
import { presenceWords } from '@shared/domain/presence/presenceTimes'
import { framesToSeconds } from '@shared/domain/time/frames'
import { timingOf } from '@shared/domain/time/timingOf'
import { secondsText } from '@shared/language/unitWords'
import type { Shot } from '@shared/model/shot'
import { Refusal, sentence } from '@shared/records/refusal'
import { preview, staleWords, useWhatPreviewsNeed } from '../../app/preview'
import { run } from '../../app/projectActions'
import { recordsNow } from '../../app/projectStore'
import { useRead } from '../../app/useRead'
import { Button } from '../../common/Button'
import { PresenceBar, typeClass } from '../../common/PresenceBar'
import { keepAsText } from '../../app/keptAsText'
import styles from './CrossingWarning.module.css'
import { splitHalves, type Half } from './splitHalves'

/**
 * Somebody passes through a shot, so no still shows them: splitting it makes two stills that do. Both halves are shown as the rule would leave
 * them, before anything is done.
 */
export function CrossingWarning({
  member: { assignment, asset },
  shot,
  readOnly,
  named = false,
}: {
  member: Member
  shot: Shot
  readOnly: boolean
  /** Says whom it is about; without, it stands beside the name. */
  named?: boolean
}) {
  useWhatPreviewsNeed()
  const { fps } = useRead(timingOf, [])
  const split = { shotId: shot.id, at: (assignment.enterAt + assignment.exitAt) / 2 }
  const outcome = preview('shot.split', split)
  const halves = outcome instanceof Refusal ? null : splitHalves(recordsNow(), shot.id, outcome.change)
  return (
    <div className={styles.warning} role="group" aria-label={`${asset.name} is in neither frame`}>
      <TriangleAlert size={12} strokeWidth={2} aria-hidden />
      <div className={styles.words}>
        <p>{sentence('PASSES_THROUGH', { who: named ? `${asset.name} appears` : 'This asset appears' })}</p>
        {halves && (
          <div className={styles.halves} role="group" aria-label="What Split Shot makes">
            {halves.map((half) => (
              <HalfOfShot key={half.number} half={half} seconds={framesToSeconds(half.frames, fps)} />
            ))}
          </div>
        )}
        <p className={styles.after}>
          {outcome instanceof Refusal ? outcome.message : `Split: ${staleWords(outcome, 'result')}.`}
        </p>
        <Button
          kind="outline"
          className={styles.button}
          disabled={readOnly || outcome instanceof Refusal}
          onClick={() => void run('shot.split', split)}
        >
          Split Shot
        </Button>
        <Button className={styles.button} onClick={() => keepAsText(assignment.id)}>
          Keep as text
        </Button>
      </div>
    </div>
  )
}

function HalfOfShot({ half, seconds }: { half: Half; seconds: number }) {
  return (
    <section className={styles.half} aria-label={`Shot ${half.number} after the split`}>
      <h4>
        <b>{half.number}</b> {secondsText(seconds)}
      </h4>
      <ul>
        {half.members.map(({ asset, assignment }) => (
          <li key={asset.id} className={typeClass[asset.type]}>
            <span className={styles.name} title={asset.name}>
              {asset.name}
            </span>
            <span className={styles.bar}>
              <PresenceBar assignment={assignment} type={asset.type} pictured height={6} />
            </span>
            <span className="visually-hidden">{presenceWords[assignment.presence]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
