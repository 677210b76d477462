/** Why a document has no part in the family's measures. */
export const noPoint = 'without a point in the embedding (no words, none that another document has, or no vector)'

/** 12345.6 as "12,345.6". */
export const grouped = (value: number): string => value.toLocaleString('en-US')

/** The number of documents left out and why, for an estimate; nothing when there are none. */
export const leftOut = (left: number): { reason?: string } => (left > 0 ? { reason: `${grouped(left)} left out: ${noPoint}` } : {})
