import { useEffect, useState } from 'react'
import type { Profile } from '@shared/model/profile'
import { request } from '../../app/hostClient'

/** Has this machine no key for a profile that needs one? */
export function useLacksKey(profile: Profile | undefined): boolean {
  const [lacks, setLacks] = useState(false)
  const id = profile?.keyHeader == null ? null : profile.id
  useEffect(() => {
    if (id === null) return
    let isHere = true
    request('generator.keys', {}).then(
      ({ states }) => isHere && setLacks(states[id] === 'missing'),
      () => {},
    )
    return () => {
      isHere = false
    }
  }, [id, profile?.baseUrl])
  return lacks && id !== null
}
