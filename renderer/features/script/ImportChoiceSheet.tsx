import { finishImport } from '../../app/projectActions'
import type { importChoiceSheet } from '../../app/sheetKeys'
import { closeSheet, type ParamsOf } from '../../app/sheets'
import { Button } from '../../common/Button'
import { Sheet } from '../../common/Sheet'
import styles from './ImportReportSheet.module.css'
import { ReimportLines } from './ReimportLines'

const takeFocus = (button: HTMLButtonElement | null) => button?.focus()
const close = () => closeSheet()

/** The script is here already: put the new version over it, with what that changes, or add it behind. */
export function ImportChoiceSheet({ file, fileName, counts }: ParamsOf<typeof importChoiceSheet>) {
  return (
    <Sheet
      open
      width={520}
      onClose={close}
      title={`“${fileName}” is in this project already`}
      footer={
        <>
          <Button large onClick={close}>
            Cancel
          </Button>
          <Button large onClick={() => void finishImport({ path: file, asNew: true })}>
            Add as new scenes
          </Button>
          <Button large kind="primary" ref={takeFocus} onClick={() => void finishImport({ path: file })}>
            Update it
          </Button>
        </>
      }
    >
      <ReimportLines counts={counts} nothing="The file says what the project says: an update changes nothing." />
      <p className={styles.way}>
        An update keeps frames, prompts and takes of every shot, whatever you confirmed or set, and words that you
        changed. What is gone from the script goes to the tray.
      </p>
    </Sheet>
  )
}
