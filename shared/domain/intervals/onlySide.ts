/** The positions that alone count; null when both shots' do. */
export function onlySide<B>(
  inKept: boolean,
  inGone: boolean,
  kept: readonly B[],
  gone: readonly B[],
): readonly B[] | null {
  if (inKept && inGone) return null
  if (inKept) return kept.length ? kept : gone
  if (inGone) return gone.length ? gone : kept
  return !kept.length ? gone : !gone.length ? kept : null
}
