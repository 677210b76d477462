import { isDigit, isLetter } from './characters.ts'
import { type Detector, strengths } from './identifier.ts'

/** RFC 5321, 4.5.3.1: longest mailbox name and longest host name, in octets. */
const longestMailbox = 64
const longestHost = 253

/** Reserved for examples and tests: RFC 2606 and RFC 6761. */
const reservedHosts = ['example.com', 'example.org', 'example.net', 'test', 'invalid', 'example', 'localhost']

// RFC 5322 atext and the dot, without the signs that in running text rather belong around an address; letters beyond ASCII by RFC 6531.
const mailboxSigns = new Set([...".!#$%&*+-/=?^_~'"].map((sign) => sign.charCodeAt(0)))
const isMailbox = (code: number): boolean => isLetter(code) || isDigit(code) || mailboxSigns.has(code)
const isEdge = (code: number): boolean => isLetter(code) || isDigit(code) || code === 95
const isHost = (code: number): boolean => isLetter(code) || isDigit(code) || code === 45 || code === 46

/** Electronic mail addresses: from an `@`, back over the mailbox and on over the host; neither passes another `@`. */
export const email: Detector = (scan, at) => {
  const { text } = scan
  let start = at
  while (start > 0 && isMailbox(text.charCodeAt(start - 1))) start--
  let end = at + 1
  while (end < text.length && isHost(text.charCodeAt(end))) end++
  scan.steps += end - start
  // What opens a quotation or a list item is no part of the mailbox.
  while (start < at && !isEdge(text.charCodeAt(start))) start++
  while (end > at && !isEdge(text.charCodeAt(end - 1))) end--
  if (start === at || at - start > longestMailbox || end - at - 1 > longestHost || end <= at + 1) return undefined
  if (text.charCodeAt(at - 1) === 46 || text.charCodeAt(end) === 64) return undefined
  const host = text.slice(at + 1, end).toLowerCase()
  if (!isHostName(host)) return undefined
  return {
    kind: 'email',
    start,
    end,
    strength: strengths.address,
    identity: text.slice(start, end).toLowerCase(),
    ...(reservedHosts.some((reserved) => host === reserved || host.endsWith(`.${reserved}`)) && { nobody: 'reserved for fiction' }),
  }
}

/** At least two labels, none empty or with a hyphen at an end, the last of two letters or more. */
function isHostName(host: string): boolean {
  const labels = host.split('.')
  if (labels.length < 2 || labels.some((label) => label === '' || label.length > 63 || label.startsWith('-') || label.endsWith('-')))
    return false
  const top = labels.at(-1)!
  return top.length >= 2 && (top.startsWith('xn--') || [...top].every((letter) => isLetter(letter.charCodeAt(0))))
}
