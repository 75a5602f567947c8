/** The product's mark: three bars of presence in a frame. */
export function Logo({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden>
      <path d="M3 3h14v14H3z" fill="none" stroke="var(--text-3)" strokeWidth="1.5" />
      <path d="M3 7.2h8" stroke="var(--char-edge)" strokeWidth="2.4" />
      <path d="M6.5 10.6h10.5" stroke="var(--loc-edge)" strokeWidth="2.4" />
      <path d="M3 14h4.6" stroke="var(--prop-edge)" strokeWidth="2.4" />
    </svg>
  )
}
