import { useEffect } from 'react'
import { driver, type Driver } from 'driver.js'
import { endTour, useTour } from '../../app/tour'
import { setView } from '../../app/viewStore'
import { focusTarget } from '../../common/focusTargets'
import { useOverlay } from '../../common/overlays'
import { tourSteps } from './steps'
import './tour.css'

/** The tour over the sample film while it is taken: Enter and arrows go on and back, Esc ends it. The window's own keys rest meanwhile. */
export function Tour() {
  return useTour((s) => s.running) ? <Running /> : null
}

function Running() {
  useOverlay()
  useEffect(() => {
    const tour = makeTour()
    go(tour, 0)
    const onKey = (event: KeyboardEvent) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
      if (step !== undefined) go(tour, (tour.getActiveIndex() ?? 0) + step)
      else if (event.key === 'Escape') tour.destroy()
    }
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
      tour.destroy()
    }
  }, [])
  return null
}

function makeTour(): Driver {
  const tour: Driver = driver({
    animate: false,
    overlayColor: 'var(--scrim)',
    overlayOpacity: 1,
    overlayClickBehavior: () => {},
    stagePadding: 4,
    stageRadius: 4,
    popoverOffset: 8,
    disableActiveInteraction: true,
    // Its own keys are lost while it moves on.
    allowKeyboardControl: false,
    skipMissingElement: true,
    waitForElement: 2000,
    showProgress: true,
    progressText: '{{current}} of {{total}}',
    prevBtnText: 'Back',
    nextBtnText: 'Next',
    doneBtnText: 'Done',
    steps: tourSteps.map(({ at, side, title, text }) => ({
      ...(at === undefined ? {} : { element: at }),
      popover: { title, description: text, ...(side ? { side } : {}) },
    })),
    onNextClick: () => go(tour, (tour.getActiveIndex() ?? 0) + 1),
    onPrevClick: () => go(tour, (tour.getActiveIndex() ?? 0) - 1),
    onPopoverRender: ({ nextButton, closeButton }) => {
      closeButton.setAttribute('aria-label', 'End the tour')
      // It gives the focus to the first button, which ends the tour.
      requestAnimationFrame(() => nextButton.focus())
    },
    onHighlighted: (element) => {
      // What is shown opens no dialog of its own; on most elements these say what is not so.
      for (const name of ['aria-haspopup', 'aria-expanded', 'aria-controls']) element?.removeAttribute(name)
    },
    onDestroyed: () => {
      endTour()
      focusTarget('view')
    },
  })
  return tour
}

/** To a stop, in the view where it is; past the last one the tour ends. */
function go(tour: Driver, index: number): void {
  if (index < 0) return
  const step = tourSteps[index]
  if (!step) return tour.destroy()
  setView({ view: step.view })
  tour.drive(index)
}
