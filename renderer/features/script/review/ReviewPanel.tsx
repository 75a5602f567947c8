import { Check, CircleHelp } from 'lucide-react'
import { useEffect } from 'react'
import { numberText } from '@shared/language/unitWords'
import { keyText, registerCommands } from '../../../app/commands'
import { run } from '../../../app/projectActions'
import { useProject } from '../../../app/projectStore'
import { useRead } from '../../../app/useRead'
import { Button } from '../../../common/Button'
import { PanelBody, PanelHead } from '../../../common/Section'
import { AssetsReview } from './AssetsReview'
import { BreakdownReview } from './BreakdownReview'
import { GroupsReview } from './GroupsReview'
import { NamesReview } from './NamesReview'
import { goToNext } from './reviewActions'
import { reviewCommands } from './reviewCommands'
import styles from './review.module.css'
import { ShotsReview } from './ShotsReview'
import { TrayReview } from './TrayReview'
import { countAnswered, countUnconfirmed } from './unconfirmed'

/** Beside the script: what was read from it, why, and one way to say yes or no to each. All of it are ordinary, undoable steps. */
export function ReviewPanel() {
  const readOnly = useProject((s) => s.readOnly)
  const waiting = useRead(countUnconfirmed, [])
  const answered = useRead(countAnswered, [])
  const all = waiting + answered
  useEffect(() => registerCommands(reviewCommands), [])
  return (
    <div className={styles.panel} data-surface="review" tabIndex={-1}>
      <PanelHead title="Review" meta={waiting ? `${numberText(waiting)} to confirm` : 'all confirmed'} />
      <div className={`${styles.bar} ${styles.top}`}>
        <Button
          kind="outline"
          disabled={!waiting}
          keys="N"
          tip="The next shot with something to confirm"
          onClick={() => goToNext(1)}
        >
          <CircleHelp size={12} strokeWidth={2} />
          Next<kbd className={styles.key}>{keyText('N')}</kbd>
        </Button>
        <Button
          kind="outline"
          disabled={readOnly || !waiting}
          tip="One undo step"
          onClick={() => void run('suggestion.accept', { all: true })}
        >
          <Check size={12} strokeWidth={2} />
          Confirm everything
        </Button>
        <span
          className={styles.progress}
          role="progressbar"
          aria-label="Answered of what was read"
          aria-valuemin={0}
          aria-valuemax={all}
          aria-valuenow={answered}
          title={`${numberText(answered)} of ${numberText(all)} answered`}
        >
          <span style={{ width: `${all ? (answered / all) * 100 : 100}%` }} />
        </span>
      </div>
      <PanelBody>
        <GroupsReview readOnly={readOnly} />
        <ShotsReview readOnly={readOnly} />
        <NamesReview readOnly={readOnly} />
        <AssetsReview readOnly={readOnly} />
        <BreakdownReview readOnly={readOnly} />
        <TrayReview readOnly={readOnly} />
      </PanelBody>
    </div>
  )
}
