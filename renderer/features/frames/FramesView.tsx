/** Being written. */
export function FramesView() {
  return <div />
}
