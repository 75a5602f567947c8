import { Check, CircleHelp } from 'lucide-react'
import { useEffect } from 'react'
import { numberText } from '@shared/language/unitWords'
import { keyText, registerCommands } from '../../../app/commands'
import { run } from '../../../app/projectActions'
import { useProject } from '../../../app/projectStore'
import { useRead } from '../../../app/useRead'
import { useView } from '../../../app/viewStore'
import { Button } from '../../../common/Button'
import { PanelBody, PanelHead } from '../../../common/Section'
import { useScript } from '../scriptState'
import { AssetsReview } from './AssetsReview'
import { BreakdownReview } from './BreakdownReview'
import { NamesReview } from './NamesReview'
import { acceptAndGo, goToNext, joinChosen } from './reviewActions'
import styles from './review.module.css'
import { ShotsReview } from './ShotsReview'
import { extendSelection } from './shotSelection'
import { TrayReview } from './TrayReview'
import { countUnconfirmed } from './unconfirmed'

/** Beside the script: what was read from it, why, and one way to say yes or no to each. All of it are ordinary, undoable steps. */
export function ReviewPanel() {
  const readOnly = useProject((s) => s.readOnly)
  const waiting = useRead(countUnconfirmed, [])
  useEffect(
    () =>
      registerCommands([
        {
          id: 'review.next',
          title: 'Next shot to confirm',
          group: 'Review',
          keys: ['N'],
          surface: reviewSurfaces,
          enabled: inReview,
          run: () => goToNext(1),
        },
        {
          id: 'review.previous',
          title: 'Previous shot to confirm',
          group: 'Review',
          keys: ['Shift+N'],
          surface: reviewSurfaces,
          enabled: inReview,
          run: () => goToNext(-1),
        },
        {
          id: 'review.accept',
          title: 'Confirm what was read, and go on',
          group: 'Review',
          keys: ['A'],
          surface: reviewSurfaces,
          enabled: editable,
          run: () => void acceptAndGo(),
        },
        {
          id: 'review.join',
          title: 'Join the chosen shots',
          group: 'Review',
          keys: ['J'],
          surface: reviewSurfaces,
          enabled: editable,
          run: () => void joinChosen(),
        },
        {
          id: 'review.split',
          title: 'Split the shot after its first piece',
          group: 'Review',
          keys: ['S'],
          surface: reviewSurfaces,
          enabled: editable,
          run: () => void run('shot.split', { shotId: useView.getState().shotId!, part: 1 }),
        },
        {
          id: 'review.extendDown',
          title: 'Choose the next shot too',
          group: 'Review',
          keys: ['Shift+ArrowDown'],
          surface: 'script',
          enabled: inReview,
          run: () => extendSelection(1),
        },
        {
          id: 'review.extendUp',
          title: 'Choose the shot before too',
          group: 'Review',
          keys: ['Shift+ArrowUp'],
          surface: 'script',
          enabled: inReview,
          run: () => extendSelection(-1),
        },
      ]),
    [],
  )
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
      </div>
      <PanelBody>
        <ShotsReview readOnly={readOnly} />
        <NamesReview readOnly={readOnly} />
        <AssetsReview readOnly={readOnly} />
        <BreakdownReview readOnly={readOnly} />
        <TrayReview readOnly={readOnly} />
      </PanelBody>
    </div>
  )
}

/** Where the keys of the review work: on the page and in the panel beside it. */
const reviewSurfaces = ['script', 'review']
const inReview = () => useScript.getState().review && useView.getState().shotId !== null
const editable = () => inReview() && !useProject.getState().readOnly
