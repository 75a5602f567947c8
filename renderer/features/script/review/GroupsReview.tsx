import { Check, X } from 'lucide-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { counted, numberText } from '@shared/language/unitWords'
import { announce } from '../../../app/toasts'
import { useRead } from '../../../app/useRead'
import { selectShot } from '../../../app/viewStore'
import { Button } from '../../../common/Button'
import { useFocusTarget } from '../../../common/focusTargets'
import { typeClass } from '../../../common/PresenceBar'
import { Section } from '../../../common/Section'
import { Segmented } from '../../../common/Segmented'
import { setScript, useScript } from '../scriptState'
import { groupsOf, type Group, type Grouping } from './groups'
import { accept, reject } from './reviewActions'
import styles from './review.module.css'

const names: Record<Grouping, string> = { doubt: 'By doubt', person: 'By name', scene: 'By scene' }
const options = (Object.keys(names) as Grouping[]).map((value) => ({ value, label: names[value] }))
/** What is answered makes room for what is not listed yet. */
const listed = 60

/** All that waits, in groups that take one answer: the most doubtful first. Arrows walk, Enter confirms, Delete rejects. */
export function GroupsReview({ readOnly }: { readOnly: boolean }) {
  const by = useScript((s) => s.grouping)
  const groups = useRead((reads) => groupsOf(reads, by), [by])
  const [chosen, setChosen] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  useFocusTarget('reviewGroups', list)
  const at = Math.min(chosen, groups.length - 1)
  const group = groups[at]
  if (!group) return null
  const go = (next: number) => {
    const to = Math.max(0, Math.min(next, Math.min(groups.length, listed) - 1))
    setChosen(to)
    selectShot(groups[to]!.firstShotId)
    list.current?.children[to]?.scrollIntoView({ block: 'nearest' })
  }
  const answer = async (yes: boolean) => {
    if (readOnly) return
    if (await (yes ? accept : reject)(group.items))
      announce(`${group.title}: ${group.items.length} ${yes ? 'confirmed' : 'rejected'}.`)
  }
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: groups.length - 1 }[event.key]
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (step !== undefined) go(step)
    else if (event.key === 'Enter') void answer(true)
    else if (event.key === 'Delete' || event.key === 'Backspace') void answer(false)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <Section title="Waiting" count={groups.reduce((sum, g) => sum + g.items.length, 0)}>
      <Segmented
        label="Put together"
        value={by}
        options={options}
        onChange={(grouping) => {
          setScript({ grouping })
          setChosen(0)
        }}
      />
      <div
        ref={list}
        className={styles.groups}
        role="listbox"
        tabIndex={0}
        aria-label={`What waits, ${names[by].toLowerCase()}`}
        aria-activedescendant={`group-${group.id}`}
        onKeyDown={onKey}
      >
        {groups.slice(0, listed).map((g, i) => (
          <Row key={g.id} group={g} isScene={by === 'scene'} chosen={i === at} onChoose={() => go(i)} />
        ))}
      </div>
      {groups.length > listed && <p className={styles.meta}>And {numberText(groups.length - listed)} more.</p>}
      <div className={styles.bar}>
        <Button kind="outline" disabled={readOnly} tip="One undo step" keys="Enter" onClick={() => void answer(true)}>
          <Check size={12} strokeWidth={2} />
          Confirm {wordsOf(group)}
        </Button>
        <Button kind="outline" disabled={readOnly} tip="One undo step" keys="Delete" onClick={() => void answer(false)}>
          <X size={12} strokeWidth={2} />
          Reject
          <span className="visually-hidden"> {wordsOf(group)}</span>
        </Button>
      </div>
    </Section>
  )
}

const wordsOf = ({ items }: Group) => (items.length === 1 ? 'it' : `all ${numberText(items.length)}`)

function Row({
  group,
  isScene,
  chosen,
  onChoose,
}: {
  group: Group
  /** Its heading needs the room. */
  isScene: boolean
  chosen: boolean
  onChoose: () => void
}) {
  const { id, title, type, items, doubtful, shots } = group
  return (
    <div
      id={`group-${id}`}
      role="option"
      aria-selected={chosen}
      className={`${styles.group} ${type ? typeClass[type] : ''}`}
      data-group={title}
      onPointerDown={onChoose}
    >
      {type && <span className={styles.dot} aria-hidden />}
      <span className={styles.groupName} title={title}>
        {title}
      </span>
      {doubtful > 0 && doubtful < items.length && (
        <span className={styles.doubtful}>{numberText(doubtful)} doubtful</span>
      )}
      {!(isScene && doubtful > 0) && <span className={styles.meta}>{counted(shots, 'shot')}</span>}
    </div>
  )
}
