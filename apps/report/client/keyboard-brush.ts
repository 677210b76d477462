/** A rectangle on the map, in parts of its width and height from the upper left. */
export interface Rectangle {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

const start: Rectangle = { left: 0.35, top: 0.35, width: 0.3, height: 0.3 }
const step = 0.05
const smallest = 0.05

const directions: Readonly<Record<string, readonly [across: number, down: number]>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
}

/**
 * What a key makes of the rectangle: an arrow moves it, or with Shift makes it smaller or larger; the first one brings it in the middle.
 *
 * @returns  'none' when the key takes it away, undefined when the key means nothing here
 */
export function pressed(before: Rectangle | undefined, key: string, shift: boolean): Rectangle | 'none' | undefined {
  if (key === 'Escape') return before && 'none'
  const direction = directions[key]
  if (!direction) return undefined
  if (!before) return start
  const [across, down] = direction
  const { left, top, width, height } = before
  return shift
    ? { left, top, width: within(width + across, smallest, 1 - left), height: within(height + down, smallest, 1 - top) }
    : { left: within(left + across, 0, 1 - width), top: within(top + down, 0, 1 - height), width, height }
}

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value))
