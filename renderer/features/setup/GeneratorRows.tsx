import { ChevronRight, Cloud, Cpu, Server } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { KeyState } from '@shared/ipc/contract'
import { projectOf } from '@shared/domain/lookup'
import { profileKinds } from '@shared/domain/passes/profileKinds'
import { counted } from '@shared/language/unitWords'
import { request } from '../../app/hostClient'
import { generatorsSheet } from '../../app/sheetKeys'
import { openSheet } from '../../app/sheets'
import { failure } from '../../app/toasts'
import { useRead } from '../../app/useRead'
import { Button } from '../../common/Button'
import { Section } from '../../common/Section'
import styles from './SetupView.module.css'

const icon = { size: 15, strokeWidth: 1.75, 'aria-hidden': true } as const

/** This computer and the services of the project, what each is used for, and whether its key is there; a click opens its settings. */
export function GeneratorRows() {
  const project = useRead(projectOf, [])
  const profiles = useRead((reads) => reads.list('profilesInOrder'), [])
  const [keys, setKeys] = useState<Readonly<Record<string, KeyState>>>({})
  useEffect(() => {
    request('generator.keys', {}).then(({ states }) => setKeys(states), failure)
  }, [profiles])
  const local = profiles.some(({ id }) => id === project.stage10GeneratorId) ? 'local' : project.stage10GeneratorId
  const rows = [
    {
      id: local,
      name: 'This computer',
      about: 'draws from your pictures',
      Icon: Cpu,
      state: 'no key needed',
    },
    ...profiles.map((profile) => ({
      id: profile.id,
      name: profile.name,
      about: `${profileKinds[profile.kind].label} · ${counted(profile.maxImages, 'picture')} in a call`,
      Icon: profile.kind === 'comfyui' ? Server : Cloud,
      state: profile.keyHeader === null ? 'no key needed' : keyStates[keys[profile.id] ?? 'missing'],
    })),
  ]
  return (
    <Section
      title="Generators"
      count={rows.length}
      actions={<Button onClick={() => openSheet(generatorsSheet, {})}>Add or change…</Button>}
    >
      <ul className={styles.generators}>
        {rows.map(({ id, name, about, Icon, state }) => (
          <li key={id}>
            <button type="button" onClick={() => openSheet(generatorsSheet, { profileId: id })}>
              <Icon {...icon} />
              <span>
                <strong>
                  {name}
                  {id === project.stage10GeneratorId && <em>Frames by default</em>}
                  {id === project.stage12GeneratorId && <em>Video by default</em>}
                </strong>
                <small>{about}</small>
              </span>
              <small className={state === keyStates.missing ? styles.warn : undefined}>{state}</small>
              <ChevronRight {...icon} size={13} />
            </button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const keyStates: Record<KeyState, string> = {
  keychain: 'key in the keychain',
  session: 'key for this session',
  missing: 'no key yet',
}
