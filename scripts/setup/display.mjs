/** Whether windows can be shown; only Linux can lack that. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/**
 * The command line that runs `command` on a virtual display where there is no real one: `[command, args]`.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {[command: string, args: readonly string[]]}
 */
export function onDisplay(command, args) {
  if (hasDisplay()) return [command, args]
  return ['xvfb-run', ['-a', '-s', '-screen 0 1920x1200x24', command, ...args]]
}
