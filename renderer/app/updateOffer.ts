import { request } from './hostClient'
import { failure, toast } from './toasts'

/** Says that there is a newer version, until that is answered. It is fetched only when the user says so. */
export function offerUpdate(version: string): void {
  toast('done', `Exeunt ${version} is out.`, { label: 'Fetch it', run: () => void fetchUpdate(version) }, true)
}

async function fetchUpdate(version: string): Promise<void> {
  try {
    const { fetched } = await request('app.fetchUpdate', {})
    if (fetched) toast('done', `Exeunt ${version} is here; it is put in when you close the window.`)
  } catch (error) {
    failure(error)
  }
}
