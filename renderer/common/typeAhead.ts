const isText = (element: Element | null): boolean =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))

/** How many frames a field may take to come up. */
const patience = 30

/**
 * Opens something that ends in a field, and writes into it what is typed until it is there: a hand is faster than a commit, and its letters
 * would be keys of the view. Where no field comes they are dropped.
 */
export async function typeAhead(open: () => Promise<void>): Promise<void> {
  let typed = ''
  const write = () => {
    if (typed) document.execCommand('insertText', false, typed)
    typed = ''
  }
  const keep = (event: KeyboardEvent) => {
    if (isText(document.activeElement)) return write()
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || [...event.key].length !== 1) return
    event.preventDefault()
    event.stopImmediatePropagation()
    typed += event.key
  }
  window.addEventListener('keydown', keep, true)
  try {
    await open()
    for (let frame = 0; frame < patience && !isText(document.activeElement); frame++) await nextFrame()
    if (isText(document.activeElement)) write()
  } finally {
    window.removeEventListener('keydown', keep, true)
  }
}
