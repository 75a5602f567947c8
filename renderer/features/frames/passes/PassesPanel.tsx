import { Pause, Play } from 'lucide-react'
import { useEffect, useState } from 'react'
import { counted } from '@shared/language/unitWords'
import { Button } from '../../../common/Button'
import { DevelopSlider } from './DevelopSlider'
import { setFrames, useFrames } from '../model/framesStore'
import { PassCard } from './PassCard'
import styles from './PassesPanel.module.css'
import type { FrameModel } from '../model/useFrameModel'

const leastColumns = 4
/** Pixels; wider ones would be all picture. */
const widestCard = 340
const playMs = 900

/** The plan of the frame as cards, and the slider that shows the frame after each pass. */
export function PassesPanel({ model }: { model: FrameModel }) {
  const { plan, profile } = model
  const count = plan.passes.length
  const upTo = Math.min(useFrames((s) => s.upTo) ?? count, count)
  const columns = Math.max(leastColumns, count)
  const show = (pass: number) => setFrames({ upTo: pass >= count ? null : pass })
  const references = plan.passes.reduce(
    (sum, p) => sum + p.references.filter((r) => r.role !== 'base' && r.index !== null).length,
    0,
  )
  const facts = [
    String(count),
    counted(references, 'reference'),
    profile.maxImages === null ? profile.name.toLowerCase() : `${counted(profile.maxImages, 'image')} a call`,
  ]
  return (
    <section className={styles.panel} aria-label="Passes">
      <header className={styles.head}>
        <h2>Passes</h2>
        <span className={styles.facts}>{facts.join(' · ')}</span>
        <span className={styles.grow} />
        {count > 1 && <PlayPasses count={count} onShow={show} />}
      </header>
      {plan.refusal && (
        <p className={styles.refusal} role="alert">
          {plan.refusal.message}
        </p>
      )}
      <div className={styles.plan} style={{ maxWidth: columns * widestCard }}>
        {count > 1 && <DevelopSlider passes={count} columns={columns} upTo={upTo} onChange={show} />}
        <ol className={styles.cards} style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
          {plan.passes.map((pass) => (
            <PassCard
              key={pass.index}
              model={model}
              pass={pass}
              selected={count > 1 && pass.index === upTo}
              onSelect={() => show(pass.index)}
            />
          ))}
        </ol>
      </div>
    </section>
  )
}

/** Shows one pass after the other, once. */
function PlayPasses({ count, onShow }: { count: number; onShow: (pass: number) => void }) {
  const [playing, setPlaying] = useState(0)
  useEffect(() => {
    if (playing === 0) return
    onShow(playing)
    const timer = setTimeout(() => setPlaying(playing >= count ? 0 : playing + 1), playMs)
    return () => clearTimeout(timer)
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [playing, count])
  return (
    <Button onClick={() => setPlaying(playing ? 0 : 1)}>
      {playing ? <Pause size={14} strokeWidth={1.75} /> : <Play size={14} strokeWidth={1.75} />}
      {playing ? 'Stop' : 'Play passes'}
    </Button>
  )
}
