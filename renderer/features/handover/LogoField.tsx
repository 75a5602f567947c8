import { ImagePlus, Replace, Trash2 } from 'lucide-react'
import { projectOf } from '@shared/domain/lookup'
import { setFilmPicture } from '../../app/pictures'
import { run } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { useRead } from '../../app/useRead'
import { mediaUrl, workingPicture } from '../../common/AssetPicture'
import { Button, IconButton } from '../../common/Button'
import styles from './ExportSheet.module.css'

const icon = { size: 14, strokeWidth: 1.75 } as const

/** The picture in the head of every page; it belongs to the film and comes back with undo. */
export function LogoField() {
  const { logoId } = useRead(projectOf, [])
  const shown = useRead((reads) => workingPicture(reads, logoId), [logoId])
  const readOnly = useProject((s) => s.readOnly)
  return (
    <div className={styles.option} role="group" aria-label="Logo">
      <span>Logo</span>
      <span className={styles.layouts}>
        {shown && <img className={styles.logo} src={mediaUrl(shown, 240)} alt="The logo" draggable={false} />}
        <Button kind="outline" disabled={readOnly} onClick={() => void setFilmPicture('logo')}>
          {logoId === null ? <ImagePlus {...icon} /> : <Replace {...icon} />}
          {logoId === null ? 'Choose' : 'Replace'}
        </Button>
        {logoId !== null && (
          <IconButton
            label="Take the logo away"
            icon={<Trash2 {...icon} />}
            disabled={readOnly}
            onClick={() => void run('project.update', { logoId: null })}
          />
        )}
      </span>
    </div>
  )
}
