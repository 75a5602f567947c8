import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { Profile } from '@shared/model/profile'
import { run } from '../../app/projectActions'
import { saveTyped } from '../../app/saveTyped'
import { Button, IconButton } from '../../common/Button'
import { Field } from '../../common/Field'
import { Section } from '../../common/Section'
import styles from './GeneratorsSheet.module.css'

/** More machines with the same workflow: each takes a job of the queue, so that so many are made at once. */
export function PoolFields({ profile, readOnly }: { profile: Profile; readOnly: boolean }) {
  const { moreServers } = profile
  const [address, setAddress] = useState('')
  const set = (servers: string[]) => run('profile.update', { profileId: profile.id, moreServers: servers })
  const add = async () => {
    if (address.trim() === '') return
    if (await set([...moreServers, address.trim()])) setAddress('')
  }
  return (
    <Section title="More machines">
      {moreServers.map((server, i) => (
        <div key={server} className={styles.option}>
          <span>Machine {i + 2}</span>
          <div className={styles.withButton}>
            <Field
              label={`Address of machine ${i + 2}`}
              value={server}
              disabled={readOnly}
              onSave={(value, continues) =>
                saveTyped(
                  'profile.update',
                  { profileId: profile.id, moreServers: moreServers.map((known, at) => (at === i ? value : known)) },
                  continues,
                )
              }
            />
            <IconButton
              label={`Take machine ${i + 2} out`}
              icon={<X size={14} strokeWidth={1.75} />}
              disabled={readOnly}
              onClick={() => void set(moreServers.filter((_, at) => at !== i))}
            />
          </div>
        </div>
      ))}
      <form
        className={styles.option}
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <span>Another one</span>
        <div className={styles.withButton}>
          <input
            className={styles.text}
            aria-label="Address of another machine"
            placeholder="http://192.168.1.20:8188"
            value={address}
            disabled={readOnly}
            onChange={(event) => setAddress(event.target.value)}
          />
          <Button kind="outline" disabled={readOnly || address.trim() === ''} onClick={() => void add()}>
            <Plus size={14} strokeWidth={1.75} />
            Add
          </Button>
        </div>
      </form>
      <p className={styles.hint}>
        {moreServers.length
          ? `${moreServers.length + 1} jobs are made at once. One that stops does not hold up the others.`
          : 'Machines with the same workflow and models share the queue. The key goes to none of them.'}
      </p>
    </Section>
  )
}
