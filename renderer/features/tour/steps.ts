import type { ViewName } from '../../app/views'

/** A stop of the tour: where it is, and what is said there. The words are ours alone: driver.js takes them as HTML, so nothing of a project may get in. */
export interface TourStep {
  readonly view: ViewName
  /** What is shown; without it the words stand in the middle. */
  readonly at?: string
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  readonly title: string
  readonly text: string
}

export const tourSteps: readonly TourStep[] = [
  {
    view: 'matrix',
    title: 'Who is on stage, from when to when',
    text: 'This is Number Nine, a film in three scenes, in the matrix: a row is an asset, a column a shot. Whatever you change here can be undone.',
  },
  {
    view: 'matrix',
    at: '[data-cell="Alice/4"]',
    side: 'right',
    title: 'A bar is presence',
    text: 'Alice enters in shot 4, where the post stands. Drag the end of a bar, also across cuts, or press T, E, X or P: throughout, enters, exits, passes through.',
  },
  {
    view: 'matrix',
    at: 'section[aria-label="What will be sent"]',
    side: 'left',
    title: 'What a generator gets',
    text: 'From who is there follow the numbered references of both frames, and their words. Who is left out is named, with the reason.',
  },
  {
    view: 'timeline',
    at: 'section[aria-label="Monitor"]',
    side: 'bottom',
    title: 'The same over time',
    text: 'Space plays the film as it is blocked: people walk in, cross and leave. J, K and L go back, stop and go on.',
  },
  {
    view: 'timeline',
    at: '[data-surface="timeline"]',
    side: 'top',
    title: 'Lanes and cuts',
    text: 'Drag a bar, its end, or a new one in an empty lane. Drag a cut and the neighbour gives. The words by the pointer say beforehand what turns stale.',
  },
  {
    view: 'board',
    at: '[data-panel]',
    side: 'right',
    title: 'The board',
    text: 'Every shot as a panel with its start and its end. Drag panels to another place or scene, type in them, drop a drawing onto a frame.',
  },
  {
    view: 'frames',
    at: 'section[aria-label="Passes"]',
    side: 'top',
    title: 'Frames are made in passes',
    text: 'The place first, then the people, then the props; every result is kept as a take. This computer draws them, or a service that you set up.',
  },
  {
    view: 'frames',
    at: 'footer[aria-label="Status"]',
    side: 'top',
    title: 'What has to be made again',
    text: 'An edit turns stale just the results it reaches, and says why. Ctrl+K finds every command, also this tour. Now try something: it is your own copy.',
  },
]
