import { create } from 'zustand'
import { useAppInfo } from './appInfo'
import type { AppCommand } from './commands'
import { request } from './hostClient'
import { openSample } from './projectActions'
import { useProject } from './projectStore'
import { closeSheet } from './sheets'
import { toast } from './toasts'

/** Whether the tour is being taken. */
export const useTour = create<{ running: boolean }>(() => ({ running: false }))

export const endTour = (): void => useTour.setState({ running: false })

/** Opens the sample film, in which the tour is taken, and begins it. */
export async function startTour(): Promise<void> {
  closeSheet()
  wasOffered()
  await openSample()
  if (useProject.getState().folder !== null) useTour.setState({ running: true })
}

/** Opens the sample film; the first time on this machine the tour is offered. */
export async function openSampleFilm(): Promise<void> {
  await openSample()
  if (useAppInfo.getState().tourOffered || useProject.getState().folder === null) return
  wasOffered()
  toast(
    'done',
    'New here? A tour of eight steps shows what is where.',
    { label: 'Take it', run: () => void startTour() },
    true,
  )
}

function wasOffered(): void {
  if (useAppInfo.getState().tourOffered) return
  useAppInfo.setState({ tourOffered: true })
  void request('app.tourOffered', {}).catch(() => {})
}

export const tourCommand: AppCommand = {
  id: 'tour',
  title: 'Take the tour of the sample film',
  group: 'Project',
  run: () => void startTour(),
}
