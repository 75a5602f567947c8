const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const two = (n: number) => String(n).padStart(2, '0')
const clock = (at: Date) => `${two(at.getHours())}:${two(at.getMinutes())}`
/** Calendar days from `at` to `now`, in local time; summer time does not shift them. */
const daysBetween = (at: Date, now: Date) =>
  Math.round(
    (Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) -
      Date.UTC(at.getFullYear(), at.getMonth(), at.getDate())) /
      86_400_000,
  )

/** When something was, in milliseconds, as a card says it: "Today 14:06", "Yesterday", "Mon 16 Nov", "2 Nov", "2 Nov 2024". */
export function dateWords(ms: number, nowMs: number): string {
  const at = new Date(ms)
  const now = new Date(nowMs)
  const ago = daysBetween(at, now)
  if (ago === 0) return `Today ${clock(at)}`
  if (ago === 1) return 'Yesterday'
  const day = `${at.getDate()} ${months[at.getMonth()]}`
  if (ago > 1 && ago < 7) return `${days[at.getDay()]} ${day}`
  return at.getFullYear() === now.getFullYear() ? day : `${day} ${at.getFullYear()}`
}

/** A moment within a sentence: "today 14:06", "yesterday 09:30", "16 Nov 14:06". */
export function momentWords(ms: number, nowMs: number): string {
  const at = new Date(ms)
  const ago = daysBetween(at, new Date(nowMs))
  if (ago === 0) return `today ${clock(at)}`
  if (ago === 1) return `yesterday ${clock(at)}`
  return `${dateWords(ms, nowMs)} ${clock(at)}`
}

/** A folder with the user's home as ~. */
export function shortFolder(folder: string, home: string): string {
  if (!home || !folder.startsWith(home)) return folder
  const rest = folder.slice(home.length)
  return rest === '' || /^[\\/]/.test(rest) ? `~${rest}` : folder
}

/** The removable disk or share a folder lies on, by the usual mount points; null when it is on the computer itself. */
export function diskOf(folder: string): string | null {
  const mounted = /^\/(?:Volumes|mnt|run\/media\/[^/]+|media\/[^/]+)\/([^/]+)\//.exec(folder)
  if (mounted) return mounted[1]!
  const drive = /^([A-Z]):[\\/]/i.exec(folder)
  return drive && drive[1]!.toUpperCase() !== 'C' ? `${drive[1]!.toUpperCase()}:` : null
}
