/** The first screen: new, open, from a script, recents. */
export function Home() {
  return <div />
}
