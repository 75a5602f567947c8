const isText = (element: Element | null): boolean =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))

/** How many frames a field may take to come up. */
const patience = 30

/** Keys that only change what others mean. */
const modifiers = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock']

/** Gives a key to what has the focus now: a letter to a field, anything else as the key that it is. */
function press(event: KeyboardEvent): void {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event
  const to = document.activeElement ?? document.body
  if (isText(to) && [...key].length === 1 && !ctrlKey && !metaKey && !altKey)
    document.execCommand('insertText', false, key)
  else
    to.dispatchEvent(
      new KeyboardEvent('keydown', { key, code, ctrlKey, metaKey, altKey, shiftKey, bubbles: true, cancelable: true }),
    )
}

/**
 * Opens something that ends in a field, and gives it the keys that were pressed until it is there: a hand is faster than a commit, and its
 * letters would be commands of the view. Where no field comes they are dropped.
 */
export async function typeAhead(open: () => Promise<void>): Promise<void> {
  const kept: KeyboardEvent[] = []
  const listen = (on: boolean) =>
    on ? window.addEventListener('keydown', keep, true) : window.removeEventListener('keydown', keep, true)
  const giveBack = () => {
    listen(false)
    for (const event of kept.splice(0)) press(event)
  }
  const keep = (event: KeyboardEvent) => {
    if (event.isComposing || modifiers.includes(event.key)) return
    const isThere = isText(document.activeElement)
    if (isThere && !kept.length) return listen(false)
    event.preventDefault()
    event.stopImmediatePropagation()
    kept.push(event)
    if (isThere) giveBack()
  }
  listen(true)
  try {
    await open()
    for (let frame = 0; frame < patience && !isText(document.activeElement); frame++) await nextFrame()
    if (isText(document.activeElement)) giveBack()
  } finally {
    listen(false)
  }
}
