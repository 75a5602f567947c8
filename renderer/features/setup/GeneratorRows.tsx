import { ChevronRight, Cpu } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { KeyState } from '@shared/ipc/contract'
import { projectOf } from '@shared/domain/lookup'
import { builtInProfiles } from '@shared/domain/passes/profiles'
import { request } from '../../app/hostClient'
import { profileWords } from '../../app/profileWords'
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
      name: builtInProfiles.find(({ id }) => id === local)!.name,
      Icon: Cpu,
      takes: 'on this computer',
      key: 'no key needed',
      lacksKey: false,
    },
    ...profiles.map((profile) => ({ id: profile.id, name: profile.name, ...profileWords(profile, keys) })),
  ]
  return (
    <Section
      title="Generators"
      count={rows.length}
      actions={<Button onClick={() => openSheet(generatorsSheet, {})}>Add or change…</Button>}
    >
      <ul className={styles.generators}>
        {rows.map(({ id, name, takes, Icon, key, lacksKey }) => (
          <li key={id}>
            <button type="button" onClick={() => openSheet(generatorsSheet, { profileId: id })}>
              <Icon {...icon} />
              <span>
                <strong>
                  {name}
                  {id === project.stage10GeneratorId && <em>frames</em>}
                  {id === (project.stage12GeneratorId ?? 'local') && <em>clips</em>}
                  {id === project.stage9GeneratorId && <em>words</em>}
                </strong>
                <small>{takes}</small>
              </span>
              <small className={lacksKey ? styles.warn : undefined}>{key}</small>
              <ChevronRight {...icon} size={13} />
            </button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
