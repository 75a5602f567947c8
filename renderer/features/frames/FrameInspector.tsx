/** Being written. */
export function FrameInspector() {
  return <div />
}
