import type { AppCommand } from '../../../app/commands'
import { run } from '../../../app/projectActions'
import { focusTarget } from '../../../common/focusTargets'
import { useProject } from '../../../app/projectStore'
import { useView } from '../../../app/viewStore'
import { useScript } from '../scriptState'
import { acceptAndGo, goToNext, joinChosen } from './reviewActions'

const group = 'Review'
/** Where the keys of the review work: on the page and in the panel beside it. */
const surface = ['script', 'review']
const inReview = () => useScript.getState().review && useView.getState().shotId !== null
const editable = () => inReview() && !useProject.getState().readOnly

/** The letters of the review. */
export const reviewCommands: readonly AppCommand[] = [
  {
    id: 'review.next',
    title: 'Next shot to confirm',
    group,
    keys: ['N'],
    surface,
    enabled: inReview,
    run: () => goToNext(1),
  },
  {
    id: 'review.previous',
    title: 'Previous shot to confirm',
    group,
    keys: ['Shift+N'],
    surface,
    enabled: inReview,
    run: () => goToNext(-1),
  },
  {
    id: 'review.groups',
    title: 'Go to what waits, in groups',
    group,
    keys: ['G'],
    surface,
    enabled: () => useScript.getState().review,
    run: () => focusTarget('reviewGroups'),
  },
  {
    id: 'review.accept',
    title: 'Confirm what was read, and go on',
    group,
    keys: ['A'],
    surface,
    does: ['suggestion.accept'],
    enabled: editable,
    run: () => void acceptAndGo(),
  },
  {
    id: 'review.join',
    title: 'Join the chosen shots',
    group,
    keys: ['J'],
    surface,
    palette: false,
    does: ['shot.join'],
    enabled: editable,
    run: () => void joinChosen(),
  },
  {
    id: 'review.split',
    title: 'Split the shot after its first piece',
    group,
    keys: ['S'],
    surface,
    does: ['shot.split'],
    enabled: editable,
    run: () => void run('shot.split', { shotId: useView.getState().shotId!, part: 1 }),
  },
]
