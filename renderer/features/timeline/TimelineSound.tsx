import { useEffect, useMemo } from 'react'
import { useRead } from '../../app/useRead'
import { followTransport } from '../../sound/soundPlayer'
import { soundClock } from '@shared/domain/sound/soundRows'
import { SoundStrip } from '../../sound/SoundStrip'
import type { StripView } from '../../sound/stripView'
import type { TimelineCanvas } from './timelineCanvas'
import { size, type TimelineLayout } from './timelineLayout'
import { player } from './timelineState'

/** Sound at the foot of the lanes, once there is some; it scrolls and zooms with them and is heard while they play. */
export function TimelineSound({ canvas, layout }: { canvas: TimelineCanvas; layout: TimelineLayout }) {
  const { sceneId, pxPerFrame, clock } = layout
  const [count, offset] = useRead(
    (reads) => {
      const start = sceneId === null ? 0 : (soundClock(reads).sceneExtent(sceneId)?.start ?? 0)
      return [reads.count('soundClips'), start] as const
    },
    [sceneId],
  )
  const view = useMemo<StripView>(
    () => ({
      now: () => ({
        pxPerFrame,
        scrollX: canvas.scroller.scrollLeft,
        width: canvas.scroller.clientWidth - size.laneHead,
      }),
      subscribe: (listener) => canvas.onScroll(listener),
      scrollBy: (px) => canvas.scroller.scrollBy(px, 0),
      zoomAt: (factor, x) =>
        canvas.zoomTo(pxPerFrame * factor, canvas.scroller.getBoundingClientRect().left + size.laneHead + x),
    }),
    [canvas, pxPerFrame],
  )
  useEffect(() => followTransport(player, () => (sceneId === null ? 'film' : { sceneId })), [sceneId])
  if (!count) return null
  return <SoundStrip owner="timeline" view={view} player={player} offset={offset} frames={clock.total} />
}
