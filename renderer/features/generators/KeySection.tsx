import { KeyRound, Timer, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { KeyState } from '@shared/ipc/contract'
import type { Profile } from '@shared/model/profile'
import { request } from '../../app/hostClient'
import { keyWords } from '../../app/profileWords'
import { run } from '../../app/projectActions'
import { failure } from '../../app/toasts'
import { Button } from '../../common/Button'
import { Segmented } from '../../common/Segmented'
import styles from './GeneratorsSheet.module.css'

const icon = { size: 13, strokeWidth: 1.75, 'aria-hidden': true } as const

/** The key of a profile: given once, kept on this machine, sent only to the profile's address. */
export function KeySection({
  profile,
  state,
  isSafe,
  readOnly,
  onChange,
}: {
  profile: Profile
  state: KeyState
  isSafe: boolean
  readOnly: boolean
  onChange: () => void
}) {
  const [key, setKey] = useState('')
  const [wished, setWished] = useState<'keychain' | 'session'>('keychain')
  const keep = isSafe ? wished : 'session'
  const work = async (ask: () => Promise<unknown>) => {
    try {
      await ask()
      setKey('')
      onChange()
    } catch (error) {
      failure(error)
    }
  }
  if (profile.keyHeader === null)
    return (
      <p className={styles.hint}>
        No key is sent.
        {!readOnly && (
          <Button onClick={() => void run('profile.update', { profileId: profile.id, keyHeader: 'Authorization' })}>
            This server needs a key
          </Button>
        )}
      </p>
    )
  return (
    <form
      className={styles.key}
      onSubmit={(event) => {
        event.preventDefault()
        if (key.trim()) void work(() => request('generator.giveKey', { profileId: profile.id, key, keep }))
      }}
    >
      <p className={state === 'missing' ? styles.warn : styles.good}>
        {state === 'missing' ? (
          <TriangleAlert {...icon} />
        ) : state === 'session' ? (
          <Timer {...icon} />
        ) : (
          <KeyRound {...icon} />
        )}
        {profile.keyHeader}: {keyWords[state]}
        {state !== 'missing' && (
          <Button onClick={() => void work(() => request('generator.forgetKey', { profileId: profile.id }))}>
            Forget
          </Button>
        )}
        {state === 'missing' && profile.kind === 'comfyui' && !readOnly && (
          <Button onClick={() => void run('profile.update', { profileId: profile.id, keyHeader: null })}>
            It needs none
          </Button>
        )}
      </p>
      <div className={styles.keyRow}>
        <input
          type="password"
          className={styles.text}
          aria-label={state === 'missing' ? 'Key' : 'Another key'}
          placeholder={state === 'missing' ? 'Paste a key' : 'Paste another key'}
          value={key}
          maxLength={5000}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setKey(event.target.value)}
        />
        {isSafe && (
          <Segmented
            label="Keep it"
            value={wished}
            options={[
              { value: 'keychain', label: 'Keychain' },
              { value: 'session', label: 'Only now' },
            ]}
            onChange={setWished}
          />
        )}
        <Button kind="outline" type="submit" disabled={!key.trim()}>
          Keep
        </Button>
      </div>
      <p className={styles.hint}>
        {isSafe ? '' : 'This system has no safe keychain, so a key is kept only until Exeunt ends. '}A key is never
        shown again, never written to the project, and goes only to {profile.baseUrl}.
      </p>
    </form>
  )
}
