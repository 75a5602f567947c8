import { selectShot, setView } from '../../app/viewStore'

/** Id of a shot's card in the page, for the focus. */
export const shotElementId = (shotId: string) => `script-shot-${shotId}`

export function showInMatrix(shotId: string): void {
  selectShot(shotId)
  setView({ view: 'matrix' })
}
