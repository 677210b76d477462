/**
 * The same picture in a third of the bytes: what Vega writes once a mark (a line of a grid, a point of a map) becomes one path for all
 * that look alike, and the font stands once, on the root.
 */
export function compacted(svg: string): string {
  return fontOnRoot(
    svg
      .replace(/(?:<path transform="translate\([^"]*\)" d="[^"]*"[^>]*\/>){2,}/g, points)
      .replace(/(?:<line transform="translate\([^"]*\)" x2="[^"]*" y2="[^"]*"[^>]*\/>){2,}/g, lines),
  )
}

function points(run: string): string {
  const alike = new Map<string, { shape: string; rest: string; at: string[] }>()
  for (const [, at, shape, rest] of run.matchAll(/<path transform="translate\(([^"]*)\)" d="([^"]*)"([^>]*)\/>/g)) {
    const key = `${shape} ${rest}`
    const found = alike.get(key)
    if (found) found.at.push(at!)
    else alike.set(key, { shape: shape!, rest: rest!, at: [at!] })
  }
  return [...alike.values()].map(drawn).join('')
}

function drawn({ shape, rest, at }: { readonly shape: string; readonly rest: string; readonly at: readonly string[] }): string {
  const places = at.map((place) =>
    place
      .split(',')
      .map((number) => round(Number(number)))
      .join(' '),
  )
  const radius = /^M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0$/.exec(shape)?.[1]
  const fill = / fill="([^"]*)"/.exec(rest)?.[1]
  // A line without length and with round ends is a dot.
  if (radius !== undefined && fill !== undefined && fill !== 'none' && !/ stroke="/.test(rest)) {
    const others = rest.replace(/ (?:fill|stroke-width)="[^"]*"/g, '')
    return `<path d="${places.map((place) => `M${place}h0`).join('')}" stroke="${fill}" stroke-width="${round(2 * Number(radius))}" stroke-linecap="round"${others}/>`
  }
  const steps = relative(shape)
  if (steps === undefined) return at.map((place) => `<path transform="translate(${place})" d="${shape}"${rest}/>`).join('')
  return `<path d="${places.map((place) => `M${place}${steps}`).join('')}"${rest}/>`
}

/** A shape around the origin as steps from it, for the commands that Vega's symbols are made of. */
function relative(shape: string): string | undefined {
  let [x, y] = [0, 0]
  let [startX, startY] = [0, 0]
  let steps = ''
  for (const [, command, text] of shape.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const numbers = (text!.match(/-?[\d.]+/g) ?? []).map(Number)
    const [a = 0, b = 0] = numbers
    if ((command === 'M' || command === 'L') && numbers.length === 2) {
      steps += `${command.toLowerCase()}${round(a - x)},${round(b - y)}`
      ;[x, y] = [a, b]
      if (command === 'M') [startX, startY] = [a, b]
    } else if (command === 'H' || command === 'h') {
      const to = command === 'h' ? x + a : a
      steps += `h${round(to - x)}`
      x = to
    } else if (command === 'V' || command === 'v') {
      const to = command === 'v' ? y + a : a
      steps += `v${round(to - y)}`
      y = to
    } else if (command === 'Z') {
      steps += 'z'
      ;[x, y] = [startX, startY]
    } else return undefined
  }
  return steps
}

function lines(run: string): string {
  const alike = new Map<string, string[]>()
  for (const [whole, at, across, down, rest] of run.matchAll(
    /<line transform="translate\(([^"]*)\)" x2="([^"]*)" y2="([^"]*)"([^>]*)\/>/g,
  )) {
    const step = across === '0' ? `v${down}` : down === '0' ? `h${across}` : `l${across},${down}`
    if (!/^[\d.,-]+$/.test(at!)) return run
    const key = rest ?? whole
    alike.set(key, [...(alike.get(key) ?? []), `M${at}${step}`])
  }
  return [...alike].map(([rest, steps]) => `<path d="${steps.join('')}"${rest}/>`).join('')
}

function fontOnRoot(svg: string): string {
  const font = / font-family="[^"]*" font-size="[^"]*"/.exec(svg)?.[0]
  if (font === undefined) return svg
  return svg.replaceAll(font, '').replace('<svg', `<svg${font}`)
}

const round = (value: number): number => Number(value.toFixed(1))
