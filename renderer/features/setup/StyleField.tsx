import { ImagePlus, Palette, Trash2 } from 'lucide-react'
import { projectOf } from '@shared/domain/lookup'
import { setFilmPicture } from '../../app/pictures'
import { run } from '../../app/projectActions'
import { useFileDrag } from '../../app/useDropFiles'
import { useRead } from '../../app/useRead'
import { Button, IconButton } from '../../common/Button'
import { StylePicture } from '../../app/StylePicture'
import styles from './SetupView.module.css'

/** The picture that shows how everything is to be drawn; it goes with the references of services. Chosen, dropped here, or taken away. */
export function StyleField({ readOnly }: { readOnly: boolean }) {
  const { stylePictureId } = useRead(projectOf, [])
  const name = useRead((reads) => reads.get('media', stylePictureId ?? '')?.name, [stylePictureId])
  const over = useFileDrag((s) => s.over)
  return (
    <div
      className={`${styles.style} ${over ? styles.target : ''}`}
      data-drop-style
      role="group"
      aria-label="Style picture"
    >
      <StylePicture mediaId={stylePictureId} size={52} />
      <span>
        <strong title={name}>{name ?? 'No style picture'}</strong>
        <small>
          {stylePictureId === null
            ? 'A picture drawn the way the film is to look. Drop one here.'
            : 'goes last with the references of a service; this computer needs none'}
        </small>
      </span>
      <Button kind="outline" disabled={readOnly} onClick={() => void setFilmPicture('style')}>
        {stylePictureId === null ? <ImagePlus size={12} strokeWidth={2} /> : <Palette size={12} strokeWidth={2} />}
        {stylePictureId === null ? 'Choose' : 'Replace'}
      </Button>
      {stylePictureId !== null && (
        <IconButton
          label="Take the style picture away"
          icon={<Trash2 size={12} strokeWidth={2} />}
          disabled={readOnly}
          onClick={() => void run('project.update', { stylePictureId: null })}
        />
      )}
    </div>
  )
}
