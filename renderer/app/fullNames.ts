/** How far up from the pointer something that is cut is looked for. */
const depth = 4
/** Marks titles of ours, which go when there is room again. */
const mark = 'fullName'

/** Is some of the text cut off, with an ellipsis at its end or the end of its last line? */
function isCut(element: HTMLElement): boolean {
  const { textOverflow, webkitLineClamp } = getComputedStyle(element)
  if (textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth) return true
  return webkitLineClamp !== '' && webkitLineClamp !== 'none' && element.scrollHeight > element.clientHeight
}

/** Wherever a name is cut, pointing at it shows all of it; where something says more already, that stays. */
export function followCutNames(): () => void {
  const over = ({ target }: PointerEvent) => {
    let element = target instanceof HTMLElement ? target : null
    for (let i = 0; element && i < depth; i++, element = element.parentElement) {
      const own = element.dataset[mark] !== undefined
      const cut = isCut(element)
      if (own && !cut) {
        element.removeAttribute('title')
        delete element.dataset[mark]
      }
      if (!cut || (!own && element.closest('[title]'))) continue
      const text = element.textContent.replace(/\s+/g, ' ').trim()
      if (!text) continue
      element.title = text
      element.dataset[mark] = ''
      return
    }
  }
  window.addEventListener('pointerover', over, { passive: true })
  return () => window.removeEventListener('pointerover', over)
}
