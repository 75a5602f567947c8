import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { execute } from '@shared/drawing/execute'
import { pageOps } from '@shared/drawing/print/pageOps'
import { frameOfKey } from '@shared/handover/boards/printedFilm'
import { recordsNow } from '../../app/projectStore'
import { IconButton } from '../../common/Button'
import { measureWords } from '../../drawing/measureWords'
import { drawnPicture, frameFontReady, onDrawingResource } from '../../drawing/drawingResources'
import styles from './ExportSheet.module.css'
import type { Printed } from './printPreview'

const icon = { size: 14, strokeWidth: 1.75 } as const
/** A point in millimetres. */
const millimetres = 25.4 / 72

/** One page at a time, as it is printed. */
export function PrintPages({ printed }: { printed: Printed }) {
  const { document, pages } = printed
  const [at, setAt] = useState(0)
  const shown = Math.min(at, pages.length - 1)
  const desk = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)

  useEffect(() => {
    let queued = 0
    const paint = () => {
      const [around, element] = [desk.current, canvas.current]
      const context = element?.getContext('2d')
      if (!around || !element || !context) return
      frameFontReady()
      const room = { width: around.clientWidth - 32, height: around.clientHeight - 32 }
      const scale = Math.max(0.1, Math.min(room.width / document.width, room.height / document.height))
      const sharp = scale * Math.max(1, window.devicePixelRatio || 1)
      element.style.width = `${Math.floor(document.width * scale)}px`
      element.style.height = `${Math.floor(document.height * scale)}px`
      element.width = Math.round(document.width * sharp)
      element.height = Math.round(document.height * sharp)
      // Larger first, then made smaller: small pictures keep their lines.
      const large = new OffscreenCanvas(element.width * 2, element.height * 2)
      const drawing = large.getContext('2d')!
      drawing.fillStyle = '#ffffff'
      drawing.fillRect(0, 0, large.width, large.height)
      drawing.imageSmoothingQuality = 'high'
      drawing.setTransform(sharp * 2, 0, 0, sharp * 2, 0, 0)
      const ops = pageOps(pages[shown]!, (key) => frameOfKey(recordsNow(), key), measureWords)
      execute<CanvasImageSource>(ops, drawing, drawnPicture)
      context.imageSmoothingQuality = 'high'
      context.drawImage(large, 0, 0, element.width, element.height)
      element.dataset['painted'] = String(shown)
    }
    const later = () => {
      cancelAnimationFrame(queued)
      queued = requestAnimationFrame(paint)
    }
    later()
    const stop = onDrawingResource(later)
    const size = new ResizeObserver(later)
    if (desk.current) size.observe(desk.current)
    return () => {
      cancelAnimationFrame(queued)
      stop()
      size.disconnect()
    }
  }, [document, pages, shown])

  return (
    <div className={styles.pages}>
      <div className={styles.pageBar}>
        <span aria-live="polite">
          Page {shown + 1} of {pages.length}
        </span>
        <IconButton
          label="Page before"
          icon={<ChevronLeft {...icon} />}
          disabled={shown === 0}
          onClick={() => setAt(shown - 1)}
        />
        <IconButton
          label="Next page"
          icon={<ChevronRight {...icon} />}
          disabled={shown >= pages.length - 1}
          onClick={() => setAt(shown + 1)}
        />
        <span>
          {Math.round(document.width * millimetres)} × {Math.round(document.height * millimetres)} mm
        </span>
      </div>
      <div ref={desk} className={styles.desk}>
        <canvas ref={canvas} role="img" aria-label={`Page ${shown + 1} as it is printed`} />
      </div>
    </div>
  )
}
