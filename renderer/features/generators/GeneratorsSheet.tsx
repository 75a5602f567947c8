import { Cpu, FileInput } from 'lucide-react'
import { useCallback, useEffect, useState, type KeyboardEvent } from 'react'
import type { KeyState } from '@shared/ipc/contract'
import { profileKinds } from '@shared/domain/passes/profileKinds'
import { builtInProfiles } from '@shared/domain/passes/profiles'
import { projectOf } from '@shared/domain/lookup'
import type { Profile, ProfileKind } from '@shared/model/profile'
import { request, send } from '../../app/hostClient'
import { profileWords } from '../../app/profileWords'
import { run } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { BudgetField } from '../../app/BudgetField'
import { closeSheet } from '../../app/sheets'
import { failure } from '../../app/toasts'
import { useRead } from '../../app/useRead'
import { Button } from '../../common/Button'
import { Select } from '../../common/Select'
import { Sheet } from '../../common/Sheet'
import styles from './GeneratorsSheet.module.css'
import { ProfileEditor } from './ProfileEditor'

const icon = { size: 15, strokeWidth: 1.75, 'aria-hidden': true } as const
const kinds = Object.keys(profileKinds) as ProfileKind[]
type Makes = 'frames' | 'clips' | 'words'
const titles = { frames: 'Frames', clips: 'Clips', words: 'Words' } as const
/** The setting that names who makes them. */
const settings = {
  frames: 'stage10GeneratorId',
  clips: 'stage12GeneratorId',
  words: 'stage9GeneratorId',
} as const

const builtInWords: Record<string, string> = {
  local: 'draws frames from your pictures; always works, nothing is sent',
  open: 'plans passes as an open model needs them; drawn here as a preview',
  strong: 'plans passes as a strong hosted model takes them; drawn here as a preview',
}

/** Who makes frames, clips and words: this computer, and the services of the project. Profiles belong to the project, keys to this machine. */
export function GeneratorsSheet({ profileId }: { profileId?: string }) {
  const profiles = useRead((reads) => reads.list('profilesInOrder'), [])
  const project = useRead(projectOf, [])
  const usedFor: Record<Makes, string> = {
    frames: project.stage10GeneratorId,
    clips: project.stage12GeneratorId ?? 'local',
    words: project.stage9GeneratorId,
  }
  const readOnly = useProject((s) => s.readOnly)
  const [chosen, setChosen] = useState(profileId ?? usedFor.frames)
  const keys = useKeys(profiles)
  const ids = [...builtInProfiles.map((profile) => profile.id), ...profiles.map((profile) => profile.id)]
  const selected = ids.includes(chosen) ? chosen : 'local'
  const profile = profiles.find(({ id }) => id === selected)
  // Words may be written by this computer, which is no row of the list.
  const nameOf = (id: string) => [...builtInProfiles, ...profiles].find((one) => one.id === id)?.name ?? 'this computer'
  const name = nameOf(selected)
  const makes: Makes = profile ? profileKinds[profile.kind].makes : 'frames'
  const isUsed = usedFor[makes] === selected
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
          <span className={styles.summary}>{`${titles[makes]} are made by ${nameOf(usedFor[makes])}.`}</span>
          <Button large onClick={() => closeSheet()}>
            Close
          </Button>
          {selected === 'local' && usedFor.clips !== 'local' && (
            <Button large disabled={readOnly} onClick={() => void run('project.update', { stage12GeneratorId: null })}>
              Use for clips
            </Button>
          )}
          <Button
            large
            kind="primary"
            disabled={readOnly || isUsed}
            onClick={() => void run('project.update', { [settings[makes]]: selected })}
          >
            {isUsed ? `Used for ${makes}` : `Use for ${makes}`}
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <div className={styles.side}>
          <GeneratorList
            profiles={profiles}
            selected={selected}
            usedFor={usedFor}
            keys={keys.states}
            onSelect={setChosen}
          />
          <div className={styles.add}>
            {(['frames', 'clips', 'words'] as const).map((what) => (
              <Select
                key={what}
                label={`Add a generator of ${what}`}
                value=""
                disabled={readOnly}
                options={[
                  { value: '', label: `Add one for ${what}…` },
                  ...kinds
                    .filter((kind) => profileKinds[kind].makes === what)
                    .map((kind) => ({ value: kind, label: profileKinds[kind].label })),
                ]}
                onChange={(kind) => {
                  if (kind) create(kind)
                }}
              />
            ))}
            <Button
              disabled={readOnly}
              onClick={() => void add(async () => (await request('generator.import', {}))?.profileId)}
            >
              <FileInput {...icon} />
              Import…
            </Button>
            <BudgetField readOnly={readOnly} />
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
  usedFor,
  keys,
  onSelect,
}: {
  profiles: readonly Profile[]
  selected: string
  usedFor: Readonly<Record<Makes, string>>
  keys: Readonly<Record<string, KeyState>>
  onSelect: (id: string) => void
}) {
  const rows = [
    ...builtInProfiles.map(({ id, name }) => ({ id, name, Icon: Cpu, detail: 'on this computer', isWarning: false })),
    ...profiles.map((profile) => {
      const { Icon, takes, key, lacksKey } = profileWords(profile, keys)
      return { id: profile.id, name: profile.name, Icon, detail: `${takes} · ${key}`, isWarning: lacksKey }
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
              {id === usedFor.frames && <em>frames</em>}
              {id === usedFor.clips && <em>clips</em>}
              {id === usedFor.words && <em>words</em>}
            </strong>
            <small className={isWarning ? styles.warn : undefined}>{detail}</small>
          </span>
        </button>
      ))}
    </div>
  )
}
