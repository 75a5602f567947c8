import { Cloud, Cpu, FileInput, Plus, Server } from 'lucide-react'
import { useCallback, useEffect, useState, type KeyboardEvent } from 'react'
import type { KeyState } from '@shared/ipc/contract'
import { profileKinds } from '@shared/domain/passes/profileKinds'
import { builtInProfiles } from '@shared/domain/passes/profiles'
import { projectOf } from '@shared/domain/lookup'
import type { Profile, ProfileKind } from '@shared/model/profile'
import { counted } from '@shared/language/unitWords'
import { request, send } from '../../app/hostClient'
import { run } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { closeSheet } from '../../app/sheets'
import { failure } from '../../app/toasts'
import { useRead } from '../../app/useRead'
import { Button } from '../../common/Button'
import { Sheet } from '../../common/Sheet'
import styles from './GeneratorsSheet.module.css'
import { keyWords } from './KeySection'
import { ProfileEditor } from './ProfileEditor'

const icon = { size: 15, strokeWidth: 1.75, 'aria-hidden': true } as const
const builtInWords: Record<string, string> = {
  local: 'draws frames from your pictures; always works, nothing is sent',
  open: 'plans passes as an open model needs them; drawn here as a preview',
  strong: 'plans passes as a strong hosted model takes them; drawn here as a preview',
}

/** Who makes frames: this computer, and the services of the project. Profiles belong to the project, keys to this machine. */
export function GeneratorsSheet({ profileId }: { profileId?: string }) {
  const profiles = useRead((reads) => reads.list('profilesInOrder'), [])
  const used = useRead((reads) => projectOf(reads).stage10GeneratorId, [])
  const readOnly = useProject((s) => s.readOnly)
  const [chosen, setChosen] = useState(profileId ?? used)
  const keys = useKeys(profiles)
  const ids = [...builtInProfiles.map((profile) => profile.id), ...profiles.map((profile) => profile.id)]
  const selected = ids.includes(chosen) ? chosen : 'local'
  const profile = profiles.find(({ id }) => id === selected)
  const name = profile?.name ?? builtInProfiles.find(({ id }) => id === selected)!.name
  const add = async (work: () => Promise<string | undefined>) => {
    try {
      const id = await work()
      if (id !== undefined) setChosen(id)
    } catch (error) {
      failure(error)
    }
  }
  const create = (kind: ProfileKind) =>
    void add(async () => (await send('profile.create', { kind })).created.profiles?.[0])
  return (
    <Sheet
      title="Generators"
      open
      onClose={closeSheet}
      width={1040}
      footer={
        <>
          <span className={styles.summary}>
            {used === selected ? `Frames are made by ${name}.` : `Frames are made by another generator now.`}
          </span>
          <Button large onClick={() => closeSheet()}>
            Close
          </Button>
          <Button
            large
            kind="primary"
            disabled={readOnly || used === selected}
            onClick={() => void run('project.update', { stage10GeneratorId: selected })}
          >
            {used === selected ? 'Used for frames' : 'Use for frames'}
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <div className={styles.side}>
          <GeneratorList profiles={profiles} selected={selected} used={used} keys={keys.states} onSelect={setChosen} />
          <div className={styles.add}>
            {(Object.keys(profileKinds) as ProfileKind[]).map((kind) => (
              <Button key={kind} disabled={readOnly} onClick={() => create(kind)}>
                <Plus {...icon} />
                {profileKinds[kind].label}
              </Button>
            ))}
            <Button
              disabled={readOnly}
              onClick={() => void add(async () => (await request('generator.import', {}))?.profileId)}
            >
              <FileInput {...icon} />
              Import…
            </Button>
          </div>
        </div>
        {profile ? (
          <ProfileEditor
            key={profile.id}
            profile={profile}
            keyState={keys.states[profile.id] ?? 'missing'}
            isSafe={keys.isSafe}
            readOnly={readOnly}
            onKeys={keys.ask}
          />
        ) : (
          <div className={styles.editor}>
            <header className={styles.editorHead}>
              <h3>{name}</h3>
              <span>comes with Exeunt</span>
            </header>
            <p className={styles.about}>This one {builtInWords[selected]}.</p>
            <p className={styles.hint}>
              Services are kept in the project, so that it can be opened elsewhere. Keys are not: they stay on this
              machine. Nothing is sent before you see what, and say so.
            </p>
          </div>
        )}
      </div>
    </Sheet>
  )
}

/** Where the keys lie, asked anew when a profile comes or moves. */
function useKeys(profiles: readonly Profile[]) {
  const [told, setTold] = useState<{ states: Record<string, KeyState>; isSafe: boolean }>({ states: {}, isSafe: true })
  const ask = useCallback(() => {
    request('generator.keys', {}).then(setTold, failure)
  }, [])
  useEffect(ask, [ask, profiles])
  return { ...told, ask }
}

function GeneratorList({
  profiles,
  selected,
  used,
  keys,
  onSelect,
}: {
  profiles: readonly Profile[]
  selected: string
  used: string
  keys: Readonly<Record<string, KeyState>>
  onSelect: (id: string) => void
}) {
  const rows = [
    ...builtInProfiles.map(({ id, name }) => ({ id, name, Icon: Cpu, detail: 'on this computer', isWarning: false })),
    ...profiles.map((profile) => {
      const state = profile.keyHeader === null ? null : (keys[profile.id] ?? 'missing')
      return {
        id: profile.id,
        name: profile.name,
        Icon: profile.kind === 'comfyui' ? Server : Cloud,
        detail: [counted(profile.maxImages, 'image'), state === null ? 'no key needed' : keyWords[state]].join(' · '),
        isWarning: state === 'missing',
      }
    }),
  ]
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (!step) return
    event.preventDefault()
    const next = rows[(rows.findIndex(({ id }) => id === selected) + step + rows.length) % rows.length]!
    onSelect(next.id)
    event.currentTarget.querySelector<HTMLElement>(`[data-generator="${next.id}"]`)?.focus()
  }
  return (
    <div className={styles.list} role="radiogroup" aria-label="Generator" tabIndex={-1} onKeyDown={onKey}>
      {rows.map(({ id, name, Icon, detail, isWarning }) => (
        <button
          key={id}
          type="button"
          role="radio"
          data-generator={id}
          aria-checked={id === selected}
          tabIndex={id === selected ? 0 : -1}
          className={id === selected ? styles.on : undefined}
          onClick={() => onSelect(id)}
        >
          <Icon {...icon} />
          <span>
            <strong>
              {name}
              {id === used && <em>frames</em>}
            </strong>
            <small className={isWarning ? styles.warn : undefined}>{detail}</small>
          </span>
        </button>
      ))}
    </div>
  )
}
