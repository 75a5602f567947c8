import { Refusal } from '../../records/refusal'

/** The address of a server, taken apart. */
export interface ServerAddress {
  /** Without a slash at its end. */
  readonly href: string
  readonly origin: string
  readonly host: string
}

/** Only what is plainly an address: no name or password, no question mark, no other alphabet. */
const form =
  /^(https?):\/\/(\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(:\d{1,5})?((?:\/[a-z0-9._~!$&'()*+,;=:%-]*)*)$/i

/** Names and addresses of this machine. */
const isLoopback = (host: string) =>
  host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host)

/** Addresses of a house or studio network, which no certificate can be had for. */
const isPrivate = (host: string) =>
  isLoopback(host) ||
  /^10\.\d+\.\d+\.\d+$/.test(host) ||
  /^192\.168\.\d+\.\d+$/.test(host) ||
  /^172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+$/.test(host) ||
  /^\[f[cd]/.test(host) ||
  /\.(?:local|lan|home\.arpa|internal)$/.test(host) ||
  /^[a-z0-9-]+$/.test(host)

/**
 * The address of a server as it may be used (backends.md 0, domain.md 5.11): a key goes only over https, or to this machine itself; without one plain
 * http may also go to a machine of the same network.
 * @throws Refusal PROFILE_ADDRESS, PROFILE_PLAIN
 */
export function serverAddress(text: string, withKey: boolean): ServerAddress {
  const match = form.exec(text.trim())
  if (!match) throw new Refusal('PROFILE_ADDRESS', { address: withoutSecrets(text) })
  const [scheme, host, port, path] = [match[1]!.toLowerCase(), match[2]!.toLowerCase(), match[3] ?? '', match[4]!]
  const origin = `${scheme}://${host}${port}`
  const plainIsSafe = withKey ? isLoopback(host) : isPrivate(host)
  if (scheme === 'http' && !plainIsSafe) throw new Refusal('PROFILE_PLAIN', { address: origin })
  return { href: origin + path.replace(/\/+$/, ''), origin, host }
}

/** What stands before an @ or after a ? may be a password: it is not repeated. */
const withoutSecrets = (text: string) =>
  text
    .trim()
    .replace(/\/\/[^/@]*@/, '//…@')
    .replace(/[?#].*$/, '…')
    .slice(0, 200) || 'nothing'
