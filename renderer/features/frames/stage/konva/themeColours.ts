/** The tokens that the stage draws with, as they are in the theme that is on. */
export function themeColours(): { accent: string; knob: string } {
  const style = getComputedStyle(document.documentElement)
  return { accent: style.getPropertyValue('--accent').trim(), knob: style.getPropertyValue('--diamond').trim() }
}
