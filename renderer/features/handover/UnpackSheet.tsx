import { cancelExport, useExport } from '../../app/exportFilm'
import { Button } from '../../common/Button'
import { Sheet } from '../../common/Sheet'
import styles from './ExportSheet.module.css'

/** How far an archive has been unpacked. Closing it ends the unpacking. */
export function UnpackSheet() {
  const progress = useExport((state) => state.progress)
  return (
    <Sheet
      title="Opening an archive"
      description="Every file is checked while it is unpacked. Nothing stays behind if you cancel."
      open
      onClose={cancelExport}
      width={440}
      footer={
        <Button large onClick={cancelExport}>
          Cancel
        </Button>
      }
    >
      <div className={styles.unpacking}>
        <progress className={styles.progress} max={1} value={progress?.value ?? 0} aria-label="Unpacking" />
        <span className={styles.summary}>{progress?.text}</span>
      </div>
    </Sheet>
  )
}
