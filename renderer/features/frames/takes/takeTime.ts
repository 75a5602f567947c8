const dayMs = 86_400_000

/** "Today 14:02", "Mon 18:21", "3 Nov 18:21", with a year when it is another. */
export function takeTime(at: number, now: number, locale?: string): string {
  const [then, today] = [new Date(at), new Date(now)]
  const time = then.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  if (then.toDateString() === today.toDateString()) return `Today ${time}`
  if (now - at < 6 * dayMs && at < now) return `${then.toLocaleDateString(locale, { weekday: 'short' })} ${time}`
  const year = then.getFullYear() === today.getFullYear() ? {} : { year: 'numeric' as const }
  return `${then.toLocaleDateString(locale, { day: 'numeric', month: 'short', ...year })} ${time}`
}
