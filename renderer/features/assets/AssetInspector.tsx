/** Being written. */
export function AssetInspector({ assetId }: { assetId: string }) {
  return <div>{assetId}</div>
}
