import { create } from 'zustand'
import { useAppInfo } from './appInfo'
import type { AppCommand } from './commands'
import { request } from './hostClient'
import { openSample } from './projectActions'
import { useProject } from './projectStore'
import { closeSheet, useSheets } from './sheets'
import { dropToast, toast } from './toasts'
import { useView } from './viewStore'

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
  const offer = toast(
    'done',
    'New here? A tour of eight steps shows what is where.',
    { label: 'Take it', run: () => void startTour() },
    true,
  )
  // Who opens something has found a way of their own; the offer would only lie over it. The tour stays in the palette.
  const ends = [
    useSheets.subscribe(({ open }) => open && withdraw()),
    useView.subscribe(({ view }, before) => view !== before.view && withdraw()),
  ]
  function withdraw(): void {
    for (const end of ends) end()
    dropToast(offer)
  }
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
