import { Ban, Send, TriangleAlert } from 'lucide-react'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { counted, numberText } from '@shared/language/unitWords'
import type { Profile } from '@shared/model/profile'
import { isOverBudget, priceText, type Cost } from '../../app/prices'
import { useProject } from '../../app/projectStore'
import { generatorsSheet } from '../../app/sheetKeys'
import { closeSheet, openSheet } from '../../app/sheets'
import { Button } from '../../common/Button'
import { Sheet } from '../../common/Sheet'
import { Budget } from './Budget'
import styles from './SendSheet.module.css'
import { useLacksKey } from './useLacksKey'

const icon = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const

/** Are words longer than the profile's model takes? */
export const isTooLong = (prompt: string, { promptMax }: Profile): boolean =>
  promptMax !== null && prompt.length > promptMax

/** Says why there is nothing to look at. */
export function NothingToSend({ reason }: { reason: string }) {
  return (
    <Sheet title="What will be sent" open onClose={closeSheet}>
      <p>{reason}</p>
    </Sheet>
  )
}

/** What is known of a batch before it goes, whatever it is of. */
export interface Sending {
  readonly profile: Profile
  /** "3 stills in 2 shots"; null = nothing is in it. */
  readonly what: string | null
  readonly calls: number
  readonly cost: Cost | null
  /** What a batch may cost before it is asked about. */
  readonly askAbove: number | null
  /** What becomes of what comes back, in a sentence. */
  readonly afterwards: string
  /** Some of it cannot be sent as it stands, or nothing would be. */
  readonly isBlocked: boolean
  /** What the button says. */
  readonly send: string
  onSend(): void
  readonly refused: readonly { readonly key: string; readonly name: string; readonly reason: string }[]
  /** What is left as it is, a sentence each. */
  readonly stays: readonly string[]
}

/** A sheet that shows all of a batch before anything of it goes: its calls and price, what is in it, and what is refused or stays. */
export function SendingSheet({
  sending,
  list,
  choices,
  children,
}: {
  sending: Sending
  list: ReactNode
  choices?: ReactNode
  /** What goes with the one that is selected; null where there is nothing. */
  children: ReactNode
}) {
  const { profile, calls, cost, askAbove, afterwards, isBlocked, refused, stays } = sending
  const [allowed, setAllowed] = useState(false)
  const lacksKey = useLacksKey(profile)
  const readOnly = useProject((s) => s.readOnly)
  const asks = isOverBudget(cost, askAbove) && !allowed
  return (
    <Sheet
      title="What will be sent"
      description={
        sending.what === null
          ? `Nothing, to ${profile.name}`
          : `${sending.what}, to ${profile.name} at ${profile.baseUrl}`
      }
      open
      onClose={closeSheet}
      width={1080}
      footer={
        <>
          <span className={styles.summary}>
            <strong>
              {counted(calls, 'call')}, {priceText(cost)}
            </strong>
            {cost !== null && cost.sum > 0 ? ` as of ${profile.price!.asOf}` : ''}. Every call is sent once.{' '}
            {afterwards}
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
            disabled={readOnly || lacksKey || asks || isBlocked}
            onClick={() => {
              closeSheet()
              sending.onSend()
            }}
          >
            <Send {...icon} />
            {sending.send}
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
          {list}
          {refused.length > 0 && (
            <ul className={styles.refused} aria-label="Not in this batch">
              {refused.map(({ key, name, reason }) => (
                <li key={key}>
                  <Ban {...icon} />
                  <span>
                    <strong>{name}</strong> {reason}
                  </span>
                </li>
              ))}
            </ul>
          )}
          {choices}
          <ul className={styles.stays}>
            {stays.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
        {children ?? <p className={styles.none}>Nothing has to be sent.</p>}
      </div>
    </Sheet>
  )
}

/** What is in a batch, one of it selected; arrow keys go through it. */
export function SendingRows<T>({
  label,
  rows,
  selected,
  keyOf,
  onSelect,
  children,
}: {
  label: string
  rows: readonly T[]
  selected: T | undefined
  keyOf: (row: T) => string
  onSelect: (row: T) => void
  children: (row: T) => ReactNode
}) {
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (!step || selected === undefined) return
    event.preventDefault()
    const next = rows[(rows.indexOf(selected) + step + rows.length) % rows.length]!
    onSelect(next)
    event.currentTarget.querySelector<HTMLElement>(`[data-row="${keyOf(next)}"]`)?.focus()
  }
  return (
    <div className={styles.list} role="radiogroup" aria-label={label} tabIndex={-1} onKeyDown={onKey}>
      {rows.map((row) => (
        <button
          key={keyOf(row)}
          type="button"
          role="radio"
          data-row={keyOf(row)}
          aria-checked={row === selected}
          tabIndex={row === selected ? 0 : -1}
          className={row === selected ? styles.on : undefined}
          onClick={() => onSelect(row)}
        >
          {children(row)}
        </button>
      ))}
    </div>
  )
}

/** Why one of a batch is made. @param more what else is to be known of it */
export function Why({ status, causes, children }: { status: string; causes: readonly string[]; children?: ReactNode }) {
  return (
    <span className={styles.why}>
      {status === 'missing' ? 'Not made yet.' : status === 'fresh' ? 'Made again.' : causes[0]}
      {causes.length > 1 && <small>and {counted(causes.length - 1, 'more cause')}</small>}
      {children}
    </span>
  )
}

/** The words that go out, with their length against what the model takes. */
export function VeryWords({ title, prompt, profile }: { title: string; prompt: string; profile: Profile }) {
  const { promptMax } = profile
  return (
    <>
      <h4>
        {title}
        <span className={isTooLong(prompt, profile) ? styles.tooLong : undefined}>
          {numberText(prompt.length)}
          {promptMax === null ? '' : ` of ${numberText(promptMax)}`} characters
        </span>
      </h4>
      <pre tabIndex={0} aria-label="The very words">
        {prompt}
      </pre>
    </>
  )
}
