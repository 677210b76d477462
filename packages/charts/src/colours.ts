import type { Groups } from './map-groups.ts'
import type { Theme } from './theme.ts'

/** Shapes that a still picture and the live map tell groups apart by, beside colours. */
export const shapes = ['circle', 'square', 'triangle-up', 'diamond', 'cross', 'triangle-down']
/** Room for a legend label, in pixels: two columns in a narrow picture. */
export const legendRoom = 124

/** A colour a group: along the scale when they are ordered, faint for the rest and for what has no value. */
export function coloursOf(theme: Theme, groups: Omit<Groups, 'codes'>): string[] {
  const colours = groups.kind === 'ordered' ? theme.steps : theme.groups
  return groups.labels.map((_, i) => (i === groups.rest || i === groups.missing ? theme.faint : colours[i % colours.length]!))
}
