import { CircleCheck, Diff, Lock, LockOpen, SplitSquareHorizontal, X } from 'lucide-react'
import { useEffect, useRef, useState, type CSSProperties } from 'react'
import type { Take } from '@shared/model/result'
import { run } from '../../../app/projectActions'
import { useProject } from '../../../app/projectStore'
import { useRead } from '../../../app/useRead'
import { Button, IconButton } from '../../../common/Button'
import { mediaUrl } from '../../../common/AssetPicture'
import { setFrames } from '../model/framesStore'
import type { FrameModel } from '../model/useFrameModel'
import { generatorName, mostCompared, takeDifferences, withTake } from './compared'
import styles from './CompareTakes.module.css'
import { takeTime } from './takeTime'

const icon = { size: 13, strokeWidth: 1.75, 'aria-hidden': true } as const

/** Two to four takes of a still beside each other, with what they were made from where it differs; or two in one picture, with a wipe between them. */
export function CompareTakes({ model, takeIds }: { model: FrameModel; takeIds: readonly string[] }) {
  const [wipes, setWipes] = useState(false)
  const [now] = useState(() => Date.now())
  const place = useRef<HTMLElement>(null)
  useEffect(() => place.current?.focus(), [])
  const takes = takeIds.flatMap((id) => model.takes.find((take) => take.id === id) ?? [])
  const [first, second] = takes
  const gone = takes.length < 2
  useEffect(() => {
    if (gone) setFrames({ compared: null })
  }, [gone])
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const cards = [...(place.current?.querySelectorAll<HTMLElement>('[data-take]') ?? [])]
    const at = cards.findIndex((card) => card.contains(document.activeElement))
    const key = event.key.toLowerCase()
    if (key === 'escape') setFrames({ compared: null })
    else if (key === 'w') {
      // What has the focus in the picture goes with it.
      place.current?.focus()
      setWipes(!wipes)
    } else if (/^[1-4]$/.test(key)) cards[Number(key) - 1]?.focus()
    else if (key === 'a' && at >= 0) cards[at]!.querySelector<HTMLElement>('[data-approve]')?.click()
    else if (key === 'enter' && at >= 0 && event.target === cards[at])
      cards[at].querySelector<HTMLElement>('[data-choose]')?.click()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  useEffect(() => {
    const table = place.current
    table?.addEventListener('keydown', onKey)
    return () => table?.removeEventListener('keydown', onKey)
  })
  if (!first || !second) return null
  return (
    <section ref={place} className={styles.compare} aria-label="Takes side by side" tabIndex={-1}>
      <header className={styles.bar}>
        <Button aria-pressed={wipes} keys="W" tip="The first two in one picture" onClick={() => setWipes(!wipes)}>
          <SplitSquareHorizontal {...icon} />
          Wipe
        </Button>
        <span className={styles.hint}>
          {takes.length < mostCompared ? 'Click takes in the column to add or remove them. ' : ''}
          <kbd>1</kbd> to <kbd>{takes.length}</kbd> look at one, <kbd>Enter</kbd> choose, <kbd>A</kbd> approve
        </span>
        <Button keys="Esc" onClick={() => setFrames({ compared: null })}>
          <X {...icon} />
          Back to the stage
        </Button>
      </header>
      {wipes && <Wipe model={model} left={first} right={second} />}
      <div className={`${styles.cards} ${takes.length > 2 && !wipes ? styles.four : ''} ${wipes ? styles.small : ''}`}>
        {(wipes ? [first, second] : takes).map((take, i) => (
          <Card
            key={take.id}
            model={model}
            take={take}
            first={first}
            place={i}
            now={now}
            pictured={!wipes}
            takeIds={takeIds}
          />
        ))}
      </div>
    </section>
  )
}

const numberOf = (model: FrameModel, take: Take) => model.takes.findIndex((one) => one.id === take.id) + 1

