import { Frame } from 'lucide-react'
import { useEffect } from 'react'
import type { CameraMoveKind, Framing } from '@shared/model/cameraMove'
import { run } from '../../../app/projectActions'
import { useProject } from '../../../app/projectStore'
import { saveTyped } from '../../../app/saveTyped'
import { useRead } from '../../../app/useRead'
import { Button } from '../../../common/Button'
import { Field } from '../../../common/Field'
import { Select } from '../../../common/Select'
import { player } from '../animaticState'
import styles from './Camera.module.css'
import { useCamera, within, type FramingName } from './cameraState'

const kinds: readonly { value: CameraMoveKind | 'stands'; label: string }[] = [
  { value: 'stands', label: 'Stands still' },
  { value: 'push', label: 'Push in' },
  { value: 'pull', label: 'Pull out' },
  { value: 'pan', label: 'Pan' },
  { value: 'tilt', label: 'Tilt' },
  { value: 'track', label: 'Track' },
]

const columns = [
  ['x', 'from left'],
  ['y', 'from above'],
  ['width', 'wide'],
] as const

/** How the camera of the shot moves: its kind, and both framings as numbers or on the picture. */
export function CameraSection({ shotId }: { shotId: string }) {
  const move = useRead((reads) => reads.get('cameraMoves', shotId), [shotId])
  const number = useRead((reads) => reads.get('shots', shotId)?.number ?? '', [shotId])
  const readOnly = useProject((s) => s.readOnly)
  const setting = useCamera((s) => s.shotId === shotId)
  useEffect(() => () => useCamera.setState({ shotId: null, draft: null }), [shotId])
  const choose = (kind: CameraMoveKind | 'stands') => {
    void run('shot.setCamera', { shotIds: [shotId], kind: kind === 'stands' ? null : kind })
    if (kind === 'stands') useCamera.setState({ shotId: null, draft: null })
  }
  return (
    <section aria-label={`Camera of shot ${number}`}>
      <div className={styles.head}>
        <h2>Camera of shot {number}</h2>
        <Select
          label="How the camera moves"
          value={move?.kind ?? 'stands'}
          options={kinds}
          onChange={choose}
          disabled={readOnly}
        />
      </div>
      {move && (
        <>
          <div className={styles.table}>
            <span />
            {columns.map(([, title]) => (
              <small key={title}>{title}</small>
            ))}
            {(['first', 'last'] as const).map((name) => (
              <Numbers key={name} shotId={shotId} name={name} framing={move[name]} disabled={readOnly} />
            ))}
          </div>
          <div className={styles.setting}>
            <Button
              kind="outline"
              className={setting ? styles.pressed : undefined}
              aria-pressed={setting}
              disabled={readOnly}
              tip="Drag the framings by their middle and their corners; arrows move the focused one, + and - resize it"
              onClick={() => {
                player.stop()
                useCamera.setState({ shotId: setting ? null : shotId, draft: null })
              }}
            >
              <Frame size={14} strokeWidth={1.75} />
              {setting ? 'Done setting' : 'Set on the picture'}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

/** A framing in percent of the picture. */
function Numbers({
  shotId,
  name,
  framing,
  disabled,
}: {
  shotId: string
  name: FramingName
  framing: Framing
  disabled: boolean
}) {
  const title = name === 'first' ? 'First' : 'Last'
  return (
    <>
      <span>{title}</span>
      {columns.map(([field, words]) => (
        <Field
          key={field}
          label={`${title} framing, ${words}, in percent`}
          value={String(Math.round(framing[field] * 1000) / 10)}
          disabled={disabled}
          check={(text) => (percentOf(text) === null ? 'A number from 0 to 100.' : null)}
          onSave={(text, step) =>
            saveTyped(
              'shot.setCamera',
              { shotIds: [shotId], [name]: within({ ...framing, [field]: percentOf(text)! / 100 }) },
              step,
            )
          }
        />
      ))}
    </>
  )
}

function percentOf(text: string): number | null {
  const number = Number(text.replace(',', '.').replace('%', '').trim())
  return text.trim() !== '' && number >= 0 && number <= 100 ? number : null
}
