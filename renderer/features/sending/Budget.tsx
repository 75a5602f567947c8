import styles from './SendSheet.module.css'
import { isOverBudget, priceText, type Cost } from '../../app/prices'

/** How much of what a batch may cost without being asked about it costs; above that the user says so for this batch. */
export function Budget({
  cost,
  askAbove,
  isAllowed,
  onAllow,
}: {
  cost: Cost | null
  askAbove: number | null
  isAllowed: boolean
  onAllow: (allowed: boolean) => void
}) {
  if (cost === null || askAbove === null || cost.sum === 0) return null
  if (!isOverBudget(cost, askAbove))
    return (
      <span className={styles.budget}>
        <progress max={askAbove} value={cost.sum} aria-label="Part of the budget of a batch" />
        of {priceText({ ...cost, sum: askAbove }, false)} before asking
      </span>
    )
  return (
    <label className={styles.over}>
      <input type="checkbox" checked={isAllowed} onChange={(event) => onAllow(event.target.checked)} />
      More than {priceText({ ...cost, sum: askAbove }, false)}: send it all the same
    </label>
  )
}
