/** Being written. */
export function ShotInspector() {
  return <div />
}
