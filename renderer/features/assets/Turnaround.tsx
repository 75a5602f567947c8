import { Check, Plus, X } from 'lucide-react'
import { pictureIn, viewWords } from '@shared/domain/looks/turnaround'
import { lookViews, type Asset, type Look, type LookView } from '@shared/model/asset'
import { addView } from '../../app/pictures'
import { run } from '../../app/projectActions'
import { useFileDrag } from '../../app/useDropFiles'
import { useRead } from '../../app/useRead'
import { mediaUrl, workingPicture } from '../../common/AssetPicture'
import { Tip } from '../../common/Tip'
import styles from './Turnaround.module.css'

const names: Record<LookView, string> = { front: 'Front', side: 'Side', back: 'Back', expressions: 'Faces' }

/** The pictures of a look from several sides: a click on one sends it with the prompts from now on, one on an empty place adds one. */
export function Turnaround({ asset, look, readOnly }: { asset: Asset; look: Look; readOnly: boolean }) {
  const views = lookViews.filter(
    (v) => v !== 'expressions' || asset.type === 'character' || pictureIn(look, v) !== null,
  )
  return (
    <fieldset className={styles.views} aria-label={`Turnaround of ${look.name}: which picture is sent`}>
      {views.map((view) => (
        <Slot key={view} asset={asset} look={look} view={view} readOnly={readOnly} />
      ))}
    </fieldset>
  )
}

function Slot({ asset, look, view, readOnly }: { asset: Asset; look: Look; view: LookView; readOnly: boolean }) {
  const mediaId = pictureIn(look, view)
  const over = useFileDrag((s) => s.over)
  const picture = useRead((reads) => workingPicture(reads, mediaId), [mediaId])
  const sent = look.view === view && mediaId !== null
  const name = names[view]
  const act = () =>
    void (mediaId === null ? addView(asset.id, look.id, view) : run('look.update', { lookId: look.id, view }))
  return (
    <span className={styles.slot} data-drop-look={look.id} data-drop-view={view}>
      <Tip
        text={
          mediaId === null
            ? `Add a picture: ${viewWords[view]}. Or drop one here`
            : sent
              ? 'Sent with the prompts'
              : 'Send this one with the prompts'
        }
      >
        <button
          type="button"
          className={`${styles.picture} ${sent ? styles.sent : ''} ${over ? styles.target : ''}`}
          aria-pressed={mediaId === null ? undefined : sent}
          aria-label={mediaId === null ? `Add picture: ${name}` : `${name}${sent ? ', sent' : ''}`}
          disabled={readOnly}
          onClick={act}
        >
          {picture ? (
            <img src={mediaUrl(picture, 160)} alt="" draggable={false} />
          ) : (
            <Plus size={12} strokeWidth={2} aria-hidden />
          )}
          {sent && (
            <span className={styles.mark} aria-hidden>
              <Check size={10} strokeWidth={2.5} />
            </span>
          )}
        </button>
      </Tip>
      {mediaId !== null && !sent && !readOnly && (
        <button
          type="button"
          className={styles.remove}
          aria-label={`Take the picture away: ${name}`}
          onClick={() => void run('look.update', { lookId: look.id, pictures: { [view]: null } })}
        >
          <X size={10} strokeWidth={2.5} />
        </button>
      )}
      <span className={styles.name}>{sent ? `${name}, sent` : name}</span>
    </span>
  )
}
