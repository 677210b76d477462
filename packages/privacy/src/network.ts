import { isDigit, isLetter, isWordy } from './characters.ts'
import { beginsFreely, digitsOf, endsFreely, separators, touches } from './digit-groups.ts'
import { type Identifier, type Scan, strengths } from './identifier.ts'
import { placeholder } from './placeholders.ts'

const longestScheme = 5
const longestUrl = 2048
const schemeNames: ReadonlySet<string> = new Set(['http', 'https', 'ftp', 'sftp', 'ftps'])
const reservedHost = /^(?:[^/]*\.)?(?:example\.(?:com|org|net)|test|invalid|localhost|example)(?:[:/?#]|$)/i

const isBroken = (code: number): boolean =>
  code <= 32 || code === 0xa0 || code === 34 || code === 60 || code === 62 || code === 123 || code === 125 || code === 0x3000

const codesOf = (signs: string): ReadonlySet<number> => new Set([...signs].map((sign) => sign.charCodeAt(0)))
/** Signs inside an address, and those that close the sentence around it. */
const goesOn = codesOf('/.=&?-:@%#')
const closing = codesOf(".,;:!?)]'\u2019\u201d*")

const isHost = (code: number): boolean => isLetter(code) || isDigit(code) || code === 45 || code === 46

/** Web addresses, from the colon of `https://` or the dot of `www.`; the characters of one are looked at once, since they hold no blank. */
export function url(scan: Scan, at: number): Identifier | undefined {
  const { text } = scan
  let start = at
  let host: number
  if (text.charCodeAt(at) === 58) {
    if (text.charCodeAt(at + 1) !== 47 || text.charCodeAt(at + 2) !== 47) return undefined
    while (start > at - longestScheme && start > 0 && isLetter(text.charCodeAt(start - 1))) start--
    if (!schemeNames.has(text.slice(start, at).toLowerCase())) return undefined
    host = at + 3
  } else {
    start = at - 3
    if (
      start < 0 ||
      text.slice(start, at).toLowerCase() !== 'www' ||
      (start > 0 && (isWordy(text.charCodeAt(start - 1)) || text.charCodeAt(start - 1) === 47))
    )
      return undefined
    host = at + 1
  }
  if (start > 0 && isLetter(text.charCodeAt(start - 1))) return undefined
  let end = host
  // Inside another address it was read with that one; longer than browsers take, it is none of use.
  if (start > 0 && goesOn.has(text.charCodeAt(start - 1))) return undefined
  const most = host + longestUrl
  while (end < most && !isBroken(text.charCodeAt(end))) end++
  scan.steps += end - start
  while (end > host && closing.has(text.charCodeAt(end - 1))) end--
  if (end <= host || !isHost(text.charCodeAt(host))) return undefined
  return {
    kind: 'url',
    start,
    end,
    strength: strengths.address,
    identity: text.slice(start, end).toLowerCase(),
    ...(reservedHost.test(text.slice(host, host + 60)) && { nobody: 'reserved for fiction' }),
  }
}

/** IPv4: four groups to 255, with points and at least six digits, so that `1.2.3.4` stays a section. */
export function ipv4(scan: Scan, at: number): Identifier | undefined {
  const { text, groups } = scan
  if (groups.count < 4 || !beginsFreely(text, at) || (at > 0 && isWordy(text.charCodeAt(at - 1)))) return undefined
  for (let i = 0; i < 4; i++) {
    const length = groups.ends[i]! - groups.starts[i]!
    if (
      length > 3 ||
      (length > 1 && text.charCodeAt(groups.starts[i]!) === 48) ||
      Number(text.slice(groups.starts[i]!, groups.ends[i]!)) > 255
    )
      return undefined
    if (i < 3 && (groups.separators[i] !== separators.dot || !touches(groups, i))) return undefined
  }
  const end = groups.ends[3]!
  const after = text.charCodeAt(end)
  // A port or a network's length may follow.
  if (after !== 58 && after !== 47 && !endsFreely(text, end)) return undefined
  if (isLetter(after) || digitsOf(text, groups, 4).length < 6) return undefined
  const identity = text.slice(at, end)
  return {
    kind: 'ip',
    start: at,
    end,
    strength: strengths.pattern,
    identity,
    ...(isReservedIp(identity) && { nobody: 'reserved for fiction' }),
  }
}

/** RFC 5737 for documentation, and addresses of one's own machine. */
const isReservedIp = (ip: string): boolean => /^(?:192\.0\.2|198\.51\.100|203\.0\.113|127\.0\.0)\./.test(ip)

const isHex = (code: number): boolean => isDigit(code) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102)
const longestColonForm = 46
const mac = /(?:[\da-f]{2}:){5}[\da-f]{2}(?![\w:])/iy
const ipv6 = /(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,6}:(?:[\da-f]{1,4}(?::[\da-f]{1,4}){0,5})?)(?![\w:])/iy

/** MAC and IPv6 addresses, from their first colon. */
export function colonForm(scan: Scan, at: number): Identifier | undefined {
  const { text } = scan
  const next = text.charCodeAt(at + 1)
  let start = at
  while (start > at - 5 && start > 0 && isHex(text.charCodeAt(start - 1))) start--
  if (start === at || (!isHex(next) && next !== 58)) return undefined
  const before = text.charCodeAt(start - 1)
  if (start > 0 && (isWordy(before) || before === 58)) return undefined
  scan.steps += longestColonForm
  mac.lastIndex = start
  const machine = mac.exec(text.string)
  if (machine)
    return {
      kind: 'device',
      scheme: 'MAC address',
      start,
      end: start + machine[0].length,
      strength: strengths.pattern,
      identity: machine[0].toLowerCase(),
      ...(/^(?:00[:]?|ff[:]?)+$/i.test(machine[0]) && { nobody: placeholder }),
    }
  ipv6.lastIndex = start
  const network = ipv6.exec(text.string)
  // 2001:db8::/32 is for documentation (RFC 3849). Two groups and a double colon alone are rather a ratio or a label.
  if (!network || network[0].length < 8) return undefined
  const identity = network[0].toLowerCase()
  return {
    kind: 'ip',
    start,
    end: start + identity.length,
    strength: strengths.pattern,
    identity,
    ...(identity.startsWith('2001:db8:') && { nobody: 'reserved for fiction' }),
  }
}
