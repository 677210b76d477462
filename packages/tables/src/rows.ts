import type { DataFrame } from 'danfojs-node'

/** The cells of a frame row by row. Its `values` are typed as those of a series too, which has no rows. */
export const rowsOf = (frame: DataFrame): readonly (readonly unknown[])[] => frame.values.map((row) => (Array.isArray(row) ? row : [row]))
