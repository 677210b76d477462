import { fontSize, textWidth } from './labels.ts'
import type { MapChart } from './map.ts'

/** A name on a map, its middle in the map's own coordinates. */
export interface MapLabel {
  readonly text: string
  readonly x: number
  readonly y: number
}

/** Room around the points, as the map's scales leave it, and height of a line; in pixels. */
const padding = 8
const line = 1.3 * fontSize

/**
 * The names that have room on a map of this size, those that come first before the others: none covers another, none is cut by the rim.
 *
 * @param width, height  of the plot in pixels
 */
export function labelsWithRoom({ x, y, labels = [] }: Pick<MapChart, 'x' | 'y' | 'labels'>, width: number, height: number): MapLabel[] {
  const across = scaleOf(x, width)
  const up = scaleOf(y, height)
  const taken: (readonly [left: number, top: number, right: number, bottom: number])[] = []
  return labels.flatMap(({ text, x: atX, y: atY }) => {
    const half = textWidth(text) / 2
    if (2 * half > width) return []
    const middle = Math.min(width - half, Math.max(half, across.to(atX)))
    const height = up.to(atY)
    const box = [middle - half, height - line / 2, middle + half, height + line / 2] as const
    if (taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) return []
    taken.push(box)
    return [{ text, x: across.from(middle), y: atY }]
  })
}

function scaleOf(values: readonly number[], length: number) {
  const least = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const extent = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) - least || 1
  const room = length - 2 * padding
  return {
    to: (value: number): number => padding + ((value - least) / extent) * room,
    from: (pixel: number): number => least + ((pixel - padding) / room) * extent,
  }
}
