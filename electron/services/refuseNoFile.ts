import { statSync, type Stats } from 'node:fs'
import { Refusal } from '@shared/records/refusal'

/** What a file that is to be read is like. @param file what it is called to the user @throws Refusal FILE_UNREADABLE where there is none, or something else */
export function refuseNoFile(path: string, file: string): Stats {
  const info = statSync(path, { throwIfNoEntry: false })
  if (info?.isFile()) return info
  throw new Refusal('FILE_UNREADABLE', { file, reason: info ? 'It is not a file.' : 'The file is not there.' })
}
