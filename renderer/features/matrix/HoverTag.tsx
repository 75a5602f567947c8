import styles from './HoverTag.module.css'
import { useHoverTag } from './useHover'

/** What lies under the pointer, in words; below and right of it, or on the other side where the window ends. */
export function HoverTag() {
  const tag = useHoverTag((s) => s.tag)
  if (!tag) return null
  const right = tag.x > window.innerWidth - 340
  const low = tag.y > window.innerHeight - 140
  return (
    <div
      role="tooltip"
      className={styles.tag}
      style={{
        ...(right ? { right: window.innerWidth - tag.x + 10 } : { left: tag.x + 12 }),
        ...(low ? { bottom: window.innerHeight - tag.y + 12 } : { top: tag.y + 20 }),
      }}
    >
      <strong>{tag.title}</strong>
      {tag.more.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  )
}
