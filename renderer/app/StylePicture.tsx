import { Palette } from 'lucide-react'
import { useRead } from './useRead'
import { mediaUrl, workingPicture } from '../common/AssetPicture'
import styles from './StylePicture.module.css'

/** The picture that shows how everything is to be drawn, small. @param size pixels */
export function StylePicture({ mediaId, size = 24 }: { mediaId: string | null; size?: number }) {
  const picture = useRead((reads) => workingPicture(reads, mediaId), [mediaId])
  return (
    <span className={styles.style} style={{ width: size, height: size }}>
      {picture ? (
        <img src={mediaUrl(picture, size * 4)} alt="" draggable={false} />
      ) : (
        <Palette size={12} strokeWidth={2} aria-hidden />
      )}
    </span>
  )
}