function Card({
  model,
  take,
  first,
  place,
  now,
  pictured,
  takeIds,
}: {
  model: FrameModel
  take: Take
  first: Take
  place: number
  now: number
  pictured: boolean
  takeIds: readonly string[]
}) {
  const readOnly = useProject((s) => s.readOnly)
  const { shot, result, chosen, description } = model
  const isChosen = chosen?.id === take.id
  const number = numberOf(model, take)
  const locked = useRead((reads) => reads.get('resultMarks', take.id)?.locked ?? false, [take.id])
  const maker = useRead((reads) => generatorName(reads, take), [take])
  const differences = useRead(
    (reads) => (take === first ? [] : takeDifferences(reads, shot.id, take, first)),
    [shot.id, take, first],
  )
  return (
    <article
      className={`${styles.card} ${isChosen ? styles.chosen : ''}`}
      aria-label={`Take ${number}${isChosen ? ', chosen' : ''}${locked ? ', approved' : ''}`}
      data-take={take.id}
      tabIndex={0}
    >
      {pictured && (
        <div className={styles.picture}>
          <img
            src={mediaUrl(take.mediaId, 1280)}
            alt=""
            draggable={false}
            style={{ aspectRatio: `${description.width} / ${description.height}` }}
          />
          <span className={styles.chip}>{place === 0 ? 'the others are compared with this one' : place + 1}</span>
        </div>
      )}
      <div className={styles.words}>
        <p className={styles.name}>
          <strong>Take {number}</strong> <span>{takeTime(take.madeAt, now)}</span>
          <span className={styles.maker}>{maker}</span>
        </p>
        <ul className={styles.differences}>
          {differences.slice(0, 4).map((words) => (
            <li key={words}>
              <Diff {...icon} size={12} />
              {words}
            </li>
          ))}
          {differences.length > 4 && <li>and {differences.length - 4} more</li>}
          {take !== first && !differences.length && (
            <li>{take.imported ? 'drawn or taken elsewhere' : 'made from the same'}</li>
          )}
        </ul>
        <p className={styles.buttons}>
          {isChosen ? (
            <span className={styles.is}>
              <CircleCheck {...icon} /> Chosen
            </span>
          ) : (
            <Button
              kind="outline"
              data-choose
              disabled={readOnly}
              onClick={() => void run('take.choose', { shotId: shot.id, kind: result, takeId: take.id })}
            >
              Choose
            </Button>
          )}
          <Button
            data-approve
            aria-pressed={locked}
            disabled={readOnly}
            tip={locked ? 'Approved: batch runs do not replace it. Unlock' : 'Approve: batch runs then leave it alone'}
            onClick={() => void run('take.lock', { takeId: take.id, locked: !locked })}
          >
            {locked ? <Lock {...icon} /> : <LockOpen {...icon} />}
            {locked ? 'Approved' : 'Approve'}
          </Button>
          {takeIds.length > 2 && (
            <IconButton
              label={`Take ${number} away from here`}
              icon={<X {...icon} />}
              onClick={() => setFrames({ compared: withTake(takeIds, take.id) })}
            />
          )}
        </p>
      </div>
    </article>
  )
}

/** One picture over another up to a line, which is drawn with the mouse or moved by the arrow keys. */
function Wipe({ model, left, right }: { model: FrameModel; left: Take; right: Take }) {
  const [at, setAt] = useState(50)
  const { width, height } = model.description
  return (
    <div className={styles.wipe}>
      <div className={styles.screen} style={{ '--shape': width / height } as CSSProperties}>
        <img src={mediaUrl(right.mediaId, 1920)} alt="" draggable={false} />
        <img
          src={mediaUrl(left.mediaId, 1920)}
          alt=""
          draggable={false}
          style={{ clipPath: `inset(0 ${100 - at}% 0 0)` }}
        />
        <span className={styles.line} style={{ left: `${at}%` }} />
        <span className={styles.chip}>Take {numberOf(model, left)}</span>
        <span className={`${styles.chip} ${styles.right}`}>Take {numberOf(model, right)}</span>
        <input
          type="range"
          min={0}
          max={100}
          step={1}
          value={at}
          aria-label={`Wipe between take ${numberOf(model, left)} and take ${numberOf(model, right)}`}
          onChange={(event) => setAt(Number(event.target.value))}
        />
      </div>
    </div>
  )
}
